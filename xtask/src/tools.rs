//! The tools that a build needs, at the versions it needs, in a place outside the repository:
//! `$CLAIM_PANEL_TOOLS`, or else `claim-panel` in the user's cache folder. Each version has a folder
//! of its own, so that branches with different pins do not fight over one place.

use crate::engines::Variables;
use crate::run::{Outcome, find, first_line, run, say};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const WEB: &str = "wasm32-unknown-unknown";

/// The oldest nodes that every npm package in `package.json` supports; between them lie some that not every one does.
const NODE: [u32; 2] = [20, 19];
const NEXT_NODE: [u32; 2] = [22, 12];

/// A program that cargo builds from its sources.
struct Tool {
    package: &'static str,
    program: &'static str,
    /// On two processors; said before the wait begins.
    minutes: &'static str,
    options: &'static [&'static str],
}

/// Built without `--locked`: its lock file names a version that the registry no longer has.
const WASM_BINDGEN: Tool =
    Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", minutes: "2 to 3 minutes", options: &[] };

/// Built without TLS and update check: it must never download anything, and is ready sooner.
const TRUNK: (Tool, &str) = (
    Tool {
        package: "trunk",
        program: "trunk",
        minutes: "about 6 minutes",
        options: &["--locked", "--no-default-features"],
    },
    "0.21.14",
);

const DENY: (Tool, &str) =
    (Tool { package: "cargo-deny", program: "cargo-deny", minutes: "2 minutes", options: &["--locked"] }, "0.20.2");

/// Debian has Firefox without its driver.
const GECKODRIVER: (Tool, &str) =
    (Tool { package: "geckodriver", program: "geckodriver", minutes: "4 minutes", options: &["--locked"] }, "0.37.1");

/// Tools that are ready for use, and how to call them.
pub struct Tools {
    path: OsString,
    wasm_bindgen: PathBuf,
    node_modules: PathBuf,
}

impl Tools {
    /// Installs what is missing for a build and for the tests in a browser.
    pub fn ready() -> Outcome<Self> {
        web_target()?;
        node()?;
        let wasm_bindgen = wasm_bindgen()?;
        let trunk = TRUNK.0.ready(TRUNK.1)?;
        let node_modules = npm_packages()?;
        let folders = [PathBuf::from("xtask/bin"), trunk, node_modules.join(".bin")];
        let before = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(
            folders.iter().filter_map(|folder| std::path::absolute(folder).ok()).chain(std::env::split_paths(&before)),
        )
        .map_err(|error| format!("the search path cannot be set: {error}"))?;
        Ok(Self { path, wasm_bindgen: wasm_bindgen.join("wasm-bindgen"), node_modules })
    }

