//! Suggestions for words that are not among the expected ones.

/// The candidate with the smallest edit distance to the word, if that distance is small.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = 1 + word.chars().count() / 4;
    known
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The candidate that shares the most words of more than three letters with the text, if it shares any.
pub fn nearest_sentence<'a>(text: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric());
        words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    };
    let wanted = words(text);
    let shared = |candidate: &str| {
        let found = words(candidate);
        wanted.iter().filter(|word| found.contains(word)).count()
    };
    let mut best = None;
    for candidate in known {
        let count = shared(candidate);
        if count > best.map_or(0, |(count, _)| count) {
            best = Some((count, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// “; did you mean …?”, or an empty string.
pub fn suggestion(meant: Option<&str>) -> String {
    meant.map(|meant| format!("; did you mean “{meant}”?")).unwrap_or_default()
}

/// The Levenshtein distance: how many letters have to be changed, added or removed.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (number, letter) in from.chars().enumerate() {
        let mut next = vec![number + 1];
        for ((other, pair), left) in to.iter().zip(row.windows(2)).zip(0_usize..) {
            let [diagonal, above] = *pair else { continue };
            let left = next.get(left).copied().unwrap_or_default();
            next.push((diagonal + usize::from(letter != *other)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (from, to, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("abc", "abc", 0),
            ("chromum", "chromium", 1),
            ("ab", "ba", 2),
        ] {
            assert_eq!(distance(from, to), expected, "{from} {to}");
        }
    }

    #[test]
    fn near_words() {
        let steps = ["chromium", "firefox", "webkit", "dist"];
        for (word, expected) in [
            ("chromum", Some("chromium")),
            ("firefx", Some("firefox")),
            ("dits", Some("dist")),
            ("dst", Some("dist")),
            ("native", None),
        ] {
            assert_eq!(nearest(word, steps), expected, "{word}");
        }
    }

    #[test]
    fn near_sentences() {
        let tests = ["the keyboard opens a claim", "the keyboard closes a claim", "a click"];
        for (text, expected) in [
            ("opens the claim", Some("the keyboard opens a claim")),
            ("CLOSES", Some("the keyboard closes a claim")),
            ("prints the", None),
        ] {
            assert_eq!(nearest_sentence(text, tests), expected, "{text}");
        }
    }
}
