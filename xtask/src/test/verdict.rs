//! The results of the steps, and their table.

use crate::run::Outcome;
use std::time::Duration;

/// The result of a step.
pub enum Verdict {
    /// With a remark, which may be empty.
    Passed(String),
    Failed(String),
    Skipped(String),
}

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        outcome.map(|()| String::new()).into()
    }
}

impl From<Outcome<String>> for Verdict {
    fn from(outcome: Outcome<String>) -> Self {
        outcome.map_or_else(Self::Failed, Self::Passed)
    }
}

/// A line of the table.
pub struct Line {
    pub step: &'static str,
    pub verdict: Verdict,
    pub time: Duration,
}

/// Prints the table. If `strict`, a skipped step counts as failed.
pub fn summary(table: &[Line], strict: bool) -> Outcome {
    println!();
    let mut bad = 0_usize;
    for Line { step, verdict, time } in table {
        let (word, reason, fails) = match verdict {
            Verdict::Passed(remark) => ("ok", remark, false),
            Verdict::Failed(reason) => ("FAILED", reason, true),
            Verdict::Skipped(reason) => ("skipped", reason, strict),
        };
        bad += usize::from(fails);
        println!("{step:<12} {word:<8}{:>7.1} s  {reason}", time.as_secs_f32());
    }
    println!();
    match bad {
        0 => Ok(()),
        1 => Err("1 step failed".to_owned()),
        _ => Err(format!("{bad} steps failed")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fails() {
        let passed = || Verdict::Passed(String::new());
        let skipped = || Verdict::Skipped("no browser".to_owned());
        let failed = || Verdict::Failed("broken".to_owned());
        for (verdicts, strict, expected) in [
            (vec![passed()], false, Ok(())),
            (vec![passed(), skipped()], false, Ok(())),
            (vec![passed(), skipped()], true, Err("1 step failed".to_owned())),
            (vec![failed(), skipped(), failed()], false, Err("2 steps failed".to_owned())),
        ] {
            let line = |verdict| Line { step: "step", verdict, time: Duration::ZERO };
            let table: Vec<Line> = verdicts.into_iter().map(line).collect();
            assert_eq!(summary(&table, strict), expected);
        }
    }
}
