//! `claim-panel fill`: a page's fallbacks, written anew from their documents.

use std::io::{self, Write};
use std::path::Path;

use claim_panel::{check, page};

use super::{BAD, GOOD, HEADING_LEVEL};

/// Writes into each `<claim-panel src="…">` of a page the static HTML of its document, which lies below
/// `root`; with `is_dry`, nothing is written and a page that would change is an error.
pub fn fill(file: &str, root: &str, is_dry: bool, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Some(bytes) = super::bytes(file, err)? else {
        return Ok(BAD);
    };
    let html = String::from_utf8_lossy(&bytes);
    let mut read = |source: &str| super::bytes(&Path::new(root).join(source).to_string_lossy(), err);
    let Some(filled) = filled(&html, &mut read)? else {
        writeln!(err, "{file}: not filled: a document cannot be shown; claim-panel check says why")?;
        return Ok(BAD);
    };
    if *html == *filled {
        writeln!(out, "{file}: up to date")?;
    } else if is_dry {
        writeln!(err, "{file}: stale: claim-panel fill writes its fallbacks anew")?;
        return Ok(BAD);
    } else {
        std::fs::write(file, filled)?;
        writeln!(out, "{file}: filled")?;
    }
    Ok(GOOD)
}

/// The page with its fallbacks; nothing where a document cannot be read or shown. Elements whose
/// document is not a file beside the page stay as they are.
fn filled(html: &str, read: &mut dyn FnMut(&str) -> io::Result<Option<Vec<u8>>>) -> io::Result<Option<String>> {
    let mut pieces = html.split("<claim-panel");
    let mut page = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        page.push_str("<claim-panel");
        let parts = piece.split_once('>').and_then(|(tag, rest)| Some((tag, rest.split_once("</claim-panel>")?.1)));
        let Some((tag, after)) = parts else {
            page.push_str(piece);
            continue;
        };
        let local = |source: &&str| !source.starts_with(['#', '/']) && !source.contains(':');
        let Some(source) = attribute(tag, "src").filter(local) else {
            page.push_str(piece);
            continue;
        };
        let level = attribute(tag, "heading-level").and_then(|level| level.parse().ok()).unwrap_or(HEADING_LEVEL);
        let Some(panel) = read(source)?.and_then(|bytes| check::read(&bytes).panel) else {
            return Ok(None);
        };
        let fallback = page::render(panel, level);
        page.push_str(&format!("{tag}>{fallback}</claim-panel>{after}"));
    }
    Ok(Some(page))
}

/// The value of an attribute in quotation marks.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0)
}
