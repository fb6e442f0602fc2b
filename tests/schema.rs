//! The JSON Schema is up to date, accepts good documents and rejects values of the wrong type.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/folder.rs"]
mod folder;
#[path = "support/workspace.rs"]
mod workspace;

use std::fs;

use jsonschema::Validator;
use serde_json::Value;
use story::check;
use story::problem::Severity;

fn schema() -> Validator {
    let schema: Value = serde_json::from_str(&story::document::json_schema()).unwrap();
    jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("the schema itself is wrong: {error}"))
}

/// The errors that the schema finds in a document.
fn objections(schema: &Validator, document: &Value) -> Vec<String> {
    schema.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn root(path: &str) -> std::path::PathBuf {
    workspace::path(path)
}

fn text(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Checks a document that people copy: it has neither problems nor schema errors.
fn is_exemplary(name: &str, text: &str) {
    // A frozen document is never edited, so it cannot follow advice that a later release adds.
    let problems = check::read(text.as_bytes()).problems;
    let is_frozen = name.starts_with("every-field");
    let problems = problems.iter().filter(|problem| !is_frozen || problem.rule.severity != Severity::Advice);
    let problems: Vec<String> = problems.map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{name}: {problems:#?}");
    let objections = objections(&schema(), &serde_json::from_str(text).unwrap());
    assert!(objections.is_empty(), "{name}: {objections:#?}");
}

#[test]
fn the_committed_schema_is_the_one_that_the_fields_make() {
    expectation::settle([expectation::compare(&root("schema/claim-panel-1.json"), &story::document::json_schema())]);
}

#[test]
fn the_smallest_document_is_exemplary() {
    is_exemplary("smallest", &text("tests/cases/frozen/smallest/document.json"));
}

#[test]
fn a_document_with_every_field_and_word_is_exemplary() {
    is_exemplary("every-field", &text("tests/cases/frozen/every-field/document.json"));
    let document = text("tests/cases/frozen/every-field-2/document.json");
    is_exemplary("every-field-2", &document);
    // The document must really have every field and every word of the schema.
    let schema: Value = serde_json::from_str(&story::document::json_schema()).unwrap();
    for (shape, definition) in schema["$defs"].as_object().unwrap() {
        for (field, of) in definition["properties"].as_object().unwrap() {
            assert!(document.contains(&format!("\"{field}\":")), "“{field}” of {shape} is not in frozen/every-field-2");
            for word in
                [&of["oneOf"], &of["additionalProperties"]["oneOf"]].into_iter().filter_map(Value::as_array).flatten()
            {
                let word = word["const"].as_str().unwrap();
                assert!(
                    document.contains(&format!(": \"{word}\"")),
                    "“{word}” of {field} is not in frozen/every-field-2"
                );
            }
        }
    }
}

#[test]
fn the_demos_are_exemplary() {
    let demos = fs::read_dir(root("www/demo")).unwrap().map(|entry| entry.unwrap().path());
    let demos: Vec<_> = demos.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    assert!(!demos.is_empty(), "www/demo has no documents");
    for demo in demos {
        let text = fs::read_to_string(&demo).unwrap();
        let objections = objections(&schema(), &serde_json::from_str(&text).unwrap());
        assert!(objections.is_empty(), "{}: {objections:#?}", demo.display());
        let problems = check::read(text.as_bytes()).problems;
        let serious: Vec<_> = problems.iter().filter(|one| one.rule.severity != Severity::Advice).collect();
        assert!(serious.is_empty(), "{}: {serious:#?}", demo.display());
    }
}

#[test]
fn the_documents_in_the_readme_are_exemplary() {
    let readme = text("README.md");
    let blocks = readme.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next());
    let documents: Vec<&str> = blocks.filter(|block| block.contains("\"version\"")).collect();
    assert!(!documents.is_empty(), "README.md shows no document");
    for document in documents {
        is_exemplary("README.md", document);
    }
}

#[test]
fn what_draws_no_warning_draws_no_objection() {
    let schema = schema();
    let mut compared = 0;
    for case in folder::cases() {
        let Ok(bytes) = fs::read(case.join("document.json")) else { continue };
        let checked = check::read(&bytes);
        if checked.story.is_some() && checked.problems.iter().all(|one| one.rule.severity == Severity::Advice) {
            // The panel trims addresses and ignores blank ones with advice; the schema does not.
            let case = folder::name(&case);
            let is_trimmed = case.starts_with("trimmed") || case == "link-good";
            if !is_trimmed && case != "fields-empty-but-not-needed" {
                let objections = objections(&schema, &serde_json::from_slice(&bytes).unwrap());
                assert!(objections.is_empty(), "{case}: {objections:#?}");
                compared += 1;
            }
        }
    }
    assert!(compared >= 50, "only {compared} cases were compared");
}

#[test]
fn what_is_of_the_wrong_kind_draws_an_objection() {
    let schema = schema();
    let mut compared = 0;
    for case in folder::cases() {
        let Ok(bytes) = fs::read(case.join("document.json")) else { continue };
        let Ok(document) = serde_json::from_slice(&bytes) else { continue };
        let known = ["wrong-type", "unknown-word", "bad-count", "unknown-version"];
        let problems = check::read(&bytes).problems;
        if let Some(problem) = problems.iter().find(|one| known.contains(&one.rule.code)) {
            // JSON Schema accepts 1.0 as 1 and 100.0 as an integer; the panel does not.
            if !matches!(folder::name(&case).as_str(), "version-with-a-fraction" | "fields-count-written-otherwise") {
                assert!(!schema.is_valid(&document), "{}: the schema does not find {problem}", case.display());
                compared += 1;
            }
        }
    }
    assert!(compared >= 10, "only {compared} cases were compared");
}
