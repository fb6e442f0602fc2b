//! The rooms of the code, as what each of them knows nothing of. ARCHITECTURE.md says the same in
//! words; this keeps it true.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "support/files.rs"]
mod files;
#[path = "support/rooms.rs"]
mod rooms;
#[path = "support/source.rs"]
mod source;

use files::{File, all, files};
use rooms::{BANS, ROOMS};
use source::{code, lines_with, rooms_named};

/// More lines than this are more than one thing.
const MOST_LINES: usize = 400;

/// The room that a file belongs to: `model` for `src/model/date.rs`.
fn room(file: &File) -> Option<&str> {
    let inner = file.path.strip_prefix("src/")?;
    inner.split_once('/').map(|(room, _)| room).or_else(|| inner.strip_suffix(".rs"))
}

fn fail(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

#[test]
fn every_file_stands_in_a_room_that_is_described_here() {
    let mut breaches = Vec::new();
    for file in files(&["src"]) {
        let is_known = room(&file)
            .is_some_and(|name| ["lib", "main"].contains(&name) || ROOMS.iter().any(|room| room.name == name));
        if !is_known {
            breaches.push(format!(
                "{}: this room is not in tests/support/rooms.rs: say what it knows nothing of",
                file.path
            ));
        }
    }
    fail(&breaches);
    let missing = ROOMS.iter().filter(|one| !files(&["src"]).iter().any(|file| room(file) == Some(one.name)));
    let missing: Vec<&str> = missing.map(|room| room.name).collect();
    assert!(missing.is_empty(), "these rooms are empty: {missing:?}");
}

#[test]
fn rooms_know_only_the_rooms_that_they_may() {
    let mut breaches = Vec::new();
    for file in files(&["src"]).iter().filter(|file| !file.is_test()) {
        let Some(here) = ROOMS.iter().find(|one| room(file) == Some(one.name)) else { continue };
        let code = file.code();
        for (line, named) in rooms_named(&code) {
            let is_room = ROOMS.iter().any(|room| room.name == named);
            if is_room && named != here.name && !here.knows.contains(&named.as_str()) {
                breaches.push(format!("{}:{line}: {} knows nothing of {named}", file.path, here.name));
            }
        }
        for line in lines_with(&code, "super::super") {
            breaches.push(format!(
                "{}:{line}: a room is named from the root of the crate, so that one sees who knows whom",
                file.path
            ));
        }
    }
    fail(&breaches);
}

#[test]
fn rooms_do_without_what_is_not_theirs() {
    let mut breaches = Vec::new();
    for file in files(&["src"]).iter().filter(|file| !file.is_test()) {
        let Some(here) = ROOMS.iter().find(|one| room(file) == Some(one.name)) else { continue };
        let code = file.code();
        for word in here.without.iter().flat_map(|words| words.iter()) {
            for line in lines_with(&code, word) {
                breaches.push(format!("{}:{line}: {} knows nothing of {word}", file.path, here.name));
            }
        }
    }
    fail(&breaches);
}

#[test]
fn only_the_host_is_bound_to_javascript() {
    let mut breaches = Vec::new();
    for file in files(&["src"]).iter().filter(|file| room(file) != Some("host")) {
        for line in lines_with(&file.code(), "#[wasm_bindgen") {
            breaches.push(format!("{}:{line}: the border to JavaScript is src/host.rs and nothing else", file.path));
        }
    }
    fail(&breaches);
}

#[test]
fn what_is_banned_stands_nowhere() {
    let files = all();
    let mut breaches = Vec::new();
    for ban in BANS {
        let within = files.iter().filter(|file| file.is_below(ban.within) && !file.is_below(ban.but));
        for file in within.filter(|file| !(file.path.starts_with("src/") && file.is_test())) {
            let code = file.code();
            for word in ban.words {
                for line in lines_with(&code, word) {
                    breaches.push(format!("{}:{line}: `{word}`: {}", file.path, ban.why));
                }
            }
        }
    }
    fail(&breaches);
}

#[test]
fn every_ban_is_about_files_that_exist() {
    let files = all();
    for ban in BANS {
        for place in ban.within.iter().chain(ban.but) {
            // `src/page` may be one file or a folder; one of the two is enough.
            let stem = place.trim_end_matches(".rs");
            let exists = files.iter().any(|file| file.is_below(&[stem, &format!("{stem}.rs")]));
            assert!(exists, "there is no {place} any more: {}", ban.why);
        }
    }
}

#[test]
fn every_script_of_the_element_is_named_in_the_architecture() {
    let page = std::fs::read_to_string("ARCHITECTURE.md").unwrap_or_default();
    let names = files(&["www"]).into_iter().filter_map(|file| Some(file.path.strip_prefix("www/")?.to_owned()));
    let own = names.filter(|name| !name.contains('/') && name.ends_with(".js"));
    let missing: Vec<_> = own.filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_file_is_too_long() {
    let mut breaches = Vec::new();
    for file in all().iter().filter(|file| !file.path.ends_with(".css")) {
        let lines = file.text.lines().count();
        if lines > MOST_LINES {
            breaches.push(format!("{}:{MOST_LINES}: it has {lines} lines: it is about more than one thing", file.path));
        }
    }
    fail(&breaches);
}

#[test]
fn no_file_is_called_after_nothing() {
    let mut breaches = Vec::new();
    for file in all() {
        let stem = file.path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default().to_owned();
        if ["utils", "util", "helpers", "helper", "common", "misc"].contains(&stem.as_str()) {
            breaches.push(format!("{}:1: a name says what a thing is for", file.path));
        }
    }
    fail(&breaches);
}

#[test]
fn these_tests_read_code_and_not_what_is_said_about_it() {
    let source = r##"use yew::Html; // no serde
/* web_sys
   web_sys */ let a = "js_sys \" js_sys"; let b = r#"gloo "gloo""#; let c: &'static str = 'x'; let d = '"'; fetch('\'');
/// panic!
fn f<'a>() { crate::{model::{Date, document}, texts}; crate::problem::x }
"##;
    let code = code(source);
    assert_eq!(code.lines().count(), source.lines().count());
    assert_eq!(lines_with(&code, "yew"), [1]);
    assert_eq!(lines_with(&code, "fetch"), [3]);
    for word in ["serde", "web_sys", "js_sys", "gloo", "panic!", "Htm", "tml"] {
        assert_eq!(lines_with(&code, word), [0_usize; 0], "{word}");
    }
    let named: Vec<String> = rooms_named(&code).into_iter().map(|(line, name)| format!("{line} {name}")).collect();
    assert_eq!(named, ["5 model", "5 texts", "5 problem"]);
}
