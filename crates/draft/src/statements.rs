//! What a verb says: who speaks, and which words are the content.

use std::ops::Range;

use crate::phrases::{backward, before_apposition, forward, is_adverb, is_pronoun, subject};
use crate::rules::{Class, Rules};
use crate::text::Sentence;
use crate::verbs::Verb;

/// A verb with its source and content, in tokens.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The verb.
    pub verb: Verb,
    /// The noun phrase of the source.
    pub source: Range<usize>,
    /// Whether the source is the subject of the same clause.
    pub is_direct: bool,
    /// What is said.
    pub content: Vec<Range<usize>>,
}

/// The statement that a verb of a sentence makes. The verbs and the source before it help to read it.
pub fn statement(
    sentence: &Sentence,
    verb: &Verb,
    later: &[Verb],
    earlier: Option<&Statement>,
    rules: &Rules,
) -> Option<Statement> {
    let (start, end) = (verb.start(), verb.end());
    let before = sentence.before(start);
    let is_cut = before.text == "," || before.is_quote || start == 0 || matches!(before.text, "—" | "–" | "-" | ":");
    let has_quote = before.is_quote || before.text == "," && start > 1 && sentence.before(start - 1).is_quote;
    let mut is_inverted = false;
    let mut is_direct = true;
    let source = if let Some(pronoun) = verb.pronoun {
        pronoun..pronoun + 1
    } else if verb.is_participle {
        if !(is_cut || before.is(Class::And)) {
            return None;
        }
        is_direct = false;
        let limit = if start == 0 { sentence.len() } else { start };
        match earlier {
            Some(earlier) if before.is(Class::And) || start > 0 => earlier.source.clone(),
            _ if start == 0 => after_comma(sentence, end)?,
            _ => subject(sentence, limit)?,
        }
    } else if before.is(Class::Relative) && !before.is(Class::Det)
        || before.is_any(&["which", "qui", "que"]) && start > 1
    {
        let comma = usize::from(start > 1 && sentence.before(start - 1).text == ",");
        backward(sentence, start - 1 - comma)?
    } else if before.is(Class::And) {
        is_direct = earlier.is_some();
        match earlier {
            Some(earlier) => earlier.source.clone(),
            None => subject(sentence, start)?,
        }
    } else if is_cut {
        let inversion = forward(sentence, next_word(sentence, end, verb)).filter(|phrase| {
            let after = sentence.at(phrase.end);
            let is_closed = !after.is_word
                || [Class::Prep, Class::Time, Class::Weekday, Class::Adverb, Class::Relative]
                    .iter()
                    .any(|class| after.is(*class));
            is_closed || has_quote || rules.bare_after_comma && (0..start).any(|at| sentence.at(at).is(Class::Reported))
        });
        let apposition = if before.text == "," { before_apposition(sentence, start) } else { None };
        match (apposition, inversion) {
            // “Channel Nine, citing the Courier, said”: the participle is no part of the name.
            (Some(apposition), _) if !has_quote && participle_after(sentence, &apposition).is_some() => {
                participle_after(sentence, &apposition)?
            }
            (Some(apposition), inversion) if !has_quote || inversion.is_none() => apposition,
            (_, Some(inversion)) => {
                is_inverted = true;
                inversion
            }
            _ if rules.drops_subjects => {
                is_direct = false;
                start..start
            }
            _ => return None,
        }
    } else if before.text == ")" {
        // An abbreviation in brackets: the Harbour Trust (HT) said.
        let open = (start.saturating_sub(8)..start).rev().find(|at| sentence.at(*at).text == "(")?;
        backward(sentence, open)?.start..start
    } else {
        // A restrictive clause: an official who asked not to be named said.
        let relative = (start.saturating_sub(14)..start)
            .rev()
            .take_while(|at| sentence.at(*at).is_word)
            .find(|at| sentence.at(*at).is(Class::Relative) && *at + 1 < start);
        let antecedent = relative.and_then(|at| backward(sentence, at)).map(|phrase| phrase.start..start);
        // In languages with the verb in the second place, an adverbial may stand before it.
        let adverbial = |phrase: &Range<usize>| rules.bare_after_comma && sentence.before(phrase.start).is(Class::Prep);
        let fronted = |phrase: &Range<usize>| rules.bare_after_comma && is_fronted(sentence, phrase, verb);
        let direct = || backward(sentence, start).filter(|phrase| !adverbial(phrase) && !fronted(phrase));
        match antecedent.or_else(direct) {
            Some(source) => source,
            // Verb second: “Am Montag sagte Rowe, …”
            None if rules.bare_after_comma => {
                is_inverted = true;
                forward(sentence, verb_end(verb))?
            }
            None => return None,
        }
    };
    if !source.is_empty() && !can_speak(sentence, &source) {
        return None;
    }
    let content = content(sentence, verb, &source, is_inverted, later, rules);
    Some(Statement { verb: verb.clone(), source, is_direct, content })
}

