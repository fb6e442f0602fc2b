//! The values of the lines below an entry.

use serde_json::{Map, Value};

use super::fields::{Field, Form};
use super::names::Found;
use super::read::{Reader, shown};
use super::rules::*;
use super::source::Line;
use super::text::{split, split_brackets, unescape, within_marks};
use crate::language::Section;
use crate::plain_dates;

impl Reader {
    /// Fills a field of the current entry.
    pub(super) fn apply(&mut self, line: &Line<'_>, field: &Field, value: &str) {
        self.apply_part(line, field, value, value);
    }

    /// Fills a field of the current entry; problems are placed at a part of the line.
    pub(super) fn apply_part(&mut self, line: &Line<'_>, field: &Field, value: &str, part: &str) {
        let key = field.field;
        match field.form {
            Form::Texts => {
                let texts = split(value, ';', usize::MAX).into_iter().filter(|text| !text.is_empty());
                let texts = texts.map(|text| Value::String(unescape(text))).collect();
                self.extend(line, part, key, texts);
            }
            Form::Parties if self.is_word(value, "nobody") => self.put(line, part, key, Value::Array(Vec::new())),
            Form::Parties => {
                let names = names(value, |name| self.parties.find(name) != Found::None);
                // “everyone” and “legal: charged” are no names.
                let is_name = |name: &str| name.contains(|c: char| c.is_uppercase()) && !name.contains(':');
                if let Some(other) = names.iter().find(|name| !is_name(name) && self.parties.find(name) == Found::None)
                {
                    self.report(line, part, &UNUSABLE_VALUE, &[&shown(other), "the name of a party"]);
                    return;
                }
                let ids: Vec<Value> =
                    names.into_iter().filter_map(|name| self.party_of(line, name)).map(Value::String).collect();
                self.extend(line, part, key, ids);
            }
            Form::Reports if self.is_word(value, "directly") => self.put(line, part, key, Value::Array(Vec::new())),
            Form::Cites if self.is_word(value, "own-reporting") => {
                self.put(line, part, key, Value::Array(Vec::new()));
            }
            Form::Reports | Form::Cites => {
                let names = names(value, |name| self.reports.find(name) != Found::None);
                let ids: Vec<Value> =
                    names.into_iter().filter_map(|name| self.report_of(line, name, part)).map(Value::String).collect();
                self.extend(line, part, key, ids);
            }
            Form::Passage => {
                if let Some(passage) = self.passage(line, value) {
                    self.extend(line, part, key, vec![passage]);
                }
            }
            Form::DatedInList => {
                let update = Value::Object(self.dated(value));
                self.extend(line, part, key, vec![update]);
            }
            Form::Dated => {
                let dated = Value::Object(self.dated(value));
                self.put(line, part, key, dated);
            }
            Form::Verdict => self.verdict(line, key, value),
            Form::Related(how) => {
                if let Some(claim) = self.claim_of(line, value) {
                    let related = Map::from_iter([("claim".to_owned(), claim.into()), ("as".to_owned(), how.into())]);
                    self.extend(line, part, key, vec![Value::Object(related)]);
                }
            }
            Form::Attempt => {
                let attempt = self.attempt(value);
                let by = attempt.get("by").and_then(Value::as_str).unwrap_or_default();
                if self.looks_like_a_time(by) || self.is_word(by, "yes") {
                    self.report(line, part, &UNCLEAR_ATTEMPT, &[&shown(by)]);
                }
                self.extend(line, part, key, vec![attempt]);
            }
            Form::Inner(inner, form) => self.inner(line, key, inner, form, value),
            Form::Stance => {}
            form => {
                if field.word == "by"
                    && let super::read::Current::Statement(at) = self.current
                {
                    self.explicit_speakers.push(at);
                    if let Some(statement) = self.object() {
                        statement.shift_remove(key);
                    }
                }
                if field.word == "kind"
                    && let Some(entry) = self.object()
                {
                    entry.shift_remove(key);
                }
                if let Some(value) = self.single(line, form, value, part) {
                    self.put(line, part, key, value);
                }
            }
        }
    }

