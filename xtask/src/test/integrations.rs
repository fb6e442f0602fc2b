//! Tests of the panel in other programs. Each folder of `tests/integrations` has tests and the npm packages that they
//! use. The folders run one after the other, because their programs already use several processors.

use super::browsers::{RESULTS, TIMEOUT};
use super::report::Report;
use super::verdict::Verdict;
use crate::engines::{Engine, Variables};
use crate::run::{Outcome, run, say};
use crate::tools::{self, Tools};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "tests/integrations";

/// What makes a folder one of tests.
const FILES: [&str; 2] = ["package.json", "package-lock.json"];

/// The names of the folders.
pub fn folders() -> Outcome<Vec<String>> {
    let entries = fs::read_dir(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
    let folders = entries.flatten().filter(|entry| FILES.iter().all(|file| entry.path().join(file).is_file()));
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Runs the tests in the folders with these names, or in all folders. A failed folder does not stop the others.
pub fn test(chosen: &[String]) -> Verdict {
    match Engine::Chromium.found() {
        Ok(found) => all(chosen, found).into(),
        Err(reason) => Verdict::Skipped(reason),
    }
}

fn all(chosen: &[String], found: Variables) -> Outcome<String> {
    if !Path::new("dist/npm/package.json").is_file() {
        return Err("dist/ is missing: cargo xtask dist makes it".to_owned());
    }
    let browser = Engine::Chromium.ready(found)?;
    let tools = Tools::ready()?;
    // The tests of static sites run the command line.
    run(Command::new("cargo").args(["build", "--quiet", "--package", "claim-panel-cli"]))?;
    let (mut total, mut failed) = (Report::default(), Vec::new());
    for name in folders()?.into_iter().filter(|name| chosen.is_empty() || chosen.contains(name)) {
        say(&format!("{FOLDER}/{name}"));
        match one(&tools, &browser, &name, &mut total) {
            Ok(()) => {}
            Err(reason) => {
                say(&format!("{name}: {reason}"));
                failed.push(name);
            }
        }
    }
    let count = total.count();
    if failed.is_empty() { Ok(count) } else { Err(format!("{} ({count})", failed.join(", "))) }
}

/// Runs the tests in one folder, file by file.
fn one(tools: &Tools, browser: &Variables, name: &str, total: &mut Report) -> Outcome {
    let folder = Path::new(FOLDER).join(name);
    let packages = tools::test_packages(&folder)?;
    fs::create_dir_all(RESULTS).map_err(|error| format!("{RESULTS}: {error}"))?;
    let report = Path::new(RESULTS).join(format!("integrations-{name}.tsv"));
    // Removes the report of an earlier run, which must not pass for the report of this one.
    let _ = fs::remove_file(&report);
    let mut node = tools.node(browser);
    node.args(["--test", TIMEOUT, "--test-concurrency=1"]);
    node.args(["--test-reporter=spec", "--test-reporter-destination=stdout"]);
    node.args(["--test-reporter=./tests/browser/reporter.js", "--test-reporter-destination"]).arg(&report);
    let outcome = run(node.args(test_files(&folder)?).env("CLAIM_PANEL_PACKAGES", packages));
    total.add(Report::read(&report)?);
    outcome
}

fn test_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(".test.js")).collect();
    files.sort();
    if files.is_empty() { Err(format!("{} has no *.test.js", folder.display())) } else { Ok(files) }
}
