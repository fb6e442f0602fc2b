//! Writes a document as rows.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::cell::Reader;
use super::fields::{ALWAYS, COLUMNS, Entry, Kind};
use super::grid::guarded;
use super::language::Languages;
use super::names::Book;

type Cells = BTreeMap<&'static str, String>;

/// The document as CSV.
pub(super) fn write(document: &Map<String, Value>, languages: &Languages) -> String {
    let mut rest = document.clone();
    let book = book(document);
    let writer = Writer { document, reader: Reader { languages, book: &book, order: None } };
    let mut rows = Vec::new();
    let publisher = take_object(&mut rest, "publisher");
    let parties = writer.take_map(&mut rest, "parties");
    let claims = take_objects(&mut rest, "claims");
    let reports = writer.take_map(&mut rest, "reports");
    let occasions = writer.take_map(&mut rest, "occasions");
    let statements = take_objects(&mut rest, "statements");
    let corrections = take_objects(&mut rest, "corrections");
    if rest.get("version") == Some(&Value::from(1)) {
        rest.remove("version");
    }
    for key in ["parties", "claims", "statements"] {
        // A table always makes these, so that empty ones need no cell.
        let is_empty = match rest.get(key) {
            Some(Value::Array(list)) => list.is_empty() && key != "parties",
            Some(Value::Object(map)) => map.is_empty() && key == "parties",
            _ => false,
        };
        if is_empty {
            rest.remove(key);
        }
    }
    if !rest.is_empty() {
        rows.push(writer.row(Kind::Document, rest, Cells::new()));
    }
    rows.extend(publisher.map(|publisher| writer.row(Kind::Publisher, publisher, Cells::new())));
    for (id, party) in parties {
        rows.push(writer.row(Kind::Party, party, Cells::from([("id", id)])));
    }
    for claim in claims {
        writer.claim(claim, &mut rows);
    }
    for (id, report) in reports {
        writer.with_lists(Kind::Report, &id, report, &mut rows);
    }
    for (id, occasion) in occasions {
        rows.push(writer.row(Kind::Occasion, occasion, Cells::from([("id", id)])));
    }
    for statement in statements {
        rows.push(writer.statement(statement));
    }
    for correction in corrections {
        rows.push(writer.row(Kind::Correction, correction, Cells::new()));
    }
    csv(&rows)
}

struct Writer<'a> {
    document: &'a Map<String, Value>,
    reader: Reader<'a>,
}

impl Writer<'_> {
    /// The name by which rows refer to an entry.
    fn name(&self, entry: Entry, id: &str) -> String {
        let map = match entry {
            Entry::Party => "parties",
            Entry::Report => "reports",
            Entry::Occasion => "occasions",
            // By their ids, so that the text of a claim stands in one cell only and can be edited there.
            Entry::Claim | Entry::Statement => return String::new(),
        };
        let value = self.document.get(map).and_then(|map| map.get(id));
        value.map_or("", |value| name(entry, value)).to_owned()
    }

    /// The entries of a map whose ids all fit into cells.
    fn take_map(&self, from: &mut Map<String, Value>, key: &str) -> Vec<(String, Map<String, Value>)> {
        let fits = |(id, value): (&String, &Value)| value.is_object() && is_plain(id);
        let is_whole = |map: &Map<String, Value>| !map.is_empty() && map.iter().all(fits);
        if !from.get(key).and_then(Value::as_object).is_some_and(is_whole) {
            return Vec::new();
        }
        let Some(Value::Object(map)) = from.shift_remove(key) else { return Vec::new() };
        map.into_iter().filter_map(|(id, value)| Some((id, object(value)?))).collect()
    }

    fn claim(&self, mut claim: Map<String, Value>, rows: &mut Vec<Cells>) {
        let mut cells = Cells::new();
        let id = claim.get("id").and_then(Value::as_str).filter(|id| is_plain(id)).map(str::to_owned);
        if let Some(id) = &id {
            claim.shift_remove("id");
            cells.insert("id", id.clone());
        }
        self.lists(Kind::Claim, id.as_deref(), cells, claim, rows);
    }

    fn with_lists(&self, kind: Kind, id: &str, entry: Map<String, Value>, rows: &mut Vec<Cells>) {
        self.lists(kind, Some(id), Cells::from([("id", id.to_owned())]), entry, rows);
    }

    /// An entry, followed by rows for the lists in it.
    fn lists(&self, of: Kind, id: Option<&str>, cells: Cells, mut entry: Map<String, Value>, rows: &mut Vec<Cells>) {
        let mut below = Vec::new();
        for kind in [Kind::Related, Kind::Passage, Kind::Finding, Kind::Update] {
            let Some((key, owner, column)) = kind.owner() else { continue };
            let is_own = (owner == Entry::Report) == (of == Kind::Report);
            let label = id.filter(|_| is_own).and_then(|id| self.reader.book.label(owner, id, &self.name(owner, id)));
            let Some(label) = label else { continue };
            for one in take_objects(&mut entry, key) {
                below.push(self.row(kind, one, Cells::from([(column, label.clone())])));
            }
        }
        rows.push(self.row(of, entry, cells));
        rows.extend(below);
    }

    fn statement(&self, mut statement: Map<String, Value>) -> Cells {
        let mut cells = Cells::new();
        let pair = |(claim, stance): (&String, &Value)| {
            let label = self.reader.book.label(Entry::Claim, claim, &self.name(Entry::Claim, claim))?;
            let stance =
                stance.as_str().filter(|stance| self.reader.languages.word("stances", stance) == Some(*stance));
            Some((label, stance?.to_owned()))
        };
        let stances = statement.get("stances").and_then(Value::as_object).filter(|stances| !stances.is_empty());
        let pairs: Option<Vec<(String, String)>> = stances.and_then(|stances| stances.iter().map(pair).collect());
        if let Some(pairs) = pairs {
            statement.shift_remove("stances");
            let (claims, stances): (Vec<String>, Vec<String>) = pairs.into_iter().unzip();
            let is_one = stances.iter().all(|stance| stances.first() == Some(stance));
            cells.insert("claim", claims.join("\n"));
            cells
                .insert("stance", stances.get(..if is_one { 1 } else { stances.len() }).unwrap_or_default().join("\n"));
        }
        self.row(Kind::Statement, statement, cells)
    }

    /// A row of an object. What no column holds goes into the last one as JSON.
    fn row(&self, kind: Kind, mut rest: Map<String, Value>, mut cells: Cells) -> Cells {
        if kind != Kind::Statement {
            cells.insert("row", kind.word().to_owned());
        }
        for field in kind.fields() {
            let name_of = |entry: Entry, id: &str| self.name(entry, id);
            let cell_of = |value: &Value| self.reader.cell(field.form, value, &name_of);
            if let Some((outer, inner)) = field.key.split_once('/') {
                let Some(Value::Object(object)) = rest.get_mut(outer) else { continue };
                let Some(cell) = object.get(inner).and_then(cell_of) else { continue };
                cells.insert(field.column, cell);
                object.shift_remove(inner);
                if object.is_empty() {
                    rest.shift_remove(outer);
                }
            } else if let Some(cell) = rest.get(field.key).and_then(cell_of) {
                cells.insert(field.column, cell);
                rest.shift_remove(field.key);
            }
        }
        if !rest.is_empty() {
            cells.insert("more", Value::Object(rest).to_string());
        }
        cells
    }
}

