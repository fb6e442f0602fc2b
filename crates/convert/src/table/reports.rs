//! Finds the report that the columns of a statement describe.

use std::collections::HashMap;

use serde_json::{Map, Value};

/// What a row says about a report. An empty text matches anything.
pub(super) struct Details<'a> {
    pub(super) outlet: &'a str,
    pub(super) title: &'a str,
    pub(super) url: &'a str,
    pub(super) date: &'a str,
}

/// The reports so far, by outlet together with nothing, the address, the title and the date.
#[derive(Debug, Default)]
pub(super) struct Known(HashMap<(String, &'static str, String), Vec<String>>);

impl Known {
    /// Adds a report with its fields.
    pub(super) fn add(&mut self, id: &str, fields: Option<&mut Map<String, Value>>) {
        let Some(fields) = fields else { return };
        let text = |key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        for key in ["", "url", "title", "date"] {
            let ids = self.0.entry((text("outlet"), key, text(key))).or_default();
            ids.push(id.to_owned());
        }
    }

    /// The reports that fit: those with the address, else with the title, else with the date, else of the outlet.
    pub(super) fn find(&self, details: &Details<'_>) -> Vec<String> {
        let keys = [("url", details.url), ("title", details.title), ("date", details.date), ("", "")];
        let key = keys.into_iter().find(|(key, value)| !value.is_empty() || key.is_empty());
        let (key, value) = key.unwrap_or_default();
        const MAX_LISTED: usize = 5;
        let found = self.0.get(&(details.outlet.to_owned(), key, value.to_owned()));
        found.map(|ids| ids.iter().take(MAX_LISTED).cloned().collect()).unwrap_or_default()
    }
}
