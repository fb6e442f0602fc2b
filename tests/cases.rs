//! The cases: documents on disk, each with its expected problems and panel.
//!
//! A case is a folder below `tests/cases/` with an `expected.txt` and a `document.json`, or a
//! `recipe.txt` if the document would be megabytes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/folder.rs"]
mod folder;
#[path = "support/lines.rs"]
mod lines;
#[path = "support/outline.rs"]
mod outline;
#[path = "support/recipe.rs"]
mod recipe;
#[path = "support/sentence.rs"]
mod sentence;
#[path = "support/stances.rs"]
mod stances;
#[path = "support/workspace.rs"]
mod workspace;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use story::check::{self, Checked};
use story::model::Group;
use story::problem::{self, Problem};

/// The document of a case, made from its recipe if it has one.
fn document(case: &Path) -> Vec<u8> {
    match fs::read_to_string(case.join("recipe.txt")) {
        Ok(recipe) => recipe::cook(&recipe).unwrap_or_else(|error| panic!("{}: {error}", case.display())),
        Err(_) => fs::read(case.join("document.json")).unwrap_or_else(|error| panic!("{}: {error}", case.display())),
    }
}

fn print(checked: &Checked) -> String {
    let mut out = String::new();
    for problem in &checked.problems {
        let (line, column) = (problem.place.line, problem.place.column);
        let (severity, code) = (problem.rule.severity.word(), problem.rule.code);
        writeln!(out, "{line}:{column}: {severity}: {problem} [{code}]").unwrap();
        writeln!(out, "    {}", problem.remedy()).unwrap();
        // The message begins with the path. The pointer differs from it only where it is escaped.
        if problem.place.pointer.contains('~') {
            writeln!(out, "    at {}", problem.place.pointer).unwrap();
        }
    }
    match &checked.story {
        Some(story) => {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(&outline::outline(story));
        }
        None => out.push_str("\nrefused\n"),
    }
    out
}

/// All cases with their results.
fn readings() -> Vec<(String, Checked)> {
    let checked = |case: &PathBuf| (folder::name(case), check::read(&document(case)));
    folder::cases().iter().map(checked).collect()
}

/// All problems of all cases.
fn problems() -> Vec<(String, Problem)> {
    let cases = readings().into_iter();
    cases.flat_map(|(case, checked)| checked.problems.into_iter().map(move |one| (case.clone(), one))).collect()
}

#[test]
fn every_case_is_read_as_expected() {
    let compare =
        |case: &PathBuf| expectation::compare(&case.join("expected.txt"), &print(&check::read(&document(case))));
    expectation::settle(folder::cases().iter().map(compare));
}

#[test]
fn every_rule_is_broken_by_some_case() {
    let problems = problems();
    let unbroken = problem::ALL.iter().filter(|rule| !problems.iter().any(|(_, one)| one.rule == **rule));
    let codes: Vec<&str> = unbroken.map(|rule| rule.code).collect();
    assert!(codes.is_empty(), "no case in tests/cases violates: {codes:?}");
}

#[test]
fn every_rule_has_a_code_of_its_own_and_two_sentences() {
    for (number, rule) in problem::ALL.iter().enumerate() {
        let others = problem::ALL.iter().skip(number + 1);
        assert!(!others.clone().any(|other| other.code == rule.code), "{} is used twice", rule.code);
        assert!(rule.code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b == b'8'), "{}", rule.code);
        assert!(!rule.message.is_empty() && !rule.message.ends_with('.'), "{}: a message has no full stop", rule.code);
        assert!(!rule.remedy.is_empty(), "{}: there is no remedy", rule.code);
    }
}

/// A missing word would leave a gap in a sentence, which is hard to see in the code.
#[test]
fn every_place_in_a_rules_sentences_is_filled() {
    let mut filled: BTreeMap<(&str, usize), bool> = BTreeMap::new();
    for (case, problem) in problems() {
        for (template, sentence) in [(problem.rule.message, problem.message()), (problem.rule.remedy, problem.remedy())]
        {
            let words = sentence::words(template, &sentence)
                .unwrap_or_else(|| panic!("{case}: “{sentence}” does not match “{template}” [{}]", problem.rule.code));
            for (number, word) in words {
                *filled.entry((problem.rule.code, number)).or_default() |= !word.is_empty();
            }
        }
    }
    let empty: Vec<_> = filled.iter().filter(|(_, filled)| !**filled).map(|(place, _)| place).collect();
    assert!(empty.is_empty(), "no case fills these placeholders of these rules: {empty:?}");
}

#[test]
fn every_stance_is_taken_in_some_case_and_stands_in_its_group() {
    let mut seen = BTreeMap::new();
    for (_, checked) in readings() {
        let Some(story) = checked.story else { continue };
        for (id, claim) in story.all_claims() {
            for (_, stance) in &claim.statements {
                let groups =
                    Group::ALL.into_iter().filter(|group| story.in_group(id, *group).iter().any(|(_, s)| s == stance));
                seen.insert(stances::word(stance), groups.map(|group| stances::word(&group)).collect::<Vec<_>>());
            }
        }
    }
    // A second copy, independent of the code, so that a mistake there fails this test.
    let design = [
        ("says-so", "asserts confirms corroborates confirms-part stands-by"),
        ("reported", "reports could-not-verify"),
        ("denies", "denies disputes questions"),
        ("answered-otherwise", "responds no-knowledge"),
        ("changed-position", "clarifies walks-back retracts"),
        ("no-answer", "declined no-response unreachable not-asked"),
    ];
    let mut wanted = BTreeMap::new();
    for (group, stances) in design {
        wanted.extend(stances.split(' ').map(|stance| (stance.to_owned(), vec![group.to_owned()])));
    }
    let listed: BTreeSet<&str> = wanted.keys().map(String::as_str).collect();
    assert_eq!(listed, stances::words(|_| true).into_iter().collect(), "this table does not list every stance");
    assert_eq!(seen, wanted);
}

#[test]
fn there_are_enough_cases() {
    assert!(folder::cases().len() >= 80, "only {} cases", folder::cases().len());
}

/// Published documents must be shown for ever, and without new warnings.
#[test]
fn frozen_documents_are_shown_as_they_always_were() {
    let frozen: Vec<_> =
        folder::cases().into_iter().filter(|case| case.components().any(|c| c.as_os_str() == "frozen")).collect();
    assert!(!frozen.is_empty(), "tests/cases/frozen has no cases");
    for case in frozen {
        let checked = check::read(&document(&case));
        assert!(checked.story.is_some(), "{} is refused: {:?}", case.display(), checked.problems);
        let warned = checked.problems.iter().any(|problem| problem.rule.severity != problem::Severity::Advice);
        assert!(!warned, "{} has a warning: {:?}", case.display(), checked.problems);
    }
}

/// What promises leave open must be found before publication.
#[test]
fn a_strict_check_fails_on_more_than_warnings() {
    let fails = |code: &str| problem::ALL.iter().find(|rule| rule.code == code).unwrap().fails_strict_check();
    assert!(["no-stance", "order-uncertain", "about-missing"].into_iter().all(fails));
    assert!(!["unused-party", "quoted-quote", "markup"].into_iter().any(fails));
}
