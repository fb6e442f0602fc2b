//! The checks of a release that take no time. Each refusal is one line, which says what to do.

use super::{address, changelog, git, version};
use crate::run::Outcome;
use std::fs;
use std::path::Path;

/// Everything that keeps this tree from being released, except its tests.
pub fn refusals(root: &Path) -> Outcome<Vec<String>> {
    let version = version::of(root)?;
    let released = version::released(&version);
    let mut refusals = git::is_clean(root)?;
    refusals.extend(version::is_release(&version));
    refusals.extend(version::is_same_everywhere(root, &version)?);
    refusals.extend(git::is_new(root, &version)?);
    refusals.extend(changelog::refusals(&changelog(root)?, released));
    refusals.extend(address::refusals(root)?);
    Ok(refusals)
}

/// An error with all refusals, unless there are none.
pub fn outcome(refusals: &[String]) -> Outcome {
    if refusals.is_empty() { Ok(()) } else { Err(format!("not releasable:\n- {}", refusals.join("\n- "))) }
}

/// The text of the changelog.
pub fn changelog(root: &Path) -> Outcome<String> {
    fs::read_to_string(root.join("CHANGELOG.md")).map_err(|error| format!("CHANGELOG.md: {error}"))
}