/// Whether what stands before a verb in the second place is an adverb or an object, so that the subject follows.
fn is_fronted(sentence: &Sentence, phrase: &Range<usize>, verb: &Verb) -> bool {
    let first = sentence.at(phrase.start);
    let last = sentence.before(phrase.end);
    let is_adverb = phrase.len() == 1 && [Class::Adverb, Class::Time, Class::Weekday].iter().any(|c| last.is(*c));
    let is_oblique = first.is_any(&["den", "dem", "einen", "einem", "diesen", "diesem"]);
    let denies = sentence.at(verb.at).is(Class::Deny) || sentence.at(verb.at).is(Class::Refuse);
    let is_claim = denies && phrase.clone().any(|at| sentence.at(at).is(Class::Claim)) && !first.is_any(&["der"]);
    (is_adverb || is_oblique || is_claim) && forward(sentence, verb_end(verb)).is_some()
}

/// Whether a noun phrase can be somebody: “multiple” in “multiple reports suggest” cannot.
fn can_speak(sentence: &Sentence, phrase: &Range<usize>) -> bool {
    phrase.clone().any(|at| {
        let token = sentence.at(at);
        let classes =
            [Class::Det, Class::Number, Class::Role, Class::Org, Class::People, Class::Outlet, Class::Document];
        let is_plural = token.lower.ends_with('s') && token.lower.len() > 3 || token.lower == "people";
        is_pronoun(token) || token.is_capital() || is_plural || classes.iter().any(|class| token.is(*class))
    })
}

/// Whether a noun phrase is somebody rather than something.
fn is_somebody(sentence: &Sentence, phrase: &Range<usize>) -> bool {
    let classes = [Class::Role, Class::Org, Class::People, Class::Outlet, Class::Document];
    phrase.clone().any(|at| {
        let token = sentence.at(at);
        let is_name = token.is_capital() && !token.is(Class::Det) && (at > 0 || !token.is(Class::Common));
        is_pronoun(token) || is_name || classes.iter().any(|class| token.is(*class))
    })
}

/// The noun phrase before “, citing …,”.
fn participle_after(sentence: &Sentence, phrase: &Range<usize>) -> Option<Range<usize>> {
    let comma = phrase.clone().find(|at| sentence.at(*at).text == ",")?;
    sentence.at(comma + 1).is(Class::Participle).then_some(phrase.start..comma)
}

/// The token after the verb itself: a separated prefix may follow later.
fn verb_end(verb: &Verb) -> usize {
    // The subject follows the auxiliary: Zuvor hatte Rowe berichtet.
    if let Some(first) = verb.pieces.first().filter(|first| verb.pronoun.is_none() && first.end <= verb.at) {
        return first.end;
    }
    verb.pieces.iter().find(|piece| piece.contains(&verb.at)).map_or(verb.at + 1, |piece| piece.end)
}

fn next_word(sentence: &Sentence, end: usize, verb: &Verb) -> usize {
    // A separated prefix follows the source: teilte die Stadt mit.
    let mut at = verb_end(verb).min(end);
    while is_adverb(sentence.at(at), &Rules::default()) && !sentence.at(at).is_capital() {
        at += 1;
    }
    at
}

/// The first noun phrase after the next comma: “Insisting that he had not, Rowe left”.
fn after_comma(sentence: &Sentence, start: usize) -> Option<Range<usize>> {
    let comma = (start..sentence.len()).find(|at| sentence.at(*at).text == ",")?;
    forward(sentence, comma + 1)
}

/// The end of a sentence without its full stop.
pub fn closed(sentence: &Sentence, end: usize) -> usize {
    let mut end = end;
    while end > 0 && matches!(sentence.before(end).text, "." | "!" | "?" | "…" | "," | ";" | "—" | "–" | ":") {
        end -= 1;
    }
    end
}

