//! Problems: everything that can be wrong with a document, in sentences that an editor can act on.
//!
//! A [`Problem`] is a [`Rule`] that was broken, the place where, and the words that belong in the
//! rule's sentences. The rules are data, not code, so that the browser carries little more than
//! their codes, and so that one test can hold every rule against a document that breaks it.

mod phrases;
mod rules;

pub(crate) use phrases::*;
pub(crate) use rules::*;
pub use rules::{ALL, Rule, Severity};

/// Whether advice is given. It is for editors, who have the command line; readers' browsers, which
/// could do nothing with it, do not download it.
pub(crate) const ADVISES: bool = cfg!(not(target_arch = "wasm32"));

/// Where in a document something is, in the three ways that its readers need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// JSON pointer (RFC 6901), such as `/statements/3/by`; empty for the whole document.
    pub pointer: String,
    /// The same for people: `statements[3].by`; empty for the whole document.
    pub path: String,
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), counted from 1.
    pub column: u32,
}

/// Something wrong with a document: where, what, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule that is broken: its code, its severity and its sentences.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    words: Vec<String>,
}

impl Problem {
    pub(crate) fn new(rule: &'static Rule, place: Place, words: Vec<String>) -> Self {
        Self { rule, place, words }
    }

    /// What fills the places in the sentences. A phrase of ours is in the browser only its key.
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether the document cannot be shown because of this.
    pub fn is_error(&self) -> bool {
        self.rule.severity == Severity::Error
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod sentences {
    use std::fmt;

    use super::Problem;
    use crate::sentence::fill;

    impl Problem {
        /// What is wrong, as half a sentence: `there is no party “rwe”; did you mean “rowe”?`
        pub fn message(&self) -> String {
            self.fill(self.rule.message)
        }

        /// What to do about it, as a whole sentence.
        pub fn remedy(&self) -> String {
            self.fill(self.rule.remedy)
        }

        fn fill(&self, sentence: &str) -> String {
            fill(&sentence.replace("{=", "{"), self.words())
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
