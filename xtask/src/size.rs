//! `cargo xtask size`: what each build setting gives, for the table in `docs/size.md`.

use crate::dist::fetch;
use crate::run::{Outcome, run, say};
use crate::tools::Tools;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const PLACE: &str = "target/size";

/// Settings in the order in which they are added to cargo's release profile.
const SETTINGS: [(&str, &str, &str); 5] = [
    ("01-release", "OPT_LEVEL", "3"),
    ("02-opt-level-z", "OPT_LEVEL", "z"),
    ("03-fat-lto", "LTO", "fat"),
    ("04-one-codegen-unit", "CODEGEN_UNITS", "1"),
    ("05-panic-abort", "PANIC", "abort"),
];

/// A function copied into its only caller saves a call, but one large body compresses worse than two small ones.
const APART: &str = "--one-caller-inline-max-function-size=0";

/// Functions in the order of their names stand beside their like, and compress better.
const BY_NAME: &str = "--reorder-functions-by-name";

/// What `wasm-opt` makes of the last of these; the last but one is what `index.html` asks Trunk for, and
/// the last what `shorten.mjs` adds to it.
const WASM_OPT: [(&str, &[&[&str]]); 5] = [
    ("06-wasm-opt-z", &[]),
    ("07-no-one-caller-inlining", &[&[APART]]),
    ("08-flattened-twice", &[FLATTENED]),
    ("09-by-name", &[FLATTENED, &[BY_NAME]]),
    ("10-short-names", &[FLATTENED, &[BY_NAME, "--minify-imports-and-exports-and-modules"]]),
];

/// The control flow is taken apart and put together anew, and then made small twice.
const FLATTENED: &[&str] = &["--flatten", "--rereloop", "-Oz", "-Oz", APART, "--always-inline-max-function-size=6"];

/// Builds the library once for each setting, with all those before it, and weighs the WebAssembly.
pub fn size() -> Outcome {
    let tools = Tools::ready()?;
    fetch()?;
    let told = |error| format!("{PLACE}: {error}");
    if Path::new(PLACE).exists() {
        fs::remove_dir_all(PLACE).map_err(told)?;
    }
    fs::create_dir_all(PLACE).map_err(told)?;
    let mut last = String::new();
    for (index, (name, ..)) in SETTINGS.iter().enumerate() {
        say(&format!("building {name} (1 minute)"));
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--quiet", "--lib", "--release", "--target-dir", "target/size-build"]);
        cargo.args(["--target", "wasm32-unknown-unknown"]);
        for (_, setting, value) in SETTINGS.iter().take(index + 1) {
            cargo.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        run(&mut cargo)?;
        let built = "target/size-build/wasm32-unknown-unknown/release/claim_panel.wasm";
        let out = format!("target/size-build/{name}");
        run(tools.command("wasm-bindgen").args(["--target", "web", "--no-typescript"]).args([
            "--out-dir",
            &out,
            built,
        ]))?;
        last = format!("{PLACE}/{name}.wasm");
        fs::copy(format!("{out}/claim_panel_bg.wasm"), &last).map_err(told)?;
    }
    for (name, more) in WASM_OPT {
        say(&format!("running wasm-opt for {name}"));
        let out = format!("{PLACE}/{name}.wasm");
        let mut command = tools.command("wasm-opt");
        command.arg(&last).args(["-o", &out, "-Oz"]).args(more.concat());
        // The last one prints every name that it shortens.
        run(command.stdout(Stdio::null()))?;
    }
    run(Command::new("node").args(["xtask/sizes.mjs", PLACE]))
}
