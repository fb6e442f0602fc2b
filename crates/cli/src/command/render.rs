//! `claim-panel render`: prints the static HTML that the element contains until the panel replaces it.

use std::io::{self, Write};

use crate::static_html;
use story::check;

use super::{BAD, GOOD};

/// Writes the HTML of a document to `out` and its problems to `err`.
pub fn render(file: &str, heading_level: u8, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Some(bytes) = super::bytes(file, err)? else {
        return Ok(BAD);
    };
    let reading = check::read(&bytes);
    super::check::print(file, &bytes, &reading.problems, err)?;
    let Some(story) = reading.story else {
        return Ok(BAD);
    };
    writeln!(out, "{}", static_html::render(story, heading_level))?;
    Ok(GOOD)
}
