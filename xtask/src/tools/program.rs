//! Programs that cargo builds from source.

use crate::jobs::Log;
use crate::run::{Outcome, first_line};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A program at this version, or at the version in `Cargo.lock`.
pub struct Program {
    pub package: &'static str,
    /// The first program reports the version.
    pub programs: &'static [&'static str],
    pub version: Option<&'static str>,
    pub options: &'static [&'static str],
}

/// `--no-default-features` leaves out TLS: the tool must never download anything, and it builds faster. `--locked` is
/// absent, because the tool's lock file names a version that the registry no longer has.
pub const WASM_BINDGEN: Program = Program {
    package: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    version: None,
    options: &["--no-default-features"],
};

/// `--no-default-features` leaves out TLS and the check for updates.
pub const TRUNK: Program = Program {
    package: "trunk",
    programs: &["trunk"],
    version: Some("0.21.14"),
    options: &["--locked", "--no-default-features"],
};

pub const DENY: Program =
    Program { package: "cargo-deny", programs: &["cargo-deny"], version: Some("0.20.2"), options: &["--locked"] };

/// Debian packages Firefox without its driver.
pub const GECKODRIVER: Program =
    Program { package: "geckodriver", programs: &["geckodriver"], version: Some("0.37.1"), options: &["--locked"] };

/// These programs run for seconds and are built once, so the time to build them matters most.
const QUICK_BUILD: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

impl Program {
    /// The version. For wasm-bindgen it must be the library's.
    pub fn version(&self) -> Outcome<String> {
        match self.version {
            Some(version) => Ok(version.to_owned()),
            None => locked_version("wasm-bindgen"),
        }
    }

    /// The program with its version, which is also the folder's name.
    pub fn name(&self) -> Outcome<String> {
        Ok(format!("{}-{}", self.package, self.version()?))
    }

    pub fn is_ready(&self, place: &Path) -> Outcome<bool> {
        Ok(self.is_in(&place.join(self.name()?), &self.version()?))
    }

    /// The folder of the programs.
    pub fn folder(&self, place: &Path) -> Outcome<PathBuf> {
        Ok(place.join(self.name()?).join("bin"))
    }

    /// Builds the program. A later attempt reuses what an interrupted one compiled, and the final name never refers to
    /// an incomplete program.
    pub fn build(&self, place: &Path, log: &Log) -> Outcome {
        let (name, version) = (self.name()?, self.version()?);
        let (build, part) = (place.join(format!("{name}.build")), place.join(format!("{name}.part")));
        let mut cargo = Command::new("cargo");
        cargo.args(["install", self.package, "--force", "--version", &format!("={version}")]).args(self.options);
        cargo.args(self.programs.iter().flat_map(|program| ["--bin", program]));
        cargo.arg("--root").arg(&part).env("CARGO_TARGET_DIR", &build).envs(QUICK_BUILD);
        log.run(&mut cargo)?;
        if !self.is_in(&part, &version) {
            return Err(format!("{} was built but is not {version}", self.package));
        }
        replace(&part, &place.join(&name))?;
        fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))
    }

    fn is_in(&self, folder: &Path, version: &str) -> bool {
        let is_there = |program: &&str| folder.join("bin").join(program).is_file();
        let first = self.programs.first().and_then(|name| first_line(folder.join("bin").join(name), "--version"));
        let is_right = first.is_some_and(|line| line.split(' ').any(|word| word == version));
        is_right && self.programs.iter().all(is_there)
    }
}

/// Moves a finished folder to its final name.
pub fn replace(part: &Path, whole: &Path) -> Outcome {
    let failed = |error| format!("{}: {error}", whole.display());
    if whole.exists() {
        fs::remove_dir_all(whole).map_err(failed)?;
    }
    fs::rename(part, whole).map_err(failed)
}

fn locked_version(package: &str) -> Outcome<String> {
    let lock = fs::read_to_string("Cargo.lock").map_err(|error| format!("Cargo.lock: {error}"))?;
    let entry = format!("name = \"{package}\"\nversion = \"");
    lock.split_once(&entry)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .ok_or_else(|| format!("Cargo.lock names no {package}"))
}
