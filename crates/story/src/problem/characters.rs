//! Names of invisible characters, for sentences. The browser's build has only their codes; the element takes the names
//! from `schema/claim-panel-problems.json`.

/// Codes and names, those of Unicode where nothing is more common.
pub(crate) static CHARACTERS: &[(&str, &str)] = &[
    ("U+0085", "next line"),
    ("U+00A0", "no-break space"),
    ("U+00AD", "soft hyphen"),
    ("U+034F", "combining grapheme joiner"),
    ("U+061C", "Arabic letter mark"),
    ("U+115F", "Hangul filler"),
    ("U+1160", "Hangul filler"),
    ("U+180E", "Mongolian vowel separator"),
    ("U+2002", "en space"),
    ("U+2003", "em space"),
    ("U+2007", "figure space"),
    ("U+2009", "thin space"),
    ("U+200A", "hair space"),
    ("U+200B", "zero-width space"),
    ("U+200C", "zero-width non-joiner"),
    ("U+200D", "zero-width joiner"),
    ("U+200E", "left-to-right mark"),
    ("U+200F", "right-to-left mark"),
    ("U+2028", "line separator"),
    ("U+2029", "paragraph separator"),
    ("U+202A", "left-to-right embedding"),
    ("U+202B", "right-to-left embedding"),
    ("U+202C", "pop directional formatting"),
    ("U+202D", "left-to-right override"),
    ("U+202E", "right-to-left override"),
    ("U+202F", "narrow no-break space"),
    ("U+2060", "word joiner"),
    ("U+2066", "left-to-right isolate"),
    ("U+2067", "right-to-left isolate"),
    ("U+2068", "first strong isolate"),
    ("U+2069", "pop directional isolate"),
    ("U+2800", "blank Braille pattern"),
    ("U+3000", "ideographic space"),
    ("U+3164", "Hangul filler"),
    ("U+FE0E", "variation selector for text"),
    ("U+FE0F", "variation selector for emoji"),
    ("U+FEFF", "byte order mark"),
    ("U+FFA0", "Hangul filler"),
];

/// What a sentence says for a code: `zero-width space, U+200B`.
pub(crate) fn with_code(name: &str, code: &str) -> String {
    format!("{name}, {code}")
}

/// A word of a problem with the names of the characters whose codes it contains.
pub(crate) fn named(word: &str) -> String {
    CHARACTERS
        .iter()
        .filter(|(code, _)| word.contains(code))
        .fold(word.to_owned(), |word, (code, name)| word.replace(code, &with_code(name, code)))
}
