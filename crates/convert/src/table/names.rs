//! The names and ids by which cells refer to entries.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::fields::Entry;
use super::language::fold;

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
    by_name: HashMap<String, Vec<String>>,
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
        let name = fold(name);
        if !name.is_empty() {
            let ids = names.by_name.entry(name).or_default();
            if !ids.iter().any(|known| known == id) {
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
        match names.by_name.get(&fold(cell)).map(Vec::as_slice) {
            Some([id]) => Resolved::One(id.clone()),
            Some([_, ..]) if !has_id => Resolved::Many(names.by_name.get(&fold(cell)).cloned().unwrap_or_default()),
            _ if has_id => Resolved::One(cell.to_owned()),
            _ => Resolved::None,
        }
    }

    /// A text that refers to this entry alone: its name, else its id.
    pub(super) fn label(&self, entry: Entry, id: &str, name: &str) -> Option<String> {
        let is_label = |text: &&str| !text.contains('\n') && self.resolve(entry, text) == Resolved::One(id.to_owned());
        [name, id].into_iter().find(|text| !text.is_empty() && is_label(text)).map(str::to_owned)
    }

    /// All names of a kind, folded.
    pub(super) fn names(&self, entry: Entry) -> impl Iterator<Item = &str> {
        self.0.get(&entry).into_iter().flat_map(|names| names.by_name.keys()).map(String::as_str)
    }
}
