//! What another form of a document does not hold: the differences between a document and the one read back.

use serde_json::{Map, Value};
use story::problem::{Place, Problem, Rule, Severity};

/// A value of the document that the other form does not hold.
pub static NOT_HELD: Rule = Rule {
    code: "not-held",
    severity: Severity::Warning,
    message: "this form cannot hold {0}",
    remedy: "Keep the JSON document if you need it.",
};

/// At most this many differences are listed.
const MAX_LOSSES: usize = 1000;

/// Lists and objects that mean the same when they are empty as when they are left out.
const MAY_BE_EMPTY: [&str; 6] = ["aliases", "related", "passages", "findings", "attempts", "updates"];

/// The same for those of the document itself.
const MAY_BE_EMPTY_IN_DOCUMENT: [&str; 3] = ["/corrections", "/reports", "/occasions"];

/// Lists every difference between a document and the document read back from another form. An empty field, which the
/// format ignores, is no difference.
pub fn losses(document: &Map<String, Value>, read: &Map<String, Value>) -> Vec<Problem> {
    let mut losses = Vec::new();
    objects(document, read, "", &mut losses);
    losses
}

fn objects(a: &Map<String, Value>, b: &Map<String, Value>, pointer: &str, losses: &mut Vec<Problem>) {
    for (key, value) in a {
        let pointer = format!("{pointer}/{}", escaped(key));
        match b.get(key) {
            Some(other) => values(value, other, &pointer, losses),
            None if is_as_good_as_absent(key, value, &pointer) => {}
            None => push(&pointer, value, losses),
        }
    }
    for (key, value) in b {
        let pointer = format!("{pointer}/{}", escaped(key));
        if !a.contains_key(key) && !is_as_good_as_absent(key, value, &pointer) {
            push(&pointer, value, losses);
        }
    }
    if has_order(pointer) && a.len() == b.len() && !a.keys().eq(b.keys()) {
        push_words(pointer, "the order of these entries", losses);
    }
}

fn values(a: &Value, b: &Value, pointer: &str, losses: &mut Vec<Problem>) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => objects(a, b, pointer, losses),
        (Value::Array(a), Value::Array(b)) => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                values(a, b, &format!("{pointer}/{index}"), losses);
            }
            let shared = a.len().min(b.len());
            for (index, value) in a.iter().chain(b.iter().skip(a.len())).enumerate().skip(shared) {
                push(&format!("{pointer}/{index}"), value, losses);
            }
        }
        _ if a == b => {}
        (Value::String(a), Value::String(b)) if a.trim().is_empty() && b.trim().is_empty() => {}
        _ => push(pointer, a, losses),
    }
}

/// Whether readers may see the order of an object's keys.
fn has_order(pointer: &str) -> bool {
    let is_of_statement = || pointer.starts_with("/statements/") && pointer.ends_with("/stances");
    matches!(pointer, "/parties" | "/reports" | "/occasions") || is_of_statement()
}

/// Whether leaving a value out means the same.
fn is_as_good_as_absent(key: &str, value: &Value, pointer: &str) -> bool {
    let is_empty = match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::String(text) => return text.trim().is_empty(),
        _ => false,
    };
    is_empty && (MAY_BE_EMPTY.contains(&key) || MAY_BE_EMPTY_IN_DOCUMENT.contains(&pointer))
}

fn push(pointer: &str, value: &Value, losses: &mut Vec<Problem>) {
    const MAX_SHOWN: usize = 60;
    let text = value.to_string();
    let shown: String = text.chars().take(MAX_SHOWN).collect();
    let more = if shown.len() < text.len() { "…" } else { "" };
    push_words(pointer, &format!("{shown}{more}"), losses);
}

fn push_words(pointer: &str, words: &str, losses: &mut Vec<Problem>) {
    if losses.len() < MAX_LOSSES {
        let place = Place { pointer: pointer.to_owned(), path: pointer.to_owned(), line: 0, column: 0 };
        losses.push(Problem::new(&NOT_HELD, place, vec![words.to_owned()]));
    }
}

/// A key within a JSON pointer (RFC 6901).
pub fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
