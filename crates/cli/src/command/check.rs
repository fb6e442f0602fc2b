//! `claim-panel check`: prints all problems of documents, for people and for scripts.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use story::problem::Severity;

use super::arguments::Arguments;
use super::form::Form;
use super::report::{self, Format, tally};
use super::rules::{self, of_file};
use super::source::Source;
use super::{BAD, GOOD};
use crate::files::Files;

/// Checks each file and prints its problems and a verdict to `out`. A strict check fails on everything that leaves open
/// who says what, and on every warning.
pub fn check(
    arguments: &Arguments<'_>,
    files: &mut dyn Files,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let format = Format::of(arguments.get("--format"));
    let from = arguments.get("--from").and_then(Form::named);
    let mut outcome = GOOD;
    let (mut verdicts, mut diagnostics): (Vec<Value>, Vec<Value>) = (Vec::new(), Vec::new());
    for file in &arguments.files {
        let bytes = match files.read(file) {
            Ok(bytes) => bytes,
            Err(why) => {
                outcome = BAD;
                if format == Format::Text {
                    writeln!(err, "{file}: cannot be read: {why}")?;
                }
                let problem = of_file(&rules::UNREADABLE_FILE, &[&why.to_string()]);
                diagnostics.extend(report::diagnostics(file, &[problem]));
                continue;
            }
        };
        let source = Source::read(&bytes, from);
        let problems = &source.problems;
        let count = |severity| problems.iter().filter(|problem| problem.rule.severity == severity).count();
        let (errors, warnings, advice) = (count(Severity::Error), count(Severity::Warning), count(Severity::Advice));
        let is_open = problems.iter().any(|problem| problem.rule.fails_strict_check());
        if source.is_incomplete() || (arguments.has("--strict") && is_open) {
            outcome = BAD;
        }
        let verdict = match (errors, warnings, advice) {
            (0, 0, 0) => "good".to_owned(),
            (0, 0, advice) => format!("good, with {}", tally(advice, "piece of advice", "pieces of advice")),
            (0, warnings, _) => format!("can be shown, with {}", tally(warnings, "warning", "warnings")),
            (errors, ..) => format!("cannot be shown: {}", tally(errors, "error", "errors")),
        };
        if format == Format::Text {
            report::print_text(file, &source.text, problems, out)?;
            if let Some(count) = source.count() {
                writeln!(out, "{file}: {count}")?;
            }
            writeln!(out, "{file}: {verdict}")?;
        }
        diagnostics.extend(report::diagnostics(file, problems));
        let mut one = Map::new();
        one.insert("file".to_owned(), (*file).into());
        one.insert("verdict".to_owned(), verdict.into());
        for (name, number) in [("errors", errors), ("warnings", warnings), ("advice", advice)] {
            one.insert(name.to_owned(), number.into());
        }
        one.extend(source.counted());
        verdicts.push(one.into());
    }
    if format == Format::Json {
        report::print_json(&json!({ "files": verdicts, "diagnostics": diagnostics }), out)?;
    }
    Ok(outcome)
}
