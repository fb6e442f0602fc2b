//! The trimmed Yew that a release is built against: the pinned release from the registry without the parts that the
//! panel does not use. `yew/edits/` has every edit. A view that uses a removed part does not compile.

mod edit;
mod edits;

use crate::run::{Outcome, write_if_changed};
use edit::Change;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The release that the edits apply to. CONTRIBUTING.md explains how to move to another one.
const VERSION: &str = "0.23.0";

/// Writes the trimmed Yew into this folder. Unchanged files are not touched, so that cargo does not recompile them.
pub fn trim(place: &Path) -> Outcome {
    let source = source()?;
    let mut files = vec![PathBuf::from("Cargo.toml")];
    list(&source, Path::new("src"), &mut files)?;
    let has = |file: &str| files.iter().any(|other| other == Path::new(file));
    for (file, change) in edits::topics().flat_map(|topic| topic.edits) {
        match change {
            Change::New(text) if !has(file) => write_if_changed(&place.join(file), text)?,
            Change::New(_) => return Err(format!("yew {VERSION} has a file {file} of its own")),
            _ if !has(file) => return Err(format!("yew {VERSION} has no file {file}, which an edit is for")),
            _ => {}
        }
    }
    for file in &files {
        let text = fs::read_to_string(source.join(file)).map_err(|error| format!("{}: {error}", file.display()))?;
        write_if_changed(&place.join(file), edited(file, text)?)?;
    }
    Ok(())
}

/// Applies all edits to a file.
fn edited(file: &Path, text: String) -> Outcome<String> {
    let mut text = text;
    for topic in edits::topics() {
        for (_, change) in topic.edits.iter().filter(|(of, _)| Path::new(of) == file) {
            text = change.applied(&text).map_err(|misfit| {
                format!("yew {VERSION}, {}: {misfit}. The edit belongs to: {}", file.display(), topic.why)
            })?;
        }
    }
    Ok(text)
}

/// The folder in which cargo keeps the sources of the locked Yew.
fn source() -> Outcome<PathBuf> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version=1", "--offline", "--filter-platform=wasm32-unknown-unknown"])
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut manifests = text.split("\"manifest_path\":\"").filter_map(|rest| rest.split('"').next());
    let wanted = format!("/yew-{VERSION}/Cargo.toml");
    manifests
        .find(|manifest| manifest.ends_with(&wanted))
        .and_then(|manifest| Path::new(manifest).parent())
        .map(Path::to_owned)
        .ok_or_else(|| {
            format!("the edits in xtask/src/yew/edits are for yew {VERSION}, which Cargo.lock does not have")
        })
}

/// The files of a folder and its subfolders, by their paths relative to `root`.
fn list(root: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Outcome {
    let told = |error| format!("{}: {error}", root.join(folder).display());
    for entry in fs::read_dir(root.join(folder)).map_err(told)? {
        let entry = entry.map_err(told)?;
        let path = folder.join(entry.file_name());
        if entry.path().is_dir() {
            list(root, &path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    #[test]
    fn every_edit_fits() {
        let place = std::env::temp_dir().join(format!("claim-panel-yew-{}", std::process::id()));
        crate::run::enter_root().unwrap();
        super::trim(&place).unwrap();
        std::fs::remove_dir_all(place).unwrap();
    }
}
