//! The tables of interface text, and which of them a document needs.

use std::cell::RefCell;
use std::str::Split;

use super::{ENGLISH, TAGS};

/// The texts of one language in the order of [`Message`](super::Message).
type Table = &'static [&'static str];

thread_local! {
    /// The tables loaded so far. They are never freed: there are few, and all panels share them.
    static TABLES: RefCell<Vec<(&'static str, Table)>> = const { RefCell::new(Vec::new()) };
}

/// Old tags, and those of Norwegian, each before the language that it uses: readers of Nynorsk read Bokmål too.
const ALIASES: &str = "iw he in id no nb nn nb";

/// The language of the interface for a document: its tag without the region, as in the lookup of RFC 4647,
/// or English if there is no text in that language.
pub(super) fn of(tag: &str) -> &'static str {
    let primary = primary(tag);
    let is = |names: &[&str], part: &str| names.iter().any(|name| part.eq_ignore_ascii_case(name));
    if is(&["zh"], primary) {
        // Many readers of one kind of characters do not read the other.
        let has = |names: &[&str]| tag.split('-').any(|part| is(names, part));
        return if has(&["Hant", "TW", "HK", "MO"]) && !has(&["Hans"]) { "zh-Hant" } else { "zh-Hans" };
    }
    let find = |names: &mut Split<'static, char>, name| names.find(|other| other.eq_ignore_ascii_case(name));
    let mut aliases = ALIASES.split(' ');
    find(&mut TAGS.split(' '), primary)
        .or_else(|| find(&mut aliases, primary).and_then(|_| aliases.next()))
        .unwrap_or("en")
}

/// The primary language subtag of a tag.
pub fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or_default()
}

/// The table of a language, if it is loaded or compiled in.
pub(super) fn table(lang: &'static str) -> Option<Table> {
    if let Some(table) =
        TABLES.with_borrow(|tables| tables.iter().find(|(other, _)| *other == lang).map(|(_, table)| *table))
    {
        return Some(table);
    }
    let text = if lang == "en" { Some(ENGLISH) } else { compiled_in(lang) };
    text.map(|text| keep(lang, text))
}

pub(super) fn english() -> Table {
    table("en").unwrap_or_default()
}

/// The text of a language other than English. Only native builds contain it; readers download it as needed.
#[cfg(feature = "static")]
fn compiled_in(lang: &str) -> Option<&'static str> {
    TAGS.split(' ').position(|other| other == lang).and_then(|place| super::TRANSLATED.get(place).copied())
}

#[cfg(not(feature = "static"))]
fn compiled_in(_: &str) -> Option<&'static str> {
    None
}

fn keep(lang: &'static str, text: &'static str) -> Table {
    let table: Table = text.split('\n').collect::<Vec<_>>().leak();
    TABLES.with_borrow_mut(|tables| tables.push((lang, table)));
    table
}

/// The language that has to be loaded for a document in this language, if it is not loaded yet.
pub fn missing(tag: &str) -> Option<&'static str> {
    let lang = of(tag);
    if table(lang).is_some() { None } else { Some(lang) }
}

/// Loads a language from its text, with a line for each [`Message`](super::Message). Returns `false` if the language
/// is unknown or the number of lines is wrong.
pub fn add_language(lang: &str, text: String) -> bool {
    let known = TAGS.split(' ').find(|other| *other == lang);
    match known.filter(|_| text.split('\n').count() == ENGLISH.split('\n').count()) {
        Some(lang) => {
            keep(lang, text.leak());
            true
        }
        None => false,
    }
}

/// Right-to-left scripts, and languages that are usually written in one of them.
const RIGHT_TO_LEFT: [&str; 2] =
    ["arab hebr thaa syrc nkoo adlm rohg", "ar he iw fa ur ps ckb sd ug yi dv syr arc nqo ks"];

/// Whether a language is written from right to left.
pub fn is_right_to_left(lang: &str) -> bool {
    let [scripts, languages] = RIGHT_TO_LEFT;
    let is_among = |names: &str, part: &str| names.split(' ').any(|name| part.eq_ignore_ascii_case(name));
    let mut elements = lang.split('-');
    let primary = elements.next().unwrap_or_default();
    // A script subtag is decisive, because some languages have several scripts: Azerbaijani has three.
    match elements.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
        Some(script) => is_among(scripts, script),
        None => is_among(languages, primary),
    }
}
