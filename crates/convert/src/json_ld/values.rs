//! The values of properties, in the many forms that publishers give them.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::dates::{self, Reading};

/// Nodes by their `@id`, to which other nodes refer.
pub(super) type Index<'a> = HashMap<&'a str, &'a Map<String, Value>>;

/// The types of a node, without the address or the prefix of schema.org.
pub(super) fn types(node: &Map<String, Value>) -> Vec<&str> {
    let of = node.get("@type").or_else(|| node.get("type"));
    list(of).into_iter().filter_map(Value::as_str).map(local).collect()
}

/// A name without the address or the prefix of schema.org.
pub(super) fn local(name: &str) -> &str {
    let known = ["http://schema.org/", "https://schema.org/", "http://www.schema.org/", "https://www.schema.org/"];
    let rest = known.iter().find_map(|address| name.strip_prefix(address));
    rest.or_else(|| name.strip_prefix("schema:")).unwrap_or(name).trim()
}

/// The value of a property, also under its whole address or with a prefix.
pub(super) fn get<'a>(node: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    let value = node.get(key).or_else(|| node.iter().find(|(one, _)| local(one) == key).map(|(_, value)| value));
    value.filter(|value| !value.is_null())
}

/// The values of a property: the items of a list, or the one value that stands in the place of a list.
pub(super) fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(Value::Object(object)) if object.contains_key("@list") => list(object.get("@list")),
        Some(value) => vec![value],
        None => Vec::new(),
    }
}

/// The texts of a property, without HTML's character references, and the first such reference.
pub(super) fn texts(value: Option<&Value>) -> (Vec<String>, Option<String>) {
    let mut entity = None;
    let mut texts = Vec::new();
    for one in list(value) {
        let one = one.as_object().map_or(Some(one), |object| get(object, "@value"));
        let text = match one {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => continue,
        };
        let decoded = html_escape::decode_html_entities(&text);
        if let Cow::Owned(_) = &decoded {
            let reference =
                text.find('&').and_then(|at| text.get(at..)).and_then(|rest| rest.split_inclusive(';').next());
            entity = entity.or(reference.map(str::to_owned));
        }
        let text = decoded.trim().to_owned();
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    (texts, entity)
}

/// The objects of a property. A reference by `@id` is replaced by the node that it refers to.
pub(super) fn objects<'a>(value: Option<&'a Value>, index: &Index<'a>) -> Vec<&'a Map<String, Value>> {
    let objects = list(value).into_iter().filter_map(Value::as_object);
    let resolve = |object: &'a Map<String, Value>| {
        let id = object.get("@id").and_then(Value::as_str).filter(|_| object.len() == 1);
        id.and_then(|id| index.get(id)).copied().unwrap_or(object)
    };
    objects.map(resolve).collect()
}

/// The addresses of a property: of texts, of objects with a `url` or an `@id`, and of texts with several addresses.
pub(super) fn addresses<'a>(value: Option<&'a Value>, index: &Index<'a>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let objects = objects(value, index);
    let of_objects = objects.iter().flat_map(|object| {
        let url = texts(get(object, "url")).0;
        if url.is_empty() { texts(object.get("@id")).0 } else { url }
    });
    for text in texts(value).0.into_iter().chain(of_objects) {
        for part in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|')) {
            let is_address = part.starts_with("http://") || part.starts_with("https://");
            if is_address && !found.iter().any(|known| known == part) {
                found.push(part.to_owned());
            }
        }
    }
    found
}

/// Reads a date in the forms of ISO 8601, in those of HTTP (Thu, 04 Mar 2031 10:00:00 GMT), and with the names of
/// months.
pub(super) fn date(text: &str) -> Reading {
    let is_basic = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if let (true, Some(year), Some(month), Some(day)) = (is_basic, text.get(..4), text.get(4..6), text.get(6..)) {
        return dates::read(&format!("{year}-{month}-{day}"), None);
    }
    match dates::read(text, None) {
        Reading::Unknown => {
            let rest = match text.split_once(',') {
                Some((day, rest)) if day.chars().all(char::is_alphabetic) => rest.trim(),
                _ => text,
            };
            let utc = ["GMT", "UTC", "+0000"].iter().find_map(|zone| rest.strip_suffix(zone));
            match dates::read(utc.unwrap_or(rest), None) {
                Reading::Date(date) if utc.is_some() && date.contains('T') => Reading::Date(format!("{date}Z")),
                reading => reading,
            }
        }
        reading => reading,
    }
}
