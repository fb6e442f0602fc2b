//! `claim-panel fill`: a page's fallbacks and hints, written again from its documents.

use std::io::{self, Write};
use std::path::Path;

use claim_panel::{check, page};

use super::tags::{attribute, end_of_tag};
use super::{BAD, GOOD, HEADING_LEVEL, hints};

/// Writes into each `<claim-panel src="…">` of a page the static HTML of its document, which lies below `root`, and into
/// its head the hints for those that load at once. With `is_dry`, nothing is written and a page that would change is an
/// error. An element that is not filled is reported, and is an error too where it should have been: a page must not pass
/// for one that is up to date.
pub fn fill(file: &str, root: &str, is_dry: bool, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<u8> {
    let Some(bytes) = super::bytes(file, err)? else {
        return Ok(BAD);
    };
    let Ok(html) = String::from_utf8(bytes) else {
        writeln!(err, "{file}: not filled: the page is not UTF-8")?;
        return Ok(BAD);
    };
    let mut page = String::new();
    let (mut documents, mut left) = (Vec::new(), Vec::new());
    let mut rest = html.as_str();
    while let Some((before, piece)) = rest.split_once("<claim-panel") {
        page.push_str(before);
        page.push_str("<claim-panel");
        rest = piece;
        // What stands in a comment is no element.
        if page.rfind("<!--").is_some_and(|open| page.rfind("-->").is_none_or(|close| close < open)) {
            continue;
        }
        match filled(piece, root) {
            Ok(filled) => {
                page.push_str(&filled.element);
                documents.push((filled.source, filled.is_eager));
                rest = filled.after;
            }
            Err(why) => left.push((page.lines().count(), why)),
        }
    }
    page.push_str(rest);
    let page = hints::hinted(&page, &documents).unwrap_or(page);
    let count = documents.len();
    for (line, left) in &left {
        writeln!(err, "{file}:{line}: not filled: {}", left.why)?;
    }
    if count == 0 && left.is_empty() {
        writeln!(err, "{file}: there is no <claim-panel> in this page")?;
        return Ok(BAD);
    }
    if page == html {
        if count > 0 {
            writeln!(out, "{file}: {count} up to date")?;
        }
    } else if is_dry {
        writeln!(err, "{file}: stale: claim-panel fill writes its fallbacks and hints again")?;
        return Ok(BAD);
    } else {
        std::fs::write(file, page)?;
        writeln!(out, "{file}: {count} filled")?;
    }
    Ok(if left.iter().any(|(_, left)| left.is_failure) { BAD } else { GOOD })
}

/// Why an element is left as it is.
struct Left {
    why: String,
    /// Whether it should have been filled.
    is_failure: bool,
}

fn failure(why: impl Into<String>) -> Left {
    Left { why: why.into(), is_failure: true }
}

fn not_ours(why: impl Into<String>) -> Left {
    Left { why: why.into(), is_failure: false }
}

/// An element that was filled.
struct Filled<'a> {
    /// From behind its name to its end.
    element: String,
    /// The address of its document.
    source: String,
    /// Whether it loads at once, wherever the reader is.
    is_eager: bool,
    /// What comes after it.
    after: &'a str,
}

/// Fills an element, given from behind its name; or says why it is left.
fn filled<'a>(piece: &'a str, root: &str) -> Result<Filled<'a>, Left> {
    let end = end_of_tag(piece).and_then(|end| piece.split_at_checked(end));
    let (tag, rest) = end.ok_or_else(|| failure("its tag has no end"))?;
    let (content, after) = rest.split_once("</claim-panel>").ok_or_else(|| failure("it has no </claim-panel>"))?;
    if content.contains("<script") {
        return Err(not_ours("there is a script in it, which may be its document"));
    }
    let source = attribute(tag, "src").ok_or_else(|| failure("it has no src=\"…\""))?;
    let path = source.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    if path.is_empty() || source.starts_with("//") || source.contains(':') {
        return Err(not_ours(format!("“{source}” is not a file of this site")));
    }
    let path = Path::new(root).join(path);
    let unread = |error: io::Error| {
        failure(format!("{}: {error}; --root names the folder that the site's files are in", path.display()))
    };
    let bytes = std::fs::read(&path).map_err(unread)?;
    let level = attribute(tag, "heading-level").and_then(|level| level.parse().ok());
    let level = level.filter(|level| (2..=6).contains(level)).unwrap_or(HEADING_LEVEL);
    let panel = check::read(&bytes).panel;
    let panel =
        panel.ok_or_else(|| failure(format!("{} cannot be shown; claim-panel check says why", path.display())))?;
    Ok(Filled {
        element: format!("{tag}>{}</claim-panel>", page::render(panel, level)),
        source: source.trim().to_owned(),
        is_eager: attribute(tag, "loading") == Some("eager"),
        after,
    })
}
