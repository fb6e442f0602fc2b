//! Differential tests: the JSON parser against `serde_json`, on valid, broken and random input.
//!
//! The two must agree on what is valid JSON and on its content. [`differs_on_purpose`] lists the
//! intended differences.

use proptest::prelude::*;
use serde_json::Value as Theirs;

use super::node::{Node, Value};
use super::{Diagnostics, json};
use crate::problem::*;

/// The tree that the parser builds from a text, and the rules that the text violates.
fn ours(text: &str) -> (Option<Node>, Vec<&'static Rule>) {
    let mut diagnostics = Diagnostics::default();
    let root = json::parse(text, &mut diagnostics);
    let problems = diagnostics.into_problems(text, root.as_ref());
    (root, problems.into_iter().map(|problem| problem.rule).collect())
}

/// Whether the two parsers may disagree on the validity of a text.
fn differs_on_purpose(rules: &[&'static Rule], theirs: &serde_json::Result<Theirs>) -> bool {
    // A duplicate key is an error here, because only one of the two values could be shown.
    let stricter = [&DUPLICATE_KEY, &TOO_DEEP, &TOO_MANY_ITEMS, &TEXT_TOO_LONG];
    // A lone surrogate is only a warning here: U+FFFD replaces it.
    let is_strict = rules.iter().any(|rule| stricter.contains(rule) || **rule == LONE_SURROGATE);
    // A text that begins like a document was encoded twice.
    let is_encoded_twice = matches!(theirs, Ok(Theirs::String(text)) if text.trim_start().starts_with('{'));
    // Numbers stay text here, so none is out of range.
    is_strict
        || is_encoded_twice
        || theirs.as_ref().is_err_and(|error| error.to_string().starts_with("number out of range"))
}

/// Whether a tree has the content that `serde_json` found.
fn says(node: &Node, theirs: &Theirs) -> bool {
    match (&node.value, theirs) {
        (Value::Null, Theirs::Null) => true,
        (Value::Boolean(ours), Theirs::Bool(theirs)) => ours == theirs,
        (Value::Text(ours), Theirs::String(theirs)) => ours == theirs,
        (Value::Number(ours), Theirs::Number(theirs)) => is_same_number(ours, theirs),
        (Value::List(ours), Theirs::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| says(ours, theirs))
        }
        (Value::Object(ours), Theirs::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|one| theirs.get(&one.key).is_some_and(|theirs| says(&one.node, theirs)))
        }
        _ => false,
    }
}

fn is_same_number(ours: &str, theirs: &serde_json::Number) -> bool {
    let (Ok(ours), Some(theirs)) = (ours.parse::<f64>(), theirs.as_f64()) else { return false };
    // `serde_json` may round the last digit differently.
    ours == theirs || ((ours - theirs) / ours).abs() < 1e-14
}

/// Compares both parsers on one text.
fn compare(text: &str) -> Result<(), TestCaseError> {
    let (root, rules) = ours(text);
    let theirs: serde_json::Result<Theirs> = serde_json::from_str(text);
    let is_good = root.is_some() && rules.iter().all(|rule| rule.severity != Severity::Error);
    prop_assert!(root.is_some() || !rules.is_empty(), "neither a tree nor a problem for {text:?}");
    if !differs_on_purpose(&rules, &theirs) {
        let codes: Vec<&str> = rules.iter().map(|rule| rule.code).collect();
        prop_assert_eq!(is_good, theirs.is_ok(), "{:?}: {:?}, {:?}", text, codes, theirs);
    }
    if let (true, Some(root), Ok(theirs)) = (is_good, &root, &theirs) {
        prop_assert!(says(root, theirs), "{text:?}: {root:?} is not {theirs:?}");
        spans(text, root)?;
    }
    Ok(())
}

/// Checks the offsets of every value and key: that part of the text alone must parse to the same content.
fn spans(text: &str, node: &Node) -> Result<(), TestCaseError> {
    let written = text.get(node.at as usize..node.end as usize);
    let alone = written.and_then(|written| serde_json::from_str(written).ok());
    prop_assert!(alone.is_some_and(|alone: Theirs| says(node, &alone)), "{written:?} is not {node:?}");
    let inner = node.members().iter().map(|member| &member.node).chain(node.items());
    for member in node.members() {
        let key =
            text.get(member.at as usize..).map(|rest| serde_json::Deserializer::from_str(rest).into_iter::<String>());
        let key = key.and_then(|mut keys| keys.next()).and_then(Result::ok);
        prop_assert_eq!(key.as_ref(), Some(&member.key));
    }
    inner.into_iter().try_for_each(|node| spans(text, node))
}

