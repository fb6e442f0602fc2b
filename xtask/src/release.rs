//! `cargo xtask release`: the files of a release, after every check that a release has to pass.

use crate::run::{Outcome, run, say};
use crate::tools::Tools;
use crate::{dist, test};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Leaves a release in `dist/` if the tree is clean, every test passes in every browser, and a build in another folder
/// produces the same bytes.
pub fn release() -> Outcome {
    let changes = git(&["status", "--porcelain"])?;
    if !changes.is_empty() {
        return Err(format!("a release requires a clean tree; these changes are not committed:\n{changes}"));
    }
    test::everything()
}

/// Builds the release here and in a copy of the repository, and compares the files. The copy has a longer path and no
/// earlier build, so that neither can influence the files unnoticed.
pub fn reproducible() -> Outcome {
    dist::build(&Tools::ready()?)?;
    let place = std::env::temp_dir().join(format!("claim-panel-{}", std::process::id()));
    let copy = place.join("another-folder-with-a-longer-path/claim-panel");
    let same =
        copied(&copy).and_then(|()| built_again(&copy)).and_then(|()| compared(Path::new("dist"), &copy.join("dist")));
    fs::remove_dir_all(&place).map_err(|error| format!("{}: {error}", place.display()))?;
    same
}

/// Copies the files that git tracks or would add.
fn copied(copy: &Path) -> Outcome {
    for file in git(&["ls-files", "-z", "--cached", "--others", "--exclude-standard"])?.split('\0') {
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

fn compared(first: &Path, second: &Path) -> Outcome {
    let (first, second) = (files(first)?, files(second)?);
    let names: BTreeSet<&PathBuf> = first.keys().chain(second.keys()).collect();
    let differ: Vec<String> = names
        .iter()
        .filter(|name| first.get(**name) != second.get(**name))
        .map(|name| name.display().to_string())
        .collect();
    if differ.is_empty() {
        say(&format!("all {} files of the release are identical in both folders", names.len()));
        Ok(())
    } else {
        Err(format!("not the same in two folders: {}", differ.join(", ")))
    }
}

/// The contents of all files in a folder, by relative path.
fn files(folder: &Path) -> Outcome<BTreeMap<PathBuf, Vec<u8>>> {
    let told = |error| format!("{}: {error}", folder.display());
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        let name = PathBuf::from(entry.file_name());
        if entry.path().is_dir() {
            found.extend(files(&entry.path())?.into_iter().map(|(inner, content)| (name.join(inner), content)));
        } else {
            found.insert(name, fs::read(entry.path()).map_err(told)?);
        }
    }
    Ok(found)
}

fn git(arguments: &[&str]) -> Outcome<String> {
    let output = Command::new("git").args(arguments).output().map_err(|error| format!("git: {error}"))?;
    if !output.status.success() {
        return Err(format!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("git: {error}"))
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
        let expected = std::path::Path::new("npm").join("b.js");
        assert_eq!(compare(), Err(format!("not the same in two folders: c.js, {}", expected.display())));
        fs::remove_dir_all(place).unwrap();
    }
}
