//! Names that refer to entries: the whole name, the last one, the beginning or the short name.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::text::{ends_in_escape, unescape};
use crate::language::fold;

/// More entries of one name are not told apart.
const MAX_HITS: usize = 6;

/// More names that begin alike are not looked at.
const MAX_BEGINNINGS: usize = 64;

/// Entries of one kind by their names.
#[derive(Debug, Default)]
pub(super) struct Names {
    ids: HashSet<String>,
    whole: HashMap<String, Vec<String>>,
    last: HashMap<String, Vec<String>>,
    /// In order, so that the names with one beginning are neighbours.
    all: BTreeMap<String, Named>,
}

/// A name as it is written, and the id of the entry that has it.
#[derive(Debug)]
struct Named {
    id: String,
    name: String,
}

/// The entries that a name refers to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// The id of the only one.
    One(String),
    /// The ids of several.
    Several(Vec<String>),
    /// No entry.
    None,
}

impl Names {
    pub(super) fn add_id(&mut self, id: &str) -> bool {
        self.ids.insert(id.to_owned())
    }

    pub(super) fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Adds the name of a party. The last word of it is enough where people would use that alone.
    pub(super) fn add_party(&mut self, id: &str, name: &str, kind: &str) {
        let folded = fold(name);
        let has_last_name = matches!(kind, "person" | "organisation" | "outlet");
        if let Some(last) = last_name(&folded).filter(|_| has_last_name) {
            push(self.last.entry(last.to_owned()).or_default(), id);
        }
        self.add(id, name);
    }

    /// Adds a name of an entry.
    pub(super) fn add(&mut self, id: &str, name: &str) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        let without_article = folded.strip_prefix("the ").map(str::to_owned);
        for folded in without_article.into_iter().chain([folded]) {
            push(self.whole.entry(folded.clone()).or_default(), id);
            self.all.entry(folded).or_insert_with(|| Named { id: id.to_owned(), name: name.trim().to_owned() });
        }
    }

    /// Finds the entries of a name, or of a short name in braces.
    pub(super) fn find(&self, name: &str) -> Found {
        if let Some(id) = braced(name) {
            return Found::One(id);
        }
        let folded = fold(name);
        let found = settle(self.whole.get(&folded));
        if found != Found::None {
            return found;
        }
        if self.ids.contains(name.trim()) {
            return Found::One(name.trim().to_owned());
        }
        let found = settle(self.last.get(&folded));
        if found != Found::None || folded.is_empty() {
            return found;
        }
        self.beginning(&folded)
    }

    fn beginning(&self, folded: &str) -> Found {
        let mut ids = Vec::new();
        for (name, named) in self.all.range(folded.to_owned()..).take(MAX_BEGINNINGS) {
            let Some(rest) = name.strip_prefix(folded) else { break };
            if !rest.starts_with(char::is_alphanumeric) {
                push(&mut ids, &named.id);
            }
        }
        settle(Some(&ids))
    }

    /// Names that are spelt almost like a word, for suggestions.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        self.all.values().map(|named| named.name.as_str())
    }
}

/// The short name in braces, if the whole name is that.
pub(super) fn braced(name: &str) -> Option<String> {
    let inner = name.trim().strip_prefix('{')?.strip_suffix('}').filter(|inner| !ends_in_escape(inner))?;
    let mut ends = inner.match_indices('}').map(|(at, _)| inner.get(..at).unwrap_or_default());
    ends.all(ends_in_escape).then(|| unescape(inner))
}

fn push(ids: &mut Vec<String>, id: &str) {
    if ids.len() < MAX_HITS && !ids.iter().any(|other| other == id) {
        ids.push(id.to_owned());
    }
}

fn settle(ids: Option<&Vec<String>>) -> Found {
    match ids.map_or(&[][..], Vec::as_slice) {
        [] => Found::None,
        [id] => Found::One(id.clone()),
        several => Found::Several(several.to_vec()),
    }
}

/// The last word of a name that has several, without “Jr.” and the like.
pub(super) fn last_name(name: &str) -> Option<&str> {
    let is_suffix = |word: &&str| {
        let word = word.trim_matches(['.', ',']).to_lowercase();
        matches!(word.as_str(), "jr" | "sr" | "ii" | "iii" | "iv" | "junior" | "senior")
    };
    let mut words = name.split_whitespace().rev().skip_while(is_suffix);
    let last = words.next()?.trim_matches(',');
    words.next()?;
    (last.chars().count() > 1).then_some(last)
}
