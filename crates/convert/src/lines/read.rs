//! Reads lines: first all names, then the entries.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};
use story::document::MAX_BYTES;
use story::problem::{Place, Problem, Rule};

use super::fields::{self, Entry, FIELDS};
use super::names::{Found, Names};
use super::nearest::Nearest;
use super::rules::*;
use super::source::{Line, lines};
use crate::ids::Ids;
use crate::language::{Language, Section};
use crate::losses::escaped;
use crate::{Conversion, Count, Places};

/// Reads lines. Any text is accepted; what is not understood is reported at its line.
pub fn read(text: &str) -> Conversion {
    if text.len() > MAX_BYTES {
        let place = Place { line: 1, column: 1, ..Place::default() };
        let problems = vec![Problem::new(&LINES_TOO_LARGE, place, Vec::new())];
        return Conversion { problems, ..Conversion::default() };
    }
    let lines = lines(text);
    let mut reader = Reader::new(&language_tag(&lines));
    reader.collect(&lines);
    for line in &lines {
        reader.line(line);
    }
    reader.finish()
}

/// The language that a line such as `lang: de` gives.
fn language_tag(lines: &[Line<'_>]) -> String {
    let tag = lines.iter().filter(|line| !line.is_indented).find_map(|line| {
        let (word, tag) = line.text.split_once(':').filter(|(word, _)| word.len() < 20)?;
        let is_language = word.trim().eq_ignore_ascii_case("lang") || fields_of_any_language(word.trim());
        is_language.then(|| tag.trim().to_owned())
    });
    tag.unwrap_or_default()
}

fn fields_of_any_language(word: &str) -> bool {
    ["en", "de", "fr", "es", "it", "nl", "pt", "pl"]
        .iter()
        .any(|tag| Language::of(tag).names(Section::Fields, word).contains(&"lang"))
}

/// The entry to which the next lines belong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Current {
    Nothing,
    /// An entry that could not be used, or a proposal. Its lines are left out with it.
    LeftOut,
    Party(String),
    Claim(usize),
    Statement(usize),
    Report(String),
    Occasion(String),
    Correction(usize),
}

/// A text that is being read.
pub(super) struct Reader {
    pub(super) language: &'static Language,
    pub(super) parties: Names,
    pub(super) claims: Names,
    pub(super) reports: Names,
    pub(super) occasions: Names,
    /// The ids of all statements.
    pub(super) statements: HashSet<String>,
    /// The reports whose outlets are known before the entries are read.
    pub(super) attributed: HashSet<String>,
    pub(super) party_ids: Ids,
    pub(super) claim_ids: Ids,
    pub(super) report_ids: Ids,
    pub(super) occasion_ids: Ids,
    /// The kinds of the parties, by id.
    pub(super) kinds: HashMap<String, String>,
    /// The reports of each outlet.
    pub(super) outlets: HashMap<String, Vec<String>>,
    /// The ids of the entries, by the number of the line that begins them.
    pub(super) declared: HashMap<u32, String>,
    pub(super) claim_positions: HashMap<String, usize>,
    pub(super) document: Map<String, Value>,
    pub(super) party_list: Map<String, Value>,
    pub(super) claim_list: Vec<Map<String, Value>>,
    pub(super) statement_list: Vec<Map<String, Value>>,
    pub(super) report_list: Map<String, Value>,
    pub(super) occasion_list: Map<String, Value>,
    pub(super) correction_list: Vec<Map<String, Value>>,
    /// The statements whose speaker is written although their occasion says it.
    pub(super) explicit_speakers: Vec<usize>,
    pub(super) current: Current,
    /// The claim on which the next statements are.
    pub(super) claim: Option<String>,
    pub(super) nearest: Nearest,
    pub(super) problems: Vec<Problem>,
    pub(super) places: Places,
    count: Count,
}

impl Reader {
    fn new(tag: &str) -> Self {
        Self {
            language: Language::of(tag),
            parties: Names::default(),
            claims: Names::default(),
            reports: Names::default(),
            occasions: Names::default(),
            statements: HashSet::new(),
            attributed: HashSet::new(),
            party_ids: Ids::default(),
            claim_ids: Ids::default(),
            report_ids: Ids::default(),
            occasion_ids: Ids::default(),
            kinds: HashMap::new(),
            outlets: HashMap::new(),
            declared: HashMap::new(),
            claim_positions: HashMap::new(),
            document: Map::new(),
            party_list: Map::new(),
            claim_list: Vec::new(),
            statement_list: Vec::new(),
            report_list: Map::new(),
            occasion_list: Map::new(),
            correction_list: Vec::new(),
            explicit_speakers: Vec::new(),
            current: Current::Nothing,
            claim: None,
            nearest: Nearest::default(),
            problems: Vec::new(),
            places: Places::default(),
            count: Count::default(),
        }
    }

