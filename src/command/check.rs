//! `claim-panel check`: every problem of a document, for an editor and for a script.

use std::io::{self, Write};

use claim_panel::check;
use claim_panel::problem::{Problem, Severity};

use super::{BAD, GOOD};

/// Checks each file; problems go to `out`, a line each and a second one with the remedy.
pub fn check(files: &[&str], out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let mut outcome = GOOD;
    for file in files {
        let Some(bytes) = super::bytes(file, err)? else {
            outcome = BAD;
            continue;
        };
        let problems = check::read(&bytes).problems;
        print(file, &problems, out)?;
        let count = |severity| problems.iter().filter(|problem| problem.rule.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        if errors > 0 {
            outcome = BAD;
            writeln!(out, "{file}: cannot be shown: {}", tally(errors, "error"))?;
        } else if warnings > 0 {
            writeln!(out, "{file}: can be shown, with {}", tally(warnings, "warning"))?;
        } else {
            writeln!(out, "{file}: good")?;
        }
    }
    Ok(outcome)
}

/// Prints problems as `file:line:column: severity: sentence [code]`, which editors' programs can follow.
pub fn print(file: &str, problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    for problem in problems {
        let (line, column) = (problem.place.line, problem.place.column);
        let (severity, code) = (problem.rule.severity.word(), problem.rule.code);
        writeln!(out, "{file}:{line}:{column}: {severity}: {problem} [{code}]")?;
        writeln!(out, "    {}", problem.remedy())?;
    }
    Ok(())
}

fn tally(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
