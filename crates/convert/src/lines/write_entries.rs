//! Writes the lines that begin entries.

use serde_json::{Map, Value};

use super::fields::Entry;
use super::text::{Quoted, escape, in_braces, opens, quoted};
use super::write::{Writer, list, text};
use crate::language::Section;
use crate::plain_dates;

impl Writer<'_> {
    pub(super) fn top(&mut self) {
        let source = self.source.clone();
        let publisher = source.get("publisher").and_then(Value::as_object).cloned().unwrap_or_default();
        self.fields(Entry::Document, &source, "", &["publisher"]);
        let name = publisher.get("name").and_then(Value::as_str).unwrap_or_default();
        let url = publisher
            .get("url")
            .and_then(Value::as_str)
            .filter(|url| url.starts_with("http") && !url.contains(char::is_whitespace) && !name.is_empty());
        if !name.is_empty() {
            let url = url.map_or_else(String::new, |url| format!(" {}", escape(url)));
            let line = format!("{}: {}{url}\n", self.word("publisher"), escape(name));
            self.text.push_str(&line);
        }
        let written: &[&str] = if url.is_some() { &["url"] } else { &[] };
        self.fields(Entry::Publisher, &publisher, "", written);
    }

    pub(super) fn party(&mut self, id: &str, party: &Value) {
        let Some(fields) = party.as_object() else { return };
        let pointer = format!("/parties/{}", crate::losses::escaped(id));
        let is_plain = self.is_plain(&pointer);
        let kind = text(party, "kind").unwrap_or_default();
        let is_unnamed = kind == "unnamed";
        let name_key = if is_unnamed { "description" } else { "name" };
        let name = text(party, name_key).unwrap_or_default();
        if is_plain || name.is_empty() {
            self.text.push_str(&format!("@{}\n", in_braces(id)));
            return self.fields(Entry::Party, fields, "  ", &[]);
        }
        let mut written = vec![name_key, "kind"];
        let mut remarks = Vec::new();
        if kind != "person" {
            remarks.push(self.language.phrase(Section::Kinds, kind).to_owned());
        }
        if let Some(represents) = text(party, "represents") {
            remarks.push(format!("{} {}", self.word("speaks-for"), self.party_name(represents, false)));
            written.push("represents");
        }
        if let Some(count) = party.get("count").and_then(Value::as_u64).filter(|_| is_unnamed) {
            let people = self.language.phrases(Section::Words, "people");
            let word = if count == 1 { people.get(1) } else { people.first() };
            remarks.push(format!("{count} {}", word.unwrap_or(&"people")));
            written.push("count");
        }
        let is_quoted = !is_unnamed && (name.contains(',') || opens(name));
        let mut line = if is_quoted { self.in_marks(name) } else { escape(name) };
        if line.starts_with('@') {
            line.insert(0, '\\');
        }
        if let Some(role) = text(party, "role").filter(|_| !is_unnamed) {
            line.push_str(", ");
            line.push_str(&escape(role));
            written.push("role");
        }
        if !remarks.is_empty() {
            line.push_str(&format!(" ({})", remarks.join("; ")));
        }
        line.push_str(&self.id_unless_made(id, name, false));
        self.text.push_str(&format!("@{line}\n"));
        self.fields(Entry::Party, fields, "  ", &written);
    }

    pub(super) fn claim(&mut self, at: usize, claim: &Value) {
        let Some(fields) = claim.as_object() else { return };
        self.gap();
        let is_plain = self.is_plain(&format!("/claims/{at}"));
        let id = text(claim, "id").unwrap_or_default();
        let words = text(claim, "text").unwrap_or_default();
        let mut written = vec!["id", "text"];
        let mut remarks = Vec::new();
        if let Some(kind) = text(claim, "kind").filter(|_| !is_plain) {
            remarks.push(self.language.phrase(Section::Kinds, kind).to_owned());
            written.push("kind");
        }
        if let Some(about) = claim.get("about").and_then(Value::as_array).filter(|_| !is_plain) {
            let names: Vec<String> =
                about.iter().filter_map(Value::as_str).map(|id| self.party_name(id, false)).collect();
            let names = if names.is_empty() {
                self.language.phrase(Section::Words, "nobody").to_owned()
            } else {
                names.join(", ")
            };
            remarks.push(format!("{} {names}", self.word("about")));
            written.push("about");
        }
        let remarks = if remarks.is_empty() { String::new() } else { format!(" ({})", remarks.join("; ")) };
        let id = self.id_unless_made(id, words, is_plain);
        self.text.push_str(&format!("# {}{remarks}{id}\n", escape(words)));
        self.fields(Entry::Claim, fields, "  ", &written);
    }

    /// A heading that continues a claim.
    pub(super) fn claim_again(&mut self, id: &str, claim: Option<&Value>) {
        self.gap();
        let words = claim.and_then(|claim| text(claim, "text")).unwrap_or_default();
        let is_made = self.id_unless_made(id, words, false).is_empty();
        let heading = if is_made { escape(words) } else { self.claim_name(id, false) };
        self.text.push_str(&format!("# {heading}\n"));
    }

    pub(super) fn report(&mut self, id: &str, report: &Value) {
        let Some(fields) = report.as_object() else { return };
        let is_plain = self.is_plain(&format!("/reports/{}", crate::losses::escaped(id)));
        let outlet = text(report, "outlet").map(|outlet| self.party_name(outlet, is_plain)).unwrap_or_default();
        let mut written = vec!["outlet"];
        let mut parts = vec![outlet.clone()];
        if !is_plain {
            self.shared_parts(report, &mut parts, &mut written);
            if let Some(other) = text(report, "syndicates") {
                parts.push(format!("{} {}", self.word("republishing"), self.report_name(other, false)));
                written.push("syndicates");
            }
            if report.get("disowned") == Some(&Value::Bool(true)) {
                parts.push(self.word("disowned"));
                written.push("disowned");
            }
        }
        let id = self.id_unless_made(id, &outlet, is_plain);
        let line = format!("{}: {}{id}\n", self.word("report"), parts.join(", "));
        self.text.push_str(&line);
        self.fields(Entry::Report, fields, "  ", &written);
    }

    /// The parts that reports and occasions share: title, date and sources.
    fn shared_parts(&self, entry: &Value, parts: &mut Vec<String>, written: &mut Vec<&'static str>) {
        if let Some(title) = text(entry, "title") {
            parts.push(self.in_marks(title));
            written.push("title");
        }
        self.medium_and_date(entry, parts, written);
        if let Some(cites) = entry.get("cites").and_then(Value::as_array)
            && let Some(part) = self.cites(cites)
        {
            parts.push(part);
            written.push("cites");
        }
    }

    fn medium_and_date(&self, entry: &Value, parts: &mut Vec<String>, written: &mut Vec<&'static str>) {
        let is_clear = |medium: &&str| !super::parts::looks_like_a_time(medium, self.language);
        if let Some(medium) = text(entry, "medium").filter(is_clear) {
            parts.push(escape(medium));
            written.push("medium");
        }
        if let Some(date) = text(entry, "date") {
            parts.push(plain_dates::write(date, self.tag));
            written.push("date");
        }
    }

    /// Whom a report relies on, if that is one part.
    fn cites(&self, cites: &[Value]) -> Option<String> {
        match cites {
            [] => Some(self.language.phrase(Section::Words, "own-reporting").to_owned()),
            [one] => Some(format!("{} {}", self.word("citing"), self.report_name(one.as_str()?, false))),
            _ => None,
        }
    }

    pub(super) fn occasion(&mut self, id: &str, occasion: &Value) {
        let Some(fields) = occasion.as_object() else { return };
        let is_plain = self.is_plain(&format!("/occasions/{}", crate::losses::escaped(id)));
        let mut written = Vec::new();
        let mut parts = Vec::new();
        if let Some(by) = text(occasion, "by").filter(|_| !is_plain) {
            parts.push(self.party_name(by, false));
            written.push("by");
            self.known_through(occasion, by, &mut parts, &mut written);
            self.shared_parts(occasion, &mut parts, &mut written);
        }
        let line = format!("{}: {} {}\n", self.word("occasion"), parts.join(", "), in_braces(id));
        self.text.push_str(&line);
        self.fields(Entry::Occasion, fields, "  ", &written);
    }

    fn known_through(&self, entry: &Value, by: &str, parts: &mut Vec<String>, written: &mut Vec<&'static str>) {
        let Some(reports) = entry.get("reports").and_then(Value::as_array) else { return };
        let part = match reports.as_slice() {
            [] => self.language.phrase(Section::Words, "directly").to_owned(),
            [one] => {
                let Some(id) = one.as_str() else { return };
                let reports = self.source.get("reports");
                let is_own =
                    reports.and_then(|reports| reports.get(id)).and_then(|report| text(report, "outlet")) == Some(by);
                let is_statement = entry.get("stances").is_some();
                match is_own && is_statement {
                    true => format!("{} {}", self.word("in-report"), self.own_report_name(id)),
                    false => format!("{} {}", self.word("according-to"), self.report_name(id, false)),
                }
            }
            _ => return,
        };
        parts.push(part);
        written.push("reports");
    }

    pub(super) fn statement(&mut self, at: usize, statement: &Value) {
        let Some(fields) = statement.as_object() else { return };
        let is_plain = self.is_plain(&format!("/statements/{at}"));
        let occasion = text(statement, "occasion");
        let occasions = self.source.get("occasions");
        let shared = occasion.and_then(|id| occasions?.get(id)).and_then(|occasion| text(occasion, "by"));
        let by = text(statement, "by").or(shared);
        let speaker = by.map_or_else(|| "____".to_owned(), |by| self.party_name(by, is_plain));
        let mut written = vec!["id", "stances"];
        // A speaker whom the occasion gives, too, is written in a line of its own.
        if text(statement, "by") != shared || occasion.is_none() {
            written.push("by");
        }
        let stances: Vec<(&String, &str)> = fields
            .get("stances")
            .and_then(Value::as_object)
            .map(|stances| stances.iter().filter_map(|(claim, stance)| Some((claim, stance.as_str()?))).collect())
            .unwrap_or_default();
        let stance = stances.first().map_or("____", |(_, stance)| stance);
        let mut parts = vec![format!("{speaker} {}", self.phrase(stance, by))];
        let mut content = String::new();
        if !is_plain {
            self.statement_parts(statement, by.unwrap_or_default(), &mut parts, &mut written);
            let quote = text(statement, "quote").filter(|quote| !quote.is_empty()).map(|quote| self.in_marks(quote));
            let words = text(statement, "text").filter(|text| quoted(text) == Quoted::No && !text.is_empty());
            content = match (quote, words) {
                (Some(quote), _) => {
                    written.push("quote");
                    format!(": {quote}")
                }
                (None, Some(words)) => {
                    written.push("text");
                    format!(": {}", escape(words))
                }
                (None, None) => content,
            };
        }
        let id = text(statement, "id").map(|id| format!(" {}", in_braces(id))).unwrap_or_default();
        self.text.push_str(&format!("{}{content}{id}\n", parts.join(", ")));
        for (claim, stance) in stances.iter().skip(1) {
            let line =
                format!("  {} {}: {}\n", self.word("also"), self.phrase(stance, by), self.claim_name(claim, is_plain));
            self.text.push_str(&line);
        }
        self.fields(Entry::Statement, fields, "  ", &written);
    }

    fn statement_parts(&self, statement: &Value, by: &str, parts: &mut Vec<String>, written: &mut Vec<&'static str>) {
        if let Some(party) = text(statement, "onBehalfOf") {
            parts.push(format!("{} {}", self.word("for"), self.party_name(party, false)));
            written.push("onBehalfOf");
        }
        if let Some(occasion) = text(statement, "occasion") {
            let name = if super::write::is_simple(occasion) { occasion.to_owned() } else { in_braces(occasion) };
            parts.push(format!("{} {name}", self.word("at")));
            written.push("occasion");
        }
        self.medium_and_date(statement, parts, written);
        self.known_through(statement, by, parts, written);
        if let Some(cites) = statement.get("cites").and_then(Value::as_array)
            && let Some(part) = self.cites(cites)
        {
            parts.push(part);
            written.push("cites");
        }
    }

    /// The phrase of a stance, for one speaker or for several.
    fn phrase(&self, stance: &str, by: Option<&str>) -> String {
        let party = by.and_then(|by| self.source.get("parties")?.get(by));
        let is_unnamed = party.and_then(|party| text(party, "kind")) == Some("unnamed");
        let count = party.and_then(|party| party.get("count")).and_then(Value::as_u64);
        let first = party.and_then(|party| text(party, "description")?.split_whitespace().next());
        let begins_as_one = first.is_some_and(|word| self.language.names(Section::Words, word).contains(&"one"));
        let is_plural = is_unnamed && count.map_or(!begins_as_one, |count| count > 1);
        if party.and_then(|party| text(party, "kind")) == Some("document") {
            let word = format!("document-{stance}");
            if let Some(phrase) = self.language.phrases(Section::Words, &word).first() {
                return (*phrase).to_owned();
            }
        }
        let phrases = self.language.phrases(Section::Stances, stance);
        let phrase = if is_plural { phrases.get(1).or(phrases.first()) } else { phrases.first() };
        phrase.map_or_else(|| stance.to_owned(), |phrase| (*phrase).to_owned())
    }

    pub(super) fn correction(&mut self, at: usize, correction: &Value) {
        let Some(fields) = correction.as_object() else { return };
        self.is_plain(&format!("/corrections/{at}"));
        let words = escape(text(correction, "text").unwrap_or_default());
        let date = text(correction, "date").filter(|date| story::model::Date::parse(date).is_some());
        let written: &[&str] = if date.is_some() { &["text", "date"] } else { &["text"] };
        let date = date.map_or_else(String::new, |date| format!(" ({})", plain_dates::write(date, self.tag)));
        let line = format!("{}: {words}{date}\n", self.word("correction"));
        self.text.push_str(&line);
        self.fields(Entry::Correction, fields, "  ", written);
    }

    /// The names of parties or reports of a list.
    pub(super) fn names(&self, value: &Value, name: impl Fn(&str) -> String) -> Option<String> {
        let ids: Vec<&str> = value.as_array()?.iter().filter_map(Value::as_str).collect();
        let names: Vec<String> = ids.into_iter().map(name).collect();
        Some(names.join(", "))
    }
}

/// The fields of an object that holds a list of objects, for the writer of fields.
pub(super) fn objects<'v>(fields: &'v Map<String, Value>, key: &str) -> Vec<&'v Map<String, Value>> {
    match fields.get(key) {
        Some(Value::Object(object)) => vec![object],
        _ => list(fields, key).iter().filter_map(Value::as_object).collect(),
    }
}
