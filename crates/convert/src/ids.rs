//! Ids made from names, so that nobody has to write one.

use std::collections::{BTreeMap, BTreeSet};

/// Longest id in characters that is made from a name. Longer names are cut at a word.
const MAX_ID_CHARACTERS: usize = 40;

/// Makes ids from names, each only once.
#[derive(Debug, Default)]
pub struct Ids {
    used: BTreeSet<String>,
    /// The last number behind each stem, so that many equal names do not make the work quadratic.
    numbers: BTreeMap<String, u32>,
}

impl Ids {
    /// Reserves an id that the source gives itself. Returns whether it was free.
    pub fn reserve(&mut self, id: &str) -> bool {
        self.used.insert(id.to_owned())
    }

    /// A free id made from a name: its letters and digits in lower case, joined by hyphens, with a number behind it if
    /// another name already has that id.
    pub fn make(&mut self, name: &str) -> String {
        let stem = stem(name);
        let number = self.numbers.entry(stem.clone()).or_default();
        loop {
            *number += 1;
            let id = if *number == 1 { stem.clone() } else { format!("{stem}-{number}") };
            if self.used.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn stem(name: &str) -> String {
    let mut id = String::new();
    for word in name.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')) {
        let word: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        if word.is_empty() {
            continue;
        }
        if !id.is_empty() && id.chars().count() + word.chars().count() >= MAX_ID_CHARACTERS {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(MAX_ID_CHARACTERS));
    }
    if id.is_empty() { "x".to_owned() } else { id }
}
