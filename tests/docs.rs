//! The documentation agrees with the code on fields, stances, problems, the element and theming.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/workspace.rs"]
mod workspace;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use story::document::{json_schema, problem_sentences};
use story::problem;

fn read(path: &str) -> String {
    fs::read_to_string(workspace::path(path)).unwrap()
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
    let file = workspace::path("schema/claim-panel-problems.json");
    expectation::settle([expectation::compare(&file, &sentences)]);
    // Two phrases with the same key would become one in the browser.
    let problems = story::check::read(sentences.as_bytes()).problems;
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
    let shapes = schema["$defs"].as_object().unwrap().values();
    let fields = shapes.flat_map(|shape| shape["properties"].as_object().unwrap().values());
    let words = fields.flat_map(|field| [&field["oneOf"], &field["additionalProperties"]["oneOf"]]);
    let words: Vec<&Value> = words.filter_map(Value::as_array).flatten().collect();
    assert!(words.len() > 25, "the schema has only {} words", words.len());
    for word in words {
        let (word, meaning) = (format!("`{}`", word["const"].as_str().unwrap()), word["description"].as_str().unwrap());
        let is_listed = rows.iter().any(|row| row[0] == word && row[1] == meaning);
        assert!(is_listed, "docs/format.md lacks {word}: {meaning}");
    }
}

#[test]
fn the_readme_lists_what_pages_can_set_call_and_hear_and_nothing_else() {
    let contract: Value = serde_json::from_str(&read("www/contract.json")).unwrap();
    let text = read("README.md");
    let section = text.split("\n## ").find(|section| section.starts_with("The element")).unwrap();
    let mut listed: BTreeMap<String, String> = BTreeMap::new();
    for row in rows(section).into_iter().filter(|row| row[0].starts_with('`')) {
        let name = code(&row[0])[0].split('(').next().unwrap().rsplit('.').next().unwrap().to_owned();
        assert!(listed.insert(name.clone(), row.join(" ")).is_none(), "README.md lists `{name}` twice");
    }
    let mut names = BTreeSet::new();
    for entry in ["attributes", "properties", "methods", "statics", "events"]
        .iter()
        .flat_map(|kind| contract[*kind].as_array().unwrap())
    {
        let name = entry["name"].as_str().unwrap();
        let row = listed.get(name).unwrap_or_else(|| panic!("README.md lacks a row of `{name}`"));
        names.insert(name.to_owned());
        // The row also has its property, its values, its default and its details.
        let words = ["values", "list"].iter().filter_map(|key| entry[*key].as_array()).flatten();
        let words = words.filter_map(Value::as_str).chain(entry["property"].as_str());
        let details = entry["detail"].as_object().into_iter().flat_map(|detail| detail.keys().map(String::as_str));
        for word in words.chain(details) {
            assert!(code(row).iter().any(|known| known == word), "README.md lacks `{word}` in the row of `{name}`");
        }
        assert_eq!(
            row.contains("(default)") || row.contains("(3)"),
            !entry["default"].is_null(),
            "the default of `{name}`"
        );
    }
    for name in listed.keys() {
        assert!(names.contains(name), "README.md lists `{name}`, which is not in www/contract.json");
    }
}

/// The section of docs/theming.md with this heading.
fn looks(heading: &str) -> String {
    let text = read("docs/theming.md");
    let section = text.split("\n## ").find(|section| section.starts_with(heading));
    section.unwrap_or_else(|| panic!("docs/theming.md lacks the heading {heading:?}")).to_owned()
}

