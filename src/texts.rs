//! Every word that readers see and that is not the publisher's.
//!
//! One table for each language, complete by construction; today there is English. What differs
//! by language besides words (the order of a date, which form a number takes) is here too.

mod dates;
mod english;

pub use dates::Clock;
pub use english::Word;

use crate::model::{Group, Stance};
use crate::sentence;

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Texts {
    /// BCP 47 tag of the language of these words.
    pub lang: &'static str,
    /// Whether dates are written “August 15, 2024” and clock times “8:05 a.m.”.
    american: bool,
    words: &'static [&'static str],
}

impl Texts {
    /// The words for a document in this language: English, as there are no others yet, in the
    /// form of the United States unless the document is in another English.
    pub fn for_language(lang: &str) -> Self {
        let lang = lang.to_ascii_lowercase();
        let american = !lang.starts_with("en-") || lang.starts_with("en-us");
        Self { lang: "en", american, words: &english::WORDS }
    }

    /// A word or a sentence with places.
    pub fn say(&self, word: Word) -> &'static str {
        self.words.get(word as usize).copied().unwrap_or_default()
    }

    /// A sentence with its places filled.
    pub fn fill(&self, word: Word, words: &[String]) -> String {
        sentence::fill(self.say(word), words)
    }

    /// The form of a sentence that fits a number, which is its only word.
    pub fn number(&self, number: usize, one: Word, other: Word) -> String {
        self.fill(if number == 1 { one } else { other }, &[number.to_string()])
    }

    /// What a stance is called.
    pub fn stance(&self, stance: Stance) -> &'static str {
        self.say(match stance {
            Stance::Asserts => Word::Asserts,
            Stance::Confirms => Word::Confirms,
            Stance::Corroborates => Word::Corroborates,
            Stance::StandsBy => Word::StandsBy,
            Stance::Reports => Word::Reports,
            Stance::CouldNotVerify => Word::CouldNotVerify,
            Stance::Denies => Word::Denies,
            Stance::Disputes => Word::Disputes,
            Stance::Questions => Word::Questions,
            Stance::Responds => Word::Responds,
            Stance::NoKnowledge => Word::NoKnowledge,
            Stance::Clarifies => Word::Clarifies,
            Stance::WalksBack => Word::WalksBack,
            Stance::Retracts => Word::Retracts,
            Stance::Declined => Word::Declined,
            Stance::NoResponse => Word::NoResponse,
            Stance::Unreachable => Word::Unreachable,
            Stance::NotAsked => Word::NotAsked,
        })
    }

    /// What stands above the statements of a group.
    pub fn group(&self, group: Group) -> &'static str {
        self.say(match group {
            Group::SaysSo => Word::SaysSo,
            Group::Reported => Word::Reported,
            Group::Denies => Word::DeniesIt,
            Group::AnsweredOtherwise => Word::AnsweredOtherwise,
            Group::ChangedPosition => Word::ChangedPosition,
            Group::NoAnswer => Word::NoAnswer,
        })
    }
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(lang: &str) -> bool {
    let mut parts = lang.split('-').map(str::to_ascii_lowercase);
    let primary = parts.next().unwrap_or_default();
    // A script says more than a language: Azerbaijani is written in three.
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    match script.as_deref() {
        Some("arab" | "hebr" | "thaa" | "syrc" | "nkoo" | "adlm" | "rohg") => true,
        Some(_) => false,
        None => matches!(
            primary.as_str(),
            "ar" | "he" | "iw" | "fa" | "ur" | "ps" | "ckb" | "sd" | "ug" | "yi" | "dv" | "syr" | "arc" | "nqo" | "ks"
        ),
    }
}
