//! Entries that cells name for the first time, and names that may be misspellings.

use serde_json::Value;

use super::cell;
use super::fields::Entry;
use super::grid::Row;
use super::language::{near, nearest};
use super::names::Resolved;
use super::reader::Reader;
use super::rules::*;

/// Searches for similar names, each of which compares a name with all others.
const MAX_SEARCHES: usize = 100;
/// Names that one search compares.
const MAX_COMPARED: usize = 2_000;

impl Reader<'_> {
    /// Makes the parties that a cell names for the first time.
    pub(super) fn admit(&mut self, row: &Row, column: &str, may_be_several: bool) {
        let cell = self.cell(row, column);
        let reader = cell::Reader { languages: self.languages, book: &self.book, order: self.order };
        let items = if may_be_several { reader.items(Entry::Party, cell) } else { vec![cell] };
        for item in items {
            if self.book.resolve(Entry::Party, item) == Resolved::None {
                self.create(row, column, Entry::Party, item);
            }
        }
    }

    /// Makes an entry with a name, and reports if it may be a misspelling. Returns its id.
    pub(super) fn create(&mut self, row: &Row, column: &str, entry: Entry, name: &str) -> String {
        if self.defines.contains(&entry) {
            let near = self.near(entry, name);
            self.add(&NEW_NAME, row, column, &[name, &near]);
        } else if let Some(near) = self.nearest(entry, name) {
            self.add(&SIMILAR_NAME, row, column, &[name, &near]);
        }
        let id = self.draft.ids(entry).make(name);
        self.book.add(entry, &id, name);
        let place = self.place(row, column);
        self.draft.open(entry, &id, place);
        let is_unnamed =
            column == "party" && self.languages.word("kinds", self.cell(row, "party kind")) == Some("unnamed");
        let key = match entry {
            Entry::Party if is_unnamed => "description",
            Entry::Party => "name",
            _ => "text",
        };
        if let Some(fields) = self.draft.fields(entry, &id) {
            fields.insert(key.to_owned(), Value::from(name));
        }
        id
    }

    pub(super) fn near(&mut self, entry: Entry, name: &str) -> String {
        self.searches += 1;
        if self.searches > MAX_SEARCHES {
            return String::new();
        }
        near(name, self.book.names(entry).take(MAX_COMPARED))
    }

    pub(super) fn nearest(&mut self, entry: Entry, name: &str) -> Option<String> {
        self.searches += 1;
        let names = self.book.names(entry).take(MAX_COMPARED);
        if self.searches > MAX_SEARCHES { None } else { nearest(name, names).map(str::to_owned) }
    }
}
