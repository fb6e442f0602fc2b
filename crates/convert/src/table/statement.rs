//! The row of a statement, with what it says about its claim, its party and its report.

use serde_json::{Map, Value};

use super::fields::{Entry, Kind};
use super::grid::Row;
use super::names::Resolved;
use super::reader::Reader;
use super::reports::Details;
use super::rules::*;

impl Reader<'_> {
    /// Reads a statement. `None` means that the row could not be used.
    pub(super) fn statement(&mut self, row: &Row) -> Option<()> {
        let more: Map<String, Value> = serde_json::from_str(self.cell(row, "more")).unwrap_or_default();
        let has_more = more.contains_key("stances");
        let stances = if has_more { Vec::new() } else { self.stances(row)? };
        let names_speaker = more.contains_key("by") || !self.cell(row, "occasion").is_empty();
        if let Resolved::Many(ids) = self.book.resolve(Entry::Party, self.cell(row, "party")) {
            self.add(&TWO_SPEAKERS, row, "party", &[self.cell(row, "party"), &ids.join(", ")]);
            return None;
        }
        for (column, may_lack) in [("claim", has_more), ("party", names_speaker || more.contains_key("occasion"))] {
            if self.cell(row, column).is_empty() && !may_lack {
                self.add_empty(row, column);
                return None;
            }
        }
        let claims = if has_more { Vec::new() } else { self.claims(row, stances.len())? };
        let (mut object, cells) = self.object(row, Kind::Statement);
        if !has_more {
            let one = stances.first().filter(|_| stances.len() == 1);
            let stance = |index: usize| one.or(stances.get(index)).copied().unwrap_or_default();
            let pairs = claims.iter().enumerate().map(|(index, id)| (id.clone(), Value::from(stance(index))));
            object.insert("stances".to_owned(), Value::Object(pairs.collect()));
        }
        self.describe_party(row, object.get("by"));
        self.describe_claim(row, &claims);
        if let Some(id) = self.report_of(row) {
            let list = object.entry("reports".to_owned()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = list
                && !list.contains(&Value::from(id.as_str()))
            {
                list.push(Value::from(id));
            }
        }
        self.draft.statements.push(Value::Object(object));
        let pointer = format!("/statements/{}", self.draft.statements.len() - 1);
        self.place_all(row, &pointer, cells);
        let place = self.place(row, "stance");
        self.draft.places.insert(format!("{pointer}/stances"), place);
        Some(())
    }

    /// Reports an empty cell, unless the whole column is missing, which is reported once.
    fn add_empty(&mut self, row: &Row, column: &str) {
        if self.headers.index(column).is_some() {
            self.add(&EMPTY_CELL, row, column, &[]);
        }
    }

    fn stances(&mut self, row: &Row) -> Option<Vec<&'static str>> {
        let cell = self.cell(row, "stance");
        if cell.is_empty() {
            self.add_empty(row, "stance");
            return None;
        }
        let mut stances = Vec::new();
        for word in cell.lines().map(str::trim).filter(|word| !word.is_empty()) {
            let Some(stance) = self.languages.word("stances", word) else {
                let near = self.languages.near_word("stances", word);
                self.add(&UNKNOWN_STANCE, row, "stance", &[word, &near]);
                return None;
            };
            stances.push(stance);
        }
        Some(stances)
    }

    /// The ids of the claims, which are made if they are new.
    fn claims(&mut self, row: &Row, stances: usize) -> Option<Vec<String>> {
        let cell = self.cell(row, "claim");
        let lines: Vec<&str> = cell.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if stances != 1 && stances != lines.len() {
            self.add(&STANCE_COUNT, row, "stance", &[&lines.len().to_string(), &stances.to_string()]);
            return None;
        }
        let mut claims = Vec::new();
        for line in lines {
            match self.book.resolve(Entry::Claim, line) {
                Resolved::One(id) => claims.push(id),
                Resolved::None => claims.push(self.create(row, "claim", Entry::Claim, line)),
                Resolved::Many(ids) => {
                    self.add(&TWO_MEANINGS, row, "claim", &[line, &ids.join(", ")]);
                    return None;
                }
            }
        }
        Some(claims)
    }

    fn describe_party(&mut self, row: &Row, by: Option<&Value>) {
        let Some(id) = by.and_then(Value::as_str) else { return };
        let kind = self.cell(row, "party kind");
        let kind = self.languages.word("kinds", kind).unwrap_or(kind);
        for (column, key, value) in [("party kind", "kind", kind), ("role", "role", self.cell(row, "role"))] {
            if !value.is_empty() {
                self.set(row, column, Entry::Party, id, key, Value::from(value));
            }
        }
    }

    fn describe_claim(&mut self, row: &Row, claims: &[String]) {
        let cell = self.cell(row, "about");
        if cell.is_empty() {
            return;
        }
        let [claim] = claims else {
            self.add(&NO_PLACE, row, "about", &[cell, "statement with several claims"]);
            return;
        };
        self.admit(row, "about", true);
        if let Some(about) = self.parties(row, "about") {
            self.set(row, "about", Entry::Claim, claim, "about", about);
        }
    }

    /// Sets a field of an entry, unless another row has set it to another value.
    fn set(&mut self, row: &Row, column: &str, entry: Entry, id: &str, key: &str, value: Value) {
        let place = self.place(row, column);
        let pointer = format!("{}/{key}", self.draft.pointer(entry, id));
        let Some(fields) = self.draft.fields(entry, id) else { return };
        match fields.get(key) {
            None => {
                fields.insert(key.to_owned(), value);
                self.draft.places.insert(pointer, place);
            }
            Some(old) if *old == value => {}
            Some(old) => {
                let (value, old) = (plain(&value), plain(old));
                self.report.add(&CONFLICT, place, &[&value, &old]);
            }
        }
    }

    /// The report that the columns about the report describe, which is made if it is new.
    fn report_of(&mut self, row: &Row) -> Option<String> {
        let cells = ["report outlet", "report title", "report url", "report date"].map(|column| self.cell(row, column));
        let [outlet, title, url, written_date] = cells;
        if cells.iter().all(|cell| cell.is_empty()) {
            return None;
        }
        if outlet.is_empty() {
            self.add(&NO_OUTLET, row, "report outlet", &[]);
            return None;
        }
        self.admit(row, "report outlet", false);
        let outlet_id = self.party(row, "report outlet")?;
        let date = if written_date.is_empty() { None } else { Some(self.date(row, "report date")?) };
        if let Some(fields) = self.draft.fields(Entry::Party, &outlet_id)
            && !fields.contains_key("kind")
        {
            // The publisher of a report is an outlet, unless a row says otherwise.
            fields.insert("kind".to_owned(), Value::from("outlet"));
        }
        let details = Details { outlet: &outlet_id, title, url, date: date.as_deref().unwrap_or_default() };
        match self.known.find(&details).as_slice() {
            [id] => {
                let id = id.clone();
                for (column, key, value) in [
                    ("report title", "title", title),
                    ("report url", "url", url),
                    ("report date", "date", details.date),
                ] {
                    if !value.is_empty() {
                        self.set(row, column, Entry::Report, &id, key, Value::from(value));
                    }
                }
                Some(id)
            }
            [] => {
                let id = self.draft.ids(Entry::Report).make(&format!("{outlet} {}", details.date));
                let place = self.place(row, "report outlet");
                self.draft.open(Entry::Report, &id, place);
                self.book.add(Entry::Report, &id, title);
                let mut fields = Map::from_iter([("outlet".to_owned(), Value::from(outlet_id.as_str()))]);
                for (key, value) in [("title", title), ("url", url), ("date", details.date)] {
                    if !value.is_empty() {
                        fields.insert(key.to_owned(), Value::from(value));
                    }
                }
                if let Some(report) = self.draft.fields(Entry::Report, &id) {
                    *report = fields;
                }
                self.known.add(&id, self.draft.fields(Entry::Report, &id));
                Some(id)
            }
            several => {
                let ids = several.join(", ");
                self.add(&TWO_MEANINGS, row, "report outlet", &[outlet, &ids]);
                None
            }
        }
    }
}

/// A value as people read it.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
