//! The names and ids by which cells refer to entries.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::fields::Entry;
use super::language::fold;

/// Ids that a diagnostic lists, so that many entries with one name do not make the work quadratic.
const MAX_LISTED: usize = 5;
/// Longest name in bytes by which rows refer to an entry. An entry with a longer name is named by its id.
const MAX_LABEL_BYTES: usize = 200;

/// What a cell refers to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    /// The id of one entry.
    One(String),
    /// The ids of several entries.
    Many(Vec<String>),
    /// No entry.
    None,
}

/// The entries of one kind.
#[derive(Debug, Default)]
struct Names {
    /// By folded name: the name as written, and the ids.
    by_name: HashMap<String, (String, Vec<String>)>,
    ids: HashSet<String>,
}

/// The entries of all kinds.
#[derive(Debug, Default)]
pub(super) struct Book(BTreeMap<Entry, Names>);

impl Book {
    /// Adds an entry and one of its names. Further names can be added in the same way.
    pub(super) fn add(&mut self, entry: Entry, id: &str, name: &str) {
        let names = self.0.entry(entry).or_default();
        names.ids.insert(id.to_owned());
        let folded = fold(name);
        if !folded.is_empty() {
            let (_, ids) = names.by_name.entry(folded).or_insert_with(|| (name.to_owned(), Vec::new()));
            // One more than a diagnostic lists.
            if ids.len() <= MAX_LISTED && !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
    }

    /// Adds another name of a party, unless an entry already has it: a name is stronger than an alias.
    pub(super) fn add_alias(&mut self, id: &str, alias: &str) {
        if self.resolve(Entry::Party, alias) == Resolved::None {
            self.add(Entry::Party, id, alias);
        }
    }

    /// What a cell refers to: by name, else by id.
    pub(super) fn resolve(&self, entry: Entry, cell: &str) -> Resolved {
        if entry == Entry::Statement {
            return Resolved::One(cell.to_owned());
        }
        let Some(names) = self.0.get(&entry) else { return Resolved::None };
        let has_id = names.ids.contains(cell);
        match names.by_name.get(&fold(cell)).map(|(_, ids)| ids.as_slice()) {
            Some([id]) => Resolved::One(id.clone()),
            Some(ids @ [_, ..]) if !has_id => Resolved::Many(ids.to_vec()),
            _ if has_id => Resolved::One(cell.to_owned()),
            _ => Resolved::None,
        }
    }

    /// A text that refers to this entry alone: its name, else its id.
    pub(super) fn label(&self, entry: Entry, id: &str, name: &str) -> Option<String> {
        let is_label = |text: &&str| !text.contains('\n') && self.resolve(entry, text) == Resolved::One(id.to_owned());
        let short = Some(name).filter(|name| name.len() <= MAX_LABEL_BYTES);
        short.into_iter().chain([id]).find(|text| !text.is_empty() && is_label(text)).map(str::to_owned)
    }

    /// All names of a kind.
    pub(super) fn names(&self, entry: Entry) -> impl Iterator<Item = &str> {
        self.0.get(&entry).into_iter().flat_map(|names| names.by_name.values()).map(|(name, _)| name.as_str())
    }
}
