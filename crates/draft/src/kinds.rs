//! Which kind a statement is of, or that it is none.

use std::ops::Range;

use crate::Kind;
use crate::names::Who;
use crate::phrases::{is_pronoun, occurs};
use crate::rules::{Class, Rules};
use crate::statements::{Statement, closed};
use crate::text::{Sentence, words};

/// The kind of a statement, and its content.
pub struct Sort {
    /// The kind.
    pub kind: Kind,
    /// The content, in tokens.
    pub content: Vec<Range<usize>>,
}

/// Decides on the kind of a statement.
pub fn sort(sentence: &Sentence, statement: &Statement, who: &Who, rules: &Rules) -> Option<Sort> {
    let verb = sentence.at(statement.verb.at);
    let content = statement.content.clone();
    let is = |class: Class| verb.is(class) && !statement.verb.is_phrase;
    let object = object(sentence, statement);
    let is_short = content.is_empty();
    let is_quoted = is_quoted(sentence, &content);
    let phrase_denies = statement.verb.is_phrase
        && (statement.verb.start()..statement.verb.end())
            .any(|at| sentence.at(at).is(Class::Deny) || sentence.at(at).is(Class::Negation));
    if is(Class::Deny) || phrase_denies {
        let content = if is_short { vec![object] } else { content };
        let content: Vec<Range<usize>> = content.into_iter().filter(|piece| !piece.is_empty()).collect();
        return (!content.is_empty() || rules.bare_after_comma).then_some(Sort { kind: Kind::Denial, content });
    }
    if is(Class::Refuse) && !is(Class::Say) && !is_quoted || is_short && is(Class::Judge) {
        return judged(sentence, statement, object, is(Class::Judge), rules);
    }
    let is_noun = sentence.at(object.start).is(Class::Det) || sentence.at(object.start).is_capital();
    if is_short && is(Class::Thing) && is_noun && object.len() > 1 && !statement.verb.is_participle {
        return Some(Sort { kind: Kind::Paraphrase, content: vec![object] });
    }
    if is_short
        || !(is(Class::Say)
            || is(Class::Tell)
            || is(Class::Report)
            || is(Class::Shows)
            || statement.verb.is_phrase
            || is_quoted)
    {
        return None;
    }
    let only_documents = is(Class::Shows) && !is(Class::Say) || is(Class::Report) && !is(Class::Say) && !who.is_outlet;
    if only_documents && !who.is_document && !who.is_outlet {
        return None;
    }
    let kind = if who.is_outlet && !is_quoted {
        Kind::Relay
    } else if is_quoted {
        Kind::Quotation
    } else if is_denied(sentence, &content, is(Class::Insist), rules) {
        Kind::Denial
    } else {
        Kind::Paraphrase
    };
    Some(Sort { kind, content })
}

/// What follows the verb, to the end of its clause.
fn object(sentence: &Sentence, statement: &Statement) -> Range<usize> {
    let verb_end = statement.verb.pieces.iter().find(|piece| piece.contains(&statement.verb.at));
    let start = verb_end.map_or(statement.verb.end(), |piece| piece.end);
    let start = if statement.source.start == start { statement.source.end } else { start };
    let far = statement.verb.pieces.first().map_or(start, |piece| piece.end);
    // The object comes first: Den Vorwurf wies Rowe zurück.
    let first = sentence.at(0);
    let is_inverted = statement.source.start >= far && statement.verb.start() > 0;
    if is_inverted && first.is(Class::Det) && (0..statement.verb.start()).all(|at| !sentence.at(at).is_quote) {
        return 0..closed(sentence, statement.verb.start());
    }
    if far < statement.verb.at && sentence.at(statement.verb.at).is(Class::Far) {
        // hat die Vorwürfe bestritten
        let from = if statement.source.start >= far { statement.source.end } else { far };
        return from.min(statement.verb.at)..statement.verb.at;
    }
    let is_end = |at: &usize| {
        let token = sentence.at(*at);
        token.text == ","
            || token.text == ";"
            || token.is(Class::And) && !sentence.at(*at + 1).is(Class::Det)
            || token.is(Class::Suffix) && statement.verb.pieces.iter().any(|piece| piece.contains(at))
    };
    let end = (start..sentence.len()).find(is_end).unwrap_or(sentence.len());
    // A clause between the verb and its prefix: wies den Vorwurf, er habe gelogen, zurück.
    let prefix = statement.verb.pieces.last().filter(|last| last.start > statement.verb.at);
    let is_claim = (start..end).any(|at| sentence.at(at).is(Class::Claim));
    let goes_on = is_claim && (end..sentence.len()).any(|at| sentence.at(at).is(Class::Reported));
    let end = if goes_on { sentence.len() } else { end };
    let end = prefix.map_or(end, |prefix| prefix.start);
    start..closed(sentence, end).max(start)
}

