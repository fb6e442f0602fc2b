//! Finds the nodes in a JSON text.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::values::{Index, types};
use crate::pointer::step;

/// Collects the nodes at the top and in graphs, the reviews anywhere, and all nodes with an `@id`.
pub(super) fn collect<'a>(
    value: &'a Value,
    pointer: &str,
    is_top: bool,
    nodes: &mut Vec<(String, &'a Map<String, Value>)>,
    index: &mut Index<'a>,
) {
    /// Longer pointers are cut, so that the work stays linear in the text.
    const MAX_POINTER_BYTES: usize = 300;
    let inner = |name: &str| {
        let step = step(name);
        if pointer.len() + step.len() > MAX_POINTER_BYTES { pointer.to_owned() } else { format!("{pointer}/{step}") }
    };
    match value {
        Value::Array(list) => {
            for (number, one) in list.iter().enumerate() {
                collect(one, &inner(&number.to_string()), is_top, nodes, index);
            }
        }
        Value::Object(node) => {
            if let Some(id) = node.get("@id").and_then(Value::as_str).filter(|_| node.len() > 1) {
                index.entry(id).or_insert(node);
            }
            let is_wrapper = node.contains_key("@graph") && types(node).is_empty();
            if (is_top && !is_wrapper) || types(node).contains(&"ClaimReview") {
                nodes.push((pointer.to_owned(), node));
            }
            for (key, one) in node {
                collect(one, &inner(key), is_top && key == "@graph", nodes, index);
            }
        }
        _ => {}
    }
}

/// Collects the ids to which nodes refer.
pub(super) fn refer<'a>(value: &'a Value, referred: &mut HashSet<&'a str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| refer(one, referred)),
        Value::Object(node) => {
            if let Some(id) = node.get("@id").and_then(Value::as_str).filter(|_| node.len() == 1) {
                referred.insert(id);
            }
            node.values().for_each(|one| refer(one, referred));
        }
        _ => {}
    }
}
