//! A case: a folder with an input and what is expected of it.
//!
//! The input is `input.*` (another form, which is read), `recipe.txt` (the same, but too large to commit) or
//! `document.json` (a document, which is written). `expected.txt` holds the problems and the result.

use std::fs;
use std::path::{Path, PathBuf};

use convert::{Conversion, Export};
use serde_json::{Map, Value};
use story::problem::Problem;

use crate::expectation::{compare, settle};
use crate::{recipe, workspace};

/// Checks all cases in a folder of `tests/convert`.
pub fn check(form: &str, read: impl Fn(&[u8]) -> Conversion, write: impl Fn(&Map<String, Value>) -> Export) {
    let folders = fs::read_dir(workspace::path("tests/convert").join(form)).unwrap();
    let mut cases: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    settle(cases.iter().map(|case| {
        let found = match fs::read(case.join("document.json")) {
            Ok(document) => written(&write(&serde_json::from_slice(&document).unwrap())),
            Err(_) => converted(&read(&input(case))),
        };
        compare(&case.join("expected.txt"), &found)
    }));
}

fn input(case: &Path) -> Vec<u8> {
    if let Ok(recipe) = fs::read_to_string(case.join("recipe.txt")) {
        return recipe::cook(&recipe).unwrap();
    }
    let mut files = fs::read_dir(case).unwrap().map(|entry| entry.unwrap().path());
    let input = files.find(|path| path.file_stem().is_some_and(|stem| stem == "input"));
    fs::read(input.unwrap_or_else(|| panic!("{}: no input", case.display()))).unwrap()
}

fn converted(conversion: &Conversion) -> String {
    let mut found = format!("{} of {} used\n\n", conversion.count.used, conversion.count.total);
    // Advice of `check` on the story is not what a conversion is about.
    for problem in conversion.check().problems.iter().filter(|problem| is_shown(problem)) {
        found += &line(problem);
    }
    let json = conversion.json();
    let is_long = json.len() > 20_000;
    found + "\n" + if is_long { "(a long document)\n" } else { &json }
}

fn is_shown(problem: &Problem) -> bool {
    problem.rule.severity.word() != "advice" || convert_rule(problem)
}

fn convert_rule(problem: &Problem) -> bool {
    problem.rule.code.starts_with("table-") || problem.rule.code.starts_with("json-ld-")
}

fn written(export: &Export) -> String {
    let losses: String = export.losses.iter().map(line).collect();
    format!("{losses}\n{}\n", export.text.trim_end())
}

fn line(problem: &Problem) -> String {
    let place = &problem.place;
    let at = if place.line == 0 { String::new() } else { format!("{}:{}: ", place.line, place.column) };
    let pointer = if place.pointer.is_empty() { String::new() } else { format!("{}: ", place.pointer) };
    let (severity, code) = (problem.rule.severity.word(), problem.rule.code);
    format!("{at}{pointer}{severity}: {code}: {problem}\n")
}
