//! Diagnostics: everything that can be wrong with a document, in sentences that an editor can act on.
//!
//! A [`Problem`] is a violated [`Rule`], its location, and the words that fill the placeholders of
//! the rule's sentences. Rules are data, so that the browser build contains little more than their
//! codes, and so that one test can check that some case violates each rule.

#[cfg(feature = "editor")]
mod characters;
#[cfg(feature = "editor")]
mod openings;
mod phrases;
mod rules;

#[cfg(feature = "editor")]
pub(crate) use characters::*;
#[cfg(feature = "editor")]
pub(crate) use openings::*;
pub(crate) use phrases::*;
pub(crate) use rules::*;
pub use rules::{ALL, Rule, Severity};

/// Whether this build gives advice. Only editors can act on it, and they have the command line, so
/// the browser build does without it.
pub(crate) const ADVISES: bool = cfg!(feature = "editor");

/// A location in a document: for programs (`pointer`), for people (`path`) and for text editors
/// (`line` and `column`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// JSON pointer (RFC 6901), such as `/statements/3/by`; empty for the whole document.
    pub pointer: String,
    /// The same location for people, such as `statements[3].by`; empty for the whole document.
    pub path: String,
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), counted from 1.
    pub column: u32,
}

/// Something wrong with a document: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The violated rule, with its code, severity and sentences.
    pub rule: &'static Rule,
    /// Where the document violates it.
    pub place: Place,
    words: Vec<String>,
}

impl Problem {
    /// A violation of a rule at a place, with the words that fill the placeholders of its sentences.
    pub fn new(rule: &'static Rule, place: Place, words: Vec<String>) -> Self {
        Self { rule, place, words }
    }

    /// The values of the placeholders in the sentences. In the browser build, a phrase of this crate is
    /// represented by its key.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether this problem alone prevents the panel from showing the document.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }
}

#[cfg(feature = "editor")]
mod sentences {
    use std::fmt;

    use super::{Problem, named};
    use crate::sentence::fill;

    impl Problem {
        /// What is wrong, such as `there is no party “rwe”; did you mean “rowe”?`
        pub fn message(&self) -> String {
            self.fill(self.rule.message)
        }

        /// What to do about it, as a whole sentence.
        pub fn remedy(&self) -> String {
            self.fill(self.rule.remedy)
        }

        fn fill(&self, sentence: &str) -> String {
            let words: Vec<String> = self.words().iter().map(|word| named(word)).collect();
            fill(&sentence.replace("{=", "{"), &words)
        }
    }

    impl fmt::Display for Problem {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            if !self.place.path.is_empty() {
                f.write_str(&self.place.path)?;
                f.write_str(": ")?;
            }
            f.write_str(&self.message())
        }
    }
}
