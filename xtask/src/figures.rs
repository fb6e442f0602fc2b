//! How well drafts find what articles with known rows contain: the figures of `docs/drafting.md`.

#[path = "../../tests/support/gold.rs"]
mod gold;
mod tally;

use std::fs;
use std::path::{Path, PathBuf};

use gold::{Gold, KINDS, gold, word};
use tally::{Tally, compare};

/// Prints the figures of every language and kind. The texts of `held` are never printed.
pub fn figures(arguments: &[String]) -> Result<(), String> {
    let is_verbose = arguments.iter().any(|argument| argument == "--misses");
    for set in ["dev", "held"] {
        for lang in draft::languages() {
            let files = files(&Path::new("tests/draft").join(set).join(lang));
            if !files.is_empty() && arguments.iter().all(|word| word.starts_with("--") || word == set || word == lang) {
                print(set, lang, &files, is_verbose && set == "dev")?;
            }
        }
    }
    Ok(())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

fn read(path: &Path) -> Result<Gold, String> {
    let file = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let is_html = path.extension().is_some_and(|extension| extension == "html");
    gold(&file, is_html).map_err(|error| format!("{}: {error}", path.display()))
}

fn print(set: &str, lang: &str, files: &[PathBuf], is_verbose: bool) -> Result<(), String> {
    let mut tally = Tally::default();
    for path in files {
        let gold = read(path)?;
        let draft = draft::draft_dated(&gold.text, &gold.lang, &gold.date);
        let misses = compare(&gold, &draft, &mut tally);
        if is_verbose {
            println!("\n== {}\n{}", path.display(), misses.join("\n"));
        }
    }
    println!("\n{set} {lang}: {} articles", files.len());
    println!("kind        wanted  shown  precision  recall   F1  speaker  sure speaker  source  cue  content");
    for (kind, of) in KINDS.into_iter().map(word).zip(&tally.kinds).chain([("all", &tally.total())]) {
        println!(
            "{kind:<11} {:>6} {:>6}  {:>9} {:>7} {:>4} {:>8} {:>5} {:>7} {:>7} {:>4} {:>8}",
            of.wanted,
            of.shown,
            percent(of.right, of.shown),
            percent(of.found, of.wanted),
            f1(of.right, of.shown, of.found, of.wanted),
            percent(of.speakers, of.found),
            of.sure,
            percent(of.sure_speakers, of.sure),
            percent(of.sources, of.found),
            percent(of.cues, of.found),
            percent(of.contents, of.found),
        );
    }
    println!("traps hit: {} of {}", tally.traps_hit, tally.traps);
    Ok(())
}

fn percent(part: usize, whole: usize) -> String {
    (part * 100 + whole / 2).checked_div(whole).map_or_else(|| "–".to_owned(), |percent| format!("{percent}%"))
}

/// The harmonic mean of precision and recall.
fn f1(right: usize, shown: usize, found: usize, wanted: usize) -> String {
    percent(2 * right * found, right * wanted + found * shown)
}
