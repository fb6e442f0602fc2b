//! Problems of a table, so many of a kind and no more.

use std::collections::BTreeMap;

use story::problem::{Place, Problem, Rule};

use super::rules::FURTHER;

/// Maximum number of problems of one kind.
const MAX_ALIKE: usize = 100;

/// Collects problems. Beyond the limit they are only counted.
#[derive(Debug, Default)]
pub(super) struct Report {
    problems: Vec<Problem>,
    counts: BTreeMap<&'static str, usize>,
}

impl Report {
    /// Adds a problem with the words for its sentences.
    pub(super) fn add(&mut self, rule: &'static Rule, place: Place, words: &[&str]) {
        let count = self.counts.entry(rule.code).or_default();
        *count += 1;
        if *count <= MAX_ALIKE {
            let words = words.iter().map(|word| shortened(word)).collect();
            self.problems.push(Problem::new(rule, place, words));
        }
    }

    /// All problems, and how many more there are of each kind.
    pub(super) fn finish(self) -> Vec<Problem> {
        let mut problems = self.problems;
        for (code, count) in self.counts.into_iter().filter(|(_, count)| *count > MAX_ALIKE) {
            let words = vec![(count - MAX_ALIKE).to_string(), code.to_owned()];
            problems.push(Problem::new(&FURTHER, Place::default(), words));
        }
        problems
    }
}

/// A word of at most 80 characters, on one line.
fn shortened(word: &str) -> String {
    const MAX: usize = 80;
    let line = word.chars().map(|c| if c.is_control() { ' ' } else { c });
    let short: String = line.clone().take(MAX).collect();
    if word.chars().nth(MAX).is_some() { short + "…" } else { short }
}