/// One character of a string, written in any of the ways that JSON allows.
fn character() -> impl Strategy<Value = String> {
    let plain = any::<char>().prop_map(|c| {
        let quoted = serde_json::to_string(&c).unwrap();
        quoted[1..quoted.len() - 1].to_owned()
    });
    let escaped = any::<char>().prop_map(|c| {
        let mut units = [0; 2];
        c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04X}")).collect()
    });
    let short =
        prop::sample::select(vec!["\\n", "\\t", "\\r", "\\b", "\\f", "\\/", "\\\\", "\\\"", "a", "é", "漢", "🌉", " "]);
    prop_oneof![plain, escaped, short.prop_map(str::to_owned)]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(character(), 0..8).prop_map(|characters| format!("\"{}\"", characters.concat()))
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<i64>().prop_map(|n| n.to_string()),
        "-?(0|[1-9][0-9]{0,20})(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?"
    ]
}

fn space() -> impl Strategy<Value = String> {
    "[ \t\n\r]{0,3}"
}

/// Valid JSON text in any form that the grammar allows, with distinct keys.
fn valid() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["null", "true", "false", "[]", "{}"]).prop_map(str::to_owned);
    let leaf = prop_oneof![word, number(), text()];
    let nested = leaf.prop_recursive(5, 60, 6, |inner| {
        let item = (space(), inner, space()).prop_map(|(before, item, after)| before + &item + &after).boxed();
        let list = prop::collection::vec(item.clone(), 1..6).prop_map(|items| format!("[{}]", items.join(",")));
        let member = (space(), text(), space(), item);
        let object = prop::collection::vec(member, 1..6).prop_map(|members| {
            let members = members.into_iter().enumerate();
            let members = members.map(|(number, (before, key, after, value))| {
                let key = key.replacen('"', &format!("\"{number}"), 1);
                format!("{before}{key}{after}:{value}")
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        });
        prop_oneof![list, object]
    });
    (space(), nested, space()).prop_map(|(before, value, after)| before + &value + &after)
}

/// JSON with a few characters removed, inserted or replaced.
fn broken() -> impl Strategy<Value = String> {
    let slip = (any::<prop::sample::Index>(), 0..3, "[\\[\\]{}\",:0-9eE+.a-u/*' \\\\\t\n\r\u{0}\u{7f}é\u{feff}-]");
    (valid(), prop::collection::vec(slip, 1..4)).prop_map(|(json, slips)| {
        let mut characters: Vec<char> = json.chars().collect();
        for (place, kind, other) in slips {
            let at = place.index(characters.len() + 1);
            let other = other.chars().next().unwrap_or(' ');
            match (kind, characters.get_mut(at)) {
                (0, Some(character)) => *character = other,
                (1, Some(_)) => drop(characters.remove(at)),
                _ => characters.insert(at, other),
            }
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn valid_json_is_read_as_others_read_it(json in valid()) {
        let theirs: serde_json::Result<Theirs> = serde_json::from_str(&json);
        // Guards the strategy: this test would check nothing if its texts were not JSON.
        prop_assert!(theirs.is_ok() || differs_on_purpose(&[], &theirs), "{:?}", theirs);
        compare(&json)?;
    }

    #[test]
    fn broken_json_is_refused_where_others_refuse_it(json in broken()) {
        compare(&json)?;
    }

    #[test]
    fn letters_of_json_in_any_order_are_read_as_others_read_them(
        json in "([\\[\\]{}\",:0-9eE+./* -]|true|false|null|\"a\"|\\\\[u0nx]|\\\\ud8[0-9a-f]{2}|\\\\udc00|\n|\r|\u{0}){0,24}",
    ) {
        compare(&json)?;
    }

    #[test]
    fn numbers_are_read_as_others_read_them(json in "[-+0-9.eE]{1,8}") {
        compare(&json)?;
    }

    #[test]
    fn texts_are_read_as_others_read_them(json in "\"([ -~é🌉]|\\\\[\"\\\\/bfnrtux0]|\\\\u[0-9a-fA-FdD]{3,4}|[\u{0}-\u{1f}]){0,12}\"?") {
        compare(&json)?;
    }
}
