//! Noun phrases, and patterns of words.

use std::ops::Range;

use crate::rules::{Class, Pattern, Rules, Step};
use crate::text::{Sentence, Token};

/// Noun phrases are not longer, so that the work stays linear in the text.
const MAX_PHRASE: usize = 30;

/// Whether a word is a pronoun that can speak.
pub fn is_pronoun(token: &Token) -> bool {
    token.is(Class::He) || token.is(Class::She) || token.is(Class::They)
}

/// Whether a word can belong to a noun phrase.
fn fits(token: &Token) -> bool {
    const NEVER: [Class; 9] = [
        Class::Aux,
        Class::Modal,
        Class::Negation,
        Class::Subord,
        Class::Relative,
        Class::Weekday,
        Class::Verb,
        Class::And,
        Class::Reported,
    ];
    let is_verb = (token.is(Class::Say) || token.is(Class::Tell) || token.is(Class::Deny))
        && !token.is(Class::Homograph)
        && !token.is_capital();
    let is_other = token.is(Class::Adverb) && !token.is_capital() || token.is(Class::Took);
    token.is_word && !is_pronoun(token) && !is_verb && !is_other && !NEVER.iter().any(|class| token.is(*class))
}

fn is_noun(token: &Token) -> bool {
    fits(token) && !token.is(Class::Prep) && !token.is(Class::Of) && !token.is(Class::Det) && !token.is(Class::That)
}

/// The noun phrase that ends before a token.
pub fn backward(sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    if is_pronoun(sentence.before(end)) {
        return Some(end - 1..end);
    }
    if !is_noun(sentence.before(end)) || sentence.before(end).is(Class::Month) {
        return None;
    }
    let mut start = end;
    while start > 0 && end - start < MAX_PHRASE {
        let token = sentence.before(start);
        let outer = sentence.before(start - 1);
        let is_linked = start < end && is_noun(outer);
        if token.is(Class::That) {
            break;
        }
        if token.text == "&" && is_linked_name(sentence, start) {
            start -= 1;
            continue;
        }
        if token.is(Class::Det) && token.is(Class::Of) && is_linked {
            start -= 1;
        } else if token.is(Class::Det) {
            start -= 1;
            if !(outer.is(Class::Of) && start > 1 && is_noun(sentence.before(start - 1))) {
                break;
            }
        } else if token.is(Class::Of) || token.is(Class::Particle) && !token.is_capital() {
            if !is_linked {
                break;
            }
            start -= 1;
        } else if token.is(Class::And) {
            if !(is_linked && outer.is_capital() && sentence.at(start).is_capital()) {
                break;
            }
            start -= 1;
        } else if is_noun(token) && !token.is(Class::Month) {
            // Two names without a word between them are two phrases: in London Rowe.
            start -= 1;
        } else {
            break;
        }
    }
    while start < end && !is_noun(sentence.at(start)) && !sentence.at(start).is(Class::Det) {
        start += 1;
    }
    // An opening adverbial is no subject: In a statement.
    (start < end).then_some(start..end)
}

/// Whether names stand on both sides of the sign before a token: Rowe & Hale.
fn is_linked_name(sentence: &Sentence, start: usize) -> bool {
    start > 1 && sentence.at(start).is_capital() && sentence.before(start - 1).is_capital()
}

/// The noun phrase that begins at a token, with its apposition.
pub fn forward(sentence: &Sentence, start: usize) -> Option<Range<usize>> {
    if is_pronoun(sentence.at(start)) {
        return Some(start..start + 1);
    }
    let mut end = start;
    while end < sentence.len() && end - start < MAX_PHRASE {
        let token = sentence.at(end);
        let last = sentence.before(end);
        let next = sentence.at(end + 1);
        let is_open = end == start || last.is(Class::Of) || last.is(Class::And) || last.is(Class::Det);
        let after_name = end > start && last.is_capital() && !last.is(Class::Title) && !last.is(Class::Role);
        let is_adverbial = |token: &Token| token.is(Class::Place) || token.is(Class::Weekday) || token.is(Class::Month);
        // “ein Sprecher des Gerichts”
        let is_headed =
            [Class::Role, Class::Lady, Class::Org, Class::People, Class::Document].iter().any(|c| last.is(*c));
        let is_german_genitive = token.is_any(&["des", "der", "eines", "einer"]) && token.is(Class::Det);
        let begins_name = next.is_capital() && end > start;
        if is_german_genitive && is_headed && begins_name {
        } else if is_german_genitive && end > start + 1 && last.is_capital() && !sentence.at(start).is(Class::Det) {
            break;
        } else if token.is(Class::Det) || token.is(Class::Title) && !token.is_capital() {
            if !is_open {
                break;
            }
        } else if (token.is(Class::Of) || token.is(Class::Particle)) && end > start {
            let is_genitive = token.is_any(&["of", "de", "du", "des", "del", "von", "vom", "der", "d'", "da"]);
            let far = sentence.at(end + 2);
            let begins = next.is_capital() || next.is(Class::Det) || is_noun(next) && !after_name;
            if !begins || after_name && !is_genitive || is_adverbial(next) || next.is(Class::Det) && is_adverbial(far) {
                break;
            }
        } else if token.text == "&" && end > start {
        } else if token.is(Class::And) {
            if !(after_name && next.is_capital()) {
                break;
            }
        } else if !is_noun(token)
            || after_name && !token.is_capital()
            || token.is(Class::Month)
            || token.is(Class::Time) && !is_open
        {
            break;
        }
        end += 1;
    }
    while end > start && !is_noun(sentence.before(end)) {
        end -= 1;
    }
    (end > start).then(|| start..apposition(sentence, end).unwrap_or(end))
}

