//! What readers download, run natively: without the feature `editor`, every case is accepted or refused for the same
//! reasons, in the same places, and no advice is given.
//!
//! cargo test -p claim-panel-story --no-default-features

#![cfg(not(any(feature = "editor", target_arch = "wasm32")))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/folder.rs"]
mod folder;
#[path = "support/recipe.rs"]
mod recipe;
#[path = "support/workspace.rs"]
mod workspace;

use std::fs;
use std::path::Path;

use story::check;
use story::problem::Severity;
use url::{Position, Url};

/// What only an editor is told: the reader's build cannot tell a misspelt field from an unknown one, and ignores both.
const EDITOR_ONLY: [&str; 1] = ["misspelt-field"];

/// Stands for the diagnostics that are left out once there are too many of one kind.
const CUT: &str = "more-problems";

/// The diagnostics that a case expects, as `2:1: error [missing-field]`, without advice.
fn expected(case: &Path) -> Vec<String> {
    let text = fs::read_to_string(case.join("expected.txt")).unwrap();
    let lines = text.lines().filter_map(|line| {
        let mut parts = line.splitn(4, ": ").map(str::trim_start);
        let (place, severity) = (parts.next()?, parts.next()?);
        let is_place = place.split_once(':').is_some_and(|(line, column)| {
            [line, column].iter().all(|number| !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()))
        });
        let code = line.rsplit_once('[').and_then(|(_, code)| code.strip_suffix(']'))?;
        (is_place && severity != "advice" && !EDITOR_ONLY.contains(&code))
            .then(|| format!("{place}: {severity} [{code}]"))
    });
    lines.collect()
}

/// Stands for the browser, which reads addresses by the same standard.
fn host_of(address: &str) -> Option<String> {
    let url = Url::parse(address).ok()?;
    Some(url[Position::BeforeHost..Position::AfterPort].to_owned())
}

#[test]
fn every_case_is_judged_as_on_the_editors_machine() {
    let mut compared = 0;
    for case in folder::cases() {
        let bytes = match fs::read_to_string(case.join("recipe.txt")) {
            Ok(recipe) => recipe::cook(&recipe).unwrap(),
            Err(_) => fs::read(case.join("document.json")).unwrap(),
        };
        let checked = check::read_with(&bytes, host_of);
        let advice = checked.problems.iter().filter(|one| one.rule.severity == Severity::Advice);
        let given: Vec<&str> = advice.map(|one| one.rule.code).filter(|code| *code != CUT).collect();
        assert!(given.is_empty(), "{}: {given:?}", folder::name(&case));
        let found: Vec<String> = checked
            .problems
            .iter()
            .filter(|one| one.rule.severity != Severity::Advice)
            .map(|one| {
                let (place, rule) = (&one.place, one.rule);
                format!("{}:{}: {} [{}]", place.line, place.column, rule.severity.word(), rule.code)
            })
            .collect();
        let difference = found
            .iter()
            .zip(&expected(&case))
            .find(|(found, expected)| found != expected)
            .map(|both| format!("{both:?}"));
        assert_eq!(difference, None, "{}", folder::name(&case));
        assert_eq!(found.len(), expected(&case).len(), "{}", folder::name(&case));
        let has_errors = found.iter().any(|line| line.contains(": error ["));
        assert_eq!(checked.story.is_none(), has_errors, "{}", folder::name(&case));
        compared += found.len();
    }
    assert!(compared > 100, "only {compared} diagnostics were compared");
}
