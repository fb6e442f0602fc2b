//! Names as runs of capitalised words.

use std::ops::Range;

use crate::rules::{Class, Rules};
use crate::text::{Sentence, Token};

/// Whether a word is Jr. or the like.
pub fn is_junior(word: &str) -> bool {
    matches!(word.trim_end_matches('.').to_lowercase().as_str(), "jr" | "sr" | "ii" | "iii")
}

/// The name without a possessive ending.
pub fn plain(name: &str) -> &str {
    name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")).unwrap_or(name).trim_end_matches(['’', '\''])
}

/// Whether a word is a possessive.
pub fn is_owner(token: &Token) -> bool {
    token.lower.ends_with("'s") || token.lower.ends_with("s'")
}

/// Whether a capitalised word can be part of a name.
fn is_name(token: &Token, rules: &Rules) -> bool {
    let is_other = [Class::Weekday, Class::Month, Class::Det, Class::Prep].iter().any(|class| token.is(*class));
    let is_noun = rules.capital_nouns
        && [
            Class::Role,
            Class::Org,
            Class::Document,
            Class::People,
            Class::Place,
            Class::Title,
            Class::Claim,
            Class::Ask,
        ]
        .iter()
        .any(|class| token.is(*class));
    token.is_capital() && !is_other && !is_noun && !token.is(Class::Common)
}

/// The names in a range of a sentence, without titles and roles before them.
pub fn runs(sentence: &Sentence, range: Range<usize>, rules: &Rules) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let is_common = at == 0
            && !sentence.at(1).is_capital()
            && [Class::Role, Class::Org, Class::People, Class::Document].iter().any(|class| sentence.at(0).is(*class));
        let is_headed = rules.capital_nouns && sentence.at(at).is(Class::Org) && is_name(sentence.at(at + 1), rules);
        if !is_name(sentence.at(at), rules) && !is_headed || is_common {
            at += 1;
            continue;
        }
        let start = at;
        while at < range.end {
            let token = sentence.at(at);
            let is_inner = token.is(Class::Particle) && at > start;
            let next = sentence.at(at + 1);
            let is_double = next.is(Class::Particle) && is_name(sentence.at(at + 2), rules);
            let is_linked = is_inner && (is_junior(token.text) || is_name(next, rules) || is_double);
            let is_genitive = rules.capital_nouns && token.text == "der" && sentence.before(at).is_capital();
            if at > start && (!(is_name(token, rules) || is_linked) || is_genitive) {
                break;
            }
            at += 1;
            if is_owner(token) {
                break;
            }
        }
        let mut first = start;
        while first + 1 < at
            && [Class::Title, Class::Role, Class::Strip].iter().any(|class| sentence.at(first).is(*class))
        {
            first += 1;
        }
        // Intendantin Dana Rowe
        let is_role = |token: &Token| token.is(Class::Lady) && token.text.chars().count() > 7;
        let is_named = first + 2 < at && sentence.at(first + 1).is_capital() && sentence.at(first + 2).is_capital();
        first += usize::from(rules.capital_nouns && is_named && is_role(sentence.at(first)));
        found.push(first..at);
    }
    found
}

/// The last word of a name, without Jr., in lower case.
pub fn last_word(name: &str) -> String {
    plain(name.split_whitespace().rev().find(|word| !is_junior(word)).unwrap_or_default()).to_lowercase()
}

/// Whether a run is one word that may be a common noun where those are capitalised.
pub fn is_plain_noun(sentence: &Sentence, run: &Range<usize>) -> bool {
    let word = sentence.at(run.start);
    run.len() == 1 && word.text.chars().skip(1).all(|c| !c.is_uppercase())
}
