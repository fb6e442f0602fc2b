//! `claim-panel render`: prints the static HTML that the element contains until the panel replaces it.

use std::io::{self, Write};

use story::check;

use super::arguments::Arguments;
use super::report::{self, Format};
use super::{BAD, GOOD, HEADING_LEVEL};
use crate::files::Files;
use crate::static_html;

/// Writes the HTML of a document to `out` and its problems to `err`.
pub fn render(
    arguments: &Arguments<'_>,
    files: &mut dyn Files,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let format = Format::of(arguments.get("--format"));
    let file = arguments.file();
    let Some(bytes) = super::bytes_in(format, file, files, err)? else {
        return Ok(BAD);
    };
    let reading = check::read(&bytes);
    let text = String::from_utf8_lossy(&bytes);
    report::print(format, (file, &text), &reading.problems, Default::default(), err)?;
    let Some(story) = reading.story else {
        return Ok(BAD);
    };
    let level = arguments.get("--heading-level").and_then(|level| level.parse().ok()).unwrap_or(HEADING_LEVEL);
    writeln!(out, "{}", static_html::render(story, level))?;
    Ok(GOOD)
}