/// The names of all entries of a document.
fn book(document: &Map<String, Value>) -> Book {
    let mut book = Book::default();
    let maps = [("parties", Entry::Party), ("reports", Entry::Report), ("occasions", Entry::Occasion)];
    for (key, entry) in maps {
        for (id, value) in document.get(key).and_then(Value::as_object).into_iter().flatten() {
            book.add(entry, id, name(entry, value));
        }
    }
    for claim in document.get("claims").and_then(Value::as_array).into_iter().flatten() {
        if let Some(id) = claim.get("id").and_then(Value::as_str) {
            book.add(Entry::Claim, id, name(Entry::Claim, claim));
        }
    }
    for (id, party) in document.get("parties").and_then(Value::as_object).into_iter().flatten() {
        for alias in party.get("aliases").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            book.add_alias(id, alias);
        }
    }
    book
}

/// The name by which cells can refer to an entry: that of a party, or the description of an unnamed one.
fn name(entry: Entry, value: &Value) -> &str {
    let key = match entry {
        Entry::Party if value.get("name").is_some() => "name",
        Entry::Party => "description",
        Entry::Claim => "text",
        Entry::Report | Entry::Occasion => "title",
        Entry::Statement => return "",
    };
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Whether a cell keeps an id as it is.
fn is_plain(id: &str) -> bool {
    !id.is_empty() && super::grid::clean(&guarded(id)) == id
}

fn object(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(map) => Some(map),
        _ => None,
    }
}

fn take_object(from: &mut Map<String, Value>, key: &str) -> Option<Map<String, Value>> {
    let is_filled = from.get(key).and_then(Value::as_object).is_some_and(|map| !map.is_empty());
    if is_filled { from.shift_remove(key).and_then(object) } else { None }
}

/// The objects of a list, which stays where it is if it has none, or anything else.
fn take_objects(from: &mut Map<String, Value>, key: &str) -> Vec<Map<String, Value>> {
    let is_whole = |list: &Vec<Value>| !list.is_empty() && list.iter().all(Value::is_object);
    if !from.get(key).and_then(Value::as_array).is_some_and(is_whole) {
        return Vec::new();
    }
    let Some(Value::Array(list)) = from.shift_remove(key) else { return Vec::new() };
    list.into_iter().filter_map(object).collect()
}

/// The rows as CSV with the columns that they use.
fn csv(rows: &[Cells]) -> String {
    let is_used = |column: &&str| rows.iter().any(|row| row.contains_key(column));
    let columns = COLUMNS.iter().enumerate().filter(|(index, column)| *index < ALWAYS || is_used(column));
    let columns: Vec<&str> = columns.map(|(_, column)| *column).collect();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(&columns);
    for row in rows {
        let cells = columns.iter().map(|column| row.get(column).map_or_else(String::new, |cell| guarded(cell)));
        let _ = writer.write_record(cells);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
