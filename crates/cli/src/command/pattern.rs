//! The files that a pattern stands for. A shell may have left the pattern to us, and a name may look like one.

use glob::Pattern;

use crate::files::{Files, Kind, joined};

/// The files of a name or of a pattern, in alphabetical order, or why there are none.
pub fn matching(pattern: &str, files: &mut dyn Files) -> Vec<Result<String, String>> {
    if !is_pattern(pattern) || files.kind(pattern).is_some() {
        return vec![Ok(pattern.to_owned())];
    }
    if let Err(error) = Pattern::new(pattern) {
        return vec![Err(format!("not a pattern: {error}"))];
    }
    let parts: Vec<&str> = pattern.split('/').filter(|part| !part.is_empty()).collect();
    let start = if pattern.starts_with('/') { "/" } else { "" };
    let mut found = Vec::new();
    collect(start, &parts, files, &mut found);
    found.sort_by(|one, other| one.as_ref().ok().cmp(&other.as_ref().ok()));
    found.dedup();
    if found.is_empty() { vec![Err("there is no such page".to_owned())] } else { found }
}

fn is_pattern(name: &str) -> bool {
    name.contains(['*', '?', '['])
}

/// Adds the files below a folder that the rest of a pattern stands for.
fn collect(folder: &str, parts: &[&str], files: &mut dyn Files, found: &mut Vec<Result<String, String>>) {
    let Some((part, rest)) = parts.split_first() else {
        if files.kind(folder) == Some(Kind::File) {
            found.push(Ok(folder.to_owned()));
        }
        return;
    };
    if !is_pattern(part) {
        let inner = joined(folder, part);
        if files.kind(&inner).is_some() {
            collect(&inner, rest, files, found);
        }
        return;
    }
    if *part == "**" {
        collect(folder, rest, files, found);
    }
    if !folder.is_empty() && files.kind(folder) != Some(Kind::Folder) {
        return;
    }
    let names = match files.list(folder) {
        Ok(names) => names,
        Err(why) => return found.push(Err(format!("{folder}: cannot be read: {why}"))),
    };
    let Ok(wanted) = Pattern::new(part) else { return };
    for (name, is_folder) in names {
        let inner = joined(folder, &name);
        // Links to folders could lead in a circle.
        match *part {
            "**" if is_folder => collect(&inner, parts, files, found),
            "**" => {}
            _ if wanted.matches(&name) => collect(&inner, rest, files, found),
            _ => {}
        }
    }
}
