//! From sentences to rows.

use std::ops::Range;

use crate::indirect;
use crate::kinds::{self, Sort};
use crate::marks;
use crate::names::{Names, Who};
use crate::phrases::subject;
use crate::posts;
use crate::rules::{Class, Rules};
use crate::silences;
use crate::statements::{Statement, closed, statement};
use crate::text::{Index, Sentence, sentences, words};
use crate::verbs::verbs;
use crate::when;
use crate::{Draft, Kind, Row};

/// What is read at once.
pub struct Reader<'t> {
    /// The text.
    pub index: Index<'t>,
    /// The rules.
    pub rules: Rules,
    /// Who has been named.
    pub names: Names,
    /// The rows so far.
    pub rows: Vec<Row>,
    /// The article's date, or nothing.
    pub date: String,
    roles: Vec<(String, String)>,
    last_quote_row: Option<(usize, usize)>,
    is_unclosed: bool,
    /// A row whose content is that of the next statement of its sentence.
    cited_row: Option<usize>,
}

/// Reads a text with the rules of its language.
pub fn read(text: &str, rules: Rules, date: &str) -> Draft {
    let chars: Vec<char> = text.chars().collect();
    let index = Index::new(text);
    let sentences = sentences(&index, &chars, &rules);
    let mut names = Names::default();
    for sentence in &sentences {
        names.learn(sentence, &index, &rules);
    }
    let mut reader = Reader {
        index,
        rules,
        names,
        rows: Vec::new(),
        date: date.to_owned(),
        roles: Vec::new(),
        last_quote_row: None,
        is_unclosed: false,
        cited_row: None,
    };
    let special = posts::read(&mut reader, &sentences);
    for sentence in &sentences {
        if !special.contains(&sentence.paragraph) {
            reader.sentence(sentence);
        }
        reader.names.pass(sentence, &reader.index, &reader.rules);
    }
    let Reader { mut rows, roles, .. } = reader;
    rows.retain(|row| row.cue.len() + row.content.len() > 0);
    rows.sort_by_key(first);
    Draft { rows, is_supported: true, roles }
}

fn first(row: &Row) -> usize {
    row.source.iter().chain(&row.cue).chain(&row.content).map(|span| span.start).min().unwrap_or_default()
}

