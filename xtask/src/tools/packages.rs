//! The npm packages of `package.json`, at the versions in `package-lock.json`.

use super::program::replace;
use crate::jobs::Log;
use crate::run::{Outcome, find};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FILES: [&str; 2] = ["xtask/package.json", "xtask/package-lock.json"];

/// The folder of the packages. Its name is a hash of the two files, so that it never contains other versions.
pub fn folder(place: &Path) -> Outcome<PathBuf> {
    let [manifest, lock] = FILES.map(|file| fs::read_to_string(file).map_err(|error| format!("{file}: {error}")));
    Ok(place.join(format!("npm-{}", fingerprint(&(manifest? + &lock?)))))
}

pub fn is_ready(place: &Path) -> Outcome<bool> {
    Ok(folder(place)?.join("node_modules").is_dir())
}

/// Installs the packages beside their final place and moves them there, so that an interrupted installation is never
/// used.
pub fn install(place: &Path, log: &Log) -> Outcome {
    if find(&["npm"]).is_none() {
        return Err("npm is missing (Debian: apt-get install npm)".to_owned());
    }
    let folder = folder(place)?;
    let part = folder.with_extension("part");
    let failed = |error| format!("{}: {error}", part.display());
    if part.exists() {
        fs::remove_dir_all(&part).map_err(failed)?;
    }
    fs::create_dir_all(&part).map_err(failed)?;
    for file in FILES.map(Path::new) {
        fs::copy(file, part.join(file.file_name().unwrap_or_default())).map_err(failed)?;
    }
    let mut npm = Command::new("npm");
    log.run(npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&part))?;
    replace(&part, &folder)
}

/// FNV-1a, which is the same on every machine and sufficient to distinguish lock files.
fn fingerprint(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", hash >> 32)
}