/// The code spans of a text.
fn code(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The files of a folder whose names have this ending, as paths from the root.
fn files(folder: &str, end: &str) -> Vec<String> {
    let entries = fs::read_dir(workspace::path(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(end)).map(|name| format!("{folder}/{name}")).collect()
}

/// String literals of one word in the view's code that are not parts.
const NO_PARTS: &[&str] = &[
    "details",
    "summary",
    "aria-label",
    "auto",
    "blockquote",
    "button",
    "div",
    "dl",
    "false",
    "header",
    "footer",
    "id",
    "li",
    "list",
    "ltr",
    "noopener",
    "off",
    "ol",
    "p",
    "part",
    "role",
    "rtl",
    "span",
    "static",
    "true",
    "ul",
    "until-found",
];

#[test]
fn the_page_about_looks_lists_every_part_and_no_other() {
    let mut known = BTreeSet::new();
    let is_word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    // The names of actions in state.rs are not parts, and share.rs writes text.
    for path in files("src/view", ".rs").iter().chain([&"src/view.rs".to_owned()]) {
        // Neither are the names of injected faults.
        let text: String =
            read(path).split_inclusive('\n').filter(|line| !line.contains("fault::failpoint(")).collect();
        let quoted = text
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|_| !["/state.rs", "/share.rs"].iter().any(|file| path.ends_with(file)));
        known.extend(
            quoted.filter(|quoted| quoted.split(' ').all(is_word)).flat_map(str::split_whitespace).map(str::to_owned),
        );
    }
    for word in NO_PARTS {
        assert!(known.remove(*word), "src/view no longer contains {word:?}: remove it from the list in tests/docs.rs");
    }
    for sheet in ["www/element/panel.css", "www/claim-panel.css"] {
        let text = read(sheet);
        let styled = ["[part~=\"", "[part=\""].iter().flat_map(|begin| text.split(*begin).skip(1));
        known.extend(styled.map(|rest| rest.split(['"', ' ']).next().unwrap().to_owned()));
    }
    let listed: Vec<String> = rows(&looks("Parts")).iter().flat_map(|row| code(&row[0])).collect();
    for part in &known {
        assert!(listed.contains(part), "docs/theming.md lacks the part `{part}`");
    }
    for part in &listed {
        assert!(known.contains(part), "docs/theming.md lists the part `{part}`, which does not exist");
    }
    assert_eq!(listed.len(), known.len(), "docs/theming.md lists a part twice");
}

#[test]
fn the_page_about_looks_lists_every_custom_property_with_its_default() {
    let sheet = read("www/element/panel.css");
    let mut known = BTreeMap::new();
    for used in sheet.split("var(--claim-panel-").skip(1) {
        let (name, rest) = used.split_once(", ").unwrap();
        let mut depth = 1;
        let end = rest.find(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0
        });
        // The first default is the one without a theme.
        known.entry(format!("--claim-panel-{name}")).or_insert(&rest[..end.unwrap()]);
    }
    let rows = rows(&looks("Custom properties"));
    let listed: BTreeMap<String, &str> =
        rows.iter().skip(2).map(|row| (code(&row[0])[0].clone(), row[1].as_str())).collect();
    for (name, default) in &known {
        let row = listed.get(name).unwrap_or_else(|| panic!("docs/theming.md lacks `{name}`"));
        assert_eq!(code(row)[0], *default, "docs/theming.md has another default for `{name}`");
    }
    for name in
        listed.keys().chain(code(&read("docs/theming.md")).iter().filter(|code| code.starts_with("--claim-panel-")))
    {
        assert!(known.contains_key(name), "docs/theming.md mentions `{name}`, which no stylesheet reads");
    }
}

#[test]
fn the_page_about_looks_quotes_the_themes_that_are_tested() {
    let text = read("docs/theming.md");
    for path in files("tests/pictures/themes", ".html") {
        let page = read(&path);
        let theme = page.split("<style id=\"theme\">").nth(1).unwrap().split("</style>").next().unwrap();
        assert!(text.contains(&format!("```css{theme}```")), "docs/theming.md does not quote the theme of {path}");
    }
}

#[test]
fn the_documents_show_every_picture_and_none_is_missing() {
    const MOST_BYTES: usize = 60 * 1024;
    let mut shown = Vec::new();
    for path in files("docs", ".md") {
        let text = read(&path);
        shown.extend(
            text.split("](pictures/").skip(1).map(|rest| format!("docs/pictures/{}", rest.split(')').next().unwrap())),
        );
    }
    for path in &shown {
        let picture = fs::read(workspace::path(path));
        let picture = picture.unwrap_or_else(|_| panic!("{path} is missing: cargo xtask pictures theming makes it"));
        assert!(picture.len() < MOST_BYTES, "{path} has {} bytes, more than {MOST_BYTES}", picture.len());
    }
    for path in files("docs/pictures", "") {
        assert!(shown.contains(&path), "no document shows {path}");
    }
}

#[test]
fn every_promise_of_security_names_a_test_that_is_there() {
    let text = read("SECURITY.md");
    let promises: Vec<_> = rows(&text).into_iter().filter(|row| row.len() == 2 && row[1].starts_with('`')).collect();
    assert!(promises.len() > 15, "SECURITY.md has lost its table of promises");
    for row in promises {
        let path = code(&row[1])[0].clone();
        let name = row[1].split(['“', '”']).nth(1).unwrap_or_else(|| panic!("no test is named for: {}", row[0]));
        assert!(read(&path).contains(name), "{path} has no test “{name}” for: {}", row[0]);
    }
}

#[test]
fn every_place_that_the_architecture_names_is_there() {
    let text = read("ARCHITECTURE.md");
    let section = text.split("\n## ").find(|section| section.starts_with("Where to find")).unwrap();
    let places: Vec<String> = rows(section).iter().skip(2).flat_map(|row| code(&row[1])).collect();
    assert!(places.len() > 15, "ARCHITECTURE.md has lost its table of places");
    for place in places.iter().filter(|place| place.contains('/')) {
        assert!(workspace::path(place).exists(), "{place} is no longer there");
    }
}
