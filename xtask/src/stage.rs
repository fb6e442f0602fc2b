//! The package as a release builds it, against the trimmed Yew. A patched dependency takes a line in cargo's
//! configuration and two in `Cargo.lock`. In a separate folder, neither affects a plain `cargo build`.

use crate::run::{Outcome, write_if_changed};
use crate::yew;
use std::fs;
use std::path::{Path, PathBuf};

const PLACE: &str = "target/trimmed";

/// The trimmed Yew is inside the package, because cargo derives symbol names from the path between a package and its
/// dependency. Those names must not depend on the repository's location.
const CONFIGURATION: &str = "[build]\ntarget-dir = \"..\"\n\n[patch.crates-io]\nyew = { path = \"yew\" }\n";

/// What only this folder contains.
const OWN: [&str; 2] = [".cargo", "yew"];

/// What builds write.
const LEFT_OUT: [&str; 2] = ["dist", "target"];

/// Updates the folder, and returns its path. Files are copied, since Trunk follows links and would build where the page
/// really is. Folders are linked.
pub fn ready() -> Outcome<PathBuf> {
    let root = std::path::absolute(".").map_err(|error| format!("the repository: {error}"))?;
    let place = root.join(PLACE);
    let told = |error| format!("{PLACE}: {error}");
    write_if_changed(&place.join(".cargo/config.toml"), CONFIGURATION)?;
    yew::trim(&place.join("yew"))?;
    for entry in fs::read_dir(&place).map_err(told)? {
        let name = entry.map_err(told)?.file_name();
        if !OWN.iter().any(|own| name == *own) && !root.join(&name).exists() {
            fs::remove_file(place.join(&name)).map_err(|error| format!("{}: {error}", name.display()))?;
        }
    }
    for entry in fs::read_dir(&root).map_err(told)? {
        let entry = entry.map_err(told)?;
        let (name, own) = (entry.file_name(), place.join(entry.file_name()));
        if name.to_string_lossy().starts_with('.') || LEFT_OUT.iter().any(|other| name == *other) {
            continue;
        }
        if entry.path().is_file() {
            write_if_changed(&own, fs::read(entry.path()).map_err(|error| format!("{}: {error}", name.display()))?)?;
        } else if fs::symlink_metadata(&own).is_err() {
            link(&Path::new("../..").join(&name), &own)?;
        }
    }
    Ok(place)
}

#[cfg(unix)]
fn link(target: &Path, own: &Path) -> Outcome {
    std::os::unix::fs::symlink(target, own).map_err(|error| format!("{}: {error}", own.display()))
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Outcome {
    Err("building a release requires symbolic links".to_owned())
}
