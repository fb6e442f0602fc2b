//! All documents of the repository that `check` accepts.

use std::fs;
use std::path::PathBuf;

use serde_json::{Map, Value};

use crate::{folder, recipe, workspace};

/// The documents with their names, sorted.
pub fn valid() -> Vec<(String, Map<String, Value>)> {
    let mut documents = Vec::new();
    for case in folder::cases() {
        let bytes = fs::read(case.join("document.json"));
        let bytes =
            bytes.unwrap_or_else(|_| recipe::cook(&fs::read_to_string(case.join("recipe.txt")).unwrap()).unwrap());
        documents.push((folder::name(&case), bytes));
    }
    for place in ["tests/stories", "www/demo"] {
        let files = fs::read_dir(workspace::path(place)).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "json")).collect();
        files.sort();
        documents.extend(files.iter().map(|file| (file.display().to_string(), fs::read(file).unwrap())));
    }
    let is_valid = |bytes: &[u8]| story::check::read(bytes).story.is_some();
    let valid = documents.into_iter().filter(|(_, bytes)| is_valid(bytes));
    let parse = |bytes: Vec<u8>| {
        let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(&bytes).to_vec();
        serde_json::from_slice(&bytes).ok()
    };
    let documents: Vec<_> = valid.filter_map(|(name, bytes)| Some((name, parse(bytes)?))).collect();
    assert!(documents.len() > 100, "only {} documents", documents.len());
    documents
}
