//! Where two documents differ.

use serde_json::Value;

use crate::pointer::step;

/// Maximum number of pointers.
const MAX: usize = 1_000;

/// The JSON pointers of the values of one document that another one does not have, or has otherwise.
pub(super) fn differences(one: &Value, other: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(one, other, "", &mut found);
    found
}

fn compare(one: &Value, other: &Value, pointer: &str, found: &mut Vec<String>) {
    if found.len() >= MAX {
        return;
    }
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            for (key, value) in one {
                let pointer = format!("{pointer}/{}", step(key));
                match other.get(key) {
                    Some(other) => compare(value, other, &pointer, found),
                    None => found.push(pointer),
                }
            }
            let keys = other.keys().filter(|key| !one.contains_key(*key));
            found.extend(keys.map(|key| format!("{pointer}/{}", step(key))));
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (index, (one, other)) in one.iter().zip(other).enumerate() {
                compare(one, other, &format!("{pointer}/{index}"), found);
            }
        }
        (one, other) if one == other => {}
        _ => found.push(pointer.to_owned()),
    }
}
