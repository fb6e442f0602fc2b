//! `cargo xtask dist`: the files of a release, in `dist/`.

use crate::run::{Outcome, run, say};
use crate::tools::Tools;
use std::path::Path;
use std::process::Command;

/// Builds, then weighs.
pub fn dist() -> Outcome {
    build(&Tools::ready()?)?;
    size()
}

/// The release build. Trunk compiles and runs wasm-bindgen and wasm-opt; its last step is
/// `xtask/bundle.mjs`, which makes the one module.
pub fn build(tools: &Tools) -> Outcome {
    fetch()?;
    // Trunk leaves the old files where a build fails, and they would be taken for new ones.
    if Path::new("dist").exists() {
        std::fs::remove_dir_all("dist").map_err(|error| format!("dist: {error}"))?;
    }
    say("building the release into dist/ (1 to 3 minutes the first time)");
    run(tools.command("trunk").args(["build", "--release"]))
}

/// Trunk is told to stay offline, lest it download tools of its own; so crates have to be here before.
pub fn fetch() -> Outcome {
    run(Command::new("cargo").args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]))
}

/// Prints what each file weighs and fails above the budget.
pub fn size() -> Outcome {
    run(Command::new("node").arg("xtask/sizes.mjs"))
}
