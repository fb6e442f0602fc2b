//! `claim-panel fill`: updates the fallbacks and preload hints in a page from their documents.

use std::io::{self, Write};
use std::path::Path;

use crate::static_html;
use story::check;

use super::tags::{attribute, end_of_tag};
use super::{BAD, GOOD, HEADING_LEVEL, hints};

/// Replaces the content of each `<claim-panel src="…">` in a page by the static HTML of its document, which is
/// below `root`, and writes the hints for those that load at once into the head. With `is_dry`, nothing is written, and
/// a page that would change is a failure. Elements that are not filled are reported. One that should have been filled is
/// a failure, so that the page does not pass as up to date.
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
        // A tag in a comment is no element.
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
        writeln!(err, "{file}: the page contains no <claim-panel>")?;
        return Ok(BAD);
    }
    if page == html {
        if count > 0 {
            writeln!(out, "{file}: {count} up to date")?;
        }
    } else if is_dry {
        writeln!(err, "{file}: out of date; run claim-panel fill to update it")?;
        return Ok(BAD);
    } else {
        std::fs::write(file, page)?;
        writeln!(out, "{file}: {count} filled")?;
    }
    Ok(if left.iter().any(|(_, left)| left.is_failure) { BAD } else { GOOD })
}

/// Why an element is not filled.
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
    /// The element, from the end of its tag's name on.
    element: String,
    /// The address of its document.
    source: String,
    /// Whether it loads at once, wherever the reader is.
    is_eager: bool,
    /// The rest of the page.
    after: &'a str,
}

/// Fills an element, given from the end of its tag's name on, or says why it is not filled.
fn filled<'a>(piece: &'a str, root: &str) -> Result<Filled<'a>, Left> {
    let end = end_of_tag(piece).and_then(|end| piece.split_at_checked(end));
    let (tag, rest) = end.ok_or_else(|| failure("its start tag is not closed"))?;
    let (content, after) = rest.split_once("</claim-panel>").ok_or_else(|| failure("its end tag is missing"))?;
    if content.contains("<script") {
        return Err(not_ours("it contains a script, which may be its document"));
    }
    let source = attribute(tag, "src").ok_or_else(|| failure("it has no src=\"…\""))?;
    let path = source.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    if path.is_empty() || source.starts_with("//") || source.contains(':') {
        return Err(not_ours(format!("“{source}” is not a file of this site")));
    }
    let path = Path::new(root).join(path);
    let unread = |error: io::Error| {
        failure(format!("{}: {error}; use --root to name the folder of the site's files", path.display()))
    };
    let bytes = std::fs::read(&path).map_err(unread)?;
    let level = attribute(tag, "heading-level").and_then(|level| level.parse().ok());
    let level = level.filter(|level| (2..=6).contains(level)).unwrap_or(HEADING_LEVEL);
    let story = check::read(&bytes).story;
    let story =
        story.ok_or_else(|| failure(format!("{} cannot be shown; run claim-panel check on it", path.display())))?;
    Ok(Filled {
        element: format!("{tag}>{}</claim-panel>", static_html::render(story, level)),
        source: source.trim().to_owned(),
        is_eager: attribute(tag, "loading") == Some("eager"),
        after,
    })
}
