//! `cargo xtask dist`: the files of a release, in `dist/`.

mod tools;

use crate::release::notices;
use crate::run::{Outcome, first_line, run, say};
use crate::stage;
use crate::tools::Tools;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds the release and prints its sizes.
pub fn dist() -> Outcome {
    build(&Tools::ready()?)?;
    size()
}

/// Builds the release against the trimmed Yew. Trunk compiles, and runs wasm-bindgen. Its last step,
/// `xtask/bundle.mjs`, produces the single module.
pub fn build(tools: &Tools) -> Outcome {
    fetch()?;
    // If a build fails, Trunk leaves the old files, which would pass for new ones.
    if Path::new("dist").exists() {
        std::fs::remove_dir_all("dist").map_err(|error| format!("dist: {error}"))?;
    }
    say("building the release into dist/ (1 to 3 minutes the first time)");
    run(trunk(tools, "dist")?.arg("--release"))?;
    notices::write(&stage::ready()?, "claim-panel", Path::new("dist/npm"))?;
    tools::build(tools)
}

/// Builds with the feature `faults`, for the tests of how our own bugs affect a page. It uses the dev profile, which
/// builds faster, since nobody downloads the result.
pub fn faults(tools: &Tools) -> Outcome {
    fetch()?;
    say("building with deliberate faults into target/faults/ (1 minute the first time)");
    run(trunk(tools, "target/faults")?.args(["--features", "faults"]))
}

/// The Trunk command that builds the package with the trimmed Yew into this folder.
fn trunk(tools: &Tools, dist: &str) -> Outcome<Command> {
    let dist = std::path::absolute(dist).map_err(|error| format!("{dist}: {error}"))?;
    let mut trunk = tools.command("trunk");
    trunk.current_dir(stage::ready()?);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths());
    trunk.arg("build").arg("--dist").arg(dist);
    Ok(trunk)
}

/// Builds a page that is itself a Yew program into `target/yew-host/`, for the tests of panels in such a page.
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

/// Panic messages contain file paths. Removing the build machine's folders from them makes releases reproducible, and
/// readers download no paths of another machine.
fn without_paths() -> String {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let folders = sources.into_iter().flatten().flatten().map(|entry| entry.path());
    // Flags are separated by spaces, so a folder with whitespace in its path is not remapped.
    let folders = folders.map(|folder| (format!("{}/", folder.display()), String::new())).chain(library());
    let folders = folders.filter(|(folder, _)| !folder.contains(char::is_whitespace));
    let flags: Vec<String> = folders.map(|(folder, name)| format!("--remap-path-prefix={folder}={name}")).collect();
    flags.join(" ")
}

/// The folder of the standard library's sources, and the name that rustc gives it where the component `rust-src` is not
/// installed.
fn library() -> Option<(String, String)> {
    let sysroot = first_line("rustc", "--print=sysroot")?;
    let output = Command::new("rustc").arg("-vV").output().ok()?;
    let version = String::from_utf8(output.stdout).ok()?;
    let hash = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((format!("{sysroot}/lib/rustlib/src/rust"), format!("/rustc/{hash}")))
}

/// Trunk runs offline, so that it downloads no tools of its own. The crates must therefore be fetched before.
pub fn fetch() -> Outcome {
    run(Command::new("cargo").args(["fetch", "--quiet", "--target", "wasm32-unknown-unknown"]))
}

/// Prints the size of each file, and fails if the budget is exceeded.
pub fn size() -> Outcome {
    run(Command::new("node").arg("xtask/sizes.mjs"))
}
