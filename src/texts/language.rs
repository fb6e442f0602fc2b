//! Which words a document needs, and those that are here.

use std::cell::RefCell;

use super::{ENGLISH, OTHERS};

/// The words of one language in the order of [`Word`](super::Word).
type Table = &'static [&'static str];

thread_local! {
    /// What was learnt so far. A table is never forgotten: there are few, and whatever is drawn shares it.
    static TABLES: RefCell<Vec<(&'static str, Table)>> = const { RefCell::new(Vec::new()) };
}

/// The language whose words suit a document: what remains of its tag after its region is left away, as
/// RFC 4647 looks languages up. English where there are none.
pub(super) fn of(tag: &str) -> &'static str {
    let primary = primary(tag);
    let is = |names: &[&str], part: &str| names.iter().any(|name| part.eq_ignore_ascii_case(name));
    if is(&["zh"], primary) {
        // The words are in simplified characters, which are not read wherever Chinese is.
        let has = |names: &[&str]| tag.split('-').any(|part| is(names, part));
        return if has(&["Hant", "TW", "HK", "MO"]) && !has(&["Hans"]) { "en" } else { "zh-Hans" };
    }
    let primary = if is(&["iw"], primary) { "he" } else { primary };
    OTHERS.iter().copied().find(|other| is(&[other], primary)).unwrap_or("en")
}

/// A tag without region and script.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The words of a language, if they are here.
pub(super) fn table(lang: &'static str) -> Option<Table> {
    if let Some(table) =
        TABLES.with_borrow(|tables| tables.iter().find(|(other, _)| *other == lang).map(|(_, table)| *table))
    {
        return Some(table);
    }
    let text = if lang == "en" { Some(ENGLISH) } else { inside(lang) };
    text.map(|text| keep(lang, text))
}

pub(super) fn english() -> Table {
    table("en").unwrap_or_default()
}

/// What a program that is not downloaded by readers has inside.
#[cfg(not(target_arch = "wasm32"))]
fn inside(lang: &str) -> Option<&'static str> {
    OTHERS.iter().position(|other| *other == lang).and_then(|place| super::TRANSLATED.get(place).copied())
}

#[cfg(target_arch = "wasm32")]
fn inside(_: &str) -> Option<&'static str> {
    None
}

fn keep(lang: &'static str, text: &'static str) -> Table {
    let table: Table = text.split('\n').collect::<Vec<_>>().leak();
    TABLES.with_borrow_mut(|tables| tables.push((lang, table)));
    table
}

/// The language whose words a document in this language needs and that are not here.
pub fn missing(tag: &str) -> Option<&'static str> {
    let lang = of(tag);
    if table(lang).is_some() { None } else { Some(lang) }
}

/// Takes the words of a language in: a line for each [`Word`](super::Word). Whether it is one that is known,
/// and complete.
pub fn learn(lang: &str, text: String) -> bool {
    let known = OTHERS.iter().copied().find(|other| *other == lang);
    match known.filter(|_| text.split('\n').count() == ENGLISH.split('\n').count()) {
        Some(lang) => {
            keep(lang, text.leak());
            true
        }
        None => false,
    }
}

/// Scripts, and languages whose usual script is one of them.
const FROM_THE_RIGHT: [&str; 2] =
    ["arab hebr thaa syrc nkoo adlm rohg", "ar he iw fa ur ps ckb sd ug yi dv syr arc nqo ks"];

/// Whether a language is written from right to left.
pub fn is_right_to_left(lang: &str) -> bool {
    let [scripts, languages] = FROM_THE_RIGHT;
    let is_among = |names: &str, part: &str| names.split(' ').any(|name| part.eq_ignore_ascii_case(name));
    let mut parts = lang.split('-');
    let primary = parts.next().unwrap_or_default();
    // A script says more than a language: Azerbaijani is written in three.
    match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => is_among(scripts, script),
        None => is_among(languages, primary),
    }
}
