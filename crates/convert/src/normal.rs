//! A document with its ids, dates and addresses as `story` reads them: without the spaces and invisible characters that
//! programs and copying leave around them.

use serde_json::{Map, Value};
use story::model::is_invisible;

/// Fields that hold an id, a date, an address or a tag, or a list of ids.
const TRIMMED: [&str; 24] = [
    "id",
    "by",
    "onBehalfOf",
    "represents",
    "claim",
    "statement",
    "occasion",
    "outlet",
    "syndicates",
    "replyTo",
    "mainReport",
    "lang",
    "timeZone",
    "date",
    "updated",
    "deadline",
    "url",
    "archiveUrl",
    "correctionsUrl",
    "contactUrl",
    "article",
    "about",
    "cites",
    "relayedBy",
];

/// Objects whose keys are ids, by their pointers without the numbers of list items.
const OF_IDS: [&str; 4] = ["/parties", "/reports", "/occasions", "/statements/stances"];

/// The document with trimmed ids, dates and addresses.
pub fn normal(document: &Map<String, Value>) -> Map<String, Value> {
    object(document, "")
}

fn object(fields: &Map<String, Value>, path: &str) -> Map<String, Value> {
    let has_ids = OF_IDS.contains(&path);
    let one = |(key, value): (&String, &Value)| {
        if has_ids {
            let path = format!("{path}/");
            return (trimmed(key).to_owned(), self::value(value, &path));
        }
        let is_trimmed = TRIMMED.contains(&key.as_str()) || (key == "reports" && value.is_array());
        // The means of an attempt are a text.
        let is_text = key == "by" && path == "/statements/attempts";
        let value = if is_trimmed && !is_text { tidy(value) } else { self::value(value, &format!("{path}/{key}")) };
        (key.clone(), value)
    };
    fields.iter().map(one).collect()
}

fn value(value: &Value, path: &str) -> Value {
    match value {
        Value::Object(fields) => Value::Object(object(fields, path)),
        Value::Array(items) => items.iter().map(|item| self::value(item, path)).collect(),
        other => other.clone(),
    }
}

fn tidy(value: &Value) -> Value {
    match value {
        Value::String(text) => trimmed(text).into(),
        Value::Array(items) => items.iter().map(tidy).collect(),
        other => other.clone(),
    }
}

/// A text without surrounding whitespace and invisible characters.
pub fn trimmed(text: &str) -> &str {
    let is_selector =
        |c: char| matches!(c, '\u{180B}'..='\u{180F}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E0FFF}');
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c) || is_selector(c))
}
