//! The steps of `cargo xtask test`, in the order in which they run.

use super::verdict::Verdict;
use crate::dist;
use crate::engines::Engine;
use crate::javascript;
use crate::release;
use crate::run::{Outcome, run};
use crate::tools::{self, Tool, Tools};
use std::process::Command;

/// A step: its name, its announcement, the tools that it needs, and its action.
pub struct Step {
    pub name: &'static str,
    pub what: &'static str,
    pub tools: &'static [Tool],
    pub action: Action,
}

pub enum Action {
    Run(fn() -> Verdict),
    /// Tests in other programs: the folders of `tests/integrations`.
    Integrations,
    /// Tests in this browser, which run in parallel with those of other browsers.
    Browser(Engine),
    /// The same, with a build that contains deliberate faults.
    Faults(Engine),
}

use Action::{Browser, Faults, Integrations, Run};

pub const STEPS: [Step; 18] = [
    step("format", "formatting", &[], Run(|| cargo("fmt --all --check"))),
    step(
        "javascript",
        "format and lint of JavaScript and CSS",
        &[Tool::NpmPackages],
        Run(|| javascript::check().into()),
    ),
    step("types", "types of JavaScript", &[Tool::NpmPackages], Run(|| javascript::types().into())),
    step("clippy", "clippy, native", &[], Run(|| cargo("clippy --workspace --all-targets -- -D warnings"))),
    step("clippy-fuzz", "clippy, fuzz targets", &[], Run(|| cargo(FUZZ))),
    step("clippy-web", "clippy, WebAssembly", &[], Run(clippy_web)),
    step("native", "native tests", &[], Run(|| cargo("test --workspace"))),
    step("reader", "native tests of the reader's build", &[], Run(|| cargo(READER))),
    step("web", "WebAssembly tests in Chromium", &[Tool::WasmBindgen], Run(web)),
    step(
        "dist",
        "the release build",
        &Tool::BUILD,
        Run(|| Tools::ready().and_then(|tools| dist::build(&tools)).into()),
    ),
    step("size", "the size budget", &[], Run(|| dist::size().into())),
    step(
        REPRODUCIBLE,
        "the release, built again in another folder",
        &Tool::BUILD,
        Run(|| release::reproducible().into()),
    ),
    step(INTEGRATIONS, "the panel in other programs, in Chromium", &Tool::BUILD, Integrations),
    step("deny", "licences, bans, sources of crates", &[Tool::CargoDeny], Run(deny)),
    step("chromium", "tests of the release in Chromium", &Tool::BUILD, Browser(Engine::Chromium)),
    step("faults", "faults on purpose, and memory, in Chromium", &Tool::BUILD, Faults(Engine::Chromium)),
    step(
        "firefox",
        "tests of the release in Firefox",
        &[Tool::NpmPackages, Tool::Trunk, Tool::WasmBindgen, Tool::Geckodriver],
        Browser(Engine::Firefox),
    ),
    step("webkit", "tests of the release in WebKitGTK", &Tool::BUILD, Browser(Engine::WebKit)),
];

/// The crates of the reader's build, without features, as readers download them.
const READER: &str = "test --package claim-panel-story --package claim-panel --no-default-features";

const CLIPPY_WEB: &str =
    "clippy --lib --bins --test web --example yew-host --target wasm32-unknown-unknown -- -D warnings";

/// Apart from the others, since one build cannot be the reader's and have static HTML.
const CLIPPY_TOOLS: &str = "clippy --package claim-panel-tools --target wasm32-unknown-unknown -- -D warnings";

/// Without libFuzzer itself, which needs a C++ compiler.
const FUZZ: &str =
    "clippy --manifest-path fuzz/Cargo.toml --target-dir target/fuzz --no-default-features -- -D warnings";

/// Takes as long as a first build.
pub const REPRODUCIBLE: &str = "reproducible";

/// Needs npm packages of more than a gigabyte.
pub const INTEGRATIONS: &str = "integrations";

/// These steps run only by name or with everything else.
pub const BY_NAME: [&str; 2] = [REPRODUCIBLE, INTEGRATIONS];

/// A single name for the tests in every browser.
pub const BROWSER: &str = "browser";
pub const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

/// All steps, with every file in every browser and nothing skipped, as a release requires.
pub const EVERYTHING: &str = "everything";

const fn step(name: &'static str, what: &'static str, tools: &'static [Tool], action: Action) -> Step {
    Step { name, what, tools, action }
}

fn cargo(arguments: &str) -> Verdict {
    run(Command::new("cargo").args(arguments.split(' '))).into()
}

fn clippy_web() -> Verdict {
    match tools::web_target() {
        Ok(()) => [CLIPPY_WEB, CLIPPY_TOOLS]
            .iter()
            .try_for_each(|arguments| run(Command::new("cargo").args(arguments.split(' '))))
            .into(),
        Err(reason) => Verdict::Failed(reason),
    }
}

fn web() -> Verdict {
    let chromium = match Engine::Chromium.found() {
        Ok(found) => found,
        Err(reason) => return Verdict::Skipped(reason),
    };
    let test = |runner| {
        run(Command::new("cargo")
            .args(["test", "--target", tools::WEB, "--test", "web"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", "xtask/webdriver.json")
            .envs(chromium))
    };
    tools::wasm_bindgen().and_then(|folder| test(folder.join("wasm-bindgen-test-runner"))).into()
}

fn deny() -> Verdict {
    let check = |deny| -> Outcome { run(Command::new(deny).args(["check", "licenses", "bans", "sources"])) };
    tools::deny().and_then(|folder| check(folder.join("cargo-deny"))).into()
}
