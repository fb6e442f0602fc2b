//! The report that `tests/browser/reporter.js` writes about a test file: one line per test, with its result, its time
//! in milliseconds and its name, separated by tabs.

use crate::run::Outcome;
use std::fs;
use std::path::Path;

#[derive(Debug, Default, PartialEq)]
pub struct Report {
    pub passed: usize,
    pub failed: usize,
    /// Skipped by a row of `differences.js`.
    pub skipped: usize,
    /// The names of tests that were not chosen.
    pub others: Vec<String>,
}

impl Report {
    /// A file without a report failed before its first test.
    pub fn read(path: &Path) -> Outcome<Self> {
        fs::read_to_string(path).map(|text| Self::parse(&text)).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn parse(text: &str) -> Self {
        let mut report = Self::default();
        for line in text.lines() {
            let mut cells = line.splitn(3, '\t');
            match (cells.next(), cells.nth(1)) {
                (Some("passed"), _) => report.passed += 1,
                (Some("failed"), _) => report.failed += 1,
                (Some("skipped"), _) => report.skipped += 1,
                (Some("other"), Some(name)) => report.others.push(name.to_owned()),
                _ => {}
            }
        }
        report
    }

    /// Whether any test was chosen.
    pub fn has_run(&self) -> bool {
        self.passed + self.failed + self.skipped > 0
    }

    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.others.extend(other.others);
    }

    /// “12 tests”, followed by the number of skipped ones.
    pub fn count(&self) -> String {
        let tests = self.passed + self.failed;
        let plural = if tests == 1 { "" } else { "s" };
        let skipped = if self.skipped == 0 { String::new() } else { format!(", {} skipped", self.skipped) };
        format!("{tests} test{plural}{skipped}")
    }
}

#[cfg(test)]
mod tests {
    use super::Report;

    #[test]
    fn a_report() {
        let report = Report::parse("passed\t12\tone\nskipped\t0\ttwo\nother\t0\tthree\tfour\nfailed\t3\tfive\n");
        let others = vec!["three\tfour".to_owned()];
        assert_eq!(report, Report { passed: 1, failed: 1, skipped: 1, others });
        assert_eq!(report.count(), "2 tests, 1 skipped");
        assert!(!Report::parse("other\t0\tthree\n").has_run());
    }
}
