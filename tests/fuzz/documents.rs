//! Any bytes as a document: what holds for every result.

use std::collections::BTreeMap;

use serde_json::Value;
use story::check::{self, Checked};
use story::problem::{ALL, Problem};

/// The maximum number of problems of one rule. One more stands for the rest.
const MAX_PROBLEMS_PER_RULE: usize = 1_000;

/// Reads bytes as a document. Returns whether it is accepted.
pub fn document(bytes: &[u8]) -> bool {
    let checked = check::read(bytes);
    let again = check::read(bytes);
    assert!(checked.problems == again.problems && checked.story == again.story, "a second reading differs");
    let has_errors = checked.problems.iter().any(Problem::is_error);
    assert_eq!(checked.story.is_none(), has_errors, "{:?}", checked.problems);
    let text = decoded(bytes);
    places_are_in_the_text(&checked.problems, &text);
    numbers_are_limited(&checked.problems);
    agrees_with_an_established_parser(&checked, &text);
    checked.story.is_some()
}

/// The text in which lines and columns are counted.
fn decoded(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).into_owned()
}

fn places_are_in_the_text(problems: &[Problem], text: &str) {
    let columns: Vec<u32> = text.split('\n').map(|line| line.chars().count() as u32 + 1).collect();
    let mut before = (1, 1);
    for problem in problems {
        let (line, column) = (problem.place.line, problem.place.column);
        let last = (line as usize).checked_sub(1).and_then(|line| columns.get(line));
        assert!(column >= 1 && last.is_some_and(|last| column <= *last), "{line}:{column} is outside: {problem}");
        assert!(before <= (line, column), "{line}:{column} is not in document order: {problem}");
        assert!(!problem.message().is_empty() && !problem.remedy().is_empty(), "{}", problem.rule.code);
        before = (line, column);
    }
}

fn numbers_are_limited(problems: &[Problem]) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in problems {
        *counts.entry(problem.rule.code).or_default() += 1;
    }
    for (code, count) in counts {
        let limit = if code == "more-problems" { ALL.len() } else { MAX_PROBLEMS_PER_RULE };
        assert!(count <= limit, "{count} problems [{code}]");
    }
}

/// An accepted document is JSON, and the pointers of problems resolve in JSON.
fn agrees_with_an_established_parser(checked: &Checked, text: &str) {
    let has = |code: &str| checked.problems.iter().any(|problem| problem.rule.code == code);
    match serde_json::from_str::<Value>(text) {
        // An object with a duplicate key keeps only one of its values here.
        Ok(_) if has("duplicate-key") => {}
        Ok(value) => {
            for problem in &checked.problems {
                let pointer = &problem.place.pointer;
                assert!(value.pointer(pointer).is_some(), "“{pointer}” does not resolve: {problem}");
            }
        }
        // The panel shows a replacement for half a surrogate pair, and leaves numbers as written.
        Err(_) if has("lone-surrogate") => {}
        Err(error) if error.to_string().starts_with("number out of range") => {}
        Err(error) => assert!(checked.story.is_none(), "accepted, although {error}"),
    }
}
