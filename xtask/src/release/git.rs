//! What git knows about a folder.

use crate::run::Outcome;
use std::path::Path;
use std::process::Command;

/// Runs git in this folder, and returns what it prints.
pub fn git(folder: &Path, arguments: &[&str]) -> Outcome<String> {
    let output =
        Command::new("git").current_dir(folder).args(arguments).output().map_err(|error| format!("git: {error}"))?;
    if !output.status.success() {
        return Err(format!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim()));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("git: {error}"))
}

/// Refuses uncommitted changes: nobody else could build the same release.
pub fn is_clean(root: &Path) -> Outcome<Vec<String>> {
    const SHOWN: usize = 5;
    let changes = git(root, &["status", "--porcelain"])?;
    let files: Vec<&str> = changes.lines().filter_map(|line| line.get(3..)).collect();
    let more = if files.len() > SHOWN { ", …" } else { "" };
    let shown: Vec<&str> = files.iter().copied().take(SHOWN).collect();
    Ok(match shown.as_slice() {
        [] => Vec::new(),
        _ => {
            vec![format!("the work tree has uncommitted changes ({}{more}): commit or discard them", shown.join(", "))]
        }
    })
}

/// Refuses a version that another commit already has as its tag: the files of a release never change.
pub fn is_new(root: &Path, version: &str) -> Outcome<Vec<String>> {
    let tag = format!("v{version}");
    if git(root, &["tag", "--list", &tag])?.is_empty() {
        return Ok(Vec::new());
    }
    let commit = |name: &str| git(root, &["rev-parse", &format!("{name}^{{commit}}")]);
    Ok(if commit(&tag)? == commit("HEAD")? {
        Vec::new()
    } else {
        vec![format!("the tag {tag} is on another commit: choose the next version, since a release never changes")]
    })
}
