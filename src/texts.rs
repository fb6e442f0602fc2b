//! All interface text that readers see.
//!
//! Each language has a file in `texts/languages/`, which `build.rs` validates against the English one.
//! English is compiled in; the browser build [loads](learn) another language when a document needs it.
//! [`Intl`] provides what differs by language besides text.

mod dates;
mod intl;
mod language;

pub use intl::Intl;
pub use language::{is_right_to_left, learn, missing, primary};

use story::model::{Group, Stance};
use story::sentence;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// The interface text of one language, and its number, date and list formats.
#[derive(Clone, Debug)]
pub struct Texts {
    /// BCP 47 tag of the language of the text.
    pub lang: &'static str,
    /// BCP 47 tag for dates and numbers, with the document's region.
    tag: String,
    /// Language-dependent formats.
    pub intl: Intl,
    words: &'static [&'static str],
}

impl Texts {
    /// The text for a document in this language, or the English text if there is none.
    pub fn for_language(tag: &str, intl: Intl) -> Self {
        let lang = language::of(tag);
        let (lang, words) = match language::table(lang) {
            Some(words) => (lang, words),
            None => ("en", language::english()),
        };
        // If English text replaces that of another language, dates and numbers are English too.
        let is_of = |tag: &str| primary(tag).eq_ignore_ascii_case(primary(lang));
        let tag = if is_of(tag) { tag } else { lang };
        Self { lang, tag: tag.to_owned(), intl, words }
    }

    /// The text of an entry, with its placeholders.
    pub fn say(&self, word: Word) -> &'static str {
        self.words.get(word as usize).copied().unwrap_or_default()
    }

    /// The text of an entry with its placeholders filled.
    pub fn fill(&self, word: Word, words: &[String]) -> String {
        sentence::fill(self.say(word), words)
    }

    /// The plural form of an entry for a number, with the number filled in.
    pub fn number(&self, number: usize, word: Word) -> String {
        let category = (self.intl.plural)(&self.tag, number as u32);
        let mut fitting = "";
        // Searching for single characters avoids six kilobytes of code for longer patterns.
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

    /// The separators between the names of a list: one fewer than there are names.
    pub fn between(&self, names: &[String]) -> Vec<String> {
        (self.intl.list)(&self.tag, names)
    }

    /// The text of a stance.
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

    /// The heading of a group.
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
