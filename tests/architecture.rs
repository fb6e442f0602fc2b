//! The rules of ARCHITECTURE.md: what each module may depend on, and what is forbidden where.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::string_slice, reason = "a test fails by panicking")]

#[path = "support/files.rs"]
mod files;
#[path = "support/modules.rs"]
mod modules;
#[path = "support/source.rs"]
mod source;
#[path = "support/workspace.rs"]
mod workspace;

use files::{File, all, files};
use modules::{BANS, BOUNDARIES, MODULES, Module, SOURCES};
use source::{code, lines_with, modules_named};

/// A longer file has more than one purpose.
const MAX_LINES: usize = 400;

/// Whether a file is one of a module: `model` has `crates/story/src/model.rs` and `crates/story/src/model/date.rs`.
fn is_of(module: &Module, file: &File) -> bool {
    let inner = file.path.strip_prefix(module.sources).and_then(|path| path.strip_prefix('/'));
    let name =
        inner.and_then(|inner| inner.split_once('/').map(|(name, _)| name).or_else(|| inner.strip_suffix(".rs")));
    name == Some(module.name)
}

fn module(file: &File) -> Option<&'static Module> {
    MODULES.iter().find(|module| is_of(module, file))
}

/// Whether a file is the root of a crate, which only declares the modules.
fn is_root(file: &File) -> bool {
    SOURCES.iter().any(|sources| ["lib", "main"].iter().any(|name| file.path == format!("{sources}/{name}.rs")))
}

fn fail(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

#[test]
fn every_file_belongs_to_a_listed_module() {
    let sources = files(SOURCES);
    let unlisted = sources.iter().filter(|file| module(file).is_none() && !is_root(file));
    let breaches =
        unlisted.map(|file| format!("{}: add this module and its rules to tests/support/modules.rs", file.path));
    fail(&breaches.collect::<Vec<_>>());
    let missing = MODULES.iter().filter(|module| !sources.iter().any(|file| is_of(module, file)));
    let missing: Vec<&str> = missing.map(|module| module.name).collect();
    assert!(missing.is_empty(), "these modules have no files: {missing:?}");
}

#[test]
fn modules_depend_only_on_the_modules_that_they_may_use() {
    let mut breaches = Vec::new();
    for file in files(SOURCES).iter().filter(|file| !file.is_test()) {
        let Some(here) = module(file) else { continue };
        let code = file.code();
        for (line, named) in modules_named(&code) {
            let is_module = MODULES.iter().any(|module| module.sources == here.sources && module.name == named);
            if is_module && named != here.name && !here.may_use.contains(&named.as_str()) {
                breaches.push(format!("{}:{line}: {} must not use {named}", file.path, here.name));
            }
        }
        for line in lines_with(&code, "super::super") {
            breaches.push(format!(
                "{}:{line}: name modules from the root of the crate, so that dependencies are visible",
                file.path
            ));
        }
    }
    fail(&breaches);
}

#[test]
fn modules_do_not_use_what_is_forbidden_to_them() {
    let mut breaches = Vec::new();
    for file in files(SOURCES).iter().filter(|file| !file.is_test()) {
        let Some(here) = module(file) else { continue };
        let code = file.code();
        for word in here.forbidden.iter().flat_map(|words| words.iter()) {
            for line in lines_with(&code, word) {
                breaches.push(format!("{}:{line}: {} must not use {word}", file.path, here.name));
            }
        }
    }
    fail(&breaches);
}

#[test]
fn only_boundaries_are_bound_to_javascript() {
    let mut breaches = Vec::new();
    let is_boundary = |module: &Module| BOUNDARIES.contains(&(module.sources, module.name));
    for file in files(SOURCES).iter().filter(|file| !module(file).is_some_and(is_boundary)) {
        for line in lines_with(&file.code(), "#[wasm_bindgen") {
            breaches.push(format!("{}:{line}: only {BOUNDARIES:?} are boundaries to JavaScript", file.path));
        }
    }
    fail(&breaches);
}

#[test]
fn banned_code_occurs_nowhere() {
    let files = all();
    let mut breaches = Vec::new();
    for ban in BANS {
        let within = files.iter().filter(|file| file.is_below(ban.within) && !file.is_below(ban.except));
        for file in within.filter(|file| !(file.is_below(SOURCES) && file.is_test())) {
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
fn every_ban_names_files_that_exist() {
    let files = all();
    for ban in BANS {
        for place in ban.within.iter().chain(ban.except) {
            // `src/view` may be a file or a folder.
            let stem = place.trim_end_matches(".rs");
            let exists = files.iter().any(|file| file.is_below(&[stem, &format!("{stem}.rs")]));
            assert!(exists, "{place} no longer exists: {}", ban.why);
        }
    }
}

#[test]
fn every_script_of_the_element_is_named_in_the_architecture() {
    let page = std::fs::read_to_string("ARCHITECTURE.md").unwrap_or_default();
    let names = files(&["www"]).into_iter().filter_map(|file| Some(file.path.strip_prefix("www/")?.to_owned()));
    let missing: Vec<_> = names.filter(|name| name.ends_with(".js") && !is_named(&page, name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Whether a row of the page that names the folder of a script also names the script.
fn is_named(page: &str, script: &str) -> bool {
    let (folder, name) = script.rsplit_once('/').unwrap_or(("", script));
    let folder = if folder.is_empty() { String::new() } else { format!("`{folder}/`") };
    page.lines().any(|line| line.starts_with(&format!("| {folder}")) && line.contains(&format!("`{name}`")))
}

#[test]
fn no_file_is_too_long() {
    let mut breaches = Vec::new();
    for file in all().iter().filter(|file| !file.path.ends_with(".css")) {
        let lines = file.text.lines().count();
        if lines > MAX_LINES {
            breaches.push(format!("{}:{MAX_LINES}: it has {lines} lines: split it by purpose", file.path));
        }
    }
    fail(&breaches);
}

#[test]
fn no_file_has_a_catch_all_name() {
    let mut breaches = Vec::new();
    for file in all() {
        let stem = file.path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default().to_owned();
        if ["utils", "util", "helpers", "helper", "common", "misc"].contains(&stem.as_str()) {
            breaches.push(format!("{}:1: name the file after its purpose", file.path));
        }
    }
    fail(&breaches);
}

#[test]
fn comments_and_string_literals_do_not_count_as_code() {
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
    let named: Vec<String> = modules_named(&code).into_iter().map(|(line, name)| format!("{line} {name}")).collect();
    assert_eq!(named, ["5 model", "5 texts", "5 problem"]);
}
