//! Documents as lines: cases on disk, every document of the repository there and back, and random text.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/expectation.rs"]
mod expectation;
#[allow(dead_code, reason = "the names of cases are for messages of other tests")]
#[path = "support/folder.rs"]
mod folder;
#[path = "lines/random.rs"]
mod random;
#[path = "support/workspace.rs"]
mod workspace;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use convert::lines;
use convert::losses::losses;
use convert::normal::normal;
use serde_json::{Map, Value};
use story::check;

/// The documents of the cases, stories and demos that are JSON objects.
fn documents() -> Vec<(PathBuf, Map<String, Value>)> {
    let cases = folder::cases().into_iter().map(|case| case.join("document.json"));
    let folders = ["tests/stories", "www/demo"].map(workspace::path);
    let entries = folders.into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let others = entries.map(|entry| entry.unwrap().path()).filter(|path| {
        path.extension().is_some_and(|end| end == "json") && !path.to_string_lossy().ends_with(".expected.json")
    });
    let read = |path: PathBuf| {
        let Value::Object(document) = serde_json::from_slice(&fs::read(&path).ok()?).ok()? else { return None };
        Some((path, document))
    };
    cases.chain(others).filter_map(read).collect()
}

fn is_valid(document: &Map<String, Value>) -> bool {
    check::read(Value::Object(document.clone()).to_string().as_bytes()).story.is_some()
}

/// What lines cannot hold, by the last step of the pointer: fields that the format does not have.
const NOT_HELD: &[&str] = &["qoute", "shoe-size", "mood", "colour"];

#[test]
fn every_document_is_the_same_after_lines() {
    let mut failures = String::new();
    let mut valid = 0;
    for (path, document) in documents() {
        let export = lines::write(&document);
        let read = lines::read(&export.text);
        let differences = losses(&normal(&document), &read.document);
        assert_eq!(differences, export.losses, "{}: an unlisted difference", path.display());
        if !is_valid(&document) {
            continue;
        }
        valid += 1;
        let field = |pointer: &str| pointer.rsplit('/').next().unwrap_or_default().to_owned();
        for loss in export.losses.iter().filter(|loss| !NOT_HELD.contains(&field(&loss.place.pointer).as_str())) {
            writeln!(failures, "{}: {}: {}", path.display(), loss.place.pointer, loss.message()).unwrap();
        }
        if export.losses.is_empty() {
            for problem in &read.problems {
                let (line, column) = (problem.place.line, problem.place.column);
                writeln!(failures, "{}: {line}:{column}: {}", path.display(), problem.message()).unwrap();
            }
        }
    }
    assert!(valid > 100, "only {valid} valid documents");
    assert!(failures.is_empty(), "{failures}");
}

/// The cases: folders with `lines.txt` and `expected.txt`.
fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(workspace::path("tests/lines")).unwrap();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// What a text gives: the diagnostics, the lines used, and the document.
fn print(text: &str) -> String {
    let conversion = lines::read(text);
    let mut out = String::new();
    for problem in conversion.check().problems {
        let (line, column) = (problem.place.line, problem.place.column);
        let (severity, code) = (problem.rule.severity.word(), problem.rule.code);
        writeln!(out, "{line}:{column}: {severity}: {} [{code}]", problem.message()).unwrap();
        writeln!(out, "    {}", problem.remedy()).unwrap();
    }
    let count = conversion.count;
    writeln!(out, "\n{} of {} lines used\n", count.used, count.total).unwrap();
    out + &conversion.json()
}

fn check(case: &Path) -> Result<(), String> {
    let text = fs::read_to_string(case.join("lines.txt")).map_err(|error| format!("{}: {error}", case.display()))?;
    expectation::compare(&case.join("expected.txt"), &print(&text))
}

#[test]
fn every_case_is_read_as_expected() {
    expectation::settle(cases().iter().map(|case| check(case)));
}

#[test]
fn every_rule_has_a_case() {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for case in cases() {
        let text = fs::read_to_string(case.join("lines.txt")).unwrap();
        found.extend(lines::read(&text).problems.iter().map(|problem| problem.rule.code));
    }
    let too_large = " ".repeat(story::document::MAX_BYTES + 1);
    found.extend(lines::read(&too_large).problems.iter().map(|problem| problem.rule.code));
    let missing: Vec<&str> =
        lines::rules::ALL.iter().map(|rule| rule.code).filter(|code| !found.contains(code)).collect();
    assert!(missing.is_empty(), "no case has these problems: {missing:?}");
}

/// The example in the reference is a whole document, and everything in it is understood.
#[test]
fn the_example_of_the_reference_is_a_valid_document() {
    let reference = fs::read_to_string(workspace::path("docs/lines.md")).unwrap();
    let blocks: Vec<&str> = reference.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let example = blocks.first().unwrap();
    let conversion = lines::read(example);
    let checked = conversion.check();
    assert_eq!(conversion.count.used, conversion.count.total);
    let problems: Vec<String> =
        checked.problems.iter().map(|problem| format!("{} {problem}", problem.place.line)).collect();
    assert!(checked.story.is_some() && problems.is_empty(), "{problems:#?}");
}
