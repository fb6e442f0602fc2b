//! `claim-panel convert`: prints a document in another form, and lists what could not be used.

use std::io::{self, Write};

use convert::{Export, json_ld, lines, table, web_annotation};

use super::arguments::Arguments;
use super::form::{Content, Form, content};
use super::report::{self, Format};
use super::source::Source;
use super::{BAD, GOOD};
use crate::files::Files;

/// Writes the document to `out` in the form that `--to` names, unless an error left out a part, and to `err` its faults and what that form cannot hold.
pub fn convert(
    arguments: &Arguments<'_>,
    files: &mut dyn Files,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let format = Format::of(arguments.get("--format"));
    let Some(to) = arguments.get("--to") else {
        writeln!(err, "claim-panel convert: the option --to is missing; it names the form of the result")?;
        return Ok(super::USAGE);
    };
    let file = arguments.file();
    let Some(bytes) = super::bytes_in(format, file, files, err)? else {
        return Ok(BAD);
    };
    let from = arguments.get("--from").and_then(Form::named);
    let source = Source::read(&bytes, from.or_else(|| described(&bytes)));
    let document = &source.conversion.document;
    let mut problems = source.faults();
    if document.is_empty() {
        report::print(format, (file, &source.text), &problems, source.counted(), err)?;
        return Ok(BAD);
    }
    let Export { text, mut losses } = match to {
        "lines" => lines::write(document),
        "table" => table::write(document),
        "json-ld" => json_ld::write(document),
        "web-annotation" => web_annotation::write(document),
        _ => Export { text: source.conversion.json(), losses: Vec::new() },
    };
    source.place(&mut losses);
    let is_whole = losses.is_empty() && !source.is_incomplete();
    problems.extend(losses);
    problems.sort_by_key(|problem| (problem.place.line, problem.place.column));
    report::print(format, (file, &source.text), &problems, source.counted(), err)?;
    if let Some(count) = source.count().filter(|_| format == Format::Text) {
        writeln!(err, "{file}: {count}")?;
    }
    // Half of a document could show a claim without its denial.
    if source.is_refused() {
        if format == Format::Text {
            writeln!(err, "{file}: nothing was written, because the document would be incomplete")?;
        }
        return Ok(BAD);
    }
    out.write_all(text.as_bytes())?;
    Ok(if is_whole { GOOD } else { BAD })
}

/// The form of a page that describes itself in JSON-LD.
fn described(bytes: &[u8]) -> Option<Form> {
    let is_described =
        content(bytes) == Content::Page && String::from_utf8_lossy(bytes).contains("application/ld+json");
    is_described.then_some(Form::JsonLd)
}
