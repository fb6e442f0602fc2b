//! The folding with which the panel compares passages with the article, as `foldSigns` of `www/engine/intl.js` has it.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, GeneralCategoryGroup};

/// Letters that Unicode does not decompose, each with what it is written as without it.
const LETTERS: [(char, &str); 16] = [
    ('ł', "l"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ı', "i"),
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('þ', "th"),
    ('Ł', "L"),
    ('Ø', "O"),
    ('Đ', "D"),
    ('Ð', "D"),
    ('Æ', "Ae"),
    ('Œ', "Oe"),
    ('Þ', "Th"),
];

/// A text without what separates its words and without its typography, in which two texts of the same words can differ.
pub fn fold(text: &str) -> String {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let mut signs = String::with_capacity(text.len());
    for c in text.chars() {
        let category = categories.get(c);
        match c {
            '"' | '`' | '´' | '‚' | '„' | '′' | '″' | 'ʼ' | '׳' | '״' => signs.push('\''),
            _ if matches!(category, GeneralCategory::InitialPunctuation | GeneralCategory::FinalPunctuation) => {
                signs.push('\'');
            }
            '\u{fe0e}' | '\u{fe0f}' | '·' => {}
            _ if matches!(category, GeneralCategory::DashPunctuation | GeneralCategory::Format) => {}
            _ => signs.push(c),
        }
    }
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(&signs);
    let mut folded = String::with_capacity(normal.len());
    for c in normal.chars().filter(|c| !is_space(*c)) {
        match LETTERS.iter().find(|(letter, _)| *letter == c) {
            Some((_, plain)) => folded.push_str(plain),
            None => folded.push(c),
        }
    }
    folded
}

/// What `\s` stands for in JavaScript.
fn is_space(c: char) -> bool {
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}

/// The bytes of a text whose folding is that from one byte to another of the folded text. Folding turns some letters into
/// several and some into nothing, so each letter is folded with its accents.
pub fn unfolded(text: &str, from: usize, to: usize) -> Range<usize> {
    let marks = CodePointMapData::<GeneralCategory>::new();
    let is_mark = |c: char| GeneralCategoryGroup::Mark.contains(marks.get(c));
    let (mut start, mut end, mut at) = (None, None, 0);
    let mut letters = text.char_indices().peekable();
    while let Some((first, c)) = letters.next() {
        let mut after = first + c.len_utf8();
        while let Some((place, mark)) = letters.next_if(|(_, c)| is_mark(*c)) {
            after = place + mark.len_utf8();
        }
        let length = fold(text.get(first..after).unwrap_or_default()).len();
        if length > 0 {
            if at <= from && from < at + length {
                start = Some(first);
            }
            if at < to && to <= at + length {
                end = Some(after);
            }
        }
        at += length;
    }
    start.unwrap_or(0)..end.unwrap_or(text.len())
}
