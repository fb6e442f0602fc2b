//! Writes the lines below an entry, one for each field that its first line does not hold.

use serde_json::{Map, Value};

use super::fields::{Entry, FIELDS, Field, Form};
use super::text::{escape, in_braces};
use super::write::Writer;
use super::write_entries::objects;
use crate::language::{Language, Section};
use crate::plain_dates;

impl Writer<'_> {
    /// Writes the fields of an entry, but for those that its first line holds.
    pub(super) fn fields(&mut self, entry: Entry, fields: &Map<String, Value>, indent: &str, written: &[&str]) {
        let mut done: Vec<&str> = written.to_vec();
        for field in FIELDS.iter().filter(|field| field.entry == entry) {
            let Some(value) = fields.get(field.field).filter(|_| !done.contains(&field.field)) else { continue };
            done.push(field.field);
            for line in self.lines_of(field, value, fields) {
                self.text.push_str(indent);
                self.text.push_str(&line);
                self.text.push('\n');
            }
        }
    }

    fn line(&self, word: &str, value: &str) -> String {
        format!("{}: {value}", self.word(word))
    }

    fn lines_of(&self, field: &Field, value: &Value, fields: &Map<String, Value>) -> Vec<String> {
        let text = value.as_str();
        let items = objects(fields, field.field);
        let one = |value: Option<String>| value.map(|value| self.line(field.word, &value)).into_iter().collect();
        let is_empty = value.as_array().is_some_and(Vec::is_empty);
        let word = |word: &str| Some(self.language.phrase(Section::Words, word).to_owned());
        match field.form {
            Form::Text => one(text.map(escape)),
            Form::Quote => one(text.map(|text| self.in_marks(text))),
            Form::Date => one(text.map(|date| self.date(date))),
            Form::Party => one(text.map(|id| self.party_name(id, self.is_plain_here))),
            Form::Report => one(text.map(|id| self.report_name(id, self.is_plain_here))),
            Form::Claim => one(text.map(|id| self.claim_name(id, self.is_plain_here))),
            Form::Statement | Form::Occasion => one(text.map(in_braces)),
            Form::Parties if is_empty => one(word("nobody").filter(|_| field.field == "about")),
            Form::Reports if is_empty => one(word("directly")),
            Form::Cites if is_empty => one(word("own-reporting")),
            Form::Parties => one(self.names(value, |id| self.party_name(id, self.is_plain_here))),
            Form::Reports | Form::Cites => one(self.names(value, |id| self.report_name(id, self.is_plain_here))),
            Form::Texts => {
                let texts = value.as_array().into_iter().flatten().filter_map(Value::as_str);
                let texts: Vec<String> = texts.map(|text| escape(text).replace(';', "\\;")).collect();
                one(Some(texts.join("; ")).filter(|texts| !texts.is_empty()))
            }
            Form::Count => one(value.as_u64().map(|count| count.to_string())),
            Form::YesNo => one(value.as_bool().and_then(|is| word(if is { "yes" } else { "no" }))),
            Form::Kind => one(text.map(|kind| self.language.phrase(Section::Kinds, kind).to_owned())),
            Form::Passage => items.into_iter().map(|item| self.line(field.word, &passage(item))).collect(),
            Form::Related(_) => items
                .into_iter()
                .filter_map(|item| {
                    let claim = self.claim_name(item.get("claim")?.as_str()?, self.is_plain_here);
                    Some(self.line(item.get("as")?.as_str()?, &claim))
                })
                .collect(),
            Form::Dated => items.into_iter().flat_map(|item| self.dated(field.word, "text", item)).collect(),
            Form::DatedInList => items.into_iter().flat_map(|item| self.dated(field.word, "text", item)).collect(),
            Form::Verdict => items.into_iter().flat_map(|item| self.verdict(item)).collect(),
            Form::Attempt => items.into_iter().flat_map(|item| self.attempt(item)).collect(),
            Form::Stance | Form::Inner(..) => Vec::new(),
        }
    }

    fn date(&self, date: &str) -> String {
        let language = Language::of(self.tag);
        match plain_dates::read(date, language).as_deref() {
            Some(read) if read == date => plain_dates::write(date, self.tag),
            // The format does not accept this date. It must not be mended in silence.
            Some(_) => date.chars().next().map_or_else(String::new, |first| {
                format!("\\u{:04X}{}", u32::from(first), escape(date.get(first.len_utf8()..).unwrap_or_default()))
            }),
            None => escape(date),
        }
    }

    /// `TEXT (DATE) ADDRESS`, and further lines for what that cannot hold.
    fn dated(&self, word: &str, key: &str, item: &Map<String, Value>) -> Vec<String> {
        let text = |key: &str| item.get(key).and_then(Value::as_str);
        let mut line = without_link(text(key).unwrap_or_default());
        let mut more = Vec::new();
        let language = Language::of(self.tag);
        if let Some(date) = text("date") {
            if plain_dates::read(date, language).as_deref() == Some(date) {
                line.push_str(&format!(" ({})", plain_dates::write(date, self.tag)));
            } else {
                more.push(self.line(&format!("{word}-date"), &self.date(date)));
            }
        }
        if let Some(url) = text("url") {
            let is_simple = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
            if is_simple && !url.contains(char::is_whitespace) && escape(url) == url {
                line.push_str(&format!(" {url}"));
            } else {
                more.push(self.line(&format!("{word}-link"), &escape(url)));
            }
        }
        let mut lines = vec![self.line(word, &line)];
        lines.extend(more);
        lines
    }

    fn verdict(&self, item: &Map<String, Value>) -> Vec<String> {
        let by = item.get("by").and_then(Value::as_str).unwrap_or_default();
        let label = item.get("label").and_then(Value::as_str).unwrap_or_default();
        let mut lines = self.dated("verdict", "label", item);
        let start = self.line("verdict", "");
        let escaped_label = without_link(label);
        if let Some(first) = lines.first_mut() {
            let rest =
                first.strip_prefix(&start).and_then(|rest| rest.strip_prefix(&escaped_label)).unwrap_or_default();
            *first = format!("{start}{}: {}{rest}", self.party_name(by, self.is_plain_here), self.in_marks(label));
        }
        if let Some(explanation) = item.get("explanation").and_then(Value::as_str) {
            lines.push(self.line("explanation", &escape(explanation)));
        }
        lines
    }

    fn attempt(&self, item: &Map<String, Value>) -> Vec<String> {
        let text = |key: &str| item.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
        let language = Language::of(self.tag);
        let is_date = |text: &str| plain_dates::read(text, language).as_deref() == Some(text);
        let (date, odd_date) = text("date").map_or((None, None), |date| match is_date(date) {
            true => (Some(self.date(date)), None),
            false => (None, Some(self.date(date))),
        });
        // Means that look like a date would be read as one.
        let looks_dated = |by: &str| by.split(',').next().is_some_and(|by| plain_dates::read(by, language).is_some());
        let (by, odd_by) = text("by").map_or((None, None), |by| match date.is_none() && looks_dated(by) {
            true => (None, Some(escape(by))),
            false => (Some(escape(by)), None),
        });
        let parts: Vec<String> = [date, by].into_iter().flatten().collect();
        let mut lines = vec![self.line("asked", &parts.join(", "))];
        lines.extend(odd_date.map(|date| self.line("asked-on", &date)));
        lines.extend(odd_by.map(|by| self.line("asked-by", &by)));
        lines
    }
}

