//! The JSON document as publishers write it.
//!
//! [`read`] parses bytes into a tree with source offsets, within limits, and validates the tree
//! against the fields of the format. The result is typed but not fully checked: `check` resolves ids
//! and parses dates.

#[macro_use]
mod shapes;
mod fields;
mod json;
mod names;
mod node;
mod place;
mod read;
#[cfg(feature = "editor")]
mod schema;
#[cfg(feature = "editor")]
mod sentences;
mod shape;
mod suggest;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice, reason = "a test fails by panicking")]
mod tests;
mod text;
mod vocabulary;
#[cfg(feature = "editor")]
mod write;

pub(crate) use fields::*;
pub(crate) use names::Names;
pub(crate) use node::Node;
pub(crate) use place::Diagnostics;
pub(crate) use read::{
    ClaimId, Date, Id, Keys, Language, Link, List, OccasionId, PartyId, Read, ReportId, Spot, StatementId, Text,
    Version, Written, spot, trimmed_spot,
};
#[cfg(feature = "editor")]
pub use schema::json_schema;
#[cfg(feature = "editor")]
pub use sentences::problem_sentences;
pub(crate) use suggest::Suggestions;

use crate::problem::*;

/// Maximum size of a document in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
/// Maximum nesting depth of brackets.
pub const MAX_DEPTH: usize = 24;
/// Maximum number of JSON values of all kinds in a document: 10,000 statements with their usual fields, and as many
/// parties and reports.
pub const MAX_ITEMS: usize = 250_000;
/// Maximum length of one string in characters (Unicode scalar values).
pub const MAX_CHARACTERS: usize = 20_000;

/// The field with the one address that may be for e-mail.
pub(crate) const CONTACT: &str = "contactUrl";

/// A parsed document: its text, its tree and the problems found so far.
#[derive(Debug)]
pub(crate) struct Source {
    text: String,
    root: Option<Node>,
    pub(crate) diagnostics: Diagnostics,
}

/// Reads a document. All problems of its bytes, its JSON and its fields are among its diagnostics.
pub(crate) fn read(bytes: &[u8]) -> Source {
    let mut diagnostics = Diagnostics::default();
    if bytes.len() > MAX_BYTES {
        diagnostics.add(0, &TOO_LARGE, &[]);
        return Source { text: String::new(), root: None, diagnostics };
    }
    // JSON begins with two ASCII characters, so a zero byte among them is half of a UTF-16 code unit.
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, _, ..] | [_, 0, ..]) {
        diagnostics.add(0, &WRONG_ENCODING, &[]);
        return Source { text: String::new(), root: None, diagnostics };
    }
    let text = decode(bytes, &mut diagnostics);
    let root = json::parse(&text, &mut diagnostics);
    if let Some(root) = &root {
        // The fields of another version are unknown here, so any further diagnostic would be a guess.
        match root.get("version").and_then(Version::read) {
            Some(Version(version, at)) if version != "1" => diagnostics.add(at, &UNKNOWN_VERSION, &[version]),
            _ => shape::conform(root, &Document::TYPE, &mut Suggestions::default(), &mut diagnostics),
        }
    }
    Source { text, root, diagnostics }
}

/// Decodes UTF-8, removes a byte order mark, and replaces each invalid sequence with U+FFFD.
fn decode(bytes: &[u8], diagnostics: &mut Diagnostics) -> String {
    let without_mark = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]);
    if without_mark.is_some() {
        diagnostics.add(0, &BYTE_ORDER_MARK, &[]);
    }
    let mut text = String::new();
    let mut is_whole = true;
    for chunk in without_mark.unwrap_or(bytes).utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            if is_whole {
                diagnostics.add(text.len() as u32, &INVALID_UTF8, &[]);
            }
            is_whole = false;
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

impl Source {
    /// The document, unless the parser gave up on its JSON.
    pub(crate) fn document(&self) -> Option<Document<'_>> {
        self.root.as_ref().and_then(Document::read)
    }

    /// All problems with their locations, in document order.
    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.diagnostics.into_problems(&self.text, self.root.as_ref())
    }
}
