//! The files of a release, in a folder: what publishers host, as a folder and as a zip archive; the npm package; hashes
//! and release notes.

use super::archive::{self, Files, files};
use super::integrity::{json, markdown, sums};
use crate::run::Outcome;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What `dist/` contains besides the files that publishers host: the demo and the npm package.
const NOT_HOSTED: [&str; 3] = ["index.html", "demo/", "npm/"];

/// The licences. `dist/npm` has them.
const LICENCES: [&str; 3] = ["LICENSE-APACHE", "LICENSE-MIT", super::notices::FILE];

/// Writes the release that is built in `dist` to `place`, which it empties first.
pub fn package(dist: &Path, version: &str, notes: &str, place: &Path) -> Outcome {
    let built = files(dist)?;
    is_built(&built, version)?;
    if place.exists() {
        fs::remove_dir_all(place).map_err(|error| format!("{}: {error}", place.display()))?;
    }
    let folder = format!("claim-panel-{version}");
    let mut hosted: Files = built
        .iter()
        .filter(|(name, _)| !NOT_HOSTED.iter().any(|other| name.starts_with(other)))
        .map(|(name, content)| (name.clone(), content.clone()))
        .collect();
    let (table, list) = (markdown(version, &folder, &hosted), json(version, &hosted));
    for name in LICENCES {
        let licence = built.get(&format!("npm/{name}")).ok_or_else(|| format!("dist/npm lacks {name}"))?;
        hosted.insert(name.to_owned(), licence.clone());
    }
    let hashes = [("integrity.md".to_owned(), table.into_bytes()), ("integrity.json".to_owned(), list.into_bytes())];
    hosted.extend(hashes.clone());
    let mut release: Files =
        hosted.iter().map(|(name, content)| (format!("{folder}/{name}"), content.clone())).collect();
    release.insert(format!("{folder}.zip"), archive::zip(&folder, &hosted)?);
    release.extend(hashes);
    release.insert("release-notes.md".to_owned(), notes.as_bytes().to_vec());
    archive::write(place, &release)?;
    pack(&dist.join("npm"), place)?;
    archive::write(place, &[("SHA256SUMS".to_owned(), sums(&files(place)?).into_bytes())].into())
}

/// Fails if `dist/` contains another version.
fn is_built(built: &Files, version: &str) -> Outcome {
    let manifest = built.get("npm/package.json").ok_or("dist/ lacks npm/package.json: run cargo xtask dist")?;
    let manifest: serde_json::Value =
        serde_json::from_slice(manifest).map_err(|error| format!("dist/npm/package.json: {error}"))?;
    match manifest.get("version").and_then(|version| version.as_str()) {
        Some(other) if other == version => Ok(()),
        other => Err(format!("dist/ has version {}, not {version}: run cargo xtask dist", other.unwrap_or("none"))),
    }
}

/// Lets npm pack its package, since what it writes is what it would publish.
fn pack(package: &Path, place: &Path) -> Outcome {
    let place = std::path::absolute(place).map_err(|error| format!("{}: {error}", place.display()))?;
    let output = Command::new("npm")
        .args(["pack", "--silent", "--ignore-scripts", "--offline", "--pack-destination"])
        .arg(place)
        .current_dir(package)
        .output()
        .map_err(|error| format!("npm does not start: {error}"))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(format!("npm pack: {}", String::from_utf8_lossy(&output.stderr).trim()))
    }
}
