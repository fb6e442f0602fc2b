//! `cargo xtask size`: what each build setting gives, for the table in `docs/size.md`.

use crate::dist::fetch;
use crate::run::{Outcome, run, say};
use crate::stage;
use crate::tools::Tools;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const PLACE: &str = "target/size";
const BUILT: &str = "target/size-build";

/// Settings in the order in which they are added to cargo's release profile.
const SETTINGS: [(&str, &str); 6] = [
    ("01-release", "opt-level = 3"),
    ("02-opt-level-z", "opt-level = \"z\""),
    ("03-fat-lto", "lto = \"fat\""),
    ("04-one-codegen-unit", "codegen-units = 1"),
    ("05-panic-abort", "panic = \"abort\""),
    ("06-dependencies-s", "package.\"*\".opt-level = \"s\""),
];

/// A function copied into its only caller saves a call, but one large body compresses worse than two small ones.
const APART: &str = "--one-caller-inline-max-function-size=0";

/// The last of these against the trimmed Yew.
const TRIMMED: &str = "07-trimmed-yew";

/// What `wasm-opt` makes of that; `bundle.mjs` asks for the last but one, and `shorten.mjs` for the last. The order
/// in which `order.mjs` then puts the functions is not among these.
const WASM_OPT: [(&str, &[&[&str]]); 4] = [
    ("08-wasm-opt-z", &[]),
    ("09-no-one-caller-inlining", &[&[APART]]),
    ("10-flattened-twice", &[FLATTENED]),
    ("11-short-names", &[FLATTENED, &["--minify-imports-and-exports-and-modules"]]),
];

/// The control flow is taken apart and put together anew, twice, and each time made small.
const FLATTENED: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    APART,
    "--always-inline-max-function-size=6",
];

/// Builds the library once for each setting, with all those before it, and weighs the WebAssembly.
pub fn size() -> Outcome {
    let tools = Tools::ready()?;
    fetch()?;
    let told = |error| format!("{PLACE}: {error}");
    if Path::new(PLACE).exists() {
        fs::remove_dir_all(PLACE).map_err(told)?;
    }
    fs::create_dir_all(PLACE).map_err(told)?;
    for (index, (name, _)) in SETTINGS.iter().enumerate() {
        built(&tools, name, Path::new("."), index + 1)?;
    }
    let trimmed = built(&tools, TRIMMED, &stage::ready()?, SETTINGS.len())?;
    for (name, more) in WASM_OPT {
        say(&format!("running wasm-opt for {name}"));
        let out = format!("{PLACE}/{name}.wasm");
        let mut command = tools.command("wasm-opt");
        command.arg(&trimmed).args(["-o", &out, "-Oz"]).args(more.concat());
        // The last one prints every name that it shortens.
        run(command.stdout(Stdio::null()))?;
    }
    run(Command::new("node").args(["xtask/sizes.mjs", PLACE]))
}

/// Builds the package in a folder with so many of the settings, and returns the WebAssembly with its glue made.
fn built(tools: &Tools, name: &str, folder: &Path, settings: usize) -> Outcome<String> {
    say(&format!("building {name} (1 minute)"));
    let target = std::path::absolute(BUILT).map_err(|error| format!("{BUILT}: {error}"))?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--lib", "--release", "--target", "wasm32-unknown-unknown", "--target-dir"]);
    cargo.arg(target).current_dir(folder);
    for (_, setting) in SETTINGS.iter().take(settings) {
        cargo.arg("--config").arg(format!("profile.release.{setting}"));
    }
    run(&mut cargo)?;
    let wasm = format!("{BUILT}/wasm32-unknown-unknown/release/claim_panel.wasm");
    let out = format!("{BUILT}/{name}");
    run(tools.command("wasm-bindgen").args(["--target", "web", "--no-typescript", "--out-dir", &out, &wasm]))?;
    let kept = format!("{PLACE}/{name}.wasm");
    fs::copy(format!("{out}/claim_panel_bg.wasm"), &kept).map_err(|error| format!("{kept}: {error}"))?;
    Ok(kept)
}
