//! Who did not answer, and sources that a phrase names: according to.

use std::ops::Range;

use crate::phrases::{backward, before_apposition, forward, longest, subject};
use crate::rules::{Class, Rules};
use crate::text::Sentence;

/// A phrase with its source, in tokens.
pub struct Phrase {
    /// The words of the phrase.
    pub cue: Range<usize>,
    /// The noun phrase.
    pub source: Option<Range<usize>>,
}

/// The places of a sentence where somebody did not answer.
pub fn silences(sentence: &Sentence, rules: &Rules) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some(end) = longest(sentence, at, &rules.silences) else {
            at += 1;
            continue;
        };
        if is_answer_missing(sentence, end) {
            let start = at + usize::from(sentence.at(at).is(Class::And) || sentence.at(at).text == ",");
            // A pronoun at the start of the pattern is the source.
            let inner = (start..end).find(|at| crate::phrases::is_pronoun(sentence.at(*at)));
            let inverted = if rules.capital_nouns { inverted(sentence, start..end) } else { None };
            let cue = inner.map_or(start, |inner| inner + 1)..end;
            let source = inner.map(|at| at..at + 1).or(inverted).or_else(|| source(sentence, start));
            found.push(Phrase { cue, source });
        }
        at = end;
    }
    found
}

/// The subject after the verb: Dazu wollte sich die Firma nicht äußern.
fn inverted(sentence: &Sentence, phrase: Range<usize>) -> Option<Range<usize>> {
    let start = phrase.start + 1 + usize::from(sentence.at(phrase.start + 1).lower == "sich");
    let first = sentence.at(start);
    let begins =
        first.is_any(&["der", "die", "das", "ein", "eine", "sein", "seine", "ihr", "ihre"]) || first.is_capital();
    let found = if begins { forward(sentence, start) } else { None }?;
    let is_object = found.clone().any(|at| sentence.at(at).is(Class::Ask) || sentence.at(at).is(Class::Claim));
    (found.end < phrase.end && !is_object).then_some(found)
}

fn source(sentence: &Sentence, start: usize) -> Option<Range<usize>> {
    let before = sentence.before(start);
    if before.text == "," {
        return before_apposition(sentence, start).or_else(|| subject(sentence, start));
    }
    if before.is(Class::Relative) {
        let comma = usize::from(start > 1 && sentence.before(start - 1).text == ",");
        return backward(sentence, start - 1 - comma);
    }
    let direct = if before.is(Class::And) { None } else { backward(sentence, start) };
    let found = direct.or_else(|| subject(sentence, start))?;
    // “Calls to the firm were not returned”: the firm is silent.
    let is_request = (found.start..found.end.min(found.start + 4)).any(|at| sentence.at(at).is(Class::Ask));
    let addressee =
        found.clone().find(|at| sentence.at(*at).is_any(&["to", "an", "à", "a", "al"]) && *at > found.start);
    match addressee {
        Some(to) if is_request => forward(sentence, to + 1).or(Some(found)),
        None if is_request => {
            let to = (found.end..start).find(|at| sentence.at(*at).is_any(&["to", "an", "à", "al", "au"]))?;
            forward(sentence, to + 1)
        }
        _ => Some(found),
    }
}

/// “Did not respond to treatment” and “did not reply to the king’s toast” are no silences.
fn is_answer_missing(sentence: &Sentence, end: usize) -> bool {
    let next = sentence.at(end);
    if !next.is_any(&["to", "auf", "à", "aux", "au", "a", "al"]) {
        return true;
    }
    let object = end + 1..(end + 10).min(sentence.len());
    object.take_while(|at| sentence.at(*at).is_word).any(|at| {
        let token = sentence.at(at);
        token.is(Class::Ask) || token.is(Class::Outlet) || token.is(Class::Object) || token.is(Class::Claim)
    })
}

/// The source of an opening phrase, whose comma begins what is stated, unless it begins a role.
fn named(sentence: &Sentence, source: Range<usize>) -> Range<usize> {
    let Some(comma) = source.clone().find(|at| sentence.at(*at).text == ",") else { return source };
    let is_role =
        (comma + 1..source.end).any(|at| sentence.at(at).is(Class::Role) || sentence.at(at).is(Class::Relative));
    if is_role && sentence.before(source.end).text == "," { source } else { source.start..comma }
}

/// The phrases of a sentence that name the source of the rest.
pub fn sources(sentence: &Sentence, rules: &Rules) -> Vec<Phrase> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        let Some(end) = longest(sentence, at, &rules.sources) else {
            at += 1;
            continue;
        };
        if sentence.at(at).is(Class::Postposed) {
            found.extend(backward(sentence, at).map(|source| Phrase { cue: at..end, source: Some(source) }));
            at = end;
            continue;
        }
        let is_opening = at < 8 && !sentence.before(at).is_word;
        let source = forward(sentence, end).map(|source| if is_opening { named(sentence, source) } else { source });
        // “…, so Rowe”: a short word needs its comma.
        if end == at + 1 && sentence.at(at).text.len() < 3 && sentence.before(at).text != "," {
            at = end;
            continue;
        }
        if source.is_some() {
            found.push(Phrase { cue: at..end, source });
        }
        at = end;
    }
    found
}
