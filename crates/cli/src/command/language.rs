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

/// The problem that the panel's own words are not in the language of the story.
pub fn problem(story: &Story, bytes: &[u8]) -> Option<Problem> {
    // A tag that cannot be used is a problem of its own.
    let has_words = story.lang.is_empty()
        || primary(&story.lang).eq_ignore_ascii_case("en")
        || Texts::for_language(&story.lang, INTL).lang != "en";
    (!has_words).then(|| {
        let (line, column) = place(&String::from_utf8_lossy(bytes));
        let place = Place { pointer: "/lang".to_owned(), path: "lang".to_owned(), line, column };
        Problem::new(&LANGUAGE_WITHOUT_WORDS, place, vec![story.lang.clone()])
    })
}

/// The line and column of the document's language in a text that is valid JSON.
fn place(text: &str) -> (u32, u32) {
    let (mut line, mut column, mut depth) = (1, 0, 0_u32);
    let (mut is_text, mut is_escaped) = (false, false);
    // The last text at the top level, and whether it is the field's name.
    let (mut last, mut is_field) = (String::new(), false);
    for c in text.chars() {
        (line, column) = if c == '\n' { (line + 1, 0) } else { (line, column + 1) };
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' if is_field => return (line, column),
            '"' => {
                is_text = !is_text;
                if is_text {
                    last.clear();
                }
            }
            _ if is_text => last.push(c),
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            ':' => is_field = depth == 1 && last == "lang",
            _ => {}
        }
    }
    (1, 1)
}
