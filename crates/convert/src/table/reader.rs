//! Reads rows into a document: first what they define, then what they say.

use std::collections::HashSet;

use serde_json::{Map, Value};
use story::problem::{Place, Rule};

use super::cell::{self, Trouble};
use super::draft::{Draft, merge};
use super::fields::{BESIDE, Entry, Form, Kind};
use super::grid::{Grid, Row};
use super::headers::Headers;
use super::language::Languages;
use super::names::{Book, Resolved};
use super::report::Report;
use super::reports::Known;
use super::rules::*;
use crate::conversion::{Conversion, Count};
use crate::dates::Order;

/// What is known while rows are read.
pub(super) struct Reader<'a> {
    pub(super) languages: &'a Languages,
    pub(super) headers: Headers,
    pub(super) book: Book,
    pub(super) draft: Draft,
    pub(super) report: Report,
    pub(super) known: Known,
    pub(super) order: Option<Order>,
    pub(super) defines: HashSet<Entry>,
    pub(super) searches: usize,
}

/// Reads all rows below the header row.
pub(super) fn read(grid: &Grid, headers: Headers, languages: &Languages, report: Report) -> Conversion {
    let order = headers.order(grid, languages);
    let mut reader = Reader {
        languages,
        headers,
        book: Book::default(),
        draft: Draft::default(),
        report,
        known: Known::default(),
        order,
        defines: HashSet::new(),
        searches: 0,
    };
    let rows: Vec<&Row> = grid.rows.iter().skip(1).filter(|row| !row.is_blank()).collect();
    reader
        .draft
        .places
        .insert(String::new(), Place { path: "row 1".to_owned(), line: 1, column: 1, ..Place::default() });
    let mut kinds: Vec<Option<(Kind, String)>> = Vec::with_capacity(rows.len());
    for row in &rows {
        let kind = reader.kind(row);
        kinds.push(kind.and_then(|kind| reader.define(row, kind).map(|id| (kind, id))));
    }
    reader.add_aliases(&rows, &kinds);
    let mut used = 0;
    for (row, kind) in rows.iter().zip(&kinds) {
        reader.report_unused(row, kind.as_ref().map(|(kind, _)| *kind));
        let Some((kind, id)) = kind else { continue };
        let is_used = match kind {
            Kind::Statement => reader.statement(row).is_some(),
            kind => reader.row(row, *kind, id).is_some(),
        };
        used += usize::from(is_used);
    }
    let (document, places) = reader.draft.finish();
    let count = Count { used, total: rows.len() };
    Conversion { document, problems: reader.report.finish(), count, places, reworded: None }
}

