//! The lines that begin parties, claims, reports, occasions and corrections.

use serde_json::{Map, Value};

use super::fields::{Entry, field};
use super::parts::Part;
use super::read::{Current, Reader, shown};
use super::rules::*;
use super::source::Line;
use super::text::{Quoted, quoted, split, split_brackets, split_id, unescape, within_marks};
use crate::language::Section;

/// The line of a party.
#[derive(Debug)]
pub(super) struct PartyHead<'a> {
    pub(super) id: Option<&'a str>,
    /// The name, or the description of an unnamed source.
    pub(super) name: String,
    pub(super) role: &'a str,
    pub(super) kind: &'static str,
    /// What stands in brackets beside the kind.
    pub(super) remarks: Vec<&'a str>,
}

/// The line of a claim.
#[derive(Debug)]
pub(super) struct ClaimHead<'a> {
    pub(super) id: Option<&'a str>,
    pub(super) text: String,
    pub(super) kind: Option<&'static str>,
    pub(super) about: Option<&'a str>,
}

impl Reader {
    /// The kind of a party or claim that a word stands for.
    pub(super) fn kind_of(&self, word: &str) -> Option<&'static str> {
        self.language.names(Section::Kinds, word).first().copied()
    }

    pub(super) fn party_head<'t>(&self, text: &'t str) -> PartyHead<'t> {
        let text = text.trim_start_matches('@').trim_start();
        let (text, id) = split_id(text);
        let mut head = PartyHead { id, name: String::new(), role: "", kind: "person", remarks: Vec::new() };
        let mut rest = text;
        if let (before, Some(brackets)) = split_brackets(text) {
            let remarks = split(brackets, ';', 10);
            let is_remark = |remark: &&str| {
                self.kind_of(remark).is_some() || self.speaks_for(remark).is_some() || people(remark, self).is_some()
            };
            if remarks.iter().all(is_remark) {
                rest = before;
                head.kind = remarks.iter().find_map(|remark| self.kind_of(remark)).unwrap_or(head.kind);
                head.remarks = remarks;
            }
        }
        const MAX_CHARACTERS_OF_NAME: usize = 2000;
        let is_quoted = super::text::opens(rest);
        let searched = if is_quoted { MAX_CHARACTERS_OF_NAME } else { 0 };
        let quoted_name = rest.char_indices().take(searched).find_map(|(at, c)| {
            let end = at + c.len_utf8();
            let after = rest.get(end..)?.trim_start();
            let name = rest.get(..end).filter(|_| after.is_empty() || after.starts_with(','))?;
            match quoted(name) {
                Quoted::Whole(name) => Some((name, after.trim_start_matches(',').trim())),
                _ => None,
            }
        });
        let (name, role) = match quoted_name {
            Some(both) => both,
            None if head.kind == "unnamed" => (rest, ""),
            None => {
                let parts = split(rest, ',', 2);
                (parts.first().copied().unwrap_or_default(), parts.get(1).copied().unwrap_or_default())
            }
        };
        head.name = unescape(name.trim());
        head.role = role;
        head
    }

    fn speaks_for<'t>(&self, remark: &'t str) -> Option<&'t str> {
        let (words, name) = self.leading_words(remark)?;
        words.contains(&"speaks-for").then_some(name)
    }

    pub(super) fn party(&mut self, line: &Line<'_>) {
        let head = self.party_head(&line.text);
        let Some(id) = self.declared.get(&line.number).cloned() else {
            self.current = Current::LeftOut;
            if head.name.is_empty() && head.id.is_none() {
                self.report(line, &line.text, &NO_NAME, &[]);
            }
            return;
        };
        let PartyHead { name, role, kind, remarks, .. } = head;
        self.party_list.insert(id.clone(), Value::Object(Map::new()));
        self.current = Current::Party(id);
        let pointer = self.pointer();
        self.place(line, &line.text, pointer);
        if !name.is_empty() {
            self.warn_of_kind(line, &name);
            if kind == "unnamed" && self.reads_like_a_name(&name) {
                self.report(line, &line.text, &LOOKS_LIKE_A_NAME, &[&shown(&name)]);
            }
            self.put(line, &line.text, if kind == "unnamed" { "description" } else { "name" }, name.into());
        }
        self.put(line, &line.text, "kind", kind.into());
        if !role.is_empty() {
            self.put(line, role, "role", unescape(role).into());
        }
        for remark in remarks {
            if let Some(name) = self.speaks_for(remark) {
                if let Some(id) = self.party_of(line, name) {
                    self.put(line, name, "represents", id.into());
                }
            } else if let Some(count) = people(remark, self) {
                self.put(line, remark, "count", count.into());
            }
        }
    }

    /// Whether the description of an unnamed source is a name: all words have capitals. In German, nouns have them, too.
    fn reads_like_a_name(&self, description: &str) -> bool {
        let words: Vec<&str> = description.split_whitespace().collect();
        let has_capital = |word: &&str| word.starts_with(char::is_uppercase);
        let begins_with_article = words.first().is_some_and(|word| self.is_word(word, "one"));
        words.len() > 1 && !begins_with_article && !self.capitalises_nouns() && words.iter().all(has_capital)
    }

    fn capitalises_nouns(&self) -> bool {
        std::ptr::eq(self.language, crate::language::Language::of("de"))
    }

    /// A word in brackets that is almost a kind is a mistake, and no part of the name.
    fn warn_of_kind(&mut self, line: &Line<'_>, name: &str) {
        let (_, Some(word)) = split_brackets(name) else { return };
        let kinds: Vec<&str> = self.language.all(Section::Kinds).map(|(_, phrase)| phrase).collect();
        let hint = self.nearest.hint(word, kinds.into_iter());
        let has_remark = word.contains(';') || !hint.is_empty() || word.starts_with(char::is_lowercase);
        if has_remark {
            let what = format!("a kind of party, a number of people or “speaks for NAME”{hint}");
            self.report(line, &line.text, &UNUSABLE_VALUE, &[&shown(word), &what]);
        }
    }

    pub(super) fn claim_head<'t>(&self, text: &'t str) -> ClaimHead<'t> {
        let text = text.trim_start_matches('#').trim_start();
        let (text, id) = split_id(text);
        let mut head = ClaimHead { id, text: String::new(), kind: None, about: None };
        let mut rest = text;
        if let (before, Some(brackets)) = split_brackets(text) {
            // The kind may stand behind the names, too.
            let (brackets, last) = match brackets.rsplit_once(';') {
                Some((names, last)) if self.kind_of(last).is_some() => (names.trim(), Some(last)),
                _ => (brackets, None),
            };
            // The names may have semicolons between them, too.
            let (first, others) = match brackets.split_once(';') {
                Some((first, others)) if self.kind_of(first).is_some() => (first, others),
                _ if self.kind_of(brackets).is_some() => (brackets, ""),
                _ => ("", brackets),
            };
            let about = self.leading_words(others.trim()).filter(|(words, _)| words.contains(&"about"));
            if about.is_some() || (others.is_empty() && !first.is_empty()) {
                head.kind = self.kind_of(first).or_else(|| self.kind_of(last.unwrap_or_default()));
                head.about = about.map(|(_, names)| names);
                rest = before;
            }
        }
        head.text = unescape(rest);
        head
    }

    pub(super) fn claim(&mut self, line: &Line<'_>) {
        let head = self.claim_head(&line.text);
        let Some(id) = self.declared.get(&line.number).cloned() else {
            self.current = Current::LeftOut;
            self.claim = None;
            return self.report(line, &line.text, &NO_NAME, &[]);
        };
        self.claim = Some(id.clone());
        if let Some(at) = self.claim_positions.get(&id) {
            self.current = Current::Claim(*at);
            // A second heading only continues the claim.
            let is_same = self.object().and_then(|claim| claim.get("text")).and_then(Value::as_str) == Some(&head.text);
            if head.id.is_some() && !head.text.is_empty() && !is_same {
                self.report(line, &line.text, &REPEATED_NAME, &[&id]);
            }
            return;
        }
        let at = self.claim_list.len();
        self.claim_positions.insert(id.clone(), at);
        self.claim_list.push(Map::new());
        self.current = Current::Claim(at);
        self.place(line, &line.text, format!("/claims/{at}"));
        self.put(line, head.id.unwrap_or(&line.text), "id", id.into());
        let ClaimHead { text, kind, about, .. } = head;
        // A draft leaves the words of the claim to a person.
        if text.starts_with("__") && text.chars().all(|c| c == '_') {
            self.report(line, &line.text, &CLAIM_NOT_WORDED, &[]);
        }
        if !text.is_empty() {
            self.put(line, &line.text, "text", text.into());
        }
        if let Some(kind) = kind {
            self.put(line, &line.text, "kind", kind.into());
        }
        if let (Some(about), Some(field)) = (about, field(Entry::Claim, &["about"])) {
            self.apply(line, field, about);
        }
    }

    pub(super) fn report_line(&mut self, line: &Line<'_>, value: &str) {
        let Some(id) = self.declared.get(&line.number).cloned() else {
            self.current = Current::LeftOut;
            return;
        };
        self.report_list.insert(id.clone(), Value::Object(Map::new()));
        self.current = Current::Report(id);
        let pointer = self.pointer();
        self.place(line, &line.text, pointer);
        let (head, _) = split_id(value);
        let parts = split(head, ',', 2);
        let outlet = parts.first().copied().unwrap_or_default();
        if let Some(party) = self.party_of(line, outlet) {
            let own = self.declared.get(&line.number).cloned().unwrap_or_default();
            if self.attributed.insert(own.clone()) {
                self.outlets.entry(party.clone()).or_default().push(own);
            }
            self.put(line, outlet, "outlet", party.into());
        }
        self.parts(line, parts.get(1).copied().unwrap_or_default(), Entry::Report);
    }

    pub(super) fn occasion_line(&mut self, line: &Line<'_>, value: &str) {
        let Some(id) = self.declared.get(&line.number).cloned() else {
            self.current = Current::LeftOut;
            return;
        };
        self.occasion_list.insert(id.clone(), Value::Object(Map::new()));
        self.current = Current::Occasion(id);
        let pointer = self.pointer();
        self.place(line, &line.text, pointer);
        let (head, _) = split_id(value);
        let parts = split(head, ',', 2);
        let first = parts.first().copied().unwrap_or_default();
        let rest = match self.part(line, head, Entry::Occasion) {
            _ if first.is_empty() => head,
            (Part::Date(_) | Part::Title(_), _) => head,
            _ => {
                if let Some(party) = self.party_of(line, first) {
                    self.put(line, first, "by", party.into());
                }
                parts.get(1).copied().unwrap_or_default()
            }
        };
        self.parts(line, rest, Entry::Occasion);
    }

    pub(super) fn correction_line(&mut self, line: &Line<'_>, value: &str) {
        let at = self.correction_list.len();
        self.correction_list.push(Map::new());
        self.current = Current::Correction(at);
        self.place(line, &line.text, format!("/corrections/{at}"));
        if let (_, Some(date)) = split_brackets(value)
            && self.looks_like_a_time(date)
            && crate::plain_dates::read(date, self.language).is_none()
        {
            self.report(line, date, &UNCLEAR_DATE, &[&shown(date)]);
        }
        for (key, value) in self.text_and_date(value) {
            self.put(line, &line.text, &key, value);
        }
    }

    /// A text without the marks around it, if it has some.
    pub(super) fn without_marks(text: &str) -> &str {
        within_marks(text).unwrap_or(text).trim()
    }

    /// Sets a field of the current entry.
    pub(super) fn put(&mut self, line: &Line<'_>, part: &str, key: &str, value: Value) {
        let pointer = format!("{}/{key}", self.pointer());
        let Some(object) = self.object() else { return };
        if object.contains_key(key) {
            return self.report(line, part, &REPEATED, &[&shown(key)]);
        }
        object.insert(key.to_owned(), value);
        self.place(line, part, pointer);
    }
}

/// The number in “2 people”.
fn people(remark: &str, reader: &Reader) -> Option<u64> {
    let (number, words) = remark.split_once(' ').unwrap_or((remark, ""));
    let is_people = words.is_empty() || reader.language.names(Section::Words, words).contains(&"people");
    if number.starts_with('0') || !is_people { None } else { number.parse().ok() }
}
