//! Paths in the repository, for the tests of every crate.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

/// A path from the root of the repository.
pub fn path(relative: &str) -> PathBuf {
    let package = env!("CARGO_MANIFEST_DIR");
    let root = Path::new(package).ancestors().find(|folder| folder.join("Trunk.toml").is_file());
    root.unwrap_or_else(|| panic!("no folder above {package} contains Trunk.toml")).join(relative)
}
