//! Writes a document as lines.
//!
//! The first attempt writes every entry as a person would. Whatever does not read back as it was is written again with
//! its short name and a line for each field. What even that does not hold is a loss.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::names::{Found, Names, last_name};
use super::read::read;
use super::text::{escape, in_braces};
use crate::Export;
use crate::ids::Ids;
use crate::language::{Language, Section};
use crate::losses::losses;
use crate::normal::normal;

/// How often entries that did not read back are written in another way.
const MAX_ROUNDS: usize = 3;

/// Longer names are referred to by their ids.
const MAX_CHARACTERS_OF_NAME: usize = 40;

/// Writes a document as lines. `read` makes the same document of them, but for the losses.
pub fn write(document: &Map<String, Value>) -> Export {
    let document = &normal(document);
    let mut plain = HashSet::new();
    let mut export = Export::default();
    for _ in 0..MAX_ROUNDS {
        let text = Writer::new(document, &plain).document();
        let losses = losses(document, &read(&text).document);
        let entries = losses.iter().filter_map(|loss| entry(&loss.place.pointer));
        let before = plain.len();
        plain.extend(entries);
        export = Export { text, losses };
        if export.losses.is_empty() || plain.len() == before {
            break;
        }
    }
    export
}

/// The entry of a pointer, such as `/statements/3`.
fn entry(pointer: &str) -> Option<String> {
    let mut steps = pointer.split('/').skip(1);
    Some(format!("/{}/{}", steps.next()?, steps.next()?))
}

/// Lines in progress.
pub(super) struct Writer<'a> {
    pub(super) source: &'a Map<String, Value>,
    pub(super) tag: &'a str,
    pub(super) language: &'static Language,
    /// The entries that are written with a line for each field.
    plain: &'a HashSet<String>,
    parties: Names,
    reports: Names,
    claims: Names,
    /// The outlets that have more than one report, and those that have one.
    outlets: [HashSet<&'a str>; 2],
    /// Whether the current entry is one of them.
    pub(super) is_plain_here: bool,
    pub(super) text: String,
}

impl<'a> Writer<'a> {
    fn new(source: &'a Map<String, Value>, plain: &'a HashSet<String>) -> Self {
        let tag = source.get("lang").and_then(Value::as_str).unwrap_or_default().trim();
        let mut writer = Self {
            source,
            tag,
            language: Language::of(tag),
            plain,
            parties: Names::default(),
            reports: Names::default(),
            claims: Names::default(),
            outlets: [HashSet::new(), HashSet::new()],
            is_plain_here: false,
            text: String::new(),
        };
        for (id, party) in object(source, "parties") {
            writer.parties.add_id(id);
            let aliases = party.get("aliases").and_then(Value::as_array).into_iter().flatten();
            aliases.filter_map(Value::as_str).for_each(|name| writer.parties.add(id, name));
            let kind = text(party, "kind").unwrap_or_default();
            let names = ["name", "description"].into_iter().filter_map(|key| text(party, key));
            names.for_each(|name| writer.parties.add_party(id, name, kind));
        }
        for (id, report) in object(source, "reports") {
            writer.reports.add_id(id);
            if let Some(title) = text(report, "title") {
                writer.reports.add(id, title);
            }
            if let Some(outlet) = text(report, "outlet") {
                let [several, one] = &mut writer.outlets;
                if !one.insert(outlet) {
                    several.insert(outlet);
                }
            }
        }
        for claim in list(source, "claims") {
            if let (Some(id), Some(text)) = (text(claim, "id"), text(claim, "text")) {
                writer.claims.add_id(id);
                writer.claims.add(id, text);
            }
        }
        writer
    }

    fn document(mut self) -> String {
        self.top();
        self.gap();
        for (id, party) in object(self.source, "parties") {
            self.party(id, party);
        }
        self.gap();
        for (id, occasion) in object(self.source, "occasions") {
            self.occasion(id, occasion);
        }
        self.claims_with_statements();
        self.gap();
        for (id, report) in object(self.source, "reports") {
            self.report(id, report);
        }
        self.gap();
        for (at, correction) in list(self.source, "corrections").iter().enumerate() {
            self.correction(at, correction);
        }
        self.text
    }