    /// Fills a field of the document.
    pub(super) fn apply_to_document(&mut self, line: &Line<'_>, field: &Field, value: &str) {
        let (value, inner) = match field.word {
            "publisher" => {
                let (name, url) = split_link(value);
                let mut publisher = Map::from_iter([("name".to_owned(), unescape(name).into())]);
                publisher.extend(url.map(|url| ("url".to_owned(), unescape(url).into())));
                (Some(Value::Object(publisher)), None)
            }
            "publisher-link" | "corrections-page" | "contact" => (Some(unescape(value).into()), Some(field.field)),
            _ => (self.single(line, field.form, value, value), None),
        };
        let Some(new) = value else { return };
        let (object, key, pointer) = match inner {
            Some(inner) => {
                let publisher = self.document.entry("publisher").or_insert_with(|| Value::Object(Map::new()));
                let Some(publisher) = publisher.as_object_mut() else { return };
                (publisher, inner, format!("/publisher/{inner}"))
            }
            None => (&mut self.document, field.field, format!("/{}", field.field)),
        };
        match (object.get_mut(key), new) {
            // The lines of the publisher may stand in any order.
            (Some(Value::Object(old)), Value::Object(new)) if !old.contains_key("name") => old.extend(new),
            (Some(_), _) => return self.report(line, &line.text, &REPEATED, &[key]),
            (None, new) => drop(object.insert(key.to_owned(), new)),
        }
        self.place(line, &line.text, pointer);
    }

    /// A value that is not a list.
    fn single(&mut self, line: &Line<'_>, form: Form, value: &str, part: &str) -> Option<Value> {
        let text = match form {
            Form::Text => unescape(value),
            Form::Quote => unescape(within_marks(value).unwrap_or(value).trim()),
            Form::Date => plain_dates::read(value, self.language).unwrap_or_else(|| unescape(value)),
            Form::Party => self.party_of(line, value)?,
            Form::Report => self.report_of(line, value, part)?,
            Form::Claim => self.claim_of(line, value)?,
            Form::Statement => super::names::braced(value).unwrap_or_else(|| unescape(value)),
            Form::Occasion => self.occasion_of(line, value)?,
            Form::Kind => match self.kind_of(value) {
                Some(kind) => kind.to_owned(),
                None => {
                    let kinds: Vec<&str> = self.language.all(Section::Kinds).map(|(_, phrase)| phrase).collect();
                    let hint = self.nearest.hint(value, kinds.into_iter());
                    self.report(line, part, &UNUSABLE_VALUE, &[&shown(value), &format!("a kind{hint}")]);
                    return None;
                }
            },
            Form::Count => match value.parse::<u64>() {
                Ok(count) => return Some(count.into()),
                Err(_) => {
                    self.report(line, part, &UNUSABLE_VALUE, &[&shown(value), "a number"]);
                    return None;
                }
            },
            Form::YesNo => match (self.is_word(value, "yes"), self.is_word(value, "no")) {
                (true, _) => return Some(true.into()),
                (_, true) => return Some(false.into()),
                _ => {
                    self.report(line, part, &UNUSABLE_VALUE, &[&shown(value), "“yes” or “no”"]);
                    return None;
                }
            },
            _ => return None,
        };
        Some(Value::String(text))
    }

    fn passage(&mut self, line: &Line<'_>, value: &str) -> Option<Value> {
        let marked = value.split_once("[[").and_then(|(before, after)| {
            let (exact, after) = after.split_once("]]")?;
            (!exact.trim().is_empty()).then_some((before, exact, after))
        });
        let (prefix, exact, suffix) = match marked {
            Some(marked) => marked,
            // Words without brackets are the passage itself.
            None if !value.contains("[[") && !value.is_empty() => ("", Self::without_marks(value), ""),
            None => {
                self.report(line, value, &NO_PASSAGE, &[]);
                return None;
            }
        };
        let mut passage = Map::from_iter([("exact".to_owned(), unescape(exact).into())]);
        for (key, words) in [("prefix", prefix), ("suffix", suffix)] {
            if !words.is_empty() {
                passage.insert(key.to_owned(), unescape(words).into());
            }
        }
        Some(Value::Object(passage))
    }

    /// `TEXT (DATE) ADDRESS`.
    pub(super) fn dated(&self, value: &str) -> Map<String, Value> {
        let (rest, url) = split_link(value);
        let mut dated = self.text_and_date(rest);
        dated.extend(url.map(|url| ("url".to_owned(), unescape(url).into())));
        dated
    }

    /// `TEXT (DATE)`.
    pub(super) fn text_and_date(&self, rest: &str) -> Map<String, Value> {
        let (text, date) = match split_brackets(rest) {
            (before, Some(date)) => match plain_dates::read(date, self.language) {
                Some(date) => (before, Some(date)),
                None => (rest, None),
            },
            (text, None) => (text, None),
        };
        let mut dated = Map::new();
        if !text.is_empty() {
            dated.insert("text".to_owned(), unescape(text).into());
        }
        dated.extend(date.map(|date| ("date".to_owned(), date.into())));
        dated
    }

