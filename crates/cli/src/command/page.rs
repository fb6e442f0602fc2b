//! The panels of one page: their fallbacks and preload hints, made from their documents.

use crate::files::{Failure, Files, joined};
use crate::static_html;
use story::check;

use super::tags::{attribute, end_of_tag, is_in_paragraph, is_markup};
use super::{HEADING_LEVEL, hints};

/// A page with filled panels.
pub struct Page {
    pub html: String,
    /// How many panels are filled.
    pub filled: usize,
    /// The panels that are not filled, each with its line.
    pub left: Vec<(usize, Left)>,
}

impl Page {
    /// Whether a panel is not filled that should have been.
    pub fn is_refused(&self) -> bool {
        self.left.iter().any(|(_, left)| left.is_failure)
    }
}

/// The start of a panel's tag.
pub const TAG: &str = "<claim-panel";

/// Replaces the content of each `<claim-panel src="…">` by the static HTML of its document, which is below `root`, and
/// writes the hints for those that load at once into the head. All else stays as it is.
pub fn fill(html: &str, root: &str, files: &mut dyn Files) -> Page {
    let mut page = String::new();
    let (mut documents, mut left) = (Vec::new(), Vec::new());
    let mut rest = html;
    while let Some((before, piece)) = rest.split_once(TAG) {
        page.push_str(before);
        page.push_str(TAG);
        rest = piece;
        let start = html.get(..html.len() - piece.len() - TAG.len()).unwrap_or_default();
        if !is_markup(start) {
            continue;
        }
        match filled(start, piece, root, files) {
            Ok(filled) => {
                page.push_str(&filled.element);
                documents.push((filled.source, filled.is_eager));
                rest = filled.after;
            }
            Err(why) => left.push((start.matches('\n').count() + 1, why)),
        }
    }
    page.push_str(rest);
    let html = hints::hinted(&page, &documents).unwrap_or(page);
    Page { html, filled: documents.len(), left }
}

/// Why an element is not filled.
pub struct Left {
    pub why: String,
    /// Whether it should have been filled.
    pub is_failure: bool,
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
fn filled<'a>(before: &str, piece: &'a str, root: &str, files: &mut dyn Files) -> Result<Filled<'a>, Left> {
    let end = end_of_tag(piece).and_then(|end| piece.split_at_checked(end));
    let (tag, rest) = end.ok_or_else(|| failure("its start tag is not closed"))?;
    if tag.ends_with('/') {
        return Err(failure("HTML ignores the “/” in its start tag; write <claim-panel …></claim-panel>"));
    }
    let (content, after) = rest.split_once("</claim-panel>").ok_or_else(|| failure("its end tag is missing"))?;
    if content.contains(TAG) {
        return Err(failure("its end tag is missing before the next <claim-panel>"));
    }
    if content.contains("<script") {
        return Err(not_ours("it contains a script, which may be its document"));
    }
    let source = attribute(tag, "src").ok_or_else(|| failure("it has no src=\"…\""))?;
    let path = source.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
    if path.is_empty() || source.starts_with("//") || source.contains(':') {
        return Err(not_ours(format!("“{source}” is not a file of this site")));
    }
    // The fallback consists of blocks. The first of them would end the paragraph and the element in it, and the story would
    // follow the element and be there twice.
    if is_in_paragraph(before) {
        return Err(failure("it is inside a <p>, which ends where its content begins; put it between paragraphs"));
    }
    let path = joined(root, path);
    let unread =
        |error: Failure| failure(format!("{path}: {error}; use --root to name the folder of the site's files"));
    let bytes = files.read(&path).map_err(unread)?;
    let level = attribute(tag, "heading-level").and_then(|level| level.parse().ok());
    let level = level.filter(|level| (2..=6).contains(level)).unwrap_or(HEADING_LEVEL);
    let story = check::read(&bytes).story;
    let story = story.ok_or_else(|| failure(format!("{path} cannot be shown; run claim-panel check on it")))?;
    Ok(Filled {
        element: format!("{tag}>{}</claim-panel>", static_html::render(story, level)),
        source: source.trim().to_owned(),
        is_eager: attribute(tag, "loading") == Some("eager"),
        after,
    })
}
