//! `cargo xtask size`: the size of the WebAssembly with other settings, after each step of `wasm-opt`, and by module,
//! for the tables in `docs/size.md`.

use crate::dist::fetch;
use crate::run::{Outcome, run, say};
use crate::stage;
use crate::tools::Tools;
use std::fs;
use std::path::Path;
use std::process::Command;

const PLACE: &str = "target/size";
const BUILT: &str = "target/size-build";

/// The name of each variant, and the setting of the profile `web` in which it differs from a release.
const OTHERWISE: [(&str, &str); 5] = [
    ("opt-level-3", "opt-level = 3"),
    ("opt-level-s", "opt-level = \"s\""),
    ("dependencies-s", "package.\"*\".opt-level = \"s\""),
    ("thin-lto", "lto = \"thin\""),
    ("codegen-units-16", "codegen-units = 16"),
];

/// Builds the package as released, with the stock Yew, and with each of the other settings.
pub fn size() -> Outcome {
    let tools = Tools::ready()?;
    fetch()?;
    let told = |error| format!("{PLACE}: {error}");
    if Path::new(PLACE).exists() {
        fs::remove_dir_all(PLACE).map_err(told)?;
    }
    fs::create_dir_all(PLACE).map_err(told)?;
    let trimmed = stage::ready()?;
    let released = built(&tools, "released", &trimmed, None)?;
    run(tools.command("node").args(["xtask/smaller.mjs", "steps", &released, PLACE]))?;
    let plain = built(&tools, "plain-yew", Path::new("."), None)?;
    smallest(&tools, &plain)?;
    for (name, setting) in OTHERWISE {
        let other = built(&tools, name, &trimmed, Some(setting))?;
        smallest(&tools, &other)?;
    }
    run(Command::new("node").args(["xtask/sizes.mjs", PLACE]))?;
    run(Command::new("node").args(["xtask/functions.mjs", &format!("{BUILT}/released.wasm")]))
}

/// Builds the package in a folder, and returns the WebAssembly after wasm-bindgen has generated the glue.
fn built(tools: &Tools, name: &str, folder: &Path, setting: Option<&str>) -> Outcome<String> {
    say(&format!("building “{name}” (1 minute)"));
    let target = std::path::absolute(BUILT).map_err(|error| format!("{BUILT}: {error}"))?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--lib", "--profile=web", "--target=wasm32-unknown-unknown", "--target-dir"]);
    cargo.arg(target).current_dir(folder);
    if let Some(setting) = setting {
        cargo.arg("--config").arg(format!("profile.web.{setting}"));
    }
    run(&mut cargo)?;
    let wasm = format!("{BUILT}/wasm32-unknown-unknown/web/claim_panel.wasm");
    let out = format!("{BUILT}/{name}");
    run(tools.command("wasm-bindgen").args(["--target", "web", "--no-typescript", "--out-dir", &out, &wasm]))?;
    let kept = format!("{BUILT}/{name}.wasm");
    fs::copy(format!("{out}/claim_panel_bg.wasm"), &kept).map_err(|error| format!("{kept}: {error}"))?;
    Ok(kept)
}

fn smallest(tools: &Tools, wasm: &str) -> Outcome {
    run(tools.command("node").args(["xtask/smaller.mjs", "smallest", wasm, PLACE]))
}
