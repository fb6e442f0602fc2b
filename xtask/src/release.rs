//! `cargo xtask release`: the files that publishers host or install, after every check that a release has to pass.

mod address;
pub mod archive;
mod changelog;
mod checks;
mod git;
mod integrity;
pub mod notices;
mod package;
mod reproducible;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
mod version;

use crate::run::{Outcome, say};
use crate::tools::Tools;
use crate::{dist, test};
use git::git;
pub use reproducible::reproducible;
use std::fs;
use std::path::Path;

const PLACE: &str = "target/release-files";
const DRY_RUN: &str = "target/release-files-dry-run";

/// Makes the files of a release, or with `--dry-run` files that look like them.
pub fn release(words: &[String]) -> Outcome {
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => made(Path::new("."), test::everything),
        ["--dry-run"] => rehearsed(Path::new("."), || dist::build(&Tools::ready()?)),
        _ => Err("cargo xtask release [--dry-run]".to_owned()),
    }
}

/// Sets the version in every file that has it.
pub fn set_version(version: &str) -> Outcome {
    version::set(Path::new("."), version)
}

/// Makes the files of a release in this tree, if it may be released and these tests pass.
fn made(root: &Path, tests: impl FnOnce() -> Outcome) -> Outcome {
    let place = root.join(PLACE);
    // Files of an earlier release must not pass for those of this one.
    removed(&place)?;
    allowed(root)?;
    let commit = git(root, &["rev-parse", "HEAD"])?;
    tests().map_err(|reason| format!("{reason}: repair what the table above names, commit, and start again"))?;
    // The tests take long enough for somebody to continue working.
    allowed(root)?;
    if git(root, &["rev-parse", "HEAD"])? != commit {
        return Err("another commit was checked out while the tests ran: start again".to_owned());
    }
    packaged(root, &place)?;
    say(&format!("the release is in {PLACE}; docs/releasing.md says how to publish it"));
    Ok(())
}

/// Makes the files without running the tests, whatever the checks say.
fn rehearsed(root: &Path, build: impl FnOnce() -> Outcome) -> Outcome {
    let place = root.join(DRY_RUN);
    removed(&place)?;
    let refusals = checks::refusals(root)?;
    build()?;
    packaged(root, &place)?;
    let marker = place.join("NOT-RELEASABLE.txt");
    let reasons: String = refusals.iter().map(|refusal| format!("- {refusal}\n")).collect();
    fs::write(&marker, format!("Do not publish these files. They are from a dry run, without the tests.\n{reasons}"))
        .map_err(|error| format!("{}: {error}", marker.display()))?;
    say(&format!("the files of the dry run are in {DRY_RUN}; do not publish them"));
    checks::outcome(&refusals)
}

fn allowed(root: &Path) -> Outcome {
    checks::outcome(&checks::refusals(root)?)
}

fn packaged(root: &Path, place: &Path) -> Outcome {
    let version = version::of(root)?;
    let changelog = checks::changelog(root)?;
    package::package(&root.join("dist"), &version, &changelog::notes(&changelog, &version), place)
}

fn removed(place: &Path) -> Outcome {
    match fs::remove_dir_all(place) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(format!("{}: {error}", place.display())),
        _ => Ok(()),
    }
}
