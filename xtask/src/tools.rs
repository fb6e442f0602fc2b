//! The build tools at their pinned versions, installed outside the repository: in `$CLAIM_PANEL_TOOLS`, or in
//! `claim-panel` in the user's cache folder. Each version has its own folder, so that branches with different pins do
//! not overwrite each other's tools.

mod packages;
mod program;
mod toolchain;

use crate::engines::Variables;
use crate::jobs::{Job, Log, side_by_side};
use crate::run::{Outcome, say};
use packages::Packages;
use program::{DENY, GECKODRIVER, Program, TRUNK, WASM_BINDGEN};
use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::available_parallelism;
pub use toolchain::{WEB, web_target};

/// The tools, in the order in which their installation starts: the longest first, except for the npm packages, which
/// mostly wait for the network.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    NpmPackages,
    Trunk,
    Geckodriver,
    WasmBindgen,
    CargoDeny,
}

impl Tool {
    /// The tools that every build needs.
    pub const BUILD: [Self; 3] = [Self::NpmPackages, Self::Trunk, Self::WasmBindgen];

    const ALL: [Self; 5] = [Self::NpmPackages, Self::Trunk, Self::Geckodriver, Self::WasmBindgen, Self::CargoDeny];

    fn program(self) -> Option<&'static Program> {
        match self {
            Self::NpmPackages => None,
            Self::Trunk => Some(&TRUNK),
            Self::Geckodriver => Some(&GECKODRIVER),
            Self::WasmBindgen => Some(&WASM_BINDGEN),
            Self::CargoDeny => Some(&DENY),
        }
    }

    fn is_ready(self, place: &Path) -> Outcome<bool> {
        self.program().map_or_else(|| Packages::tools().is_ready(place), |program| program.is_ready(place))
    }

    fn name(self) -> Outcome<String> {
        self.program().map_or_else(|| Ok(Packages::tools().name), Program::name)
    }
}

/// Installs the missing tools in parallel. If any are missing, the jobs of `meanwhile` run beside them.
pub fn install(wanted: &[Tool], meanwhile: impl FnOnce() -> Vec<Job<'static>>) -> Outcome {
    if wanted.iter().any(|tool| matches!(tool, Tool::Trunk | Tool::WasmBindgen)) {
        web_target()?;
    }
    if wanted.contains(&Tool::NpmPackages) {
        toolchain::node()?;
    }
    let place = place()?;
    if missing(&place, wanted)?.is_empty() {
        return Ok(());
    }
    let _lock = locked(&place)?;
    // Another `cargo xtask` may have installed them in the meantime.
    let missing = missing(&place, wanted)?;
    if missing.is_empty() {
        return Ok(());
    }
    let mut jobs = Vec::new();
    for tool in missing {
        let place = place.clone();
        jobs.push(Job::new(tool.name()?, move |log| {
            match tool.program() {
                Some(program) => program.build(&place, log)?,
                None => Packages::tools().install(&place, log)?,
            }
            Ok(String::new())
        }));
    }
    jobs.extend(meanwhile());
    run_all(&place, jobs)
}

/// Installs the npm packages of a folder of tests if they are missing. Returns the folder that contains `node_modules`.
pub fn test_packages(source: &Path) -> Outcome<PathBuf> {
    toolchain::node()?;
    let place = place()?;
    let packages = Packages::of_tests(source);
    if !packages.is_ready(&place)? {
        let _lock = locked(&place)?;
        if !packages.is_ready(&place)? {
            let action = |log: &Log| packages.install(&place, log).map(|()| String::new());
            run_all(&place, vec![Job::new(packages.name.clone(), action)])?;
        }
    }
    packages.folder(&place)
}

fn run_all(place: &Path, jobs: Vec<Job<'_>>) -> Outcome {
    let names: Vec<&str> = jobs.iter().map(|job| job.name.as_str()).collect();
    say(&format!("installing once into {}: {}", place.display(), names.join(", ")));
    let at_once = available_parallelism().map_or(2, |processors| processors.get().max(2));
    let ended = side_by_side(&place.join("logs"), at_once, jobs)?;
    let failed: Vec<String> = ended.into_iter().filter(|job| job.outcome.is_err()).map(|job| job.name).collect();
    if failed.is_empty() { Ok(()) } else { Err(format!("not installed: {}", failed.join(", "))) }
}

