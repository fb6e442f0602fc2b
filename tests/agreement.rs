//! Facts that Rust, JavaScript and the documentation each contain are the same in all of them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/stances.rs"]
mod stances;
#[path = "support/workspace.rs"]
mod workspace;

use claim_panel::protocol::{ActionName, EventName};
use claim_panel::texts::Texts;
use claim_panel::view::Controls;
use claim_panel::view::state::View;
use claim_panel_cli::intl::INTL;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use story::document::{MAX_BYTES, MAX_CHARACTERS, MAX_DEPTH, MAX_ITEMS};
use story::model::{Group, Stance};

fn read(path: &str) -> String {
    fs::read_to_string(workspace::path(path)).unwrap()
}

/// The scripts below a folder.
fn scripts(folder: &Path) -> Vec<PathBuf> {
    let (folders, files): (Vec<_>, Vec<_>) =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).partition(|path| path.is_dir());
    let own = files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "js"));
    own.chain(folders.iter().flat_map(|folder| scripts(folder))).collect()
}

/// A number with separators, as in prose.
fn grouped(number: usize) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", grouped(number / 1000), number % 1000) }
}

/// The words of a list in an attribute's row of the contract.
fn contract_words(attribute: &str, list: &str) -> Vec<String> {
    let contract: Value = serde_json::from_str(&read("www/contract.json")).unwrap();
    let rows = contract["attributes"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == attribute).unwrap();
    row[list].as_array().unwrap().iter().map(|word| word.as_str().unwrap().to_owned()).collect()
}

#[test]
fn scripts_and_documentation_have_the_limits_of_the_format() {
    let scripts = read("www/loading/limits.js");
    let (reference, rules) = (read("docs/format.md"), read("crates/story/src/problem/rules.rs"));
    let mib = 1024 * 1024;
    for (name, limit, what) in [
        ("MAX_BYTES", MAX_BYTES, "the text of one document"),
        ("MAX_DEPTH", MAX_DEPTH, "levels of nested brackets"),
        ("MAX_ITEMS", MAX_ITEMS, "items (values of any kind) in one document"),
        ("MAX_CHARACTERS", MAX_CHARACTERS, "characters in one text"),
    ] {
        let written = scripts.split(&format!("export const {name} = ")).nth(1).unwrap().split(';').next().unwrap();
        let product: usize =
            written.split(" * ").map(|factor| factor.replace('_', "").parse::<usize>().unwrap()).product();
        assert_eq!(product, limit, "www/loading/limits.js: {name}");
        let number = if name == "MAX_BYTES" { format!("{} MiB", limit / mib) } else { grouped(limit) };
        let row = format!("| {number} | {what} |");
        assert!(reference.contains(&row), "docs/format.md lacks the row {row}");
        let is_said = [' ', '"'].iter().any(|end| rules.contains(&format!(" {number}{end}")));
        assert!(is_said, "no message in crates/story/src/problem/rules.rs has {number}");
    }
    assert_eq!(MAX_BYTES % mib, 0);
}

#[test]
fn the_contract_lists_controls_in_the_order_of_their_flags() {
    let controls = [
        ("views", Controls::VIEWS),
        ("search", Controls::SEARCH),
        ("filter", Controls::FILTER),
        ("share", Controls::SHARE),
    ];
    assert_eq!(contract_words("controls", "list"), controls.map(|(name, _)| name));
    for (place, (name, flag)) in controls.iter().enumerate() {
        assert_eq!(flag.0, 1 << place, "{name}");
    }
    assert_eq!(Controls::ALL.0, controls.iter().map(|(_, flag)| flag.0).sum::<u8>());
}

#[test]
fn the_contract_lists_the_views_in_their_order() {
    assert_eq!(contract_words("view", "values"), View::ALL.map(View::name));
}