    /// A command that finds the pinned tools first. What it is told by its environment is listed in
    /// `xtask/README.md`.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("PATH", &self.path)
            .env("CLAIM_PANEL_NODE_MODULES", &self.node_modules)
            .env("CLAIM_PANEL_WASM_BINDGEN", &self.wasm_bindgen)
            .env("CLAIM_PANEL_VERSION", env!("CARGO_PKG_VERSION"));
        command
    }

    /// Node, which is told where a browser and its driver are.
    pub fn node(&self, engine: &Variables) -> Command {
        let mut command = self.command("node");
        command.envs(engine.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// The folder of `wasm-bindgen` and its test runner, of the very version that the library uses.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    web_target()?;
    WASM_BINDGEN.ready(&locked_version("wasm-bindgen")?)
}

/// The folder of `cargo-deny`.
pub fn deny() -> Outcome<PathBuf> {
    DENY.0.ready(DENY.1)
}

/// The driver of Firefox.
pub fn geckodriver() -> Outcome<PathBuf> {
    Ok(GECKODRIVER.0.ready(GECKODRIVER.1)?.join("geckodriver"))
}

/// What somebody has said in the environment.
pub fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

impl Tool {
    /// The folder in which this tool stands at this version; builds it if need be.
    fn ready(&self, version: &str) -> Outcome<PathBuf> {
        let Self { package, program, minutes, options } = self;
        let place = place()?.join(format!("{package}-{version}"));
        let bin = place.join("bin");
        let is_there = || {
            first_line(bin.join(program), "--version").is_some_and(|line| line.split(' ').any(|word| word == version))
        };
        if is_there() {
            return Ok(bin);
        }
        say(&format!("building {package} {version}, once ({minutes} on two processors)"));
        // These tools run for seconds and are built once, so what counts is how soon they are ready.
        run(Command::new("cargo")
            .args(["install", package, "--force", "--version", &format!("={version}"), "--root"])
            .arg(&place)
            .args(*options)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"))?;
        if is_there() { Ok(bin) } else { Err(format!("{package} was built but is not {version}")) }
    }
}

fn place() -> Outcome<PathBuf> {
    let place = variable("CLAIM_PANEL_TOOLS")
        .or_else(|| variable("XDG_CACHE_HOME").map(|cache| cache.join("claim-panel")))
        .or_else(|| variable("HOME").map(|home| home.join(".cache/claim-panel")))
        .ok_or("no place for the tools: set CLAIM_PANEL_TOOLS or HOME")?;
    std::path::absolute(&place).map_err(|error| format!("{}: {error}", place.display()))
}

/// The lock file decides, so that the tool and the library can never differ.
fn locked_version(package: &str) -> Outcome<String> {
    let lock = read(Path::new("Cargo.lock"))?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    lock.split_once(&entry)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .ok_or_else(|| format!("Cargo.lock names no {package}"))
}

/// Has rustup install the target for WebAssembly, where it is not there.
pub fn web_target() -> Outcome {
    let sysroot = first_line("rustc", "--print=sysroot").ok_or("rustc is missing (see rustup.rs)")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WEB).is_dir() {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        return Err(format!("the target {WEB} is missing and so is rustup, which installs it (see rustup.rs)"));
    }
    say(&format!("installing the target {WEB} (1 minute)"));
    run(Command::new("rustup").args(["target", "add", WEB]))
}

fn node() -> Outcome {
    let [major, minor] = NODE;
    let [next_major, next_minor] = NEXT_NODE;
    let oldest = format!("{major}.{minor}, or {next_major}.{next_minor}");
    let version = first_line("node", "--version")
        .ok_or_else(|| format!("node is missing: {oldest} or newer (Debian: apt-get install nodejs)"))?;
    let found: Vec<u32> = version.trim_start_matches('v').split('.').map_while(|word| word.parse().ok()).collect();
    if !(found >= NODE.to_vec() && found < vec![major + 1] || found >= NEXT_NODE.to_vec()) {
        return Err(format!("node is {version}, expected {oldest} or newer"));
    }
    Ok(())
}

/// `node_modules` with exactly what the lock file says, under a name made from that file.
fn npm_packages() -> Outcome<PathBuf> {
    let (manifest, lock) = (Path::new("xtask/package.json"), Path::new("xtask/package-lock.json"));
    let name = fingerprint(&(read(manifest)? + &read(lock)?));
    let place = place()?.join(format!("npm-{name}"));
    let packages = place.join("node_modules");
    if packages.is_dir() {
        return Ok(packages);
    }
    if find(&["npm"]).is_none() {
        return Err("npm is missing (Debian: apt-get install npm)".to_owned());
    }
    say("installing the npm packages for the bundler, wasm-opt and the browser tests (1 minute)");
    // Installed beside its final name, and renamed when whole: an interrupted install is not used.
    let part = place.with_extension("part");
    let told = |error| format!("{}: {error}", part.display());
    if part.exists() {
        fs::remove_dir_all(&part).map_err(told)?;
    }
    fs::create_dir_all(&part).map_err(told)?;
    for file in [manifest, lock] {
        fs::copy(file, part.join(file.file_name().unwrap_or_default())).map_err(told)?;
    }
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&part))?;
    fs::rename(&part, &place).map_err(told)?;
    Ok(packages)
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// FNV-1a: enough to tell lock files apart, and the same on every machine.
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", hash >> 32)
}
