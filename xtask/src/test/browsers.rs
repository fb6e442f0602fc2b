//! The browser tests. Each file runs in a separate process for each engine, with as many processes in parallel as the
//! machine has processors.

use super::choice::Choice;
use super::coverage;
use super::report::Report;
use super::steps::{Action, Step};
use super::verdict::{Line, Verdict};
use crate::dist;
use crate::engines::{Engine, Variables};
use crate::jobs::{Ended, Job, Log, side_by_side};
use crate::nearest::{nearest_sentence, suggestion};
use crate::run::{Outcome, run, say};
use crate::tools::Tools;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::Instant;

const FOLDER: &str = "tests/browser";

/// The logs and reports of the last run.
pub const RESULTS: &str = "target/test";

/// These files need a separate build that contains deliberate faults.
const FAULTS: [&str; 2] = ["faults.test.js", "memory.test.js"];

/// These files take longest. They start first, so that none of them runs alone at the end.
const FIRST: [&str; 5] = ["access.test.js", "hosts.test.js", "long.test.js", "theming.test.js", "adapt.test.js"];

/// In milliseconds. Only a test that hangs takes this long.
pub const TIMEOUT: &str = "--test-timeout=600000";

/// A test file in one browser.
struct Run {
    step: &'static str,
    engine: Engine,
    file: String,
    browser: Variables,
}

/// The results of each step so far.
type Reports = Mutex<BTreeMap<&'static str, Report>>;

