//! `cargo xtask test reproducible`: a second build in another folder gives the same bytes.

use super::archive::files;
use super::git::git;
use super::{package, version};
use crate::dist;
use crate::run::{Outcome, run, say};
use crate::tools::Tools;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Builds the release here and in a copy of the repository, and compares the files. The copy has a longer path and no
/// earlier build, so that neither can influence the files unnoticed.
pub fn reproducible() -> Outcome {
    dist::build(&Tools::ready()?)?;
    let place = std::env::temp_dir().join(format!("claim-panel-{}", std::process::id()));
    let copy = place.join("another-folder-with-a-longer-path/claim-panel");
    let same = copied(&copy).and_then(|()| built_again(&copy)).and_then(|()| both_compared(&copy.join("dist"), &place));
    fs::remove_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    same
}

/// Copies the files that git tracks or would add.
fn copied(copy: &Path) -> Outcome {
    for file in git(Path::new("."), &["ls-files", "-z", "--cached", "--others", "--exclude-standard"])?.split('\0') {
        let (from, to) = (Path::new(file), copy.join(file));
        // A deleted file that is not yet committed is still listed.
        if !from.is_file() {
            continue;
        }
        let folder = to.parent().unwrap_or(copy);
        fs::create_dir_all(folder)
            .and_then(|()| fs::copy(from, &to))
            .map_err(|error| format!("{}: {error}", to.display()))?;
    }
    Ok(())
}

fn built_again(copy: &Path) -> Outcome {
    say(&format!("building the release again in {}", copy.display()));
    // A target folder set from outside would be that of the first build.
    run(Command::new("cargo").args(["xtask", "dist"]).current_dir(copy).env_remove("CARGO_TARGET_DIR"))
}

/// Compares the two builds, and then the archives of both.
fn both_compared(again: &Path, place: &Path) -> Outcome {
    let dist = Path::new("dist");
    compared(dist, again)?;
    let version = version::of(Path::new("."))?;
    let (first, second) = (place.join("first"), place.join("second"));
    package::package(dist, &version, "", &first)?;
    package::package(again, &version, "", &second)?;
    compared(&first, &second)
}

fn compared(first: &Path, second: &Path) -> Outcome {
    let (first, second) = (files(first)?, files(second)?);
    let names: BTreeSet<&String> = first.keys().chain(second.keys()).collect();
    let differ: Vec<&str> =
        names.iter().filter(|name| first.get(**name) != second.get(**name)).map(|name| name.as_str()).collect();
    if differ.is_empty() {
        say(&format!("all {} files are identical in both folders", names.len()));
        Ok(())
    } else {
        Err(format!("not the same in two folders: {}", differ.join(", ")))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::compared;
    use std::fs;

    #[test]
    fn files_that_differ_are_named() {
        let place = std::env::temp_dir().join(format!("claim-panel-compared-{}", std::process::id()));
        let write = |file: &str, text: &str| {
            let file = place.join(file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        let compare = || compared(&place.join("one"), &place.join("two"));
        for file in ["one/a.js", "two/a.js", "one/npm/b.js", "two/npm/b.js"] {
            write(file, "same");
        }
        assert_eq!(compare(), Ok(()));
        write("two/npm/b.js", "/home/somebody/b.js");
        write("one/c.js", "");
        assert_eq!(compare(), Err("not the same in two folders: c.js, npm/b.js".to_owned()));
        fs::remove_dir_all(place).unwrap();
    }
}
