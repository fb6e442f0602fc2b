//! `cargo xtask test`: every check that a change has to pass. A failed step does not stop the others, so that one run
//! shows every problem.

mod browsers;
mod choice;
mod coverage;
mod integrations;
mod report;
mod steps;
mod verdict;

use crate::run::{Outcome, say};
use crate::tools::{self, Tool};
use choice::Choice;
use std::time::Instant;
use steps::{Action, STEPS, Step};
use verdict::{Line, summary};

/// Runs the steps that these words choose, or all steps. `steps.rs` lists their names.
pub fn test(words: &[String]) -> Outcome {
    let files = browsers::files()?;
    go(&Choice::read(words, &files, &integrations::folders()?)?, &files)
}

/// Runs all steps, with every file in every browser. A skipped step counts as failed.
pub fn everything() -> Outcome {
    go(&Choice { everything: true, ..Choice::default() }, &browsers::files()?)
}

fn go(choice: &Choice, files: &[(String, &'static str)]) -> Outcome {
    let chosen: Vec<&Step> = STEPS.iter().filter(|step| choice.has(step.name)).collect();
    let wanted: Vec<Tool> = chosen.iter().flat_map(|step| step.tools).copied().collect();
    if let Err(reason) = tools::install(&wanted, Vec::new) {
        // The steps that need the tool fail by themselves, and the others can run.
        say(&reason);
    }
    let mut table = Vec::new();
    for step in &chosen {
        let start = Instant::now();
        let verdict = match step.action {
            Action::Run(action) => {
                announce(step);
                action()
            }
            Action::Integrations => {
                announce(step);
                integrations::test(&choice.folders)
            }
            Action::Browser(_) | Action::Faults(_) => continue,
        };
        table.push(Line { step: step.name, verdict, time: start.elapsed() });
    }
    let in_browsers: Vec<&Step> =
        chosen.into_iter().filter(|step| matches!(step.action, Action::Browser(_) | Action::Faults(_))).collect();
    if !in_browsers.is_empty() {
        table.extend(browsers::test(&in_browsers, choice, files));
    }
    // In CI nobody reads the table, so a skipped step would pass unnoticed.
    let is_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    summary(&table, is_ci || choice.everything)
}

fn announce(step: &Step) {
    say(&format!("{}: {}", step.name, step.what));
}
