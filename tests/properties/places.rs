//! Locations of problems: pointer, line and column lead to the same value or key.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use story::check;
use story::problem::Problem;

use crate::config;

fn good() -> Value {
    serde_json::from_str(include_str!("../cases/frozen/every-field-2/document.json")).unwrap()
}

/// A change to a document at some location.
#[derive(Clone, Debug)]
enum Slip {
    Remove,
    Rename(String),
    Exchange(Value),
    Add(String, Value),
}

fn slip() -> impl Strategy<Value = Slip> {
    let name = prop_oneof![
        prop::sample::select(vec!["nam", "txt", "by", "cites", "a/b~c", "~1", "", "🌉", "line\nbreak", "__proto__"])
            .prop_map(str::to_owned),
        "\\PC{0,5}",
    ];
    let value = prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(0),
        json!(1.5),
        json!(""),
        json!("🌉 é"),
        json!("rowe"),
        json!("vale"),
        json!("council"),
        json!("herald-1"),
        json!("gazette-1"),
        json!("nobody"),
        json!("denied"),
        json!("2024-13"),
        json!("javascript:alert(1)"),
        json!("<b>"),
        json!("unnamed"),
        json!([]),
        json!({}),
        json!(["rowe", "rowe"]),
        json!(["gazette-1", "herald-1"]),
        json!({ "meeting": "denies" }),
        json!({ "a/b": { "kind": "x" }, "~": 1 }),
    ]);
    prop_oneof![
        Just(Slip::Remove),
        name.clone().prop_map(Slip::Rename),
        value.clone().prop_map(Slip::Exchange),
        (name, value).prop_map(|(name, value)| Slip::Add(name, value)),
    ]
}

/// Every place in a document, as pointers.
fn places(value: &Value, pointer: &str, places: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(map) => {
            map.iter().map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value)).collect()
        }
        Value::Array(list) => list.iter().enumerate().map(|(number, value)| (number.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in inner {
        let pointer = format!("{pointer}/{name}");
        places.push(pointer.clone());
        self::places(value, &pointer, places);
    }
}

fn apply(document: &mut Value, at: &Index, slip: Slip) {
    let mut all = Vec::new();
    places(document, "", &mut all);
    let Some(pointer) = (!all.is_empty()).then(|| at.get(&all)) else { return };
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    let number = name.parse::<usize>();
    match (slip, document.pointer_mut(parent)) {
        (Slip::Remove, Some(Value::Object(map))) => drop(map.remove(&name)),
        (Slip::Remove, Some(Value::Array(list))) => drop(list.remove(number.unwrap())),
        (Slip::Rename(new), Some(Value::Object(map))) => {
            let value = map.remove(&name).unwrap();
            map.insert(new, value);
        }
        (Slip::Add(new, value), Some(Value::Object(map))) => drop(map.insert(new, value)),
        (Slip::Add(_, value), Some(Value::Array(list))) => list.push(value),
        (Slip::Exchange(value), _) => *document.pointer_mut(pointer).unwrap() = value,
        _ => {}
    }
}

/// The text from the line and column of a problem to the end.
fn rest<'a>(text: &'a str, problem: &Problem) -> &'a str {
    let line = text.split_inclusive('\n').nth(problem.place.line as usize - 1).unwrap_or_default();
    let before = text.split_inclusive('\n').take(problem.place.line as usize - 1).map(str::len).sum::<usize>();
    let column = line.chars().take(problem.place.column as usize - 1).map(char::len_utf8).sum::<usize>();
    &text[before + column..]
}

fn check(text: &str, document: &Value) -> Result<(), TestCaseError> {
    for problem in check::read(text.as_bytes()).problems {
        let pointer = &problem.place.pointer;
        let value = document.pointer(pointer);
        prop_assert!(value.is_some(), "“{pointer}” does not resolve: {problem}");
        let begins = serde_json::Deserializer::from_str(rest(text, &problem)).into_iter::<Value>().next();
        let begins = begins.and_then(Result::ok);
        let key = pointer.rsplit_once('/').map(|(_, key)| Value::from(key.replace("~1", "/").replace("~0", "~")));
        prop_assert!(
            begins.is_some() && (begins.as_ref() == value || begins == key),
            "{}:{} is not the location of “{pointer}”: {problem} [{}]",
            problem.place.line,
            problem.place.column,
            problem.rule.code,
        );
        // The path is empty for the same locations, and for a key that is an empty text.
        prop_assert_eq!(problem.place.path.is_empty(), pointer.is_empty() || pointer == "/");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn every_problem_points_to_what_it_is_about(
        slips in prop::collection::vec((any::<Index>(), slip()), 1..8),
        is_pretty in any::<bool>(),
    ) {
        let mut document = good();
        for (at, slip) in slips {
            apply(&mut document, &at, slip);
        }
        let text = if is_pretty { serde_json::to_string_pretty(&document) } else { serde_json::to_string(&document) };
        check(&text.unwrap(), &document)?;
    }

    #[test]
    fn names_of_any_letters_can_be_pointed_to(keys in prop::collection::btree_set("[~/0-1a\"\\\\ 🌉é\n\\[\\].]{1,6}", 1..6)) {
        let mut document = good();
        let parties = document["parties"].as_object_mut().unwrap();
        parties.extend(keys.into_iter().map(|key| (key, json!({ "kind": "person", "url": "x" }))).collect::<Map<_, _>>());
        check(&document.to_string(), &document)?;
    }
}
