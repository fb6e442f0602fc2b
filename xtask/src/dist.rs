//! `cargo xtask dist`: the files of a release, in `dist/`.

use crate::run::{Outcome, run, say};
use crate::stage;
use crate::tools::Tools;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds, then weighs.
pub fn dist() -> Outcome {
    build(&Tools::ready()?)?;
    size()
}

/// The release build, against the trimmed Yew. Trunk compiles and runs wasm-bindgen; its last step is
/// `xtask/bundle.mjs`, which makes the one module.
pub fn build(tools: &Tools) -> Outcome {
    fetch()?;
    // Trunk leaves the old files where a build fails, and they would be taken for new ones.
    if Path::new("dist").exists() {
        std::fs::remove_dir_all("dist").map_err(|error| format!("dist: {error}"))?;
    }
    say("building the release into dist/ (1 to 3 minutes the first time)");
    run(trunk(tools, "dist")?.arg("--release"))
}

/// A build with the feature `faults`, for the tests of what a mistake of ours does to a page. In the dev profile: it
/// is built sooner, and nobody downloads it.
pub fn faults(tools: &Tools) -> Outcome {
    fetch()?;
    say("building the faults on purpose into target/faults/ (1 minute the first time)");
    run(trunk(tools, "target/faults")?.args(["--features", "faults"]))
}

/// Trunk, about to build the package with the trimmed Yew into this folder.
fn trunk(tools: &Tools, dist: &str) -> Outcome<Command> {
    let dist = std::path::absolute(dist).map_err(|error| format!("{dist}: {error}"))?;
    let mut trunk = tools.command("trunk");
    trunk.current_dir(stage::ready()?);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths());
    trunk.arg("build").arg("--dist").arg(dist);
    Ok(trunk)
}

/// A page that is itself a Yew program, for the tests of panels in it, in `target/yew-host/`.
pub fn yew_host(tools: &Tools) -> Outcome {
    const BUILT: &str = "target/wasm32-unknown-unknown/debug/examples/yew-host.wasm";
    run(Command::new("cargo").args([
        "build",
        "--quiet",
        "--example",
        "yew-host",
        "--target",
        "wasm32-unknown-unknown",
    ]))?;
    run(tools.command("wasm-bindgen").args(["--target", "web", "--out-dir", "target/yew-host", BUILT]))
}

/// Panics name the files in which they happen. Without the folders of whoever builds, everybody who
/// builds a release gets the same bytes, and readers download no paths of another's machine.
fn without_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let folders = sources.into_iter().flatten().flatten().map(|entry| entry.path());
    // Flags are told apart by blanks; a folder with one in its name stays as it is.
    let folders = folders.filter(|folder| !folder.to_string_lossy().contains(char::is_whitespace));
    folders
        .map(|folder| format!("--remap-path-prefix={}/= ", folder.display()))
        .collect::<String>()
        .trim_end()
        .to_owned()
}

/// Trunk is told to stay offline, lest it download tools of its own; so crates have to be here before.
pub fn fetch() -> Outcome {
    run(Command::new("cargo").args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]))
}

/// Prints what each file weighs and fails above the budget.
pub fn size() -> Outcome {
    run(Command::new("node").arg("xtask/sizes.mjs"))
}