impl Reader<'_> {
    fn sentence(&mut self, sentence: &Sentence) {
        let found = verbs(sentence, &self.rules);
        let mut used: Vec<bool> = vec![false; sentence.len()];
        let mut earlier: Option<Statement> = None;
        self.cited_row = None;
        let known = self.rows.len();
        for (at, verb) in found.iter().enumerate() {
            let later = found.get(at + 1..).unwrap_or_default();
            if sentence.at(verb.at).is(Class::Cite) && self.cited(sentence, verb.pieces.clone(), verb.end()) {
                continue;
            }
            let Some(statement) = statement(sentence, verb, later, earlier.as_ref(), &self.rules) else { continue };
            let is_taken = statement.content.iter().any(|piece| {
                piece.len() == 1 && used.get(piece.start).copied().unwrap_or(false) && !verb.is_participle
            });
            if is_taken {
                continue;
            }
            if self.statement(sentence, &statement) {
                for at in statement.content.iter().cloned().flatten() {
                    if let Some(used) = used.get_mut(at) {
                        *used = true;
                    }
                }
                earlier = Some(statement);
            }
        }
        for phrase in silences::silences(sentence, &self.rules) {
            let who = phrase.source.as_ref().map(|source| self.who(sentence, source)).unwrap_or_default();
            let source = phrase.source.map(|source| sentence.span(source)).into_iter().collect();
            let asked = sentence.at(phrase.cue.end);
            let is_clause = asked.is(Class::That);
            let rest = phrase.cue.end..closed(sentence, sentence.len());
            let content = if is_clause && !rest.is_empty() { vec![sentence.span(rest)] } else { Vec::new() };
            let row = Row {
                source,
                content,
                cue: vec![sentence.span(phrase.cue)],
                ..self.row(Kind::NoAnswer, &who, sentence)
            };
            self.rows.push(row);
        }
        self.according(sentence, &mut used, known);
        self.loose_quotes(sentence, &used);
        if self.rows.len() == known && indirect::is_indirect(sentence) {
            self.indirect(sentence);
        }
    }

    /// Indirect speech that goes on without a verb of saying: “Er habe nichts gewusst.”
    fn indirect(&mut self, sentence: &Sentence) {
        let Some(name) = self.names.last_speaker(sentence.paragraph) else { return };
        let reason = format!("the sentence goes on without a source; taken to be {name}");
        let who = Who { name, reason, ..Who::default() };
        let content = 0..sentence.len();
        let is_denied = kinds::is_denied(sentence, std::slice::from_ref(&content), false, &self.rules);
        let kind = if is_denied { Kind::Denial } else { Kind::Paraphrase };
        let mut row = self.row(kind, &who, sentence);
        row.content = vec![sentence.span(content)];
        self.names.spoke(&row.speaker, sentence.paragraph);
        self.rows.push(row);
    }

    /// Resolves a noun phrase, and remembers the role that it gives.
    fn who(&mut self, sentence: &Sentence, phrase: &Range<usize>) -> Who {
        let who = self.names.who(sentence, phrase, &self.index, &self.rules);
        if !who.role.is_empty() && !self.roles.iter().any(|(name, _)| *name == who.name) {
            self.roles.push((who.name.clone(), who.role.clone()));
        }
        who
    }

    /// A row without spans.
    pub fn row(&self, kind: Kind, who: &Who, sentence: &Sentence) -> Row {
        let (medium, date) = when::when(sentence, &self.index, &self.date);
        Row {
            kind,
            speaker: who.name.clone(),
            source: Vec::new(),
            cue: Vec::new(),
            content: Vec::new(),
            is_sure: who.is_sure,
            reason: who.reason.clone(),
            medium,
            date,
        }
    }

    fn statement(&mut self, sentence: &Sentence, statement: &Statement) -> bool {
        let who = self.who(sentence, &statement.source);
        let Some(Sort { kind, content }) = kinds::sort(sentence, statement, &who, &self.rules) else { return false };
        let spans = |ranges: &[Range<usize>]| ranges.iter().map(|range| sentence.span(range.clone())).collect();
        let mut row = self.row(kind, &who, sentence);
        row.source =
            if statement.source.is_empty() { Vec::new() } else { spans(std::slice::from_ref(&statement.source)) };
        row.cue = spans(&statement.verb.pieces);
        row.content = spans(&content);
        row.is_sure = who.is_sure && statement.is_direct;
        if who.is_sure && !statement.is_direct {
            row.reason = format!("{} taken to be the subject", who.name);
        }
        if content.iter().cloned().flatten().any(|at| sentence.at(at).is_quote) {
            self.last_quote_row = Some((self.rows.len(), sentence.paragraph));
            self.is_unclosed = content.last().is_some_and(|piece| !ends_closed(sentence.at(piece.end - 1).text));
        }
        self.names.spoke(&who.name, sentence.paragraph);
        if let Some(cited) = self.cited_row.take().and_then(|at| self.rows.get_mut(at)) {
            cited.content.clone_from(&row.content);
        }
        self.rows.push(row);
        true
    }

    /// “… which cites The Washington Post”: the object is the source.
    fn cited(&mut self, sentence: &Sentence, cue: Vec<Range<usize>>, end: usize) -> bool {
        let outlet = (end..sentence.len().min(end + 9)).take_while(|at| sentence.at(*at).is_word).find(|at| {
            sentence.at(*at).is_capital()
                && crate::phrases::forward(sentence, *at)
                    .is_some_and(|mut phrase| phrase.any(|at| sentence.at(at).is(Class::Outlet)))
        });
        let Some(phrase) = outlet.and_then(|at| crate::phrases::forward(sentence, at)) else { return false };
        let phrase = if sentence.before(phrase.start).is(Class::Det) { phrase.start - 1..phrase.end } else { phrase };
        let who = self.who(sentence, &phrase);
        let mut row = self.row(Kind::Relay, &who, sentence);
        self.cited_row = Some(self.rows.len());
        row.source = vec![sentence.span(phrase)];
        row.cue = cue.into_iter().map(|piece| sentence.span(piece)).collect();
        self.rows.push(row);
        true
    }

    fn according(&mut self, sentence: &Sentence, used: &mut [bool], known: usize) {
        for phrase in silences::sources(sentence, &self.rules) {
            let Some(source) = phrase.source else { continue };
            let who = self.who(sentence, &source);
            let end = closed(sentence, sentence.len());
            let block = phrase.cue.start.min(source.start)..phrase.cue.end.max(source.end);
            let is_opening = block.start <= 1
                || phrase.cue.start < 8
                    && !sentence.before(phrase.cue.start).is_word
                    && !sentence.before(phrase.cue.start).is_quote
                || (0..phrase.cue.start).all(|at| !sentence.at(at).is_word);
            let mut content = if is_opening && block.end + 1 < end {
                let from = block.end + usize::from(sentence.at(block.end).text == ",");
                vec![from..end]
            } else {
                let before = closed(sentence, block.start);
                vec![0..before, block.end + usize::from(sentence.at(block.end).text == ",")..end]
            };
            content.retain(|piece| piece.start < piece.end);
            // “…, meldete der Sender unter Berufung auf …”: both pass on the same words.
            let passes_on = sentence.at(phrase.cue.start).is_any(&["unter", "mit"]);
            let shared = self.rows.get(known..).and_then(<[Row]>::last).map(|row| row.content.clone());
            let shared = shared.filter(|content| passes_on && !content.is_empty());
            let mut content_quote = content.iter().cloned().flatten().filter(|at| sentence.at(*at).is_quote);
            let quote = content_quote.next();
            let is_clause = quote
                .is_some_and(|at| content.iter().map(Range::len).sum::<usize>() < 3 && used.get(at) == Some(&false));
            let kind = match (who.is_outlet, is_clause) {
                (true, _) => Kind::Relay,
                (_, true) => Kind::Quotation,
                _ => Kind::Paraphrase,
            };
            for at in content.iter().cloned().flatten() {
                if let Some(used) = used.get_mut(at) {
                    *used = true;
                }
            }
            let mut row = self.row(kind, &who, sentence);
            row.source = vec![sentence.span(source)];
            row.cue = vec![sentence.span(phrase.cue)];
            row.content = shared.unwrap_or_else(|| content.into_iter().map(|piece| sentence.span(piece)).collect());
            self.rows.push(row);
        }
    }

    /// Quotations without a verb: the rest of an utterance, a continued paragraph, or a colon.
    fn loose_quotes(&mut self, sentence: &Sentence, used: &[bool]) {
        let is_alone = sentence.tokens.iter().all(|token| token.is_quote || !token.is_word);
        let loose = (0..sentence.len()).find(|at| sentence.at(*at).is_quote && used.get(*at) == Some(&false));
        let Some(at) = loose else { return };
        let quote = sentence.at(at);
        let span = quote.span.clone();
        if is_alone {
            match self.last_quote_row {
                Some((row, paragraph)) if paragraph == sentence.paragraph && !sentence.is_first => {
                    if let Some(row) = self.rows.get_mut(row) {
                        row.content.push(span);
                    }
                }
                _ => self.continuation(sentence, span),
            }
            self.is_unclosed = !ends_closed(quote.text);
        } else if let Some((source, cue)) = unknown_verb(sentence, at) {
            let who = self.who(sentence, &source);
            let mut row = self.row(Kind::Quotation, &who, sentence);
            row.is_sure = false;
            if row.reason.is_empty() {
                "the verb is not in the rules".clone_into(&mut row.reason);
            }
            row.source = vec![sentence.span(source)];
            row.cue = vec![sentence.span(cue)];
            row.content = vec![span];
            self.names.spoke(&row.speaker, sentence.paragraph);
            self.last_quote_row = Some((self.rows.len(), sentence.paragraph));
            self.rows.push(row);
        } else if words(quote.text).count() >= 4 && sentence.before(at).text == ":" {
            let Some(source) = subject(sentence, at) else { return };
            let who = self.who(sentence, &source);
            let mut row = self.row(Kind::Quotation, &who, sentence);
            row.is_sure = false;
            row.reason = if who.reason.is_empty() { "the quotation follows a colon".to_owned() } else { who.reason };
            row.source = vec![sentence.span(source)];
            row.content = vec![span];
            self.names.spoke(&row.speaker, sentence.paragraph);
            self.last_quote_row = Some((self.rows.len(), sentence.paragraph));
            self.rows.push(row);
        }
    }

    fn continuation(&mut self, sentence: &Sentence, span: Range<usize>) {
        let text = self.index.slice(&span);
        let is_continued = self.is_unclosed && sentence.is_first;
        if words(text).count() < 3 && !is_continued {
            return;
        }
        let previous = self.names.last_speaker(sentence.paragraph);
        let person = if sentence.is_first { previous } else { self.names.last_person().or(previous) };
        let Some(name) = person else { return };
        let last = self.last_quote_row.and_then(|(row, _)| self.rows.get(row));
        let is_sure = is_continued && last.is_some_and(|row| row.is_sure);
        let reason = format!("the quotation names nobody; taken to be {name}");
        let who = Who { name, is_sure, reason: if is_sure { String::new() } else { reason }, ..Who::default() };
        let mut row = self.row(Kind::Quotation, &who, sentence);
        row.content = vec![span];
        self.names.spoke(&who.name, sentence.paragraph);
        self.last_quote_row = Some((self.rows.len(), sentence.paragraph));
        self.rows.push(row);
    }
}