impl Reader<'_> {
    /// The content of a cell, which is empty if there is no such column.
    pub(super) fn cell<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        let index = self.headers.index(column);
        index.and_then(|index| row.cells.get(index)).map_or("", String::as_str)
    }

    /// The place of a cell.
    pub(super) fn place(&self, row: &Row, column: &str) -> Place {
        match self.headers.index(column) {
            Some(index) => row.place(index, column),
            None => row.place(0, ""),
        }
    }

    /// Reports a cell.
    pub(super) fn add(&mut self, rule: &'static Rule, row: &Row, column: &str, words: &[&str]) {
        let place = self.place(row, column);
        self.report.add(rule, place, words);
    }

    fn kind(&mut self, row: &Row) -> Option<Kind> {
        let word = self.cell(row, "row");
        if word.is_empty() {
            return Some(Kind::Statement);
        }
        let kind = self.languages.word("rows", word).and_then(Kind::from_word);
        if kind.is_none() {
            let near = self.languages.near_word("rows", word);
            self.add(&UNKNOWN_ROW, row, "row", &[word, &near]);
        }
        kind
    }

    /// Makes the entry that a row defines, so that rows above it can refer to it. Returns its id, which is empty for
    /// rows that define none.
    fn define(&mut self, row: &Row, kind: Kind) -> Option<String> {
        let (entry, column) = match kind {
            Kind::Party if self.cell(row, "party").is_empty() => (Entry::Party, "description"),
            Kind::Party => (Entry::Party, "party"),
            Kind::Claim => (Entry::Claim, "claim"),
            Kind::Report => (Entry::Report, "title"),
            Kind::Occasion => (Entry::Occasion, "title"),
            _ => return Some(String::new()),
        };
        if entry == Entry::Party || entry == Entry::Claim {
            self.defines.insert(entry);
        }
        let name = self.cell(row, column);
        let own = self.cell(row, "id");
        let id = if own.is_empty() {
            let base = if name.is_empty() { self.cell(row, "party") } else { name };
            self.draft.ids(entry).make(base)
        } else if self.draft.ids(entry).reserve(own) {
            own.to_owned()
        } else {
            self.add(&SAME_ID, row, "id", &[own]);
            return None;
        };
        self.book.add(entry, &id, name);
        let place = self.place(row, column);
        self.draft.open(entry, &id, place);
        Some(id)
    }

    fn add_aliases(&mut self, rows: &[&Row], kinds: &[Option<(Kind, String)>]) {
        for (row, kind) in rows.iter().zip(kinds) {
            let Some((Kind::Party, id)) = kind else { continue };
            let cell = self.cell(row, "aliases");
            for alias in cell.split(if cell.contains('\n') { '\n' } else { ';' }).filter(|alias| !alias.is_empty()) {
                self.book.add_alias(id, alias.trim());
            }
        }
    }

    /// Reports the cells that have no meaning in a row of this kind, or that have no header.
    fn report_unused(&mut self, row: &Row, kind: Option<Kind>) {
        if let Some(extra) =
            row.cells.get(self.headers.len()..).and_then(|extra| extra.iter().find(|it| !it.is_empty()))
        {
            let place = row.place(self.headers.len(), "");
            self.report.add(&EXTRA_CELL, place, &[extra]);
        }
        let Some(kind) = kind else { return };
        for (column, _) in self.headers.known() {
            let has = match kind {
                Kind::Statement => BESIDE.contains(&column) || matches!(column, "claim" | "stance"),
                Kind::Party | Kind::Claim | Kind::Report | Kind::Occasion => column == "id",
                kind => kind.owner().is_some_and(|(_, _, owner)| owner == column),
            };
            let has =
                has || matches!(column, "row" | "more") || kind.fields().iter().any(|field| field.column == column);
            let cell = if has { "" } else { self.cell(row, column) };
            if !cell.is_empty() {
                self.add(&NO_PLACE, row, column, &[cell, kind.word()]);
            }
        }
    }

    /// Reads a row of any kind but a statement.
    fn row(&mut self, row: &Row, kind: Kind, id: &str) -> Option<()> {
        let owner = match kind.owner() {
            Some((list, entry, column)) => Some((list, entry, self.owner(row, entry, column)?)),
            None => None,
        };
        let (object, cells) = self.object(row, kind);
        let entry = match kind {
            Kind::Party => Some(Entry::Party),
            Kind::Claim => Some(Entry::Claim),
            Kind::Report => Some(Entry::Report),
            Kind::Occasion => Some(Entry::Occasion),
            _ => None,
        };
        let pointer = if let Some((list, entry, owner)) = owner {
            self.draft.push(entry, &owner, list, object)
        } else if let Some(entry) = entry {
            if let Some(fields) = self.draft.fields(entry, id) {
                merge(fields, object);
            }
            if entry == Entry::Report {
                self.known.add(id, self.draft.fields(entry, id));
            }
            self.draft.pointer(entry, id)
        } else if kind == Kind::Correction {
            self.draft.corrections.push(Value::Object(object));
            format!("/corrections/{}", self.draft.corrections.len() - 1)
        } else if kind == Kind::Publisher {
            merge(&mut self.draft.publisher, object);
            "/publisher".to_owned()
        } else {
            merge(&mut self.draft.head, object);
            String::new()
        };
        self.place_all(row, &pointer, cells);
        Some(())
    }

    fn owner(&mut self, row: &Row, entry: Entry, column: &str) -> Option<String> {
        let cell = self.cell(row, column);
        match self.book.resolve(entry, cell) {
            _ if cell.is_empty() => self.add(&EMPTY_CELL, row, column, &[]),
            Resolved::One(id) => return Some(id),
            Resolved::Many(ids) => self.add(&TWO_MEANINGS, row, column, &[cell, &ids.join(", ")]),
            Resolved::None => {
                let near = self.near(entry, cell);
                self.add(&UNKNOWN_OWNER, row, column, &[cell, &near]);
            }
        }
        None
    }

    /// The fields of a row, and the columns from which they come.
    pub(super) fn object(&mut self, row: &Row, kind: Kind) -> (Map<String, Value>, Vec<(&'static str, &'static str)>) {
        let mut object = Map::new();
        let mut cells = Vec::new();
        for field in kind.fields() {
            let cell = self.cell(row, field.column);
            if cell.is_empty() {
                continue;
            }
            if let Form::One(Entry::Party) | Form::Several(Entry::Party) = field.form {
                self.admit(row, field.column, matches!(field.form, Form::Several(_)));
            }
            let Some(value) = self.value(row, field.column, field.form) else { continue };
            cells.push((field.column, field.key));
            let nested = field.key.split_once('/');
            let (key, value) = match nested {
                Some((outer, inner)) => (outer, Value::Object(Map::from_iter([(inner.to_owned(), value)]))),
                None => (field.key, value),
            };
            merge(&mut object, Map::from_iter([(key.to_owned(), value)]));
        }
        let more = self.cell(row, "more");
        if !more.is_empty() {
            match serde_json::from_str(more) {
                Ok(Value::Object(more)) => merge(&mut object, more),
                _ => self.add(&BAD_MORE, row, "more", &[]),
            }
        }
        (object, cells)
    }

    fn value(&mut self, row: &Row, column: &str, form: Form) -> Option<Value> {
        let cell = self.cell(row, column);
        let reader = cell::Reader { languages: self.languages, book: &self.book, order: self.order };
        match reader.value(form, cell) {
            Ok(value) => return Some(value),
            Err(Trouble::Unknown(entry, name)) => {
                let near = self.near(entry, &name);
                self.add(&UNKNOWN_NAME, row, column, &[&name, &near]);
            }
            Err(Trouble::Many(name, ids)) => self.add(&TWO_MEANINGS, row, column, &[&name, &ids.join(", ")]),
            Err(Trouble::Ambiguous(one, other)) => self.add(&AMBIGUOUS_DATE, row, column, &[cell, &one, &other]),
            Err(Trouble::Number) => self.add(&DATE_NUMBER, row, column, &[cell]),
        }
        None
    }

    /// The party that a cell names.
    pub(super) fn party(&mut self, row: &Row, column: &str) -> Option<String> {
        self.value(row, column, Form::One(Entry::Party))?.as_str().map(str::to_owned)
    }

    /// The parties that a cell names.
    pub(super) fn parties(&mut self, row: &Row, column: &str) -> Option<Value> {
        self.value(row, column, Form::Several(Entry::Party))
    }

    /// The date in a cell.
    pub(super) fn date(&mut self, row: &Row, column: &str) -> Option<String> {
        self.value(row, column, Form::Date)?.as_str().map(str::to_owned)
    }

    /// Records where the fields of an object were written.
    pub(super) fn place_all(&mut self, row: &Row, pointer: &str, cells: Vec<(&'static str, &'static str)>) {
        if !pointer.is_empty() {
            let place = row.place(0, "");
            self.draft.places.insert(pointer.to_owned(), place);
        }
        for (column, key) in cells {
            let place = self.place(row, column);
            self.draft.places.insert(format!("{pointer}/{key}"), place);
        }
    }
}