    fn line(&mut self, line: &Line<'_>) {
        if line.text.starts_with("//") {
            return;
        }
        self.count.total += 1;
        let before = self.problems.len();
        self.dispatch(line);
        let unused = |problem: &Problem| problem.is_error() || problem.rule == &PROPOSAL_NOT_CONFIRMED;
        if !self.problems.iter().skip(before).any(unused) && self.current != Current::LeftOut {
            self.count.used += 1;
        }
    }

    fn dispatch(&mut self, line: &Line<'_>) {
        let text = &*line.text;
        if is_proposal(text) {
            self.current = Current::LeftOut;
            // What follows a claim that is left out belongs to no other claim.
            if text.trim_start_matches(|c: char| c == '?' || c.is_whitespace()).starts_with('#') {
                self.claim = None;
            }
            return self.report(line, text, &PROPOSAL_NOT_CONFIRMED, &[]);
        }
        match text.chars().next() {
            Some('@') => return self.party(line),
            Some('#') => return self.claim(line),
            _ => {}
        }
        if let Some((words, value)) = self.word_before_colon(text) {
            return self.field(line, &words, value);
        }
        if self.also(line).is_none() {
            self.statement(line);
        }
    }

    /// The names of the word before the first colon, and what follows the colon.
    pub(super) fn word_before_colon<'t>(&self, text: &'t str) -> Option<(Vec<&'static str>, &'t str)> {
        const MAX_BYTES_OF_WORD: usize = 60;
        let (word, value) = text.split_once(':').filter(|(word, _)| word.len() <= MAX_BYTES_OF_WORD)?;
        let mut names = self.language.names(Section::Fields, word);
        if names.is_empty() {
            let word = word.trim();
            let of_format = FIELDS.iter().filter(|field| field.field.eq_ignore_ascii_case(word));
            names = of_format.map(|field| field.word).collect();
        }
        (!names.is_empty()).then(|| (names, value.trim()))
    }

    /// A line that begins with a word and a colon.
    fn field(&mut self, line: &Line<'_>, words: &[&'static str], value: &str) {
        let here = self.entry();
        let of_entry = here.and_then(|entry| fields::field(entry, words));
        let of_document = fields::field(Entry::Document, words).or_else(|| fields::field(Entry::Publisher, words));
        let begins = words.iter().find(|word| matches!(**word, "report" | "occasion" | "correction"));
        match (of_entry, of_document, begins) {
            (Some(field), None, _) => self.apply(line, field, value),
            (Some(field), Some(_), _) if line.is_indented => self.apply(line, field, value),
            (_, Some(field), _) => self.apply_to_document(line, field, value),
            (None, None, Some(&"report")) => self.report_line(line, value),
            (None, None, Some(&"occasion")) => self.occasion_line(line, value),
            (None, None, Some(_)) => self.correction_line(line, value),
            _ if self.current == Current::LeftOut => {}
            _ => {
                let word = line.text.split(':').next().unwrap_or_default().to_owned();
                let entry = match self.current {
                    Current::Party(_) => "a party",
                    Current::Claim(_) => "a claim",
                    Current::Statement(_) => "a statement",
                    Current::Report(_) => "a report",
                    Current::Occasion(_) => "an occasion",
                    Current::Correction(_) => "a correction",
                    _ => "the beginning of the document",
                };
                self.report(line, &line.text, &NOT_HERE, &[&word, entry]);
            }
        }
    }

    /// The kind of the current entry.
    pub(super) fn entry(&self) -> Option<Entry> {
        match self.current {
            Current::Nothing | Current::LeftOut => None,
            Current::Party(_) => Some(Entry::Party),
            Current::Claim(_) => Some(Entry::Claim),
            Current::Statement(_) => Some(Entry::Statement),
            Current::Report(_) => Some(Entry::Report),
            Current::Occasion(_) => Some(Entry::Occasion),
            Current::Correction(_) => Some(Entry::Correction),
        }
    }

    /// The JSON pointer of the current entry.
    pub(super) fn pointer(&self) -> String {
        match &self.current {
            Current::Nothing | Current::LeftOut => String::new(),
            Current::Party(id) => format!("/parties/{}", escaped(id)),
            Current::Claim(at) => format!("/claims/{at}"),
            Current::Statement(at) => format!("/statements/{at}"),
            Current::Report(id) => format!("/reports/{}", escaped(id)),
            Current::Occasion(id) => format!("/occasions/{}", escaped(id)),
            Current::Correction(at) => format!("/corrections/{at}"),
        }
    }

    /// The object of the current entry.
    pub(super) fn object(&mut self) -> Option<&mut Map<String, Value>> {
        match &self.current {
            Current::Nothing | Current::LeftOut => None,
            Current::Party(id) => self.party_list.get_mut(id)?.as_object_mut(),
            Current::Claim(at) => self.claim_list.get_mut(*at),
            Current::Statement(at) => self.statement_list.get_mut(*at),
            Current::Report(id) => self.report_list.get_mut(id)?.as_object_mut(),
            Current::Occasion(id) => self.occasion_list.get_mut(id)?.as_object_mut(),
            Current::Correction(at) => self.correction_list.get_mut(*at),
        }
    }

    /// Reports a problem with a part of a line.
    pub(super) fn report(&mut self, line: &Line<'_>, part: &str, rule: &'static Rule, words: &[&str]) {
        const MAX_CHARACTERS: usize = 900;
        let words = words.iter().map(|word| word.chars().take(MAX_CHARACTERS).collect()).collect();
        let place = Place { line: line.number, column: line.column_of(part), ..Place::default() };
        self.problems.push(Problem::new(rule, place, words));
    }

    /// Records where a value was written.
    pub(super) fn place(&mut self, line: &Line<'_>, part: &str, pointer: String) {
        let place =
            Place { pointer: pointer.clone(), line: line.number, column: line.column_of(part), ..Place::default() };
        self.places.insert(pointer, place);
    }

    /// Reports that a name fits several entries.
    pub(super) fn several(&mut self, line: &Line<'_>, name: &str, ids: &[String], names: fn(&Self, &str) -> String) {
        let candidates: Vec<String> = ids.iter().map(|id| names(self, id)).collect();
        self.report(line, name, &SEVERAL_MATCH, &[&shown(name), &candidates.join(", ")]);
    }

    /// The id of the claim that a text refers to.
    pub(super) fn claim_of(&mut self, line: &Line<'_>, name: &str) -> Option<String> {
        match self.claims.find(name) {
            Found::One(id) => Some(id),
            Found::Several(ids) => {
                self.several(line, name, &ids, |_, id| format!("{{{id}}}"));
                None
            }
            Found::None => {
                let hint = self.nearest.hint(name, self.claims.spellings());
                self.report(line, name, &UNKNOWN_NAME, &[&shown(name), "claim", &hint]);
                None
            }
        }
    }

    fn finish(mut self) -> Conversion {
        for (at, statement) in self.statement_list.iter_mut().enumerate() {
            let occasion = statement.get("occasion").and_then(Value::as_str);
            let speaker = occasion.and_then(|id| self.occasion_list.get(id)).and_then(|occasion| occasion.get("by"));
            if speaker.is_some() && speaker == statement.get("by") && self.explicit_speakers.binary_search(&at).is_err()
            {
                statement.shift_remove("by");
            }
        }
        let mut document = Map::new();
        let mut written = std::mem::take(&mut self.document);
        document.extend(written.shift_remove_entry("$schema"));
        document.insert("version".to_owned(), 1.into());
        for field in FIELDS.iter().filter(|field| field.entry == Entry::Document) {
            document.extend(written.shift_remove_entry(field.field));
        }
        document.insert("parties".to_owned(), Value::Object(self.party_list));
        document.insert("claims".to_owned(), list(self.claim_list));
        document.insert("statements".to_owned(), list(self.statement_list));
        for (key, entries) in [("occasions", self.occasion_list), ("reports", self.report_list)] {
            if !entries.is_empty() {
                document.insert(key.to_owned(), Value::Object(entries));
            }
        }
        if !self.correction_list.is_empty() {
            document.insert("corrections".to_owned(), list(self.correction_list));
        }
        self.problems.sort_by_key(|problem| (problem.place.line, problem.place.column));
        let reworded = Some(super::remedies::reworded as fn(&'static Rule) -> &'static Rule);
        Conversion { document, problems: self.problems, count: self.count, places: self.places, reworded }
    }
}

fn list(objects: Vec<Map<String, Value>>) -> Value {
    Value::Array(objects.into_iter().map(Value::Object).collect())
}

/// A text for a diagnostic, cut if it is long.
pub(super) fn shown(text: &str) -> String {
    const MAX_CHARACTERS: usize = 80;
    let mut shown: String = text.chars().take(MAX_CHARACTERS).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

/// Whether a line is a proposal: a question mark comes before its first letter, behind whatever bullet or number.
fn is_proposal(text: &str) -> bool {
    const MAX_NUMBER_BYTES: usize = 5;
    let numbered = text.split_once(char::is_whitespace);
    let numbered = numbered.filter(|(number, _)| number.len() <= MAX_NUMBER_BYTES && number.ends_with(['.', ')']));
    let text = numbered.map_or(text, |(_, text)| text);
    text.chars().take_while(|c| !c.is_alphanumeric()).any(|c| c == '?')
}
