//! Verbs that say something, with their auxiliaries.

use std::ops::Range;

use crate::phrases::{is_adverb, is_pronoun, longest};
use crate::rules::{Class, Pattern, Rules, Step};
use crate::text::{Sentence, Token};

/// A verb that may introduce a statement.
#[derive(Clone, Debug)]
pub struct Verb {
    /// The words, with auxiliaries, negation and inner adverbs, in pieces if other words are between them.
    pub pieces: Vec<Range<usize>>,
    /// The verb itself.
    pub at: usize,
    /// A pronoun between auxiliary and verb: a-t-il dit.
    pub pronoun: Option<usize>,
    /// Whether it is a form such as saying, without an auxiliary.
    pub is_participle: bool,
    /// Whether it is a phrase of its own, which needs no further check.
    pub is_phrase: bool,
}

impl Verb {
    /// The first token.
    pub fn start(&self) -> usize {
        self.pieces.first().map_or(self.at, |piece| piece.start)
    }

    /// The token after the last.
    pub fn end(&self) -> usize {
        self.pieces.last().map_or(self.at + 1, |piece| piece.end)
    }
}

const SPEAKING: [Class; 8] =
    [Class::Say, Class::Tell, Class::Deny, Class::Refuse, Class::Judge, Class::Report, Class::Cite, Class::Shows];

/// The verbs of a sentence that may introduce statements.
pub fn verbs(sentence: &Sentence, rules: &Rules) -> Vec<Verb> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.len() {
        if let Some(end) = longest(sentence, at, &rules.traps) {
            at = end;
            continue;
        }
        if let Some(end) = longest(sentence, at, &rules.phrases) {
            let is_participle = sentence.at(at).is(Class::Participle);
            let mut start = at;
            while start > 0 && sentence.before(start).is(Class::Aux) {
                start -= 1;
            }
            let pieces = vec![start..end];
            found.push(Verb { pieces, at: end - 1, pronoun: None, is_participle, is_phrase: true });
            at = end;
            continue;
        }
        if SPEAKING.iter().any(|class| sentence.at(at).is(*class)) {
            found.extend(verb(sentence, at, rules));
        }
        at += 1;
    }
    found
}

/// The verb at a token, if it states something that has been said.
fn verb(sentence: &Sentence, at: usize, rules: &Rules) -> Option<Verb> {
    let token = sentence.at(at);
    let mut start = at;
    let mut pronoun = None;
    let mut has = (false, false, false, false);
    while start > 0 {
        let before = sentence.before(start);
        let is_aux = before.is(Class::Aux) || before.is(Class::Modal) || before.is(Class::Negation);
        if rules.elides && is_pronoun(before) && before.text.starts_with('-') {
            pronoun = Some(start - 1);
        } else if !(is_aux || rules.elides && before.is(Class::Object) || is_adverb(before, rules)) {
            break;
        }
        has.0 |= before.is(Class::Aux);
        has.1 |= before.is(Class::Be);
        has.2 |= before.is(Class::Modal);
        has.3 |= before.is(Class::Negation);
        start -= 1;
    }
    // An adverb that opens the sentence is no part of the verb.
    while start < at && is_adverb(sentence.at(start), rules) && (start == 0 || sentence.before(start).text == ",") {
        start += 1;
    }
    let (has_aux, is_passive, is_modal, is_negated) = has;
    let before = sentence.before(start);
    let is_participle = token.is(Class::Participle) && !has_aux;
    // A participle such as dit and a noun such as claim need what makes them verbs.
    let may_be_noun = !rules.capital_nouns || token.is_capital();
    let is_noun = may_be_noun && [Class::Det, Class::Number].iter().any(|class| before.is(*class))
        || (before.is(Class::Prep) || before.is(Class::Of)) && !before.is(Class::Adverb)
        || token.is(Class::Homograph) && (before.lower.ends_with("'s") || token.is_capital() && start > 0);
    let needs_aux = token.is(Class::Past) && !has_aux;
    if is_noun || needs_aux || is_modal || is_negated || is_passive && !token.is(Class::Participle) {
        // A wall of negation: “did not deny”, “ne dément pas”.
        return None;
    }
    let mut pieces = vec![start..at + 1];
    if let Some(pronoun) = pronoun {
        pieces = vec![start..pronoun, pronoun + 1..at + 1];
        pieces.retain(|piece| !piece.is_empty());
    }
    if needs_far_aux(token, has_aux, rules) {
        let far = far_auxiliary(sentence, at)?;
        pieces.insert(0, far..far + 1);
    }
    if token.is(Class::Split) {
        // Separable verbs: wies … zurück.
        let is_own = |far: &usize| {
            let is_last = !sentence.at(far + 1).is_word || sentence.at(far + 1).is(Class::And);
            is_last && rules.separable.iter().any(|pattern| is_pair(pattern, token, sentence.at(*far)))
        };
        let far = (at + 1..sentence.len().min(at + 40)).find(is_own)?;
        pieces.push(far..far + 1);
    }
    Some(Verb { pieces, at, pronoun, is_participle, is_phrase: false })
}

/// Whether a pattern of a separable verb has these two parts.
fn is_pair(pattern: &Pattern, verb: &Token, prefix: &Token) -> bool {
    let has =
        |step: &Step, token: &Token| matches!(step, Step::Words(words) if words.iter().any(|w| *w == token.lower));
    matches!(pattern.as_slice(), [first, second] if has(first, verb) && has(second, prefix))
}

fn needs_far_aux(token: &Token, has_aux: bool, rules: &Rules) -> bool {
    rules.capital_nouns && token.is(Class::Far) && !has_aux
}

/// The auxiliary of a participle at the end of its clause: hat die Vorwürfe bestritten.
fn far_auxiliary(sentence: &Sentence, at: usize) -> Option<usize> {
    // A clause may stand between: hat den Vorwurf, er habe gelogen, bestritten.
    let is_closed = sentence.before(at).text == ",";
    let ends = |text: &str| text == ";" || !is_closed && matches!(text, "," | ":");
    let is_far = |token: &Token| token.is(Class::Aux) && !token.is(Class::Be) && !token.is(Class::Reported);
    (at.saturating_sub(25)..at)
        .rev()
        .take_while(|far| !ends(sentence.at(*far).text))
        .find(|far| is_far(sentence.at(*far)))
}
