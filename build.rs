//! Generates the table of texts from `src/texts/languages/`, and fails if a language is incomplete.
//!
//! The English file defines the keys and the comments, which become the documentation of `Message`. The browser's build
//! contains only English; the other languages are files that are fetched (`xtask/bundle.mjs`). `tests/texts.rs`
//! includes this file, and checks more than a build has the time or the data for.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

const FOLDER: &str = "src/texts/languages";

/// An entry of a language: its key, its text and the comment above it.
pub type Entry = (String, String, String);

fn main() {
    println!("cargo::rerun-if-changed={FOLDER}");
    if let Err(error) = build() {
        println!("cargo::error={error}");
    }
}

fn build() -> Result<(), String> {
    let english = entries("en", &read("en")?)?;
    let mut others = BTreeMap::new();
    for entry in fs::read_dir(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(lang) = name.strip_suffix(".txt").filter(|lang| *lang != "en") {
            others.insert(lang.to_owned(), translated(lang, &read(lang)?, &english)?);
        }
    }
    let mut code = String::from(
        "/// A word or sentence that readers see. `{0}`, `{1}` … are places for names, dates and numbers.\n\
         #[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum Message {\n",
    );
    for (key, text, comment) in &english {
        let comment = if comment.is_empty() { text } else { comment };
        let _ = writeln!(code, "    #[doc = {comment:?}]\n    {},", camel(key));
    }
    let lines: Vec<&str> = english.iter().map(|(_, text, _)| text.as_str()).collect();
    let _ = writeln!(
        code,
        "}}\n\n/// The English words, a line for each `Message`.\nstatic ENGLISH: &str = {:?};",
        lines.join("\n")
    );
    let tags: Vec<&String> = others.keys().collect();
    let _ = writeln!(
        code,
        "\n/// BCP 47 tags of the languages besides English.\npub const OTHERS: [&str; {}] = {tags:?};",
        tags.len()
    );
    let tags: Vec<&str> = tags.into_iter().map(String::as_str).collect();
    let _ = writeln!(
        code,
        "\n/// The same tags in one text, which takes less space.\nconst TAGS: &str = {:?};",
        tags.join(" ")
    );
    if env::var_os("CARGO_FEATURE_STATIC").is_some() {
        let tables: Vec<&String> = others.values().collect();
        let _ = writeln!(
            code,
            "\n/// Their words, in the order of `OTHERS`.\nstatic TRANSLATED: [&str; {}] = {tables:?};",
            tables.len()
        );
    }
    let out = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&out).join("words.rs"), code).map_err(|error| format!("{out}/words.rs: {error}"))
}

fn file(lang: &str) -> String {
    format!("{FOLDER}/{lang}.txt")
}

fn read(lang: &str) -> Result<String, String> {
    fs::read_to_string(file(lang)).map_err(|error| format!("{}: {error}", file(lang)))
}

/// The texts of a language in the order of English, or an error if one is missing or does not fit.
pub fn translated(lang: &str, text: &str, english: &[Entry]) -> Result<String, String> {
    let file = file(lang);
    let own = entries(lang, text)?;
    let mut own: BTreeMap<String, String> = own.into_iter().map(|(key, text, _)| (key, text)).collect();
    let mut lines = Vec::new();
    for (key, model, _) in english {
        let text = own.remove(key).ok_or_else(|| format!("{file}: “{key}” is missing (in English: {model})"))?;
        if places(&text) != places(model) {
            return Err(format!("{file}: “{key}” must have the places of “{model}”"));
        }
        if has_forms(&text) != has_forms(model) {
            return Err(format!("{file}: “{key}” must have forms for numbers exactly where English has"));
        }
        lines.push(text);
    }
    match own.keys().next() {
        Some(key) => Err(format!("{file}: there is no entry “{key}” in English")),
        None => Ok(lines.join("\n")),
    }
}

/// Whether the form of the text depends on a number. A language may have one form for all numbers.
pub fn has_forms(text: &str) -> bool {
    text.starts_with("other: ") || text.contains(" | other: ")
}

/// The entries of a file in their order.
pub fn entries(lang: &str, text: &str) -> Result<Vec<Entry>, String> {
    let file = file(lang);
    let (mut entries, mut comment): (Vec<Entry>, Vec<&str>) = Default::default();
    for (number, line) in text.lines().enumerate() {
        if let Some(explained) = line.strip_prefix('#') {
            comment.push(explained.trim());
        } else if line.trim().is_empty() {
            comment.clear();
        } else {
            let (key, text) =
                line.split_once(" = ").ok_or_else(|| format!("{file}:{}: expected `key = text`", number + 1))?;
            if entries.iter().any(|(other, ..)| other == key) {
                return Err(format!("{file}:{}: “{key}” stands there twice", number + 1));
            }
            entries.push((key.to_owned(), text.to_owned(), comment.join(" ")));
            comment.clear();
        }
    }
    Ok(entries)
}

/// The numbers of the placeholders in a text. For a text with forms, those in its last form, which fits every number.
fn places(text: &str) -> Vec<char> {
    let last = text.rsplit(" | ").next().unwrap_or_default();
    let mut places: Vec<char> = last.split('{').skip(1).filter_map(|rest| rest.chars().next()).collect();
    places.sort_unstable();
    places
}

/// `denied-by` → `DeniedBy`.
fn camel(key: &str) -> String {
    let capital = |part: &str| part.chars().next().map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default();
    key.split('-').map(|part| capital(part) + part.get(1..).unwrap_or_default()).collect()
}
