//! Whether the panel has words in the language of a document. The crate of the checks knows no texts, so this is checked
//! here.

use claim_panel::texts::{Texts, primary};
use story::model::Story;
use story::problem::{Place, Problem, Rule, Severity};

use crate::intl::INTL;

static LANGUAGE_WITHOUT_WORDS: Rule = Rule {
    code: "language-without-words",
    severity: Severity::Warning,
    message: "the panel has no words in the language “{0}”; its own words are shown in English",
    remedy: "Correct the tag if another language is meant. docs/languages.md lists the languages, and explains how to add one.",
};

/// The problem that the panel's own words are not in the language of the story. It has no line yet.
pub fn problem(story: &Story) -> Option<Problem> {
    // A tag that cannot be used is a problem of its own.
    let has_words = story.lang.is_empty()
        || primary(&story.lang).eq_ignore_ascii_case("en")
        || Texts::for_language(&story.lang, INTL).lang != "en";
    (!has_words).then(|| {
        let place = Place { pointer: "/lang".to_owned(), path: "lang".to_owned(), ..Place::default() };
        Problem::new(&LANGUAGE_WITHOUT_WORDS, place, vec![story.lang.clone()])
    })
}
