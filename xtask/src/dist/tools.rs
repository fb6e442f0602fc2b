//! The command line as WebAssembly, in the folder `tools` of the npm package.
//!
//! It is built from another package than what readers download, after it and into a folder of its own, so that nothing of
//! it can be in their files. It uses the Yew of the registry, since the trimmed one cannot write static HTML.

use super::without_paths;
use crate::release::archive::{Files, files};
use crate::release::notices;
use crate::run::{Outcome, run, say};
use crate::tools::{Tools, WEB};
use std::path::Path;
use std::process::Command;

const PACKAGE: &str = "claim-panel-tools";
const PROFILE: &str = "tools";
const PLACE: &str = "dist/npm/tools";
const WASM: &str = "dist/npm/tools/claim-panel-tools_bg.wasm";

/// Builds the WebAssembly and its glue beside the scripts that `xtask/package.mjs` has copied.
pub fn build(tools: &Tools) -> Outcome {
    say("building the command line for npm (1 to 3 minutes the first time)");
    let before = others()?;
    run(Command::new("cargo")
        .args(["build", "--quiet", "--package", PACKAGE, "--target", WEB, "--profile", PROFILE])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths()))?;
    let built = Path::new("target").join(WEB).join(PROFILE).join(PACKAGE.replace('-', "_")).with_extension("wasm");
    run(tools
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--remove-name-section", "--remove-producers-section"])
        .args(["--out-name", PACKAGE, "--out-dir", PLACE])
        .arg(built))?;
    if others()? != before {
        return Err(format!("{PACKAGE} changed files that readers download"));
    }
    let size = std::fs::metadata(WASM).map_err(|error| format!("{WASM}: {error}"))?.len();
    say(&format!("{WASM}: {size} bytes, which no reader downloads"));
    notices::write(Path::new("."), PACKAGE, Path::new(PLACE))
}

/// All files of the release but those of the command line.
fn others() -> Outcome<Files> {
    let mut files = files(Path::new("dist"))?;
    files.retain(|name, _| !name.starts_with("npm/tools/"));
    Ok(files)
}