/// Where a clause ends: before another verb of saying after a comma or “and”.
fn clause_end(sentence: &Sentence, start: usize, later: &[Verb]) -> usize {
    let next = later.iter().find(|verb| {
        let at = verb.start();
        let before = sentence.before(at);
        let is_joined = before.is(Class::And) || verb.is_participle && before.text == ",";
        at > start && is_joined
    });
    next.map_or(sentence.len(), |verb| {
        let at = verb.start();
        if sentence.before(at).is(Class::And) { at - 1 } else { at }
    })
}

/// Skips when, where and to whom something is said.
fn skip(sentence: &Sentence, start: usize, verb: &Verb) -> usize {
    let mut at = start;
    let mut is_addressee = sentence.at(verb.at).is(Class::Tell) || sentence.at(at).is(Class::Object);
    while at < sentence.len() && at < start + 24 {
        let token = sentence.at(at);
        if is_addressee && !token.is(Class::That) && token.is_word && !token.is(Class::Prep) {
            is_addressee = false;
            match forward(sentence, at) {
                Some(phrase) => at = phrase.end,
                None => at += 1,
            }
        } else if token.is(Class::Det)
            && [Class::Weekday, Class::Time].iter().any(|class| sentence.at(at + 1).is(*class))
        {
            at += 2;
        } else if token.is(Class::Object) {
            at += 1;
        } else if token.is(Class::Prep) && !token.is(Class::That) {
            let next = sentence.at(at + 1);
            // “advierte de que”
            if next.is(Class::That) {
                return at;
            }
            let is_date = next.is(Class::Weekday) || next.is(Class::Month) || next.is(Class::Time);
            match if is_date { None } else { forward(sentence, at + 1) } {
                Some(phrase) => at = phrase.end,
                None if next.is_word => at += 2,
                None => return at,
            }
        } else if token.is(Class::Weekday)
            || token.is(Class::Month)
            || token.is(Class::Time) && !token.is(Class::Det)
            || is_adverb(token, &Rules::default()) && !token.is(Class::That)
            || token.text.starts_with(|c: char| c.is_ascii_digit()) && at > start
        {
            at += 1;
        } else {
            return at;
        }
    }
    at
}