    fn verdict(&mut self, line: &Line<'_>, key: &str, value: &str) {
        let (by, words) = value.split_once(':').unwrap_or((value, ""));
        let Some(by) = self.party_of(line, by.trim()) else { return };
        let mut finding = Map::from_iter([("by".to_owned(), Value::String(by))]);
        for (key, value) in self.dated(words.trim()) {
            let is_label = key == "text";
            let value = match value {
                Value::String(label) if is_label => Self::without_marks(&label).into(),
                value => value,
            };
            finding.insert(if is_label { "label".to_owned() } else { key }, value);
        }
        self.extend(line, value, key, vec![Value::Object(finding)]);
    }

    fn attempt(&self, value: &str) -> Value {
        let mut attempt = Map::new();
        let (part, rest) = match self.first_date(value) {
            Some((date, rest)) => {
                attempt.insert("date".to_owned(), date.into());
                (rest, "")
            }
            None => (value, ""),
        };
        let by = if rest.is_empty() { part } else { value };
        if !by.is_empty() {
            attempt.insert("by".to_owned(), unescape(by).into());
        }
        Value::Object(attempt)
    }

    /// The date at the beginning of a text, and what follows its comma.
    fn first_date<'t>(&self, text: &'t str) -> Option<(String, &'t str)> {
        let commas: Vec<usize> = text.match_indices(',').map(|(at, _)| at).take(4).collect();
        let whole = plain_dates::read(text, self.language).map(|date| (date, ""));
        whole.or_else(|| {
            commas.into_iter().rev().find_map(|at| {
                let date = plain_dates::read(text.get(..at)?, self.language)?;
                Some((date, text.get(at + 1..)?.trim()))
            })
        })
    }

    /// Fills a field of the object in a field, or of the last one in it.
    fn inner(&mut self, line: &Line<'_>, key: &str, inner: &'static str, form: &Form, value: &str) {
        let Some(new) = self.single(line, *form, value, value) else { return };
        let pointer = self.pointer();
        let Some(entry) = self.object() else { return };
        let is_list = key != "legal";
        let slot = entry.entry(key).or_insert_with(|| match is_list {
            true => Value::Array(vec![Value::Object(Map::new())]),
            false => Value::Object(Map::new()),
        });
        let (object, pointer) = match slot {
            Value::Array(items) => {
                let last = items.len().saturating_sub(1);
                (items.last_mut().and_then(Value::as_object_mut), format!("{pointer}/{key}/{last}/{inner}"))
            }
            slot => (slot.as_object_mut(), format!("{pointer}/{key}/{inner}")),
        };
        let Some(object) = object else { return };
        if object.contains_key(inner) {
            return self.report(line, &line.text, &REPEATED, &[inner]);
        }
        object.insert(inner.to_owned(), new);
        self.place(line, &line.text, pointer);
    }

    /// Adds items to a list of the current entry.
    fn extend(&mut self, line: &Line<'_>, part: &str, key: &str, items: Vec<Value>) {
        // An empty list would say something: that a statement was made directly, for example.
        if items.is_empty() {
            return;
        }
        let pointer = self.pointer();
        let Some(entry) = self.object() else { return };
        let list = entry.entry(key).or_insert_with(|| Value::Array(Vec::new()));
        let Some(list) = list.as_array_mut() else { return };
        let start = list.len();
        let added = items.len();
        list.extend(items);
        if start == 0 {
            self.place(line, part, format!("{pointer}/{key}"));
        }
        for at in start..start + added {
            self.place(line, part, format!("{pointer}/{key}/{at}"));
        }
    }
}

/// Splits off the address at the end of a text.
fn split_link(text: &str) -> (&str, Option<&str>) {
    let start = text.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    match text.split_at_checked(start) {
        Some((before, link)) if link.starts_with("https://") || link.starts_with("http://") => {
            (before.trim_end().trim_end_matches(',').trim_end(), Some(link))
        }
        _ => (text, None),
    }
}

/// The names of a list: between semicolons, or between commas. A name may itself have a comma.
fn names(text: &str, is_known: impl Fn(&str) -> bool) -> Vec<&str> {
    let mut parts = split(text, ';', usize::MAX);
    if parts.len() == 1 && text.contains(',') {
        if is_known(text) {
            return vec![text.trim()];
        }
        parts = split(text, ',', usize::MAX);
    }
    parts.into_iter().filter(|name| !name.is_empty()).collect()
}
