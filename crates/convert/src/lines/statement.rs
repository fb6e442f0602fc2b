//! The line of a statement: `SPEAKER STANCE, how, when: “what”`.

use serde_json::{Map, Value};

use super::fields::{Entry, FIELDS};
use super::names::Found;
use super::read::{Current, Reader, shown};
use super::rules::*;
use super::source::Line;
use super::text::{Quoted, opens, quoted, split_id, unescape};
use crate::language::{Language, Section, fold};

/// A stance is looked for only so many bytes into a line.
const MAX_BYTES_OF_HEAD: usize = 400;

/// At most this many places of a line are tried as the end of the speaker's name.
const MAX_CANDIDATES: usize = 12;

/// A stance within a line.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    /// The end of the speaker's name.
    name: usize,
    /// The beginning and the end of the phrase.
    start: usize,
    end: usize,
    stance: &'static str,
    /// Whether nothing follows that would need a comma or a colon before it.
    is_clean: bool,
}

impl Reader {
    pub(super) fn statement(&mut self, line: &Line<'_>) {
        let (body, id) = split_id(&line.text);
        let head_end = colon(body).unwrap_or(body.len());
        let head = body.get(..head_end).unwrap_or_default();
        if let Some(blank) = head.find("__").filter(|at| *at < MAX_BYTES_OF_HEAD) {
            self.current = Current::LeftOut;
            let speaker = head.get(..blank).unwrap_or_default().trim();
            if speaker.is_empty() {
                return self.report(line, head, &SPEAKER_NOT_CHOSEN, &[]);
            }
            let choices = self.choices();
            return self.report(
                line,
                head.get(blank..).unwrap_or(head),
                &STANCE_NOT_CHOSEN,
                &[&shown(speaker), &choices],
            );
        }
        let Some(candidate) = self.candidate(body) else { return self.without_stance(line, head, body) };
        let written = body.get(..candidate.name).unwrap_or_default().trim();
        let Ok(speaker) = self.speaker(written) else {
            self.current = Current::LeftOut;
            let known = self.known_beginning(written).map_or(0, |(known, _)| known.len());
            let words = body.get(known..candidate.end).unwrap_or_default().trim();
            let choices = self.choices();
            return self.report(line, words, &UNKNOWN_STANCE, &[&shown(words), "", &choices]);
        };
        let Some(claim) = self.claim.clone() else {
            self.current = Current::LeftOut;
            return self.report(line, body, &STATEMENT_BEFORE_CLAIM, &[]);
        };
        let party = self.party_of(line, speaker);
        let Some(party) = party else {
            self.current = Current::LeftOut;
            return;
        };
        let at = self.statement_list.len();
        self.statement_list.push(Map::new());
        self.current = Current::Statement(at);
        self.place(line, body, format!("/statements/{at}"));
        if let Some(id) = id {
            self.put(line, id, "id", unescape(id.trim()).into());
        }
        self.put(line, speaker, "by", party.into());
        let phrase = body.get(candidate.start..).unwrap_or_default();
        let mut stances = Map::new();
        stances.insert(claim.clone(), candidate.stance.into());
        self.put(line, phrase, "stances", Value::Object(stances));
        self.place(line, phrase, format!("/statements/{at}/stances/{}", crate::losses::escaped(&claim)));
        self.rest_of_statement(line, body.get(candidate.end..).unwrap_or_default());
    }

