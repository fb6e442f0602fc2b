//! The notices of the crates that are compiled into the WebAssembly, which their licences require in every copy.

use crate::run::Outcome;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

pub const FILE: &str = "LICENSES-THIRD-PARTY.txt";

const ROOT: &str = "claim-panel";

const INTRODUCTION: &str = "\
The WebAssembly of claim-panel is compiled from the crates below, and from parts of the Rust standard library (copyright
The Rust Project contributors, MIT OR Apache-2.0). Where a crate offers a choice that includes the MIT licence, that
licence is used here.
";

struct Crate {
    name: String,
    version: String,
    licence: String,
    authors: String,
    /// The texts of its licences.
    texts: Vec<String>,
}

/// Writes the notices of a package's WebAssembly into a folder. The workspace in `built` decides which crates there are.
/// Their texts come from this folder's workspace, because the trimmed Yew has none.
pub fn write(built: &Path, package: &str, folder: &Path) -> Outcome {
    let own = metadata(Path::new("."))?;
    let packages = own.get("packages").and_then(Value::as_array).into_iter().flatten();
    let packages: BTreeMap<_, _> = packages.map(|package| (named(package), package)).collect();
    let mut crates = Vec::new();
    for name in linked(built, package)? {
        let package = packages.get(&name).ok_or_else(|| format!("cargo metadata has no {} {}", name.0, name.1))?;
        crates.push(read(package)?);
    }
    let path = folder.join(FILE);
    fs::write(&path, notices(&crates)).map_err(|error| format!("{}: {error}", path.display()))
}

fn metadata(folder: &Path) -> Outcome<Value> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version=1", "--offline", "--filter-platform=wasm32-unknown-unknown"])
        .current_dir(folder)
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    serde_json::from_slice(&output.stdout)
        .map_err(|_| format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim()))
}

/// The name and the version of a package.
fn named(package: &Value) -> (String, String) {
    let of = |key| text(package, key).unwrap_or_default().to_owned();
    (of("name"), of("version"))
}

/// The crates that a package links for the web, without those that only run while it is compiled. Unlike `cargo metadata`,
/// `cargo tree` leaves out what only other crates of the workspace enable.
fn linked(folder: &Path, package: &str) -> Outcome<BTreeSet<(String, String)>> {
    let output = Command::new("cargo")
        .args(["tree", "--offline", "--package", package, "--target", "wasm32-unknown-unknown", "--prefix", "none"])
        .args(["--edges", "normal,no-proc-macro", "--format", "{p}"])
        .current_dir(folder)
        .output()
        .map_err(|error| format!("cargo tree: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo tree: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    let packages = String::from_utf8_lossy(&output.stdout);
    // Such as “yew v0.23.0 (/folder)”.
    let named = packages.lines().filter_map(|line| line.split_once(" v"));
    let named = named.filter(|(name, _)| !name.starts_with(ROOT));
    let version = |rest: &str| rest.split(' ').next().unwrap_or_default().to_owned();
    Ok(named.map(|(name, rest)| (name.to_owned(), version(rest))).collect())
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

fn strings<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a str> {
    value.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn read(package: &Value) -> Outcome<Crate> {
    let of = |key| text(package, key).unwrap_or_default().to_owned();
    let ((name, version), licence, manifest) = (named(package), of("license"), of("manifest_path"));
    let folder = Path::new(&manifest).parent().unwrap_or(Path::new("."));
    let told = |error| format!("{}: {error}", folder.display());
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|begin| file.starts_with(begin)) {
            let bytes = fs::read(&path).map_err(told)?;
            files.insert(file, String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned());
        }
    }
    let is_choice = !licence.contains(" AND ") && files.keys().any(|file| file.contains("MIT"));
    let chosen = files.into_iter().filter(|(file, _)| !is_choice || file.contains("MIT") || file.starts_with("NOTICE"));
    // Without the addresses.
    let authors = strings(package, "authors").map(|author| author.split(" <").next().unwrap_or_default());
    let authors = authors.collect::<Vec<_>>().join(", ");
    Ok(Crate { name, version, licence, authors, texts: chosen.map(|(_, text)| text).collect() })
}

/// The list of crates, and each text once, with the crates that it belongs to.
fn notices(crates: &[Crate]) -> String {
    let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut list = String::new();
    for Crate { name, version, licence, authors, texts: own } in crates {
        let by = if own.is_empty() && !authors.is_empty() { format!(", by {authors}") } else { String::new() };
        list.push_str(&format!("- {name} {version}: {licence}{by}\n"));
        for text in own {
            texts.entry(text).or_default().push(name);
        }
    }
    let mut sections: Vec<(Vec<&str>, &str)> = texts.into_iter().map(|(text, names)| (names, text)).collect();
    sections.sort();
    let line = "-".repeat(80);
    let sections: String =
        sections.iter().map(|(names, text)| format!("\n{line}\n{}\n{line}\n\n{text}\n", names.join(", "))).collect();
    format!("{INTRODUCTION}\n{list}{sections}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_named_with_its_licence() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let place = std::env::temp_dir().join(format!("claim-panel-notices-{}", std::process::id()));
        fs::create_dir_all(&place).unwrap();
        write(root, ROOT, &place).unwrap();
        let text = fs::read_to_string(place.join(FILE)).unwrap();
        for linked in ["yew", "wasm-bindgen", "talc"] {
            assert!(text.contains(&format!("\n- {linked} ")), "{linked} is missing:\n{text}");
        }
        // Used by macros, by the command line, by its WebAssembly and by tests.
        for other in ["syn", "icu_locale_core", "icu_normalizer", "html5gum", "proptest", "claim-panel"] {
            assert!(!text.contains(&format!("\n- {other} ")), "{other} is not in the WebAssembly:\n{text}");
        }
        assert!(text.matches("Permission is hereby granted").count() > 3, "{text}");
        assert!(!text.contains(" <"), "{text}");
        fs::remove_dir_all(place).unwrap();
    }

    #[test]
    fn equal_texts_are_written_once() {
        let with = |name: &str, texts: &[&str]| Crate {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            authors: "Somebody".to_owned(),
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        };
        let text = notices(&[with("one", &["same"]), with("two", &["same"]), with("three", &[])]);
        assert_eq!(text.matches("\nsame\n").count(), 1);
        assert!(text.contains("\none, two\n") && text.contains("\n- one 1.0.0: MIT\n"));
        assert!(text.contains("\n- three 1.0.0: MIT, by Somebody\n"));
    }
}
