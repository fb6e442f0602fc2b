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
    /// The entries by each word of their names, for names that resemble theirs.
    words: BTreeMap<String, Vec<String>>,
    outlets: HashSet<String>,
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
        if kind == "outlet" {
            self.outlets.insert(id.to_owned());
        }
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
        for word in telling_words(&folded) {
            push(self.words.entry(word.to_owned()).or_default(), id);
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
        match self.beginning(&folded) {
            Found::None => self.without_title(&folded),
            found => found,
        }
    }

    /// The entry of a name behind an article or a title. “The Post” may well be another newspaper than “The Tidewater
    /// Post”, so that the last word of an outlet is not enough.
    fn without_title(&self, folded: &str) -> Found {
        let mut bare = folded;
        while let Some((first, rest)) = bare.split_once(' ').filter(|(first, _)| is_title(first)) {
            bare = rest;
            let is_article = ARTICLES.contains(&first);
            let found = match settle(self.whole.get(bare)) {
                Found::None => settle(self.last.get(bare)),
                found => return found,
            };
            match found {
                Found::One(id) if is_article && self.outlets.contains(&id) => return Found::None,
                Found::None => {}
                found => return found,
            }
        }
        Found::None
    }

    /// The entries whose names have a word in common with a name.
    pub(super) fn sharing(&self, name: &str) -> Vec<String> {
        let mut ids = Vec::new();
        let folded = fold(name);
        for id in telling_words(&folded).take(MAX_HITS).filter_map(|word| self.words.get(word)).flatten() {
            push(&mut ids, id);
        }
        ids
    }

    /// The words of all names, for suggestions.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(String::as_str)
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

/// Articles that may stand before a name.
const ARTICLES: [&str; 15] =
    ["the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il", "lo", "de", "het", "o"];

/// Whether a folded word is an article or a title, which are no part of a name.
fn is_title(word: &str) -> bool {
    const TITLES: [&str; 32] = [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "herr",
        "herrn",
        "frau",
        "m",
        "mme",
        "mlle",
        "sr",
        "sra",
        "srta",
        "don",
        "doña",
        "sig",
        "signor",
        "signora",
        "dott",
        "dhr",
        "mevrouw",
        "pan",
        "pani",
        "senhora",
    ];
    ARTICLES.contains(&word) || TITLES.contains(&word.trim_end_matches('.'))
}

/// The words of a folded name that tell it from other names.
fn telling_words(folded: &str) -> impl Iterator<Item = &str> {
    const OTHERS: [&str; 16] = [
        "and", "for", "von", "van", "und", "des", "dem", "den", "del", "der", "per", "one", "two", "ein", "eine", "una",
    ];
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !is_title(word) && !OTHERS.contains(word))
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
