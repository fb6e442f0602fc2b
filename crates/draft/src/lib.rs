//! Finds who says what in an article, by rules, without a model and without the network.
//!
//! The result is a draft: candidates for a person to confirm, each with the words that triggered it.

#![allow(clippy::single_range_in_vec_init, reason = "spans are lists of ranges")]

mod draft;
#[cfg(feature = "html")]
pub mod html;
mod indirect;
mod kinds;
mod lines;
mod marks;
mod names;
mod phrases;
mod posts;
mod rules;
mod silences;
mod statements;
mod text;
mod verbs;
mod when;

use std::ops::Range;

pub use lines::{Head, Proposal, lines, proposals};
pub use rules::languages;

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Words within quotation marks, with their speaker.
    Quotation,
    /// What somebody says, in the article's own words.
    Paraphrase,
    /// Somebody says that something is not so.
    Denial,
    /// Somebody did not answer, or declined to.
    NoAnswer,
    /// An outlet, a document or a person passes on another's words.
    Relay,
}

/// A candidate. Offsets are in Unicode scalar values of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// The speaker's full name, if the article gives it anywhere; empty if no speaker was found.
    pub speaker: String,
    /// The whole noun phrase that names the speaker here.
    pub source: Vec<Range<usize>>,
    /// The words that triggered the row.
    pub cue: Vec<Range<usize>>,
    /// What is said, with its quotation marks and its conjunction.
    pub content: Vec<Range<usize>>,
    /// Whether the speaker is certain enough to be shown without “check this”.
    pub is_sure: bool,
    /// Why the row is a proposal that needs a look, such as which pronoun was resolved; empty if there is no reason.
    pub reason: String,
    /// The medium, as the article names it, such as “in a post on X”; empty if it names none.
    pub medium: String,
    /// The date, in EDTF, if the article gives one or a weekday that can be resolved; else empty.
    pub date: String,
}

/// The candidates in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The candidates, in the order of the text.
    pub rows: Vec<Row>,
    /// Whether there are rules for the language.
    pub is_supported: bool,
    /// The speakers whose role the article gives, with the role in its words.
    pub roles: Vec<(String, String)>,
}

/// Finds the candidates in a text. The language is a BCP 47 tag; one without rules gives no rows.
pub fn draft(text: &str, lang: &str) -> Draft {
    draft_dated(text, lang, "")
}

/// Like [`draft`], with the day of the article as `2031-03-04`, so that weekdays become dates.
pub fn draft_dated(text: &str, lang: &str, date: &str) -> Draft {
    rules::Rules::of(lang).map_or_else(Draft::default, |rules| draft::read(text, rules, date))
}