fn content(
    sentence: &Sentence,
    verb: &Verb,
    source: &Range<usize>,
    is_inverted: bool,
    later: &[Verb],
    rules: &Rules,
) -> Vec<Range<usize>> {
    let block_start = verb.start().min(source.start);
    let block_end = if is_inverted { verb.end().max(source.end) } else { verb.end() };
    let mut pieces = Vec::new();
    // To the left: “…,” Rowe said.
    let mut left = block_start;
    while left > 0 && matches!(sentence.before(left).text, "," | "—" | "–" | "-") {
        left -= 1;
    }
    if sentence.before(left).is_quote && !verb.is_participle {
        let mut from = left - 1;
        let outer = sentence.before(from);
        if from > 0 && outer.is_word {
            from = clause_start(sentence, from);
        }
        pieces.push(from..left);
    }
    let token = sentence.at(verb.at);
    let mut at = skip(sentence, block_end, verb);
    let has_comma = sentence.at(at).text == ",";
    let after_comma = if has_comma { skip(sentence, at + 1, verb) } else { at };
    if has_comma && (sentence.at(after_comma).is_quote || sentence.at(after_comma).is(Class::That))
        || sentence.at(after_comma).text == ":"
    {
        at = after_comma;
    }
    let is_fronted = verb.is_participle && verb.start() == 0 && source.start > at;
    let end = if is_fronted { source.start } else { clause_end(sentence, at, later) };
    let end = closed(sentence, end);
    let here = sentence.at(at);
    if here.text == ":" {
        pieces.push(at + 1..closed(sentence, sentence.len()));
    } else if here.is_quote || here.text == "," && sentence.at(at + 1).is_quote {
        let at = at + usize::from(!here.is_quote);
        let last = (at..end).take_while(|at| sentence.at(*at).is_quote || sentence.at(*at).text == ",").last();
        let to = if pieces.is_empty() { end } else { last.map_or(at + 1, |last| last + 1) };
        // “The idea was, Rowe said, “a fairy tale””: the clause begins before its verb of saying.
        let is_inserted = pieces.is_empty() && left < block_start && left > 1 && sentence.before(at).text == ",";
        if is_inserted && !verb.is_participle && is_statement(sentence, 0..left) {
            pieces.push(clause_start(sentence, left)..left);
        }
        pieces.push(at..closed(sentence, to));
    } else if here.is(Class::That) || here.is(Class::Prep) && sentence.at(at + 1).is(Class::That) {
        pieces.push(at..end);
    } else if pieces.is_empty() && rules.bare_after_comma && has_comma && !later_source(sentence, after_comma, later) {
        pieces.push(at + 1..end);
    } else if pieces.is_empty()
        && left < block_start
        && left > 1
        && !verb.is_participle
        && is_statement(sentence, 0..left)
    {
        pieces.push(clause_start(sentence, left)..left);
    } else if pieces.is_empty()
        && (token.is(Class::Bare) && is_bare(sentence, at..end, verb, source)
            || rules.elides && is_infinitive(sentence, at))
    {
        pieces.push(at..end);
    } else if !pieces.is_empty() {
        // “A,” Rowe said on Monday, “b.”
        let next = (at..sentence.len().min(at + 25)).find(|at| sentence.at(*at).is_quote);
        let is_free = |quote: usize| later.iter().all(|verb| verb.start() > quote || verb.is_participle);
        if let Some(quote) = next.filter(|quote| is_free(*quote) && sentence.before(*quote).text == ",") {
            pieces.push(quote..quote + 1);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether an infinitive begins what is said: assure n’avoir rien signé.
fn is_infinitive(sentence: &Sentence, at: usize) -> bool {
    let start = (at..at + 3).find(|at| !sentence.at(*at).is(Class::Negation)).unwrap_or(at);
    sentence.at(start).is_any(&["avoir", "être"])
}

fn later_source(sentence: &Sentence, at: usize, later: &[Verb]) -> bool {
    later.iter().any(|verb| verb.start() == at || verb.start() == at + 1 && sentence.at(at).is(Class::And))
}

/// Where the clause that ends at a token begins: after a dash, a semicolon, or a conjunction at the start.
fn clause_start(sentence: &Sentence, end: usize) -> usize {
    let start = (0..end).rev().find(|at| matches!(sentence.at(*at).text, ";" | ":" | "—")).map_or(0, |at| at + 1);
    start + usize::from(sentence.at(start).is(Class::And) && start == 0)
}

/// Whether a range has a finite verb, so that it can be what somebody states.
fn is_statement(sentence: &Sentence, range: Range<usize>) -> bool {
    let opens_adverbial = sentence.at(range.start).is(Class::Prep) || sentence.at(range.start).is(Class::Subord);
    let mut verbs = range.clone().filter(|at| is_finite(sentence, *at));
    let is_reported = range.clone().any(|at| sentence.at(at).is(Class::Reported));
    range.len() > 2 && verbs.next().is_some() && (!opens_adverbial || is_reported)
}

fn is_finite(sentence: &Sentence, at: usize) -> bool {
    let token = sentence.at(at);
    let is_verb = [Class::Aux, Class::Modal, Class::Verb, Class::Say, Class::Deny, Class::Reported]
        .iter()
        .any(|class| token.is(*class));
    let is_past = token.is_word && !token.is_capital() && token.lower.ends_with("ed");
    let is_present = token.is_word && !token.is_capital() && token.lower.ends_with('s') && !token.lower.ends_with("ss");
    is_verb || is_past || is_present && at > 0
}

fn is_bare(sentence: &Sentence, range: Range<usize>, verb: &Verb, source: &Range<usize>) -> bool {
    let first = sentence.at(range.start);
    let begins = first.is_word && !first.is(Class::Subord) && !first.is(Class::And);
    let strong = sentence.at(verb.at).lower.starts_with("sa") || sentence.at(verb.at).is(Class::Tell);
    let near = range.clone().skip(1).take(14).take_while(|at| sentence.at(*at).is_word);
    let is_clause = near.clone().any(|at| is_finite(sentence, at)) || is_pronoun(first) && range.len() > 1;
    if !strong && (!is_somebody(sentence, source) || verb.is_participle && !is_pronoun(first)) {
        return false;
    }
    begins && range.len() > 1 && (is_clause || strong && range.len() > 3)
}
