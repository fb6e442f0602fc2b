//! Suggestions for misspelt words.

use crate::language::fold;

/// Maximum number of searches for one text, since each compares a word with every candidate.
const MAX_SEARCHES: usize = 50;

/// At most this many candidates are compared in a search.
const MAX_CANDIDATES: usize = 2000;

/// Longer words are not compared.
const MAX_CHARACTERS: usize = 60;

/// Finds near misses, within a budget for one text.
#[derive(Debug, Default)]
pub(super) struct Nearest {
    made: usize,
}

impl Nearest {
    /// `; did you mean “…”?` for the candidate that is closest to a word, or an empty text.
    pub(super) fn hint<'a>(&mut self, word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
        self.find(word, candidates).map_or_else(String::new, |word| format!("; did you mean “{word}”?"))
    }

    /// The candidate that is closest to a word.
    pub(super) fn find<'a>(&mut self, word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let folded: Vec<char> = fold(word).chars().take(MAX_CHARACTERS + 1).collect();
        self.made += 1;
        if self.made > MAX_SEARCHES || folded.len() > MAX_CHARACTERS || folded.is_empty() {
            return None;
        }
        // A third of the letters may be wrong: at least one, at most four.
        let bound = (folded.len() / 3).clamp(1, 4);
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates.take(MAX_CANDIDATES) {
            let other: Vec<char> = fold(candidate).chars().take(MAX_CHARACTERS + 1).collect();
            if other.len().abs_diff(folded.len()) > bound {
                continue;
            }
            let distance = distance(&folded, &other);
            if distance <= bound && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

/// The number of insertions, deletions, substitutions and swaps of neighbours between two words.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut previous_a = None;
    for (i, from) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        let mut left = i + 1;
        let mut previous_b = None;
        for (j, ((to, diagonal), up)) in b.iter().zip(&above).zip(above.iter().skip(1)).enumerate() {
            left = (diagonal + usize::from(from != to)).min(up + 1).min(left + 1);
            if previous_b == Some(from) && previous_a == Some(to) {
                let swapped = j.checked_sub(1).and_then(|j| before.get(j));
                left = left.min(swapped.map_or(usize::MAX, |cost| cost + 1));
            }
            previous_b = Some(to);
            row.push(left);
        }
        previous_a = Some(from);
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}