/// “Rejected the claims”, “called it a lie”, “described it as “a mess””.
fn judged(
    sentence: &Sentence,
    statement: &Statement,
    object: Range<usize>,
    is_judge: bool,
    rules: &Rules,
) -> Option<Sort> {
    let near = object.start..object.end.min(object.start + 30);
    let quote = near.clone().find(|at| sentence.at(*at).is_quote);
    let is_false = near.clone().any(|at| sentence.at(at).is(Class::False))
        || quote.is_some_and(|at| {
            words(sentence.at(at).text).any(|word| rules.classes(&word.to_lowercase()) & Class::False.bit() != 0)
        });
    let is_claim = near.take(10).any(|at| sentence.at(at).is(Class::Claim));
    let end = quote.map_or(object.end, |quote| (quote + 1).max(object.end));
    if object.is_empty() || statement.verb.is_participle && quote.is_none() && !is_false {
        return None;
    }
    let kind = match (is_judge, is_false, is_claim) {
        (_, true, _) => Kind::Denial,
        (false, _, true) => Kind::Denial,
        _ if quote.is_some() => Kind::Paraphrase,
        _ => return None,
    };
    Some(Sort { kind, content: vec![object.start..end] })
}

/// Whether at least a clause of a content is within quotation marks.
fn is_quoted(sentence: &Sentence, content: &[Range<usize>]) -> bool {
    let (mut inside, mut outside, mut is_closed) = (0, 0, false);
    for at in content.iter().cloned().flatten() {
        let token = sentence.at(at);
        if token.is_quote {
            inside += words(token.text).count();
            is_closed |= token.text.contains(['.', ',', '!', '?', '…']);
        } else if token.is_word {
            outside += 1;
        }
    }
    let first = content.first().map(|piece| sentence.at(piece.start));
    let begins = first.is_some_and(|token| token.is_quote);
    // “The plan was “a disgrace to the town””: the fragment completes a clause of the reporter.
    let opening = content.iter().cloned().flatten().take_while(|at| !sentence.at(*at).is_quote);
    if opening.filter(|at| sentence.at(*at).is_word).count() > 2 && inside < 12 {
        return false;
    }
    inside > 0
        && (outside == 0 && (inside >= 2 || is_closed)
            || begins && inside >= 3 && inside > outside
            || inside >= 6 && inside > outside * 2)
}

/// Whether a content says that something is not so.
pub fn is_denied(sentence: &Sentence, content: &[Range<usize>], insists: bool, rules: &Rules) -> bool {
    let Some(piece) = content.first() else { return false };
    if occurs(sentence, piece.clone(), &rules.negated) {
        return true;
    }
    let start = piece.start + usize::from(sentence.at(piece.start).is(Class::That));
    let is_own = is_pronoun(sentence.at(start)) && !sentence.at(start).is_any(&["it", "es", "we"]);
    let near = start..piece.end.min(start + 7);
    let negation = near.clone().find(|at| sentence.at(*at).is(Class::Negation));
    let mut near = near;
    let is_plan = near.any(|at| sentence.at(at).is(Class::Modal));
    negation.is_some() && !is_plan && (insists || is_own)
}