fn missing(place: &Path, wanted: &[Tool]) -> Outcome<Vec<Tool>> {
    let mut missing = Vec::new();
    for tool in Tool::ALL.into_iter().filter(|tool| wanted.contains(tool)) {
        if !tool.is_ready(place)? {
            missing.push(tool);
        }
    }
    Ok(missing)
}

/// The lock held during an installation. The system releases it when the program ends, however it ends.
fn locked(place: &Path) -> Outcome<File> {
    let path = place.join("lock");
    let failed = |error| format!("{}: {error}", path.display());
    fs::create_dir_all(place).map_err(failed)?;
    let file = File::create(&path).map_err(failed)?;
    if file.try_lock().is_err() {
        say("waiting for another cargo xtask to finish installing tools");
        file.lock().map_err(failed)?;
    }
    Ok(file)
}

/// Installed tools, and how to run them.
pub struct Tools {
    path: OsString,
    wasm_bindgen: PathBuf,
    node_modules: PathBuf,
}

impl Tools {
    /// Installs what builds and browser tests need.
    pub fn ready() -> Outcome<Self> {
        Self::ready_and(Vec::new)
    }

    /// The same. If something is missing, other work runs beside the installation.
    pub fn ready_and(meanwhile: impl FnOnce() -> Vec<Job<'static>>) -> Outcome<Self> {
        install(&Tool::BUILD, meanwhile)?;
        let place = place()?;
        let (wasm_bindgen, trunk) = (WASM_BINDGEN.folder(&place)?, TRUNK.folder(&place)?);
        let node_modules = Packages::tools().folder(&place)?.join("node_modules");
        let folders = [PathBuf::from("xtask/bin"), trunk, node_modules.join(".bin")];
        let before = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(
            folders.iter().filter_map(|folder| std::path::absolute(folder).ok()).chain(std::env::split_paths(&before)),
        )
        .map_err(|error| format!("the search path cannot be set: {error}"))?;
        Ok(Self { path, wasm_bindgen: wasm_bindgen.join("wasm-bindgen"), node_modules })
    }

    /// A command whose search path has the pinned tools first. `xtask/README.md` lists its environment variables.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("PATH", &self.path)
            .env("CLAIM_PANEL_NODE_MODULES", &self.node_modules)
            .env("CLAIM_PANEL_WASM_BINDGEN", &self.wasm_bindgen)
            .env("CLAIM_PANEL_VERSION", env!("CARGO_PKG_VERSION"))
            .env("CLAIM_PANEL_REPOSITORY", env!("CARGO_PKG_REPOSITORY"));
        command
    }

    /// Node, with the paths of a browser and its driver.
    pub fn node(&self, engine: &Variables) -> Command {
        let mut command = self.command("node");
        command.envs(engine.iter().map(|(name, value)| (name, value)));
        command
    }
}

/// The folder of `wasm-bindgen` and its test runner, in the version that the library uses.
pub fn wasm_bindgen() -> Outcome<PathBuf> {
    install(&[Tool::WasmBindgen], Vec::new)?;
    WASM_BINDGEN.folder(&place()?)
}

/// The folder of `cargo-deny`.
pub fn deny() -> Outcome<PathBuf> {
    install(&[Tool::CargoDeny], Vec::new)?;
    DENY.folder(&place()?)
}

/// The `node_modules` of the npm packages.
pub fn npm_folder() -> Outcome<PathBuf> {
    install(&[Tool::NpmPackages], Vec::new)?;
    Ok(Packages::tools().folder(&place()?)?.join("node_modules"))
}

/// A program of the npm packages.
pub fn npm_program(name: &str) -> Outcome<PathBuf> {
    Ok(npm_folder()?.join(".bin").join(name))
}

/// Firefox's driver.
pub fn geckodriver() -> Outcome<PathBuf> {
    install(&[Tool::Geckodriver], Vec::new)?;
    Ok(GECKODRIVER.folder(&place()?)?.join("geckodriver"))
}

/// A path from the environment.
pub fn variable(name: &str) -> Option<PathBuf> {
    std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn place() -> Outcome<PathBuf> {
    let place = variable("CLAIM_PANEL_TOOLS")
        .or_else(|| variable("XDG_CACHE_HOME").map(|cache| cache.join("claim-panel")))
        .or_else(|| variable("HOME").map(|home| home.join(".cache/claim-panel")))
        .ok_or("no place for the tools: set CLAIM_PANEL_TOOLS or HOME")?;
    std::path::absolute(&place).map_err(|error| format!("{}: {error}", place.display()))
}