/// Whether an apposition can begin with a word.
fn begins_apposition(token: &Token) -> bool {
    let is_age = token.text.starts_with(|c: char| c.is_ascii_digit());
    let classes = [Class::Det, Class::Role, Class::Number, Class::Relative, Class::Title, Class::Strip];
    is_age || classes.iter().any(|class| token.is(*class))
}

/// The end of the apposition after a noun phrase, with the comma that closes it.
fn apposition(sentence: &Sentence, end: usize) -> Option<usize> {
    let next = sentence.at(end + 1);
    let is_role = (end.saturating_sub(8)..end)
        .rev()
        .take_while(|at| sentence.at(*at).is_word)
        .any(|at| sentence.at(at).is(Class::Role) && !sentence.at(at).is_capital());
    let is_name = is_role && next.is_capital() && sentence.at(end + 2).is_capital();
    if sentence.at(end).text != "," || !(begins_apposition(next) || is_name) {
        return None;
    }
    let close = (end + 2..sentence.len().min(end + MAX_PHRASE)).find(|at| {
        let token = sentence.at(*at);
        token.is_quote || matches!(token.text, "," | "." | ";" | ":" | "—" | "–")
    })?;
    let says =
        |at: usize| [Class::Say, Class::Tell, Class::Deny, Class::Aux].iter().any(|class| sentence.at(at).is(*class));
    let is_clause = !next.is(Class::Relative)
        && (end + 1..close)
            .any(|at| says(at) && !sentence.at(at).is(Class::Homograph) && !sentence.at(at).is(Class::Det));
    if is_clause {
        return None;
    }
    Some(if sentence.at(close).text == "," { close + 1 } else { close })
}

fn is_number(token: &Token) -> bool {
    token.text.starts_with(|c: char| c.is_ascii_digit())
}

/// The noun phrase before an apposition that a comma before a token closes.
pub fn before_apposition(sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let close = end.checked_sub(1)?;
    let open = (close.saturating_sub(MAX_PHRASE)..close).rev().find(|at| {
        let token = sentence.at(*at);
        token.text == "," || token.is_quote
    })?;
    let inner = sentence.at(open + 1);
    // “Dana Rowe, 58, of Mill Lane,”: an age or a place comes first.
    let is_age = open > 2 && is_number(sentence.before(open)) && sentence.before(open - 1).text == ",";
    if is_age
        && sentence.at(open).text == ","
        && let Some(found) = backward(sentence, open - 2)
    {
        return Some(found.start..end);
    }
    if sentence.at(open).is_quote
        || !(begins_apposition(inner) || inner.is_capital() || is_noun(inner) || inner.is(Class::Participle))
    {
        return None;
    }
    backward(sentence, open).map(|phrase| phrase.start..end)
}

/// The first noun phrase of a sentence before a token: the subject, after a fronted adverbial.
pub fn subject(sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let mut start = 0;
    if sentence.at(0).is(Class::Prep) || sentence.at(0).is(Class::Subord) {
        start = (0..end).find(|at| sentence.at(*at).text == ",").map_or(0, |comma| comma + 1);
    }
    (start..end).take(8).find_map(|at| {
        let token = sentence.at(at);
        let begins = is_pronoun(token) || token.is(Class::Det) || is_noun(token) && !token.is(Class::Time);
        if begins { forward(sentence, at).filter(|phrase| phrase.end <= end) } else { None }
    })
}

/// The end of a pattern that begins at a token.
pub fn matches(sentence: &Sentence, start: usize, pattern: &Pattern) -> Option<usize> {
    fn rest(sentence: &Sentence, at: usize, steps: &[Step]) -> Option<usize> {
        let Some((step, after)) = steps.split_first() else { return Some(at) };
        let token = sentence.at(at);
        let is_one = |words: &[String]| words.iter().any(|word| *word == token.lower);
        match step {
            Step::Words(words) => {
                if is_one(words) {
                    rest(sentence, at + 1, after)
                } else {
                    None
                }
            }
            Step::Maybe(words) => {
                let with = if is_one(words) { rest(sentence, at + 1, after) } else { None };
                with.or_else(|| rest(sentence, at, after))
            }
            Step::Of(class) => {
                if token.is(*class) {
                    rest(sentence, at + 1, after)
                } else {
                    None
                }
            }
            Step::Gap(most) => (0..=*most).find_map(|skipped| {
                let is_plain = (at..at + skipped).all(|at| sentence.at(at).is_word);
                if is_plain { rest(sentence, at + skipped, after) } else { None }
            }),
        }
    }
    rest(sentence, start, pattern)
}

/// The first pattern that begins at a token, longest first, as the end of what it matches.
pub fn longest(sentence: &Sentence, start: usize, patterns: &[Pattern]) -> Option<usize> {
    if !sentence.at(start).is_word {
        return None;
    }
    patterns.iter().filter_map(|pattern| matches(sentence, start, pattern)).max()
}

/// Whether one of the patterns occurs in a range of a sentence.
pub fn occurs(sentence: &Sentence, range: Range<usize>, patterns: &[Pattern]) -> bool {
    range.clone().any(|at| longest(sentence, at, patterns).is_some_and(|end| end <= range.end))
}

/// Whether a word ends like an adverb.
pub fn is_adverb(token: &Token, _rules: &Rules) -> bool {
    token.is(Class::Adverb) || token.is_word && !token.is_capital() && token.lower.len() > 4 && ends_ly(&token.lower)
}

fn ends_ly(word: &str) -> bool {
    ["ly", "ment", "mente"].iter().any(|ending| word.ends_with(ending)) && !word.ends_with("tement")
}