    /// The name before a stance. Adverbs such as “strongly” and the role of the speaker may stand behind the name; an
    /// error if words are there that change what the stance says, such as “does not”.
    fn speaker<'t>(&self, written: &'t str) -> Result<&'t str, ()> {
        if self.parties.find(written) != Found::None {
            return Ok(written);
        }
        let negates = |word: &str| self.is_word(word, "negation") || fold(word).ends_with("n't");
        let is_negated = written.split_whitespace().any(|word| negates(word.trim_matches([',', ':'])));
        let Some((known, rest)) = self.known_beginning(written) else {
            return if is_negated { Err(()) } else { Ok(written) };
        };
        let rest = rest.trim_matches(|c: char| c == ',' || c.is_whitespace());
        if rest.split_whitespace().all(|word| self.is_word(word, "before-stance")) {
            return Ok(known);
        }
        if let Found::One(id) = self.parties.find(known)
            && let Some(role) = self.party_list.get(&id).and_then(|party| party.get("role")).and_then(Value::as_str)
            && fold(role) == fold(rest)
        {
            return Ok(known);
        }
        // “Peter Smith” beside “Peter Hallam” is a name of its own.
        let is_name = rest.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
        if is_name && !is_negated && !written.contains([',', ':']) { Ok(written) } else { Err(()) }
    }

    /// What follows the stance.
    fn rest_of_statement(&mut self, line: &Line<'_>, rest: &str) {
        let (parts, content) = match colon(rest) {
            Some(at) => (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default().trim()),
            None => (rest, ""),
        };
        let parts = parts.trim();
        match parts.strip_prefix(',') {
            Some(parts) => self.parts(line, parts.trim(), Entry::Statement),
            None if parts.is_empty() => {}
            None => {
                let unclear = parts.split(',').next().unwrap_or_default().trim();
                self.report(line, unclear, &UNCLEAR_PART, &[&shown(unclear)]);
            }
        }
        if content.is_empty() {
            return;
        }
        match quoted(content) {
            Quoted::Whole(words) => self.put(line, words, "quote", unescape(words.trim()).into()),
            Quoted::No if opens(content) && !content.starts_with('\'') => {
                self.report(line, content, &UNCLEAR_QUOTATION, &[]);
                self.put(line, content, "text", unescape(content).into());
            }
            Quoted::No => self.put(line, content, "text", unescape(content).into()),
            Quoted::Unclear => {
                self.report(line, content, &UNCLEAR_QUOTATION, &[]);
                self.put(line, content, "text", unescape(content).into());
            }
        }
    }

    /// `also STANCE: CLAIM`, below a statement on several claims. `None` if the line is something else.
    pub(super) fn also(&mut self, line: &Line<'_>) -> Option<()> {
        let text = &*line.text;
        let word_end = text.find(char::is_whitespace)?;
        let (word, rest) = text.split_at_checked(word_end)?;
        if !self.language.names(Section::Fields, word).contains(&"also") {
            return None;
        }
        let rest = rest.trim_start();
        let (stance, end) = self.phrase_at(rest)?;
        let name = rest.get(end..)?.trim().strip_prefix(':')?.trim();
        if self.entry() != Some(Entry::Statement) {
            if self.current != Current::LeftOut {
                self.report(line, text, &NOT_HERE, &[&shown(text), "this entry"]);
            }
            return Some(());
        }
        let Some(claim) = self.claim_of(line, name) else { return Some(()) };
        self.put_stance(line, name, &claim, stance);
        Some(())
    }

    fn put_stance(&mut self, line: &Line<'_>, part: &str, claim: &str, stance: &str) {
        let pointer = format!("{}/stances/{}", self.pointer(), crate::losses::escaped(claim));
        let stances = self.object().and_then(|statement| statement.get_mut("stances")).and_then(Value::as_object_mut);
        let Some(stances) = stances else { return };
        if stances.contains_key(claim) {
            return self.report(line, part, &REPEATED, &[&shown(claim)]);
        }
        stances.insert(claim.to_owned(), stance.into());
        self.place(line, part, pointer);
    }

    /// The longest phrase of a stance at the beginning of a text, and its end.
    fn phrase_at(&self, text: &str) -> Option<(&'static str, usize)> {
        let longest = self.language.longest(Section::Stances);
        let mut ends = Vec::new();
        let mut is_word = false;
        for (at, c) in text.char_indices().take(MAX_BYTES_OF_HEAD) {
            if c.is_whitespace() && is_word {
                ends.push(at);
            }
            is_word = !c.is_whitespace();
            if ends.len() >= longest {
                break;
            }
        }
        if ends.len() < longest {
            ends.push(text.len().min(MAX_BYTES_OF_HEAD));
        }
        ends.into_iter().rev().find_map(|end| {
            let words = text.get(..end)?.trim_end();
            let stripped = words.trim_end_matches([':', ',', '.', ';']);
            let names = self.language.names(Section::Stances, stripped);
            let format_word = || super::STANCES.iter().find(|word| **word == stripped).copied();
            names.first().copied().or_else(format_word).map(|stance| (stance, stripped.len()))
        })
    }

    fn candidate(&self, body: &str) -> Option<Candidate> {
        let mut candidates: Vec<Candidate> = Vec::new();
        let name_in_braces = body.starts_with('{').then(|| super::text::split(body, ' ', 2)).and_then(|parts| {
            let first = parts.first()?;
            first.ends_with('}').then_some(first.len())
        });
        let mut was_space = false;
        for (at, c) in body.char_indices() {
            if at > MAX_BYTES_OF_HEAD || candidates.len() >= MAX_CANDIDATES {
                break;
            }
            let is_start = was_space && !c.is_whitespace();
            was_space = c.is_whitespace();
            if !is_start || at == 0 || name_in_braces.is_some_and(|end| at < end) {
                continue;
            }
            let Some((stance, length)) = self.phrase_at(body.get(at..)?) else { continue };
            let end = at + length;
            let after = body.get(end..).unwrap_or_default().trim_start();
            let is_clean = after.is_empty() || after.starts_with([',', ':']);
            let name = body.get(..at)?.trim_end().len();
            candidates.push(Candidate { name, start: at, end, stance, is_clean });
            if name_in_braces.is_some() {
                break;
            }
        }
        let rank = |candidate: &Candidate| {
            let name = body.get(..candidate.name).unwrap_or_default();
            let is_known = self.parties.find(name) != Found::None;
            (is_known && candidate.is_clean, is_known, candidate.is_clean)
        };
        // The first one of the best rank.
        candidates.into_iter().rev().max_by_key(rank)
    }

    /// A line without a stance: reports what can be said about it.
    fn without_stance(&mut self, line: &Line<'_>, head: &str, body: &str) {
        let was_left_out = self.current == Current::LeftOut;
        let has_colon = head.len() < body.len();
        let name = head.split(',').next().unwrap_or_default().trim();
        self.current = if was_left_out && line.is_indented { Current::LeftOut } else { self.current.clone() };
        let choices = self.choices();
        if let Some((known, rest)) = self.known_beginning(name) {
            self.current = Current::LeftOut;
            if rest.is_empty() {
                return self.report(line, name, &STANCE_NOT_CHOSEN, &[&shown(known), &choices]);
            }
            let phrases: Vec<&str> = self.all_phrases();
            let hint = self.nearest.hint(rest, phrases.into_iter());
            return self.report(line, rest, &UNKNOWN_STANCE, &[&shown(rest), &hint, &choices]);
        }
        if has_colon && name.split_whitespace().count() <= 3 && name.len() == head.trim().len() {
            let entry = self.entry();
            let is_near = |field: &&super::fields::Field| field.entry == Entry::Document || Some(field.entry) == entry;
            let words = FIELDS.iter().filter(is_near).map(|field| field.word);
            let words = words.chain(["report", "occasion", "correction"]);
            let phrases: Vec<&str> =
                words.flat_map(|word| self.language.phrases(Section::Fields, word)).copied().collect();
            let hint = self.nearest.hint(name, phrases.into_iter());
            return self.report(line, name, &UNKNOWN_WORD_BEFORE_COLON, &[&shown(name), &hint]);
        }
        let phrases = self.all_phrases();
        let words: Vec<&str> = name.split_whitespace().collect();
        let hint = (1..=4.min(words.len().saturating_sub(1))).rev().find_map(|count| {
            let last = words.get(words.len() - count..)?.join(" ");
            Some(self.nearest.hint(&last, phrases.iter().copied())).filter(|hint| !hint.is_empty())
        });
        self.current = Current::LeftOut;
        self.report(line, body, &NOT_UNDERSTOOD, &[&hint.unwrap_or_default()]);
    }

    /// The longest beginning of a text that is the name of a party, and what follows it.
    fn known_beginning<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        const MAX_WORDS: usize = 12;
        let ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(MAX_WORDS);
        let mut ends: Vec<usize> = ends.collect();
        if ends.len() < MAX_WORDS {
            ends.push(text.len());
        }
        ends.into_iter().rev().find_map(|end| {
            let (name, rest) = text.split_at_checked(end)?;
            let name = name.trim_end_matches([',', ':']);
            (self.parties.find(name) != Found::None).then(|| (name, rest.trim()))
        })
    }

    fn all_phrases(&self) -> Vec<&'static str> {
        self.language.all(Section::Stances).map(|(_, phrase)| phrase).collect()
    }

    /// The phrases of all stances.
    fn choices(&self) -> String {
        let language: &Language = self.language;
        let phrases: Vec<&str> =
            super::STANCES.iter().map(|stance| language.phrase(Section::Stances, stance)).collect();
        phrases.join(", ")
    }
}

/// The first colon that ends the head of a line: before whitespace, a quotation or the end.
fn colon(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    let mut is_braced = false;
    for (at, c) in text.char_indices() {
        let was_escaped = std::mem::take(&mut is_escaped);
        match c {
            _ if was_escaped => {}
            '\\' => is_escaped = true,
            '{' => is_braced = true,
            '}' => is_braced = false,
            ':' if !is_braced => {
                let after = text.get(at + 1..).unwrap_or_default();
                if after.is_empty() || after.starts_with(char::is_whitespace) || opens(after) {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}
