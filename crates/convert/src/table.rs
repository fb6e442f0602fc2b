//! A document as a table, one statement a row.
//!
//! The first row holds headers in any known language and in any order. A row is a statement unless its column `row`
//! names another kind. `fields` lists the kinds of rows with their columns.

mod bytes;
mod cell;
mod differences;
mod draft;
mod entries;
mod fields;
mod grid;
mod headers;
mod language;
mod names;
mod reader;
mod report;
mod reports;
mod rules;
mod statement;
mod writer;

use serde_json::{Map, Value};
use story::problem::{Place, Problem};

use crate::pointer::path;
use crate::{Conversion, Export};
use grid::Grid;
use headers::Headers;
use language::Languages;
use report::Report;

/// Reads a table: CSV, TSV or with other separators, in UTF-8, UTF-16 or Windows-1252. The places of problems are rows
/// and columns, with the line and the column in the text.
pub fn read(bytes: &[u8]) -> Conversion {
    let mut report = Report::default();
    match bytes::decode(bytes, &mut report) {
        Some(text) => rows(&text, Languages::all(), report),
        None => refused(report),
    }
}

fn rows(text: &str, languages: &Languages, mut report: Report) -> Conversion {
    let grid = Grid::read(text, languages);
    if grid.is_unclosed
        && let Some(row) = grid.rows.last()
    {
        report.add(&rules::UNCLOSED_QUOTE, row.place(row.cells.len().saturating_sub(1), ""), &[]);
    }
    match Headers::read(&grid, languages, &mut report) {
        Some(headers) => reader::read(&grid, headers, languages, report),
        None => refused(report),
    }
}

fn refused(report: Report) -> Conversion {
    Conversion { problems: report.finish(), ..Conversion::default() }
}

/// Writes a document as CSV in UTF-8 with the line ends of RFC 4180. What [`read`] does not make of it again is listed
/// among the losses.
pub fn write(document: &Map<String, Value>) -> Export {
    let languages = Languages::all();
    let text = writer::write(document, languages);
    let back = Value::Object(rows(&text, languages, Report::default()).document);
    let lost = differences::differences(&Value::Object(document.clone()), &back);
    let loss = |pointer: String| {
        let path = path(&pointer);
        Problem::new(&rules::LOSS, Place { pointer, path, ..Place::default() }, Vec::new())
    };
    let mut losses: Vec<Problem> = lost.into_iter().map(loss).collect();
    if text.len() > bytes::MAX_BYTES {
        losses.push(Problem::new(&rules::TOO_LARGE, Place::default(), Vec::new()));
    }
    Export { text, losses }
}
