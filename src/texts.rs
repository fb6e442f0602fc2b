//! All interface text that readers see.
//!
//! Each language has a file in `texts/languages/`, which `build.rs` validates against the English one.
//! English is compiled in; the browser build [loads](add_language) another language when a document needs it.
//! [`Intl`] provides what differs by language besides text.

mod dates;
mod intl;
mod language;

pub use intl::Intl;
pub use language::{add_language, is_right_to_left, missing, primary};

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
    pub fn say(&self, word: Message) -> &'static str {
        self.words.get(word as usize).copied().unwrap_or_default()
    }

    /// The text of an entry with its placeholders filled.
    pub fn fill(&self, word: Message, words: &[String]) -> String {
        sentence::fill(self.say(word), words)
    }

    /// The plural form of an entry for a number, with the number filled in.
    pub fn number(&self, number: usize, word: Message) -> String {
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

    /// The text of a stance, as one or several people take it.
    pub fn stance(&self, stance: Stance, are_several: bool) -> &'static str {
        let text = self.say(match stance {
            Stance::Asserts => Message::Asserts,
            Stance::Confirms => Message::Confirms,
            Stance::Corroborates => Message::Corroborates,
            Stance::ConfirmsPart => Message::ConfirmsPart,
            Stance::StandsBy => Message::StandsBy,
            Stance::Reports => Message::Reports,
            Stance::CouldNotVerify => Message::CouldNotVerify,
            Stance::Denies => Message::Denies,
            Stance::Disputes => Message::Disputes,
            Stance::Questions => Message::Questions,
            Stance::Responds => Message::Responds,
            Stance::NoKnowledge => Message::NoKnowledge,
            Stance::Clarifies => Message::Clarifies,
            Stance::WalksBack => Message::WalksBack,
            Stance::Retracts => Message::Retracts,
            Stance::Declined => Message::Declined,
            Stance::NoResponse => Message::NoResponse,
            Stance::Unreachable => Message::Unreachable,
            Stance::NotAsked => Message::NotAsked,
        });
        let (one, several) = text.split_once('|').unwrap_or((text, text));
        if are_several { several } else { one }.trim()
    }

    /// The heading of a group.
    pub fn group(&self, group: Group) -> &'static str {
        self.say(match group {
            Group::SaysSo => Message::SaysSo,
            Group::Reported => Message::Reported,
            Group::Denies => Message::DeniesIt,
            Group::AnsweredOtherwise => Message::AnsweredOtherwise,
            Group::ChangedPosition => Message::ChangedPosition,
            Group::NoAnswer => Message::NoAnswer,
        })
    }
}
