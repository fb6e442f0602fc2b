//! Every word that readers see and that is not the publisher's.
//!
//! One file for each language, `texts/languages/*.txt`, which `build.rs` holds against the English
//! one. English is inside; in the browser another language is [learnt](learn) when a document asks
//! for it. What differs by language besides words comes from [`Intl`].

mod dates;
mod intl;
mod language;

pub use intl::Intl;
pub use language::{is_right_to_left, learn, missing, primary};

use crate::model::{Group, Stance};
use crate::sentence;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The words of one language, and how it writes numbers, dates and lists.
#[derive(Clone, Debug)]
pub struct Texts {
    /// BCP 47 tag of the language of these words.
    pub lang: &'static str,
    /// The same with the region of the document, for dates and numbers.
    tag: String,
    /// What is not a matter of words.
    pub intl: Intl,
    words: &'static [&'static str],
}

impl Texts {
    /// The words for a document in this language; English where there are none.
    pub fn for_language(tag: &str, intl: Intl) -> Self {
        let lang = language::of(tag);
        let (lang, words) = match language::table(lang) {
            Some(words) => (lang, words),
            None => ("en", language::english()),
        };
        // English words that stand in for those of another language do not take its dates and numbers.
        let is_of = |tag: &str| primary(tag).eq_ignore_ascii_case(primary(lang));
        let tag = if is_of(tag) { tag } else { lang };
        Self { lang, tag: tag.to_owned(), intl, words }
    }

    /// A word or a sentence with places.
    pub fn say(&self, word: Word) -> &'static str {
        self.words.get(word as usize).copied().unwrap_or_default()
    }

    /// A sentence with its places filled.
    pub fn fill(&self, word: Word, words: &[String]) -> String {
        sentence::fill(self.say(word), words)
    }

    /// The form of a sentence that fits a number, with the number in it.
    pub fn number(&self, number: usize, word: Word) -> String {
        let category = (self.intl.plural)(&self.tag, number as u32);
        let mut fitting = "";
        // Single characters are looked for: to look for more is six kilobytes of code.
        for form in self.say(word).split('|') {
            if let Some((name, form)) = form.split_once(':') {
                fitting = form.trim();
                if name.trim() == category {
                    break;
                }
            }
        }
        sentence::fill(fitting, &[(self.intl.number)(&self.tag, number as u32)])
    }

    /// What stands between the names of a list, one text less than there are names.
    pub fn between(&self, names: &[String]) -> Vec<String> {
        (self.intl.list)(&self.tag, names)
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
