//! Single values of properties, with reports of what else was there.

use serde_json::{Map, Value};

use super::reader::Reader;
use super::rules::*;
use super::values::{Index, addresses, date, get, texts};
use crate::dates::Reading;

impl Reader {
    pub(super) fn text(&mut self, node: &Map<String, Value>, key: &str, pointer: &str) -> Option<String> {
        let (found, entity) = texts(get(node, key));
        if let Some(entity) = entity {
            self.add(&ENTITIES, pointer, &[&entity]);
        }
        self.first(found, key, pointer)
    }

    pub(super) fn address(
        &mut self,
        node: &Map<String, Value>,
        key: &str,
        pointer: &str,
        index: &Index<'_>,
    ) -> Option<String> {
        self.first(addresses(get(node, key), index), key, pointer)
    }

    pub(super) fn first(&mut self, found: Vec<String>, key: &str, pointer: &str) -> Option<String> {
        let mut found = found.into_iter();
        let first = found.next()?;
        let rest: Vec<String> = found.collect();
        if !rest.is_empty() {
            self.add(&SEVERAL, pointer, &[key, &first, &rest.join(", ")]);
        }
        Some(first)
    }

    pub(super) fn date(&mut self, node: &Map<String, Value>, key: &str, pointer: &str) -> Option<String> {
        let text = self.text(node, key, pointer)?;
        match date(&text) {
            Reading::Date(date) => return Some(date),
            Reading::Ambiguous(one, other) => self.add(&AMBIGUOUS_DATE, pointer, &[&text, &one, &other]),
            Reading::Number | Reading::Unknown => self.add(&BAD_DATE, pointer, &[&text]),
        }
        None
    }
}
