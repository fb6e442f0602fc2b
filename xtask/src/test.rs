//! `cargo xtask test`: everything that a change has to pass. A step that fails keeps no other
//! from being run, so that one run tells everything that is wrong.

use crate::dist;
use crate::engines::{Engine, Variables};
use crate::run::{Outcome, run, say};
use crate::tools::{self, Tools};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// How one step ended, with the reason if it did not end well.
enum Verdict {
    /// With a remark, if there is one.
    Passed(String),
    Failed(String),
    Skipped(String),
    TooLate,
}

/// Name, what is announced, what is done.
type Step = (&'static str, &'static str, fn() -> Verdict);

const STEPS: [Step; 12] = [
    ("format", "formatting", || cargo("fmt --all --check")),
    ("clippy", "clippy, native", || cargo("clippy --workspace --all-targets -- -D warnings")),
    ("clippy-web", "clippy, WebAssembly", || match tools::web_target() {
        Ok(()) => {
            cargo("clippy --lib --bins --test web --example yew-host --target wasm32-unknown-unknown -- -D warnings")
        }
        Err(reason) => Verdict::Failed(reason),
    }),
    ("native", "native tests", || cargo("test --workspace")),
    ("web", "WebAssembly tests in Chromium", web),
    ("dist", "the release build", || Tools::ready().and_then(|tools| dist::build(&tools)).into()),
    ("size", "the size budget", || dist::size().into()),
    ("deny", "licences, bans, sources of crates", deny),
    ("chromium", "tests of the release in Chromium", || browser(Engine::Chromium)),
    ("faults", "our own faults, on purpose, and memory, in Chromium", faults),
    ("firefox", "tests of the release in Firefox", || browser(Engine::Firefox)),
    ("webkit", "tests of the release in WebKitGTK", || browser(Engine::WebKit)),
];

/// One name for the tests in every browser.
const BROWSER: (&str, [&str; 3]) = ("browser", ["chromium", "firefox", "webkit"]);

/// With `CI=true`, the minutes after which these are not begun: such a run is cut off after an hour, and what the steps
/// before have found would be lost with it. The first builds a driver before it starts.
const LATEST: [(&str, u64); 2] = [("firefox", 32), ("webkit", 43)];

/// The tests of the step `faults`.
const FAULTS: [&str; 2] = ["tests/browser/faults.test.js", "tests/browser/memory.test.js"];

/// Runs the named steps, or all.
pub fn test(names: &[String]) -> Outcome {
    let names: Vec<&str> = names.iter().flat_map(|name| meant(name)).collect();
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.0 != **name)) {
        let known = STEPS.map(|step| step.0).join(", ");
        return Err(format!(
            "there is no step “{unknown}”; the steps are: {known}, and {} for {}",
            BROWSER.0,
            BROWSER.1.join(", ")
        ));
    }
    let mut table = Vec::new();
    let begin = Instant::now();
    for (name, what, action) in STEPS {
        if names.is_empty() || names.contains(&name) {
            say(&format!("{name}: {what}"));
            let start = Instant::now();
            let minutes = begin.elapsed().as_secs() / 60;
            let is_late = LATEST.iter().any(|(step, latest)| *step == name && minutes >= *latest);
            let verdict = if is_ci() && is_late { Verdict::TooLate } else { action() };
            table.push((name, verdict, start.elapsed()));
        }
    }
    summary(&table)
}

/// The steps that go by this name.
fn meant(name: &str) -> Vec<&str> {
    if name == BROWSER.0 { BROWSER.1.to_vec() } else { vec![name] }
}

fn summary(table: &[(&str, Verdict, Duration)]) -> Outcome {
    // Where nobody looks at the table, a step that did not run would pass for one that did.
    let strict = is_ci();
    let mut bad = 0_usize;
    println!();
    for (name, verdict, time) in table {
        let (word, reason, fails) = match verdict {
            Verdict::Passed(remark) => ("ok", remark.as_str(), false),
            Verdict::Failed(reason) => ("FAILED", reason.as_str(), true),
            Verdict::Skipped(reason) => ("skipped", reason.as_str(), strict),
            Verdict::TooLate => {
                ("skipped", "the steps before took too long on this machine: run it by its name", false)
            }
        };
        bad += usize::from(fails);
        println!("{name:<11} {word:<8}{:>6.1} s  {reason}", time.as_secs_f32());
    }
    println!();
    match bad {
        0 => Ok(()),
        1 => Err("1 step failed".to_owned()),
        _ => Err(format!("{bad} steps failed")),
    }
}

fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

fn cargo(arguments: &str) -> Verdict {
    run(Command::new("cargo").args(arguments.split(' '))).into()
}

fn web() -> Verdict {
    let chromium = match Engine::Chromium.found() {
        Ok(found) => found,
        Err(reason) => return Verdict::Skipped(reason),
    };
    tools::wasm_bindgen()
        .and_then(|folder| {
            run(Command::new("cargo")
                .args(["test", "--target", "wasm32-unknown-unknown", "--test", "web"])
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", folder.join("wasm-bindgen-test-runner"))
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", "xtask/webdriver.json")
                .envs(chromium))
        })
        .into()
}

fn browser(engine: Engine) -> Verdict {
    let found = match engine.found() {
        Ok(found) => found,
        Err(reason) => return Verdict::Skipped(reason),
    };
    if !Path::new("dist/claim-panel.js").is_file() {
        return Verdict::Failed("dist/ is missing: cargo xtask dist makes it".to_owned());
    }
    match in_engine(engine, found) {
        Ok(again) if again.is_empty() => Verdict::Passed(String::new()),
        Ok(again) => Verdict::Passed(format!("at the second attempt: {}", again.join(", "))),
        Err(reason) => Verdict::Failed(reason),
    }
}

/// Runs the browser tests in one engine; returns what was tried twice. Under Xvfb the process in which WebKitGTK has its
/// pages ends by itself now and then (`xtask/README.md`), and takes a file of tests with it.
fn in_engine(engine: Engine, found: Variables) -> Outcome<Vec<String>> {
    // A test has the command line write pages, and would wait for it to be built.
    run(Command::new("cargo").args(["build", "--quiet"]))?;
    let (tools, ready) = (Tools::ready()?, engine.ready(found)?);
    dist::yew_host(&tools)?;
    let all = browser_tests()?;
    let test =
        |files: &[PathBuf]| run(tools.node(&ready).args(["--test", AT_ONCE, "--test-timeout=600000"]).args(files));
    if !matches!(engine, Engine::WebKit) {
        return test(&all).map(|()| Vec::new());
    }
    let mut again = Vec::new();
    for file in &all {
        if test(std::slice::from_ref(file)).is_err() {
            again.push(file.clone());
        }
    }
    for file in &again {
        say(&format!("{} failed and is tried once more", file.display()));
        test(std::slice::from_ref(file)).map_err(|_| format!("{} failed twice", file.display()))?;
    }
    Ok(again.iter().map(|file| file.display().to_string()).collect())
}

fn faults() -> Verdict {
    let found = match Engine::Chromium.found() {
        Ok(found) => found,
        Err(reason) => return Verdict::Skipped(reason),
    };
    let run_them = || {
        let tools = Tools::ready()?;
        dist::faults(&tools)?;
        run(tools.node(&found).args(["--test", AT_ONCE, "--test-timeout=600000"]).args(FAULTS))
    };
    run_them().into()
}

/// So many browsers work at a time: with two, a small machine lets some of them wait too long.
const AT_ONCE: &str = "--test-concurrency=1";

fn browser_tests() -> Outcome<Vec<PathBuf>> {
    let folder = std::fs::read_dir("tests/browser").map_err(|error| format!("tests/browser: {error}"))?;
    let mut files: Vec<PathBuf> = folder
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.to_string_lossy().ends_with(".test.js") && !FAULTS.iter().any(|other| path.ends_with(other))
        })
        .collect();
    files.sort();
    if files.is_empty() { Err("tests/browser holds no test".to_owned()) } else { Ok(files) }
}

fn deny() -> Verdict {
    tools::deny()
        .and_then(|folder| run(Command::new(folder.join("cargo-deny")).args(["check", "licenses", "bans", "sources"])))
        .into()
}

impl From<Outcome> for Verdict {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Ok(()) => Self::Passed(String::new()),
            Err(reason) => Self::Failed(reason),
        }
    }
}