/// Every test file, with its step.
pub fn files() -> Outcome<Vec<(String, &'static str)>> {
    let folder = fs::read_dir(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
    let names = folder.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let step = |name: &str| if FAULTS.contains(&name) { "faults" } else { "chromium" };
    let tests = names.filter(|name| name.ends_with(".test.js"));
    let mut files: Vec<_> = tests.map(|name| (name.clone(), step(&name))).collect();
    files.sort();
    Ok(files)
}

/// Runs these steps together, and returns one line for each.
pub fn test(steps: &[&Step], choice: &Choice, all: &[(String, &'static str)]) -> Vec<Line> {
    let begin = Instant::now();
    let plans: Vec<_> = steps.iter().map(|step| (step.name, plan(step, choice, all))).collect();
    let mut runs: Vec<&Run> = plans.iter().filter_map(|(_, plan)| plan.as_ref().ok()).flatten().collect();
    runs.sort_by_key(|run| !FIRST.contains(&run.file.as_str()));
    let reports = Reports::default();
    let ended = if runs.is_empty() { Ok(Vec::new()) } else { go(&runs, choice, &reports) };
    let reports = reports.into_inner().unwrap_or_else(PoisonError::into_inner);
    let ended = ended.and_then(|ended| found_nothing(choice, &reports).map_or(Ok(ended), Err));
    let time = begin.elapsed();
    let line = |(step, plan)| {
        let verdict = match (plan, &ended) {
            (Err(verdict), _) => verdict,
            (Ok(_), Err(reason)) => Verdict::Failed(reason.clone()),
            (Ok(_), Ok(ended)) => verdict(step, ended, reports.get(step)),
        };
        Line { step, verdict, time }
    };
    plans.into_iter().map(line).collect()
}

/// The files that this step runs, with the browser that was found.
fn plan(step: &Step, choice: &Choice, all: &[(String, &'static str)]) -> Result<Vec<Run>, Verdict> {
    let (engine, home) = match step.action {
        Action::Browser(engine) => (engine, "chromium"),
        Action::Faults(engine) => (engine, "faults"),
        Action::Run(_) | Action::Integrations => return Ok(Vec::new()),
    };
    let found = engine.found().map_err(Verdict::Skipped)?;
    if home != "faults" && !Path::new("dist/claim-panel.js").is_file() {
        return Err(Verdict::Failed("dist/ is missing: cargo xtask dist makes it".to_owned()));
    }
    let browser = engine.ready(found).map_err(Verdict::Failed)?;
    let own: Vec<String> = all.iter().filter(|(_, step)| *step == home).map(|(file, _)| file.clone()).collect();
    let files = if !choice.files.is_empty() {
        own.into_iter().filter(|file| choice.files.contains(file)).collect()
    } else if choice.everything || matches!(engine, Engine::Chromium) {
        own
    } else {
        let names: Vec<&str> = all.iter().map(|(file, _)| file.as_str()).collect();
        let everywhere = coverage::everywhere(&names).map_err(Verdict::Failed)?;
        own.into_iter().filter(|file| everywhere.contains(file)).collect()
    };
    let run = |file| Run { step: step.name, engine, file, browser: browser.clone() };
    Ok(files.into_iter().map(run).collect())
}

/// Builds what the tests need in addition to the release.
fn prepare(runs: &[&Run]) -> Outcome<Tools> {
    let tools = Tools::ready()?;
    say("building what the browser tests need (2 minutes the first time)");
    if runs.iter().any(|run| run.step != "faults") {
        // A test runs the command line, and would wait for its build.
        run(Command::new("cargo").args(["build", "--quiet", "--package", "claim-panel-cli"]))?;
        dist::yew_host(&tools)?;
    }
    if runs.iter().any(|run| run.step == "faults") {
        dist::faults(&tools)?;
    }
    Ok(tools)
}

fn go(runs: &[&Run], choice: &Choice, reports: &Reports) -> Outcome<Vec<Ended>> {
    let tools = &prepare(runs)?;
    let at_once = available_parallelism().map_or(1, usize::from);
    if runs.len() > 1 {
        say(&format!("{} browser test files, {} at a time", runs.len(), at_once.min(runs.len())));
    }
    let name = |run: &Run| format!("{} {}", run.step, run.file);
    let jobs = runs.iter().map(|run| Job::new(name(run), |log| act(tools, run, choice, reports, log)));
    side_by_side(Path::new(RESULTS), at_once, jobs.collect())
}

/// Runs one file. WebKitGTK's page process sometimes crashes by itself (`xtask/README.md`) and takes the test file with
/// it, so such a file runs once more.
fn act(tools: &Tools, run: &Run, choice: &Choice, reports: &Reports, log: &Log) -> Outcome<String> {
    let path = PathBuf::from(RESULTS).join(format!("{}-{}.tsv", run.step, run.file));
    let attempt = || {
        // Removes the report of an earlier run, which must not pass for the report of this one.
        let _ = fs::remove_file(&path);
        let mut node = tools.node(&run.browser);
        node.args(["--test", TIMEOUT, "--test-reporter=spec", "--test-reporter-destination=stdout"]);
        node.args(["--test-reporter=./tests/browser/reporter.js", "--test-reporter-destination"]).arg(&path);
        node.arg(format!("{FOLDER}/{}", run.file));
        if let Some(text) = &choice.text {
            node.env("CLAIM_PANEL_TEST", text);
        }
        log.run(&mut node)
    };
    fs::create_dir_all(RESULTS).map_err(|error| format!("{RESULTS}: {error}"))?;
    let first = attempt();
    let again = first.is_err() && matches!(run.engine, Engine::WebKit);
    let outcome = if again { attempt() } else { first };
    let report = Report::read(&path);
    let count = report.as_ref().map(Report::count).unwrap_or_default();
    if let Ok(report) = report {
        reports.lock().unwrap_or_else(PoisonError::into_inner).entry(run.step).or_default().add(report);
    }
    outcome.map_err(|reason| if again { format!("{reason}, twice") } else { reason })?;
    Ok(format!(" ({count}{})", if again { AGAIN } else { "" }))
}

const AGAIN: &str = ", at the second attempt";

fn verdict(step: &'static str, ended: &[Ended], report: Option<&Report>) -> Verdict {
    let own: Vec<&Ended> = ended.iter().filter(|job| job.name.starts_with(&format!("{step} "))).collect();
    let failed: Vec<&str> = own.iter().filter(|job| job.outcome.is_err()).map(|job| file(&job.name)).collect();
    let again = own.iter().filter(|job| job.outcome.as_ref().is_ok_and(|remark| remark.contains(AGAIN)));
    let again: Vec<&str> = again.map(|job| file(&job.name)).collect();
    let count = report.map(Report::count).unwrap_or_default();
    if !failed.is_empty() {
        Verdict::Failed(format!("{} ({count})", failed.join(", ")))
    } else if again.is_empty() {
        Verdict::Passed(count)
    } else {
        Verdict::Passed(format!("{count}; at the second attempt: {}", again.join(", ")))
    }
}

fn file(name: &str) -> &str {
    name.split_once(' ').map_or(name, |(_, file)| file)
}

/// An error if no test has the chosen text in its name.
fn found_nothing(choice: &Choice, reports: &BTreeMap<&'static str, Report>) -> Option<String> {
    let text = choice.text.as_ref()?;
    if reports.values().any(Report::has_run) {
        return None;
    }
    let names = reports.values().flat_map(|report| report.others.iter().map(String::as_str));
    Some(format!("no test has “{text}” in its name{}", suggestion(nearest_sentence(text, names))))
}
