//! The version of the workspace, and the places that repeat it: manifests and documentation.

use super::git::git;
use crate::run::{Outcome, run, say};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MANIFEST: &str = "Cargo.toml";

/// Ends the version of every build between two releases.
const DEVELOPMENT: &str = "-dev";

/// Precedes the version in the names of folders and archives that the documentation mentions.
const NAMED: &str = "claim-panel-";

/// The version in the workspace's manifest.
pub fn of(root: &Path) -> Outcome<String> {
    let text = fs::read_to_string(root.join(MANIFEST)).map_err(|error| format!("{MANIFEST}: {error}"))?;
    let section = text.split("[workspace.package]\n").nth(1).unwrap_or_default();
    let line = section.lines().take_while(|line| !line.starts_with('[')).find(|line| line.starts_with("version = "));
    line.and_then(|line| line.split('"').nth(1))
        .map(str::to_owned)
        .ok_or_else(|| format!("{MANIFEST} has no version in [workspace.package]"))
}

/// `cargo xtask version X.Y.Z`: sets the version in the manifest, the documentation and the lock file.
pub fn set(root: &Path, version: &str) -> Outcome {
    if version.is_empty() || leading(version) != version {
        return Err(format!("{version} is not a version: write X.Y.Z or X.Y.Z{DEVELOPMENT}"));
    }
    let before = of(root)?;
    let exchange = |file: &Path, old: &str, new: &str| {
        let path = root.join(file);
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        fs::write(&path, text.replacen(old, new, 1)).map_err(|error| format!("{}: {error}", path.display()))
    };
    exchange(Path::new(MANIFEST), &format!("version = \"{before}\""), &format!("version = \"{version}\""))?;
    for Mention { file, version: old, .. } in mentions(root)? {
        exchange(&file, &format!("{NAMED}{old}"), &format!("{NAMED}{version}"))?;
    }
    run(Command::new("cargo").args(["update", "--workspace", "--offline", "--quiet"]).current_dir(root))?;
    say(&format!("the version was {before}, and is now {version}"));
    Ok(())
}

/// The version of the release that builds of this version lead to.
pub fn released(version: &str) -> &str {
    version.strip_suffix(DEVELOPMENT).unwrap_or(version)
}

/// Refuses the version of a build between two releases.
pub fn is_release(version: &str) -> Option<String> {
    let released = version.strip_suffix(DEVELOPMENT)?;
    Some(format!("{version} is not the version of a release: run cargo xtask version {released}"))
}

/// Refuses manifests and documents with another version than the workspace.
pub fn is_same_everywhere(root: &Path, version: &str) -> Outcome<Vec<String>> {
    let mut refusals = Vec::new();
    for (manifest, other) in manifests(root)?.into_iter().filter(|(_, other)| other != version) {
        refusals.push(format!("{manifest} has version {other}: write version.workspace = true, which is {version}"));
    }
    for Mention { file, line, version: other } in mentions(root)?.into_iter().filter(|one| one.version != version) {
        refusals.push(format!("{}:{line} has version {other}: run cargo xtask version {version}", file.display()));
    }
    Ok(refusals)
}

/// The manifests of the workspace's packages, each with its version.
fn manifests(root: &Path) -> Outcome<Vec<(String, String)>> {
    let output = Command::new("cargo")
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let read: serde_json::Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim()))?;
    let text = |value: &serde_json::Value, key: &str| Some(value.get(key)?.as_str()?.to_owned());
    let top = text(&read, "workspace_root").unwrap_or_default();
    let relative = |path: String| path.trim_start_matches(&top).trim_start_matches('/').to_owned();
    let packages = read.get("packages").and_then(|packages| packages.as_array()).into_iter().flatten();
    let versioned = |package| Some((relative(text(package, "manifest_path")?), text(package, "version")?));
    Ok(packages.filter_map(versioned).collect())
}

/// A version in the documentation.
struct Mention {
    file: PathBuf,
    line: usize,
    version: String,
}

/// Where the documentation names a folder or an archive of a release. The changelog is about other versions too.
fn mentions(root: &Path) -> Outcome<Vec<Mention>> {
    let listed = git(root, &["ls-files", "-z", "*.md"])?;
    let mut found = Vec::new();
    for file in listed.split('\0').filter(|file| !file.is_empty() && *file != "CHANGELOG.md") {
        let text = fs::read_to_string(root.join(file)).map_err(|error| format!("{file}: {error}"))?;
        for (line, text) in (1..).zip(text.lines()) {
            let versions = text.split(NAMED).skip(1).map(leading);
            found.extend(versions.filter(|version| !version.is_empty()).map(|version| Mention {
                file: PathBuf::from(file),
                line,
                version: version.to_owned(),
            }));
        }
    }
    Ok(found)
}

/// The version at the start of a text, empty if there is none.
fn leading(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    // What follows may be the ending of a file's name.
    let numbers = text.get(..end).unwrap_or_default().trim_end_matches('.');
    let parts: Vec<&str> = numbers.split('.').collect();
    if parts.len() != 3 || parts.contains(&"") {
        return "";
    }
    let is_development = text.get(numbers.len()..).is_some_and(|rest| rest.starts_with(DEVELOPMENT));
    text.get(..numbers.len() + if is_development { DEVELOPMENT.len() } else { 0 }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn versions_in_names() {
        for (text, version) in [
            ("0.2.0", "0.2.0"),
            ("0.2.0-dev/claim-panel.js", "0.2.0-dev"),
            ("10.20.30.tgz", "10.20.30"),
            ("0.2.0-dev.tgz", "0.2.0-dev"),
            ("0.2.0-rc.1", "0.2.0"),
            ("1.json", ""),
            ("1.2..3", ""),
            ("glue", ""),
            ("", ""),
        ] {
            assert_eq!(leading(text), version, "{text}");
        }
    }
}