/// “…!” Rowe thunders; « … », lâche Rowe: a verb that the rules do not list, between a whole quotation and its speaker.
fn unknown_verb(sentence: &Sentence, quote: usize) -> Option<(Range<usize>, Range<usize>)> {
    let inner = sentence.at(quote).text.trim_end_matches(marks::is_mark).trim_end();
    let has_comma = sentence.at(quote + 1).text == ",";
    let is_whole = inner.ends_with([',', '!', '?']) || has_comma && quote == 0;
    if !is_whole || words(inner).count() < 3 {
        return None;
    }
    let start = quote + 1 + usize::from(has_comma);
    const OTHER: [Class; 8] =
        [Class::Prep, Class::Of, Class::Det, Class::And, Class::Relative, Class::That, Class::Subord, Class::Negation];
    let is_verb = |at: usize| {
        let token = sentence.at(at);
        token.is_word && !token.is_capital() && !OTHER.iter().any(|class| token.is(*class)) && !token.is(Class::Role)
    };
    let is_named = |phrase: &Range<usize>| {
        phrase.clone().any(|at| sentence.at(at).is_capital() || sentence.at(at).is(Class::Role))
            || crate::phrases::is_pronoun(sentence.at(phrase.start))
    };
    if is_verb(start) && !crate::phrases::is_pronoun(sentence.at(start)) {
        let mut end = start + 1;
        while is_verb(end) && end < start + 3 && !crate::phrases::is_pronoun(sentence.at(end)) {
            end += 1;
        }
        return crate::phrases::forward(sentence, end).filter(is_named).map(|phrase| (phrase, start..end));
    }
    let phrase = crate::phrases::forward(sentence, start).filter(is_named)?;
    is_verb(phrase.end).then(|| (phrase.clone(), phrase.end..phrase.end + 1))
}

fn ends_closed(text: &str) -> bool {
    text.ends_with(marks::is_mark)
}
