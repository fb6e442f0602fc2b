//! `claim-panel read`: prints what readers see of each claim as lines of text, to proof-read.

use std::io::{self, Write};

use crate::static_html;
use story::check;

use super::{BAD, GOOD, HEADING_LEVEL};

/// Writes the text of a document's panel to `out`, one line for each line that readers see, and its problems to `err`.
/// An empty line precedes each claim.
pub fn read(file: &str, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Some(bytes) = super::bytes(file, err)? else {
        return Ok(BAD);
    };
    let checked = check::read(&bytes);
    super::check::print(file, &bytes, &checked.problems, err)?;
    let Some(story) = checked.story else {
        return Ok(BAD);
    };
    out.write_all(lines(&static_html::render(story, HEADING_LEVEL)).as_bytes())?;
    Ok(GOOD)
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
