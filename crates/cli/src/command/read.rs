//! `claim-panel read`: prints each claim as sentences to proof-read, or the text of the panel.

use std::io::{self, Write};

use super::arguments::Arguments;
use super::form::Form;
use super::report::{self, Format};
use super::sentences::sentences;
use super::source::Source;
use super::{BAD, GOOD, HEADING_LEVEL};
use crate::files::Files;
use crate::static_html;

/// Writes the sentences of a document to `out`, and its problems to `err`. An empty line precedes each claim.
pub fn read(
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
    let source = Source::read(&bytes, arguments.get("--from").and_then(Form::named));
    let is_incomplete = source.is_incomplete();
    report::print(format, (file, &source.text), &source.problems, source.counted(), err)?;
    if let Some(count) = source.count().filter(|_| format == Format::Text) {
        writeln!(err, "{file}: {count}")?;
    }
    // A text without the denial that an error left out must not be proof-read.
    let is_refused = source.is_refused();
    let Some(story) = source.story.filter(|_| !is_refused) else {
        return Ok(BAD);
    };
    let text =
        if arguments.has("--panel") { lines(&static_html::render(story, HEADING_LEVEL)) } else { sentences(&story) };
    out.write_all(text.as_bytes())?;
    Ok(if is_incomplete { BAD } else { GOOD })
}

/// Elements of the static HTML that end a line.
const BLOCKS: [&str; 17] = [
    "p", "li", "ul", "ol", "dl", "div", "h2", "h3", "h4", "h5", "h6", "section", "header", "footer", "details",
    "summary", "br",
];

/// The text of the panel's own HTML. Readers see neither its tags nor its entities.
fn lines(html: &str) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for piece in html.split('<') {
        let (tag, words) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if BLOCKS.contains(&name) {
            end(&mut line, &mut text);
        }
        if tag == "li part=\"claim\"" {
            text.push('\n');
        }
        line.push_str(words);
    }
    end(&mut line, &mut text);
    text
}

/// Ends a line, unless it is blank.
fn end(line: &mut String, text: &mut String) {
    const ENTITIES: [(&str, &str); 5] =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    if !line.trim().is_empty() {
        let decoded =
            ENTITIES.iter().fold(line.trim().to_owned(), |line, (entity, letter)| line.replace(entity, letter));
        text.push_str(&decoded);
        text.push('\n');
    }
    line.clear();
}
