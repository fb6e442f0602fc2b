//! `claim-panel verify` finds in pages what the panel finds: both read the cases of `tests/passages.json`. The panel's
//! side is `tests/browser/passages.test.js`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/workspace.rs"]
mod workspace;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

/// What the command line says of a passage in an article: what became of it, and the new words.
fn verified(case: &Value) -> (String, Option<String>) {
    let document = json!({
        "version": 1,
        "lang": "en",
        "title": "The bridge",
        "parties": { "rowe": { "name": "Dana Rowe", "kind": "person" } },
        "claims": [{ "id": "meeting", "text": "Rowe met", "about": ["rowe"], "passages": [case["passage"]] }],
        "statements": [{ "by": "rowe", "stances": { "meeting": "denies" } }],
    });
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("passage.json");
    fs::write(&file, document.to_string()).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_claim-panel"))
        .args(["verify", "--format", "json", "-"])
        .arg(&file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let page = format!("<main>{}<p>…</p></main>", case["article"].as_str().unwrap());
    child.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{case}: {error}"));
    let passage = &said["passages"][0];
    (passage["found"].as_str().unwrap().to_owned(), passage["changed"].as_str().map(str::to_owned))
}

#[test]
fn the_command_line_and_the_panel_find_the_same_passages() {
    let cases = fs::read_to_string(workspace::path("tests/passages.json")).unwrap();
    let cases: Value = serde_json::from_str(&cases).unwrap();
    let mut wrong = Vec::new();
    let of = |group: &str| cases[group].as_array().unwrap().clone();
    for case in of("found").iter().chain(&of("edited")) {
        let (found, changed) = verified(case);
        let is_same = match (case["marked"].is_array(), case["changed"].as_str()) {
            (true, _) => ["exact", "twice"].contains(&found.as_str()),
            // For the panel, a passage between other words is one that was changed into itself.
            (_, Some(words)) if case["passage"]["exact"] == words => found == "moved",
            (_, Some(words)) => found == "changed" && changed.as_deref() == Some(words),
            (_, None) => ["gone", "moved"].contains(&found.as_str()),
        };
        if !is_same {
            wrong.push(format!("{case}: {found} {changed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(of("found").len() > 50 && of("edited").len() > 8);
}