#[test]
fn the_reference_says_what_readers_see_of_each_stance_and_its_group() {
    let (reference, texts) = (read("docs/format.md"), Texts::for_language("en", INTL));
    for (stance, word) in Stance::ALL.iter().zip(stances::words(|_| true)) {
        let group = match stance.group() {
            Group::SaysSo => "says so",
            Group::Reported => "reports it",
            Group::Denies => "denies",
            Group::AnsweredOtherwise => "other statement",
            Group::ChangedPosition => "changed position",
            Group::NoAnswer => "no answer",
        };
        let end = format!(" | {} | {group} |", texts.stance(*stance, false));
        let is_listed = reference.lines().any(|row| row.starts_with(&format!("| `{word}` |")) && row.ends_with(&end));
        assert!(is_listed, "docs/format.md lacks a row of `{word}` that ends with{end}");
    }
}

#[test]
fn scripts_select_only_parts_that_exist() {
    let theming = read("docs/theming.md");
    let section = theming.split("\n## ").find(|section| section.starts_with("Parts")).unwrap();
    let mut breaches = Vec::new();
    for path in scripts(&workspace::path("www")) {
        let text = fs::read_to_string(&path).unwrap();
        let selected = ["[part~=", "[part="].iter().flat_map(|begin| text.split(begin).skip(1));
        for part in selected.map(|rest| rest.split(']').next().unwrap().trim_matches(['"', '\\'])) {
            if !section.contains(&format!("`{part}`")) {
                breaches.push(format!("{}: no part `{part}`", path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_readme_names_the_oldest_browsers() {
    let scripts = read("xtask/browsers.mjs");
    let readme = read("README.md").replace('\n', " ");
    let list = scripts.split('[').nth(1).unwrap().split(']').next().unwrap();
    let browsers: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    assert_eq!(browsers.len(), 3);
    for browser in browsers {
        let version = browser.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let name = browser.strip_suffix(version).unwrap();
        let is_named = readme.to_lowercase().contains(&format!("{name} {version}"));
        assert!(is_named, "README.md does not name {name} {version}");
    }
}

/// The entries of an object of constants in a script: names and texts.
fn constants(script: &str, object: &str) -> Vec<(String, String)> {
    let body = script.split(&format!("export const {object} = ")).nth(1).unwrap().split("});").next().unwrap();
    let lines = body.lines().filter_map(|line| line.trim().strip_suffix(",")?.split_once(": "));
    lines.map(|(name, text)| (name.to_owned(), text.trim_matches('"').to_owned())).collect()
}

/// A name in Rust's notation, as a constant in JavaScript: `SET_VIEW` for `SetView`.
fn constant(name: &impl std::fmt::Debug) -> String {
    let mut constant = String::new();
    for letter in format!("{name:?}").chars() {
        if letter.is_ascii_uppercase() && !constant.is_empty() {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    constant
}

#[test]
fn scripts_have_the_names_of_the_protocol() {
    let script = read("www/engine/protocol.js");
    let actions = ActionName::ALL.iter().map(|name| (constant(name), name.text().to_owned()));
    assert_eq!(constants(&script, "ACTION"), actions.collect::<Vec<_>>(), "www/engine/protocol.js: ACTION");
    let events = EventName::ALL.iter().map(|name| (constant(name), name.text().to_owned()));
    assert_eq!(constants(&script, "EVENT"), events.collect::<Vec<_>>(), "www/engine/protocol.js: EVENT");
    // The types of the objects name their events themselves.
    for name in EventName::ALL {
        assert!(script.matches(&format!("\"{}\"", name.text())).count() >= 2, "no type for {name:?}");
    }
}

#[test]
fn names_of_the_protocol_are_written_nowhere_else() {
    let view = workspace::path("src/view");
    let mut sources: Vec<PathBuf> = fs::read_dir(view).unwrap().map(|entry| entry.unwrap().path()).collect();
    sources.retain(|path| path.extension().is_some_and(|end| end == "rs"));
    for path in sources.iter().chain(&scripts(&workspace::path("www"))).filter(|path| !path.ends_with("protocol.js")) {
        let text = fs::read_to_string(path).unwrap();
        // An attribute gets its name from a constant: `data-act={…}`, or `data-act=${…}` in a selector.
        let is_constant = |after: &str| after.starts_with('{') || after.starts_with("${");
        assert!(text.split("data-act=").skip(1).all(is_constant), "{}", path.display());
        assert!(!text.contains("dataset.act === \""), "{}", path.display());
    }
}
