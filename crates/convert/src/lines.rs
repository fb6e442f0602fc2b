//! A document as plain text, one statement a line.
//!
//! `docs/lines.md` describes the form for editors. [`read`] accepts any text: each line becomes part of the document or
//! is reported. [`write`] makes lines that `read` turns into the same document, and lists what they cannot hold.

mod collect;
mod entries;
mod fields;
mod names;
mod nearest;
mod parts;
mod read;
mod refs;
mod remedies;
pub mod rules;
mod source;
mod statement;
mod text;
mod values;
mod write;
mod write_entries;
mod write_fields;

pub use read::read;
pub use write::write;

/// The words of the format for stances.
const STANCES: [&str; 19] = [
    "asserts",
    "confirms",
    "corroborates",
    "confirms-part",
    "stands-by",
    "reports",
    "could-not-verify",
    "denies",
    "disputes",
    "questions",
    "responds",
    "no-knowledge",
    "clarifies",
    "walks-back",
    "retracts",
    "declined",
    "no-response",
    "unreachable",
    "not-asked",
];
