//! The document that a table becomes, while its rows are read.

use serde_json::{Map, Value};
use story::problem::Place;

use super::fields::Entry;
use crate::conversion::Places;
use crate::ids::Ids;
use crate::pointer::step;

/// The parts of the document. Claims keep their order; maps are by id.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) head: Map<String, Value>,
    pub(super) publisher: Map<String, Value>,
    pub(super) parties: Map<String, Value>,
    pub(super) claims: Map<String, Value>,
    pub(super) reports: Map<String, Value>,
    pub(super) occasions: Map<String, Value>,
    pub(super) statements: Vec<Value>,
    pub(super) corrections: Vec<Value>,
    pub(super) places: Places,
    party_ids: Ids,
    claim_ids: Ids,
    report_ids: Ids,
    occasion_ids: Ids,
}

impl Draft {
    /// The ids of one kind of entry.
    pub(super) fn ids(&mut self, entry: Entry) -> &mut Ids {
        match entry {
            Entry::Party => &mut self.party_ids,
            Entry::Claim => &mut self.claim_ids,
            Entry::Report => &mut self.report_ids,
            Entry::Occasion | Entry::Statement => &mut self.occasion_ids,
        }
    }

    /// The entries of one kind by id.
    pub(super) fn entries(&mut self, entry: Entry) -> &mut Map<String, Value> {
        match entry {
            Entry::Party => &mut self.parties,
            Entry::Claim => &mut self.claims,
            Entry::Report => &mut self.reports,
            Entry::Occasion | Entry::Statement => &mut self.occasions,
        }
    }

    /// The pointer to an entry. The number of a claim is found only when all of them are known, so its pointer is made
    /// of the number that it has now, which does not change.
    pub(super) fn pointer(&mut self, entry: Entry, id: &str) -> String {
        let escaped = step(id);
        match entry {
            Entry::Party => format!("/parties/{escaped}"),
            Entry::Claim => {
                let numbered = self.claims.get(id).and_then(|claim| claim.get(NUMBER)).and_then(Value::as_u64);
                format!("/claims/{}", numbered.unwrap_or_default())
            }
            Entry::Report => format!("/reports/{escaped}"),
            Entry::Occasion | Entry::Statement => format!("/occasions/{escaped}"),
        }
    }

    /// Makes an empty entry, if there is none with this id.
    pub(super) fn open(&mut self, entry: Entry, id: &str, place: Place) {
        let number = self.claims.len();
        if self.entries(entry).contains_key(id) {
            return;
        }
        let mut object = Map::new();
        if entry == Entry::Claim {
            object.insert(NUMBER.to_owned(), Value::from(number));
            object.insert("id".to_owned(), Value::from(id));
        }
        self.entries(entry).insert(id.to_owned(), Value::Object(object));
        let pointer = self.pointer(entry, id);
        self.places.insert(pointer, place);
    }

    /// The fields of an entry.
    pub(super) fn fields(&mut self, entry: Entry, id: &str) -> Option<&mut Map<String, Value>> {
        self.entries(entry).get_mut(id).and_then(Value::as_object_mut)
    }

    /// Adds an object to a list of an entry and returns its pointer.
    pub(super) fn push(&mut self, entry: Entry, id: &str, list: &str, object: Map<String, Value>) -> String {
        let pointer = self.pointer(entry, id);
        let mut index = 0;
        if let Some(fields) = self.fields(entry, id) {
            let list = fields.entry(list.to_owned()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(list) = list {
                index = list.len();
                list.push(Value::Object(object));
            }
        }
        format!("{pointer}/{list}/{index}")
    }

    /// The whole document.
    pub(super) fn finish(self) -> (Map<String, Value>, Places) {
        let mut document = Map::new();
        document.insert("version".to_owned(), Value::from(1));
        let claims = self.claims.into_iter().map(|(_, mut claim)| {
            if let Some(claim) = claim.as_object_mut() {
                claim.shift_remove(NUMBER);
            }
            claim
        });
        let parts = [
            ("publisher", Value::Object(self.publisher), false),
            ("parties", Value::Object(self.parties), true),
            ("claims", claims.collect(), true),
            ("reports", Value::Object(self.reports), false),
            ("occasions", Value::Object(self.occasions), false),
            ("statements", Value::Array(self.statements), true),
            ("corrections", Value::Array(self.corrections), false),
        ];
        let mut head = self.head;
        for key in ["lang", "title", "summary", "updated", "timeZone", "article"] {
            if let Some(value) = head.shift_remove(key) {
                document.insert(key.to_owned(), value);
            }
        }
        for (key, value, is_required) in parts {
            let is_empty = match &value {
                Value::Object(map) => map.is_empty(),
                Value::Array(list) => list.is_empty(),
                _ => false,
            };
            if is_required || !is_empty {
                document.insert(key.to_owned(), value);
            }
        }
        merge(&mut document, head);
        (document, self.places)
    }
}

/// The number of a claim, while rows are read. No column and no cell with further fields can set it.
const NUMBER: &str = "\u{0}number";

/// Adds fields to an object. A field with a value replaces an empty one; of two objects, the fields are merged.
pub(super) fn merge(into: &mut Map<String, Value>, from: Map<String, Value>) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Object(old)), Value::Object(new)) => merge(old, new),
            (Some(old), new) => *old = new,
            (None, new) => {
                into.insert(key, new);
            }
        }
    }
}
