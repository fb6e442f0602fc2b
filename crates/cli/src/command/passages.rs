//! Whether an article still has the words of a passage, by the rules of `www/reader/passages.js`.

use super::fold::{fold, unfolded};

/// An edited passage is recognized by its unchanged first and last quarter, of at least so many characters without
/// whitespace, and by its length, which changes by no more than a third. Each quarter is in the article only once.
/// Lengths are in UTF-16 code units, as in the browser.
const MIN_END: usize = 8;

/// A passage as the document has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Passage<'a> {
    /// The words of the passage.
    pub exact: &'a str,
    /// The words before it.
    pub prefix: &'a str,
    /// The words after it.
    pub suffix: &'a str,
}

/// What became of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The article has it once.
    Exact,
    /// The article has it more than once. The panel marks the first.
    Twice,
    /// The article has its words, but not between the words around them. The panel marks nothing.
    Moved,
    /// The article has these words in its place. The panel marks nothing.
    Changed(String),
    /// The article does not have it.
    Gone,
}

impl Found {
    /// The word for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Twice => "twice",
            Self::Moved => "moved",
            Self::Changed(_) => "changed",
            Self::Gone => "gone",
        }
    }
}

/// The text of an article, folded.
pub struct Article<'a> {
    folded: String,
    /// Each text node with words, and where it is in the folded text.
    pieces: Vec<(&'a str, usize, usize)>,
}

impl<'a> Article<'a> {
    /// Folds the text nodes of an article.
    pub fn new(nodes: &'a [String]) -> Self {
        let mut article = Self { folded: String::new(), pieces: Vec::new() };
        for node in nodes {
            let words = fold(node);
            if !words.is_empty() {
                let start = article.folded.len();
                article.folded.push_str(&words);
                article.pieces.push((node, start, article.folded.len()));
            }
        }
        article
    }

    /// What became of a passage.
    pub fn find(&self, passage: &Passage<'_>) -> Found {
        let [prefix, exact, suffix] = [passage.prefix, passage.exact, passage.suffix].map(fold);
        if exact.is_empty() {
            return Found::Gone;
        }
        match self.folded.matches(&format!("{prefix}{exact}{suffix}")).take(2).count() {
            0 if self.folded.contains(&exact) => Found::Moved,
            0 => self.edited(&exact).map_or(Found::Gone, Found::Changed),
            1 => Found::Exact,
            _ => Found::Twice,
        }
    }

    /// The words in the place of a passage that was edited in the middle, if nothing else can be meant.
    fn edited(&self, exact: &str) -> Option<String> {
        let length = units(exact);
        let size = MIN_END.max(length / 4);
        let first = exact.get(..end_of_units(exact.chars(), size))?;
        let last = exact.get(exact.len().checked_sub(end_of_units(exact.chars().rev(), size))?..)?;
        let once = |words: &str| {
            let mut places = self.folded.match_indices(words).map(|(place, _)| place);
            places.next().filter(|_| places.next().is_none())
        };
        let (start, until) = (once(first)?, once(last)?);
        let end = until + last.len();
        let new = self.folded.get(start..end).filter(|_| start < until)?;
        let is_alike = units(new).abs_diff(length) * 3 <= length;
        is_alike.then(|| self.words(start, end))
    }

    /// The article's words between two bytes of the folded text.
    fn words(&self, start: usize, end: usize) -> String {
        let mut words = String::new();
        for (node, from, to) in self.pieces.iter().filter(|(_, from, to)| *from < end && *to > start) {
            let place = unfolded(node, start.saturating_sub(*from), end.min(*to) - from);
            let first = if words.is_empty() { place.start } else { 0 };
            let last = if *to < end { node.len() } else { place.end };
            words.push_str(node.get(first..last).unwrap_or_default());
        }
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The length of a text in UTF-16 code units.
fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// How many bytes the first so many code units have.
fn end_of_units(chars: impl Iterator<Item = char>, size: usize) -> usize {
    let (mut bytes, mut length) = (0, 0);
    for c in chars {
        if length >= size {
            break;
        }
        length += c.len_utf16();
        bytes += c.len_utf8();
    }
    bytes
}
