//! Suggestions for misspelt words: “did you mean …?”

use super::node::is_unseen;
use crate::problem::ADVISES;

/// Maximum number of searches for one document, since each compares a word with every candidate.
const MAX_SEARCHES: usize = 100;

/// Words longer than this many bytes are generated ids, which nobody mistypes.
const MAX_WORD_BYTES: usize = 40;

/// Finds near misses, within a budget for one document.
#[derive(Debug, Default)]
pub(crate) struct Suggestions {
    made: usize,
}

impl Suggestions {
    /// Whether the budget allows another search, which then counts.
    pub(crate) fn is_affordable(&mut self) -> bool {
        self.made += 1;
        self.made <= MAX_SEARCHES
    }

    /// `; did you mean “rowe”?` for the candidate that is closest to the word, or an empty text.
    pub(crate) fn near<'a>(&mut self, word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
        // Like advice, suggestions are only for editors, who have the command line.
        if !ADVISES || !self.is_affordable() || word.len() > MAX_WORD_BYTES {
            return String::new();
        }
        let folded = fold(word);
        // A third of the letters may be wrong: at least one, at most four.
        let bound = (word.chars().count() / 3).clamp(1, 4);
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates.filter(|candidate| candidate.len() <= MAX_WORD_BYTES) {
            let distance = distance(&folded, &fold(candidate));
            if distance <= bound && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map_or_else(String::new, |(_, candidate)| format!("; did you mean “{candidate}”?"))
    }
}

/// Lowercase without separators and what nobody sees: `noResponse` and `no_response` both become `noresponse`.
fn fold(word: &str) -> Vec<char> {
    word.chars().filter(|c| !matches!(c, '-' | '_') && !is_unseen(*c)).map(|c| c.to_ascii_lowercase()).collect()
}

/// The optimal string alignment distance: insertions, deletions, substitutions and adjacent transpositions.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut previous_a = None;
    for (i, &from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut left = i + 1;
        let mut previous_b = None;
        for (j, &to) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let mut cost = (at(&above, j) + usize::from(from != to)).min(at(&above, j + 1) + 1).min(left + 1);
            if previous_a == Some(to) && previous_b == Some(from) && j > 0 {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
            left = cost;
            previous_b = Some(to);
        }
        before = std::mem::replace(&mut above, row);
        previous_a = Some(from);
    }
    above.last().copied().unwrap_or_default()
}
