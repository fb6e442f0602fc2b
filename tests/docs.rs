//! What is written down beside the code says what the code does: fields, stances, problems.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

use std::fs;
use std::path::Path;

use claim_panel::document::{json_schema, problem_sentences};
use claim_panel::problem;
use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The cells of every row of every table, without the bold type of required fields.
fn rows(text: &str) -> Vec<Vec<String>> {
    let table = text.lines().filter(|line| line.starts_with('|'));
    table.map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().replace("**", "")).collect()).collect()
}

#[test]
fn the_reference_lists_every_problem_and_no_other() {
    let text = read("docs/format.md");
    let severities = ["error", "warning", "advice"];
    let listed: Vec<(String, String)> = rows(&text)
        .into_iter()
        .filter(|row| row.len() == 3 && severities.contains(&row[1].as_str()))
        .map(|row| (row[0].trim_matches('`').to_owned(), row[1].clone()))
        .collect();
    let known: Vec<(String, String)> =
        problem::ALL.iter().map(|rule| (rule.code.to_owned(), rule.severity.word().to_owned())).collect();
    for one in &known {
        assert!(listed.contains(one), "docs/format.md lacks the row of {one:?}");
    }
    for one in &listed {
        assert!(known.contains(one), "docs/format.md has a row of {one:?}, which is not in problem/rules.rs");
    }
    assert_eq!(listed.len(), known.len(), "docs/format.md lists a problem twice");
}

#[test]
fn the_committed_sentences_are_those_of_the_rules() {
    let sentences = problem_sentences();
    assert!(
        read("schema/claim-panel-problems.json") == sentences,
        "schema/claim-panel-problems.json is stale; write it anew with\n\n    \
         cargo run -- problems > schema/claim-panel-problems.json\n"
    );
    // Two phrases with one key would be one in the browser.
    let problems = claim_panel::check::read(sentences.as_bytes()).problems;
    assert!(!problems.iter().any(|problem| problem.rule.code == "duplicate-key"), "{problems:?}");
}

#[test]
fn the_reference_lists_every_field_with_its_meaning() {
    let rows = rows(&read("docs/format.md"));
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    for (shape, definition) in schema["$defs"].as_object().unwrap() {
        for (key, field) in definition["properties"].as_object().unwrap() {
            let (key, meaning) = (format!("`{key}`"), field["description"].as_str().unwrap());
            let is_listed = rows.iter().any(|row| row[0] == key && row.last().unwrap() == meaning);
            assert!(is_listed, "docs/format.md lacks {key} of {shape}: {meaning}");
        }
    }
}

#[test]
fn the_reference_lists_every_word_with_its_meaning() {
    let rows = rows(&read("docs/format.md"));
    let schema: Value = serde_json::from_str(&json_schema()).unwrap();
    let stances = &schema["$defs"]["Statement"]["properties"]["stances"]["additionalProperties"]["oneOf"];
    let kinds = &schema["$defs"]["Party"]["properties"]["kind"]["oneOf"];
    for word in [stances, kinds].into_iter().flat_map(|words| words.as_array().unwrap()) {
        let (word, meaning) = (format!("`{}`", word["const"].as_str().unwrap()), word["description"].as_str().unwrap());
        let is_listed = rows.iter().any(|row| row[0] == word && row[1] == meaning);
        assert!(is_listed, "docs/format.md lacks {word}: {meaning}");
    }
}

#[test]
fn the_page_about_embedding_lists_every_part_and_custom_property() {
    let text = read("docs/embedding.md");
    // What is drawn of the demo, which holds everything that a panel can hold, and what only a browser draws.
    let mut parts: Vec<String> = ["claim-button", "claim-text", "icon", "open", "opened"].map(str::to_owned).to_vec();
    let bridge = claim_panel::check::read(read("www/demo/bridge.json").as_bytes()).panel.unwrap();
    let html = claim_panel::page::render(bridge, 3);
    parts.extend(html.split(" part=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
    let properties = read("www/panel.css");
    let properties = properties.split("--claim-panel-").skip(1);
    let properties = properties.map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap();
        format!("--claim-panel-{}", &rest[..end])
    });
    for name in parts.into_iter().chain(properties) {
        assert!(text.contains(&format!("`{name}`")), "docs/embedding.md lacks `{name}`");
    }
}
