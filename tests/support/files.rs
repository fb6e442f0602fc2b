//! The source files of the repository, and the code in them.

use std::fs;
use std::path::Path;

use crate::source::code;
use crate::workspace;

/// A source file, with its path from the root.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn is_below(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path == *place || self.path.starts_with(&format!("{place}/")))
    }

    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether it contains unit tests. Those are in files of their own, because they may panic and use other crates.
    pub fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// The code to which rules apply: without comments, and in Rust without the contents of literals.
    pub fn code(&self) -> String {
        if self.is_rust() {
            return code(&self.text);
        }
        let is_comment =
            |line: &str| ["//", "*", "/*", "<!--"].iter().any(|begin| line.trim_start().starts_with(begin));
        self.text.lines().map(|line| if is_comment(line) { "" } else { line }).collect::<Vec<_>>().join("\n")
    }
}

/// The source files below these folders, sorted by path.
pub fn files(folders: &[&str]) -> Vec<File> {
    let mut files = Vec::new();
    for folder in folders {
        collect(&workspace::path(folder), &mut files);
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn collect(path: &Path, files: &mut Vec<File>) {
    if path.is_dir() {
        let entries = fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for entry in entries.flatten() {
            collect(&entry.path(), files);
        }
        return;
    }
    let name = path.strip_prefix(workspace::path("")).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let is_written = [".rs", ".js", ".mjs", ".html", ".css"].iter().any(|end| name.ends_with(end));
    if let (true, Ok(text)) = (is_written, fs::read_to_string(path)) {
        files.push(File { path: name, text });
    }
}

/// All source files.
pub fn all() -> Vec<File> {
    files(&["src", "crates", "www", "tests", "fuzz/src", "fuzz/targets", "xtask/src", "index.html"])
}
