//! The folders of the cases.

use std::fs;
use std::path::{Path, PathBuf};

use crate::workspace;

/// All folders with a document or a recipe, including those in `frozen/`, in sorted order.
pub fn cases() -> Vec<PathBuf> {
    let mut cases = Vec::new();
    collect(&root(), &mut cases);
    cases.sort();
    cases
}

/// The name of a case for messages, such as `frozen/smallest`.
pub fn name(case: &Path) -> String {
    case.strip_prefix(root()).unwrap_or(case).display().to_string()
}

fn root() -> PathBuf {
    workspace::path("tests/cases")
}

fn collect(folder: &Path, cases: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries {
        let path = entry.unwrap_or_else(|error| panic!("{}: {error}", folder.display())).path();
        if path.join("document.json").is_file() || path.join("recipe.txt").is_file() {
            cases.push(path);
        } else if path.is_dir() {
            collect(&path, cases);
        }
    }
}
