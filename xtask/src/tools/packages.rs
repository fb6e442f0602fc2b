//! The npm packages of a folder's `package.json`, at the versions in its `package-lock.json`.

use super::program::replace;
use crate::jobs::Log;
use crate::run::{Outcome, find};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The script of a `package.json` that compiles packages with native code. No package's own scripts run.
const COMPILE: &str = "compile";

/// The folder with the two files, and how the packages are called on the terminal and in the cache.
pub struct Packages {
    source: PathBuf,
    pub name: String,
    prefix: String,
}

impl Packages {
    /// The packages that the build and the browser tests use.
    pub fn tools() -> Self {
        Self { source: PathBuf::from("xtask"), name: "npm packages".to_owned(), prefix: "npm".to_owned() }
    }

    /// The packages that the tests in this folder use.
    pub fn of_tests(source: &Path) -> Self {
        let folder = source.file_name().unwrap_or_default().to_string_lossy();
        Self { source: source.to_owned(), name: format!("npm packages for {folder}"), prefix: format!("npm-{folder}") }
    }

    fn files(&self) -> [PathBuf; 2] {
        ["package.json", "package-lock.json"].map(|name| self.source.join(name))
    }

    /// The folder of the packages. Its name is a hash of the two files, so that it never contains other versions.
    pub fn folder(&self, place: &Path) -> Outcome<PathBuf> {
        let read = |file: PathBuf| fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()));
        let [manifest, lock] = self.files().map(read);
        Ok(place.join(format!("{}-{}", self.prefix, fingerprint(&(manifest? + &lock?)))))
    }

    pub fn is_ready(&self, place: &Path) -> Outcome<bool> {
        Ok(self.folder(place)?.join("node_modules").is_dir())
    }

    /// Installs the packages beside their final place and moves them there, so that an interrupted installation is
    /// never used.
    pub fn install(&self, place: &Path, log: &Log) -> Outcome {
        if find(&["npm"]).is_none() {
            return Err("npm is missing (Debian: apt-get install npm)".to_owned());
        }
        let folder = self.folder(place)?;
        let part = folder.with_extension("part");
        let failed = |error| format!("{}: {error}", part.display());
        if part.exists() {
            fs::remove_dir_all(&part).map_err(failed)?;
        }
        fs::create_dir_all(&part).map_err(failed)?;
        for file in self.files() {
            fs::copy(&file, part.join(file.file_name().unwrap_or_default())).map_err(failed)?;
        }
        let npm = |arguments: &[&str]| log.run(Command::new("npm").args(arguments).current_dir(&part));
        npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"])?;
        npm(&["run", "--if-present", COMPILE])?;
        replace(&part, &folder)
    }
}

/// FNV-1a, which is the same on every machine and sufficient to distinguish lock files.
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", hash >> 32)
}
