//! Drafts: the rows of every construction, of a whole story, and of any text.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    missing_docs,
    clippy::panic,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/gold.rs"]
mod gold;

use std::fs;
use std::path::{Path, PathBuf};

use draft::{Draft, Head, Kind, Row, draft_dated, languages};
use proptest::prelude::*;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A row as a line: kind, speaker, and the words of its spans.
fn told(row: &Row, chars: &[char]) -> String {
    let words = |spans: &[std::ops::Range<usize>]| -> String {
        let pieces = spans.iter().map(|span| chars[span.clone()].iter().collect::<String>());
        pieces.collect::<Vec<_>>().join(" + ")
    };
    let (source, cue, content) = (words(&row.source), words(&row.cue), words(&row.content));
    format!("{} | {} | {source} | {cue} | {content}", gold::word(row.kind), row.speaker)
}

/// Compares the rows of a case with those that its marks want.
fn check(path: &Path) -> Result<(), String> {
    let gold = gold::gold(&fs::read_to_string(path).unwrap(), false)
        .map_err(|error| format!("{}: {error}", path.display()))?;
    let chars: Vec<char> = gold.text.chars().collect();
    let found = draft_dated(&gold.text, &gold.lang, &gold.date);
    let row = |wanted: &gold::Wanted| Row {
        kind: wanted.kinds[0],
        speaker: wanted.speakers[0].clone(),
        source: wanted.source.clone(),
        cue: wanted.cue.clone(),
        content: wanted.content.clone(),
        is_sure: true,
        reason: String::new(),
        medium: String::new(),
        date: String::new(),
    };
    let mut wanted: Vec<String> = gold.rows.iter().map(|wanted| told(&row(wanted), &chars)).collect();
    let mut found: Vec<String> = found.rows.iter().map(|row| told(row, &chars)).collect();
    wanted.sort();
    found.sort();
    if wanted == found {
        return Ok(());
    }
    let missing: Vec<&String> = wanted.iter().filter(|line| !found.contains(line)).collect();
    let extra: Vec<&String> = found.iter().filter(|line| !wanted.contains(line)).collect();
    Err(format!("{}:\n  missing: {missing:#?}\n  extra: {extra:#?}", path.display()))
}

#[test]
fn every_construction_gives_its_rows() {
    let mut count = 0;
    let mut differences = Vec::new();
    for lang in languages() {
        for entry in fs::read_dir(root().join("tests/draft/cases").join(lang)).unwrap() {
            differences.push(check(&entry.unwrap().path()));
            count += 1;
        }
    }
    assert!(count >= 4, "every language has cases");
    expectation::settle(differences);
}

fn seed() -> (String, Draft) {
    let text = fs::read_to_string(root().join("tests/draft/seed.txt")).unwrap();
    let draft = draft_dated(&text, "en", "2024-08-17");
    (text, draft)
}

#[test]
fn a_story_gives_every_statement_of_its_demo() {
    let (text, draft) = seed();
    let chars: Vec<char> = text.chars().collect();
    let has = |kind: Kind, speaker: &str, words: &str| {
        let found = draft
            .rows
            .iter()
            .any(|row| row.kind == kind && row.speaker == speaker && told(row, &chars).contains(words));
        assert!(found, "{kind:?} of {speaker} with {words}");
    };
    has(Kind::NoAnswer, "Kamala Harris", "declined");
    has(Kind::Paraphrase, "Robert F. Kennedy Jr", "“strategic mistake.”");
    has(Kind::Quotation, "Robert F. Kennedy Jr", "“I think they ought to be looking at every opportunity.");
    has(Kind::Quotation, "Stefanie Spear", "“willing to meet with leaders of both parties");
    has(Kind::Denial, "Robert F. Kennedy Jr", "insisting");
    has(Kind::Quotation, "Robert F. Kennedy Jr", "unrecognizable to my father and uncle");
    has(Kind::Relay, "The Telegraph", "The Telegraph’s report");
    has(Kind::Relay, "The Washington Post", "cites");
    let post = draft.rows.iter().find(|row| row.date == "2024-08-15" && row.kind == Kind::Quotation);
    assert!(post.is_some(), "the post has its date");
    assert!(draft.rows.iter().filter(|row| row.kind == Kind::Denial).all(|row| !row.cue.is_empty()));
}

#[test]
fn lines_of_a_story_leave_every_stance_to_the_editor() {
    let (text, draft) = seed();
    let head = Head { title: "An offer, or none".to_owned(), lang: "en".to_owned(), article: String::new() };
    let lines = draft::lines(&draft, &text, &head);
    expectation::settle([expectation::compare(&root().join("tests/draft/seed-lines.txt"), &lines)]);
}

#[test]
fn a_language_without_rules_is_said_to_be_unsupported() {
    let draft = draft::draft("“Ja,” zei Rowe.", "nl");
    assert_eq!(draft, Draft::default());
    assert!(draft::draft("“Yes,” said Rowe.", "en-GB").is_supported);
}

/// What no draft may break: spans within the text, not empty, and rows in the order of the text.
fn hold(text: &str, lang: &str) {
    let draft = draft_dated(text, lang, "2031-03-04");
    let length = text.chars().count();
    let start = |row: &Row| row.source.iter().chain(&row.cue).chain(&row.content).map(|span| span.start).min();
    for row in &draft.rows {
        for span in row.source.iter().chain(&row.cue).chain(&row.content) {
            assert!(span.start < span.end && span.end <= length, "{span:?} of {length}: {row:?}");
        }
    }
    assert!(draft.rows.is_sorted_by_key(start));
    let _ = draft::lines(&draft, text, &Head::default());
    let _ = draft::html::article(text);
}

proptest! {
    #[test]
    fn any_text_gives_rows_within_it(words in prop::collection::vec(prop::sample::select(WORDS), 0..60), lang in 0..4_usize) {
        hold(&words.concat(), languages().nth(lang).unwrap_or("en"));
    }

    #[test]
    fn any_characters_give_rows_within_them(text in "\\PC{0,200}", lang in 0..4_usize) {
        hold(&text, languages().nth(lang).unwrap_or("en"));
    }
}

const WORDS: &[&str] = &[
    "“",
    "”",
    "\"",
    "'",
    "«",
    "»",
    "„",
    "‘",
    "’",
    "Dana ",
    "Rowe ",
    "said ",
    "that ",
    "he ",
    "denied ",
    ", ",
    ". ",
    ": ",
    "\n\n",
    "\n",
    "according to ",
    "the ",
    "Gazette ",
    "did not respond ",
    "— ",
    "(@rowe) ",
    "March 3, 2031 ",
    "dit ",
    "-il ",
    "a ",
    "qu’",
    "selon ",
    "sagte ",
    "hat ",
    "bestritten ",
    "wies ",
    "zurück ",
    "dijo ",
    "según ",
    "que ",
    "and ",
    "who ",
    "which ",
    "cites ",
    "<p>",
    "<article>",
    "</p>",
    "called ",
    "it ",
    "false ",
    "insisting ",
    "not ",
    "Q: ",
];

#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    for unit in ["“", "\"", "said that ", "‘a ", "Rowe, ", "no ", "<div>", "according to ", "he said he said, "] {
        let text = unit.repeat(100_000 / unit.len().max(1));
        hold(&text, "en");
    }
}
