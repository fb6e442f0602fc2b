//! The placeholder for the project's address. Builds and tests work with it; a release must not contain it.

use super::git::git;
use crate::run::Outcome;
use std::path::Path;

/// Stands for the project's address, without `https://`. It is written in two parts, so that neither the search for it
/// nor its replacement finds this line.
pub const PLACEHOLDER: &str = concat!("project-address", ".invalid");

/// Refuses a tree whose tracked files contain the placeholder.
pub fn refusals(root: &Path) -> Outcome<Vec<String>> {
    let listed = git(root, &["ls-files", "-z"])?;
    let holds = |file: &&str| std::fs::read(root.join(file)).is_ok_and(|content| contains(&content));
    let files: Vec<&str> = listed.split('\0').filter(|file| !file.is_empty()).filter(holds).collect();
    Ok(match files.as_slice() {
        [] => Vec::new(),
        _ => vec![format!(
            "{PLACEHOLDER} is a placeholder, in {}: replace it with the project's address, as in \
             git grep -lz {PLACEHOLDER} | xargs -0 sed -i 's|{PLACEHOLDER}|HOST/PATH|g'",
            files.join(", ")
        )],
    })
}

fn contains(content: &[u8]) -> bool {
    content.windows(PLACEHOLDER.len()).any(|part| part == PLACEHOLDER.as_bytes())
}