    /// Each claim before the first statement on it, in the order of the claims.
    fn claims_with_statements(&mut self) {
        let claims = list(self.source, "claims");
        let positions: std::collections::HashMap<&str, usize> =
            claims.iter().enumerate().filter_map(|(at, claim)| Some((text(claim, "id")?, at))).collect();
        let mut written = 0;
        let mut current = None;
        for (at, statement) in list(self.source, "statements").iter().enumerate() {
            let stances = statement.get("stances").and_then(Value::as_object);
            let Some(claim) = stances.and_then(|stances| stances.keys().next()) else { continue };
            if current != Some(claim.as_str()) {
                let position = positions.get(claim.as_str()).copied();
                match position {
                    Some(position) if position >= written => {
                        for (at, claim) in claims.iter().enumerate().take(position + 1).skip(written) {
                            self.claim(at, claim);
                        }
                        written = position + 1;
                    }
                    _ => self.claim_again(claim, position.and_then(|at| claims.get(at))),
                }
                current = Some(claim);
            }
            self.statement(at, statement);
        }
        for (at, claim) in claims.iter().enumerate().skip(written) {
            self.claim(at, claim);
        }
    }

    /// Whether an entry, which begins now, is written with a line for each field.
    pub(super) fn is_plain(&mut self, pointer: &str) -> bool {
        self.is_plain_here = self.plain.contains(pointer);
        self.is_plain_here
    }

    /// An empty line, unless there is one already.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// The word of a field in the language.
    pub(super) fn word(&self, word: &str) -> String {
        self.language.phrase(Section::Fields, word).to_owned()
    }

    /// A name that refers to a party: the last one of a person, the whole one, or the id.
    pub(super) fn party_name(&self, id: &str, is_plain: bool) -> String {
        let party = object(self.source, "parties").get(id);
        let name = party.and_then(|party| text(party, "name").or_else(|| text(party, "description")));
        let is_person = party.and_then(|party| text(party, "kind")) == Some("person");
        let last = name.filter(|_| is_person).and_then(last_name);
        let short = name.filter(|name| name.chars().count() <= MAX_CHARACTERS_OF_NAME);
        let names = [last, short, Some(id)].into_iter().flatten();
        let mut usable =
            names.filter(|name| !is_plain && is_simple(name) && self.parties.find(name) == Found::One(id.to_owned()));
        usable.next().map_or_else(|| in_braces(id), str::to_owned)
    }

    /// A name that refers to a report of the speaker's own: its id.
    pub(super) fn own_report_name(&self, id: &str) -> String {
        let is_simple = is_simple(id) && self.reports.find(id) == Found::One(id.to_owned());
        if is_simple { id.to_owned() } else { in_braces(id) }
    }

    /// A name that refers to a report: that of an outlet with one report, or the id.
    pub(super) fn report_name(&self, id: &str, is_plain: bool) -> String {
        let report = object(self.source, "reports").get(id);
        let outlet = report.and_then(|report| text(report, "outlet"));
        let [several, _] = &self.outlets;
        let outlet = outlet.filter(|outlet| !is_plain && !several.contains(outlet));
        let name = outlet.map(|outlet| self.party_name(outlet, false));
        let is_usable = |name: &String| is_simple(name) && self.reports.find(name) == Found::None;
        if let Some(name) = name.filter(is_usable) {
            return name;
        }
        if is_plain { in_braces(id) } else { self.own_report_name(id) }
    }

    /// A name that refers to a claim: its id, or its text if the id is made from it.
    pub(super) fn claim_name(&self, id: &str, is_plain: bool) -> String {
        let is_simple = !is_plain && is_simple(id) && self.claims.find(id) == Found::One(id.to_owned());
        if is_simple { id.to_owned() } else { in_braces(id) }
    }

    /// A short name that must be written, because another one would be made.
    pub(super) fn id_unless_made(&self, id: &str, name: &str, is_plain: bool) -> String {
        let is_made = !is_plain && !name.is_empty() && Ids::default().make(name) == id;
        if is_made { String::new() } else { format!(" {}", in_braces(id)) }
    }

    /// A text between the quotation marks of the language.
    pub(super) fn in_marks(&self, words: &str) -> String {
        let marks = self.language.phrases(Section::Quotation, "marks");
        let (open, close) = (marks.first().unwrap_or(&"“"), marks.get(1).unwrap_or(&"”"));
        format!("{open}{}{close}", escape(words))
    }
}

/// Whether a name can stand in a line without braces.
pub(super) fn is_simple(name: &str) -> bool {
    let is_plain =
        |c: char| !c.is_control() && !matches!(c, ',' | ';' | ':' | '{' | '}' | '[' | ']' | '(' | ')' | '\\' | '"');
    let begins = name.chars().next().is_some_and(char::is_alphanumeric);
    begins && name.trim() == name && name.chars().all(is_plain) && escape(name) == name && !name.contains("__")
}

pub(super) fn text<'v>(object: &'v Value, key: &str) -> Option<&'v str> {
    object.get(key).and_then(Value::as_str)
}

pub(super) fn list<'v>(source: &'v Map<String, Value>, key: &str) -> &'v [Value] {
    source.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn object<'v>(source: &'v Map<String, Value>, key: &str) -> &'v Map<String, Value> {
    static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    source.get(key).and_then(Value::as_object).unwrap_or(&NONE)
}
