//! How problems are printed: for people and text editors, or as JSON for programs.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use story::model::is_invisible;
use story::problem::Problem;

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines, which people read and text editors parse.
    Text,
    /// One JSON object.
    Json,
}

impl Format {
    /// The format that `--format` names.
    pub fn of(value: Option<&str>) -> Self {
        if value == Some("json") { Self::Json } else { Self::Text }
    }
}

/// The problems of a file as values with the fields `file`, `line`, `column`, `pointer`, `severity`, `code`, `message`
/// and `remedy`. A problem of a whole file has neither line nor column.
pub fn diagnostics(file: &str, problems: &[Problem]) -> Vec<Value> {
    let one = |problem: &Problem| {
        let number = |number: u32| if number == 0 { Value::Null } else { number.into() };
        json!({
            "file": file,
            "line": number(problem.place.line),
            "column": number(problem.place.column),
            "pointer": problem.place.pointer,
            "severity": problem.rule.severity.word(),
            "code": problem.rule.code,
            "message": problem.message(),
            "remedy": problem.remedy(),
        })
    };
    problems.iter().map(one).collect()
}

/// Prints a JSON value on lines of its own.
pub fn print_json(value: &Value, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{value:#}")
}

/// Prints the problems of one file in either form. `more` is what the JSON says besides.
pub fn print(
    format: Format,
    (file, text): (&str, &str),
    problems: &[Problem],
    more: Map<String, Value>,
    out: &mut dyn Write,
) -> io::Result<()> {
    if format == Format::Text {
        return print_text(file, text, problems, out);
    }
    let mut whole = Map::new();
    whole.insert("diagnostics".to_owned(), diagnostics(file, problems).into());
    whole.extend(more);
    print_json(&whole.into(), out)
}

/// Prints problems as `file:line:column: severity: message [code]`, a form that text editors can parse, each
/// followed by an excerpt of the text and the remedy.
pub fn print_text(file: &str, text: &str, problems: &[Problem], out: &mut dyn Write) -> io::Result<()> {
    let mut lines = text.split('\n').zip(1..);
    let mut current = None;
    for problem in problems {
        let (line, column) = (problem.place.line, problem.place.column);
        let (severity, code) = (problem.rule.severity.word(), problem.rule.code);
        if line == 0 {
            writeln!(out, "{file}: {severity}: {problem} [{code}]")?;
            writeln!(out, "    {}", problem.remedy())?;
            continue;
        }
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

/// A number with its noun.
pub fn tally(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
