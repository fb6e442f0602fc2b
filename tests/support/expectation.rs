//! Files that hold what a test expects. With `BLESS=1` in the environment, a test writes its files instead of comparing
//! them: `cargo xtask bless` runs all these tests that way.

use std::env;
use std::fs;
use std::path::Path;

/// The end of every message about a file that differs.
pub const REMEDY: &str = "if the change is intended, run `cargo xtask bless` and review what it writes";

/// Whether this run writes expectations.
pub fn is_blessing() -> bool {
    env::var_os("BLESS").is_some()
}

/// Compares a file with its content as found, or writes it. An error is the first difference.
pub fn compare(file: &Path, found: &str) -> Result<(), String> {
    let expected = fs::read_to_string(file);
    if expected.as_ref().is_ok_and(|expected| expected == found) {
        return Ok(());
    }
    if is_blessing() {
        return fs::write(file, found).map_err(|error| format!("{}: {error}", file.display()));
    }
    let expected = expected.map_err(|error| format!("{}: {error}", file.display()))?;
    Err(difference(file, &expected, found))
}

/// Fails with all differences, if there are any.
pub fn settle(differences: impl IntoIterator<Item = Result<(), String>>) {
    let all: Vec<String> = differences.into_iter().filter_map(Result::err).collect();
    assert!(all.is_empty(), "{}\n\ndifferences: {}; {REMEDY}", all.join("\n\n"), all.len());
}

/// The first lines that differ.
fn difference(file: &Path, expected: &str, found: &str) -> String {
    let mut lines = expected.lines().zip(found.lines()).enumerate();
    let at = lines.find(|(_, (expected, found))| expected != found).map(|(number, _)| number);
    let at = at.unwrap_or_else(|| expected.lines().count().min(found.lines().count()));
    let line = |text: &str| text.lines().nth(at).unwrap_or("(end of text)").to_owned();
    format!("{}:{}:\n  expected: {}\n  found:    {}", file.display(), at + 1, line(expected), line(found))
}