/// A text whose last word is not taken for the address that may follow it.
fn without_link(text: &str) -> String {
    let escaped = escape(text);
    let start = escaped.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    match escaped.split_at_checked(start) {
        Some((before, last)) if last.starts_with("http") => format!("{before}{}", last.replacen(':', "\\:", 1)),
        _ => escaped,
    }
}

/// The words of a passage in their surroundings.
fn passage(item: &Map<String, Value>) -> String {
    let part = |key: &str| {
        let words = item.get(key).and_then(Value::as_str).unwrap_or_default();
        // Spaces beside the brackets are part of the words around them.
        let has_brackets = words.contains("[[") || words.contains("]]");
        let is_beside = words.starts_with(['[', ']']) || words.ends_with(['[', ']']);
        let inner = match has_brackets || is_beside {
            true => escape(words).replace('[', "\\u005B").replace(']', "\\u005D"),
            false => escape(words),
        };
        match key {
            _ if inner == "\\u0020" => inner,
            "prefix" => inner.strip_suffix("\\u0020").map_or(inner.clone(), |inner| format!("{inner} ")),
            "suffix" => inner.strip_prefix("\\u0020").map_or(inner.clone(), |inner| format!(" {inner}")),
            _ => inner,
        }
    };
    format!("{}[[{}]]{}", part("prefix"), part("exact"), part("suffix"))
}
