//! `claim-panel check`: prints all problems of documents, for people and for scripts.

use std::io::{self, Write};

use story::check;
use story::model::is_invisible;
use story::problem::{Problem, Severity};

use super::{BAD, GOOD, language};

/// Checks each file and prints its problems and a verdict to `out`. A strict check fails on everything that leaves open
/// who says what, and on every warning.
pub fn check(files: &[&str], is_strict: bool, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let mut outcome = GOOD;
    for file in files {
        let Some(bytes) = super::bytes(file, err)? else {
            outcome = BAD;
            continue;
        };
        let check::Checked { story, mut problems } = check::read(&bytes);
        if let Some(problem) = story.and_then(|story| language::problem(&story, &bytes)) {
            let place = |one: &Problem| (one.place.line, one.place.column);
            let later = problems.partition_point(|one| place(one) <= place(&problem));
            problems.insert(later, problem);
        }
        print(file, &bytes, &problems, out)?;
        let count = |severity| problems.iter().filter(|problem| problem.rule.severity == severity).count();
        let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
        let verdict = match (errors, warnings, count(Severity::Advice)) {
            (0, 0, 0) => "good".to_owned(),
            (0, 0, advice) => format!("good, with {}", tally(advice, "piece of advice", "pieces of advice")),
            (0, warnings, _) => format!("can be shown, with {}", tally(warnings, "warning", "warnings")),
            (errors, ..) => format!("cannot be shown: {}", tally(errors, "error", "errors")),
        };
        let is_open = problems.iter().any(|problem| problem.rule.fails_strict_check());
        if errors > 0 || (is_strict && is_open) {
            outcome = BAD;
        }
        writeln!(out, "{file}: {verdict}")?;
    }
    Ok(outcome)
}

/// Prints problems as `file:line:column: severity: message [code]`, a form that text editors can parse, each
/// followed by an excerpt of the document and the remedy.
pub fn print(file: &str, bytes: &[u8], problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split('\n').zip(1..);
    let mut current = None;
    for problem in problems {
        let (line, column) = (problem.place.line, problem.place.column);
        let (severity, code) = (problem.rule.severity.word(), problem.rule.code);
        writeln!(out, "{file}:{line}:{column}: {severity}: {problem} [{code}]")?;
        // The problems are sorted by line, so one pass over the lines is enough.
        if current.is_none_or(|(_, number)| number < line) {
            current = lines.find(|(_, number)| *number == line).or(current);
        }
        if let Some((text, number)) = current
            && number == line
        {
            excerpt(text, column as usize, out)?;
        }
        writeln!(out, "    {}", problem.remedy())?;
    }
    Ok(())
}

/// Maximum length of an excerpt in characters. In a long line, a third of them precede the problem.
const MAX_EXCERPT_CHARACTERS: usize = 90;

/// Prints the part of a line around a column, with a caret below the column.
fn excerpt(line: &str, column: usize, out: &mut dyn Write) -> io::Result<()> {
    const MAX: usize = MAX_EXCERPT_CHARACTERS;
    let skip = if column > MAX * 2 / 3 { column - MAX / 3 } else { 0 };
    let shown: String = line.chars().skip(skip).take(MAX).map(visible).collect();
    if !shown.trim().is_empty() {
        writeln!(out, "    | {shown}")?;
        writeln!(out, "    | {}^", " ".repeat(column.saturating_sub(skip + 1)))?;
    }
    Ok(())
}

/// A character as an excerpt has it. One that is invisible would move what follows away from the caret, and one that
/// changes the direction of text would reorder the line.
fn visible(c: char) -> char {
    match c {
        _ if c.is_control() => ' ',
        _ if is_invisible(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

fn tally(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
