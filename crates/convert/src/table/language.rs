//! The words of tables in every language: headers, kinds of rows and parties, and stances.
//!
//! The files in `languages/` hold the headers and words, and `stances.txt` the words by which the panel shows stances.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Words of one language: its BCP 47 tag and the content of its file.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("languages/en.txt")),
    ("cs", include_str!("languages/cs.txt")),
    ("da", include_str!("languages/da.txt")),
    ("de", include_str!("languages/de.txt")),
    ("el", include_str!("languages/el.txt")),
    ("es", include_str!("languages/es.txt")),
    ("fr", include_str!("languages/fr.txt")),
    ("it", include_str!("languages/it.txt")),
    ("nb", include_str!("languages/nb.txt")),
    ("nl", include_str!("languages/nl.txt")),
    ("pl", include_str!("languages/pl.txt")),
    ("pt", include_str!("languages/pt.txt")),
    ("ro", include_str!("languages/ro.txt")),
    ("ru", include_str!("languages/ru.txt")),
    ("sv", include_str!("languages/sv.txt")),
    ("tr", include_str!("languages/tr.txt")),
    ("uk", include_str!("languages/uk.txt")),
];

/// The known words, with the kind of word that each is.
#[derive(Debug, Default)]
pub(super) struct Languages {
    headers: HashMap<String, &'static str>,
    tags: HashMap<String, Vec<&'static str>>,
    words: HashMap<(&'static str, String), &'static str>,
}

impl Languages {
    /// The words of all languages, which are read only once.
    pub(super) fn all() -> &'static Self {
        static ALL: LazyLock<Languages> = LazyLock::new(Languages::read);
        &ALL
    }

    fn read() -> Self {
        let mut all = Self::default();
        for (tag, text) in FILES {
            let mut section = "";
            for line in text.lines().map(str::trim).filter(|line| !line.starts_with('#')) {
                if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                    section = name;
                } else if let Some((key, words)) = line.split_once('=') {
                    let words = std::iter::once(key).chain(words.split(',')).map(fold);
                    words.filter(|word| !word.is_empty()).for_each(|word| all.add(tag, section, key.trim(), word));
                }
            }
        }
        for (stance, phrases) in include_str!("stances.txt").lines().filter_map(|line| line.split_once('=')) {
            for phrase in std::iter::once(stance).chain(phrases.split('|')) {
                all.words.entry(("stances", fold(phrase))).or_insert(stance.trim());
            }
        }
        all
    }

    fn add(&mut self, tag: &'static str, section: &'static str, key: &'static str, word: String) {
        if section == "headers" {
            let tags = self.tags.entry(word.clone()).or_default();
            // The keys of the files are the English headers.
            if (tag == "en" || word != fold(key)) && !tags.contains(&tag) {
                tags.push(tag);
            }
            self.headers.entry(word).or_insert(key);
        } else {
            self.words.entry((section, word)).or_insert(key);
        }
    }

    /// The column with this header, whatever its case and what it says in brackets.
    pub(super) fn column(&self, header: &str) -> Option<&'static str> {
        let whole = self.headers.get(&fold(header));
        let without = || self.headers.get(&fold(header.split_once('(')?.0));
        whole.or_else(without).copied()
    }

    /// Whether the headers are in a language in which dates begin with the day. English is the exception.
    pub(super) fn is_day_first(&self, headers: &[&str]) -> bool {
        let count = |tag: &str| {
            let has = |header: &&&str| self.tags.get(&fold(header)).is_some_and(|tags| tags.contains(&tag));
            headers.iter().filter(has).count()
        };
        let english = count("en");
        FILES.iter().any(|(tag, _)| *tag != "en" && count(tag) > english)
    }

    /// The word of the format that a word of some language stands for.
    pub(super) fn word(&self, section: &'static str, word: &str) -> Option<&'static str> {
        self.words.get(&(section, fold(word))).copied()
    }

    /// `; did you mean “stance”?` for the nearest header, or nothing.
    pub(super) fn near_header(&self, header: &str) -> String {
        let is_english = |word: &str| self.tags.get(word).is_some_and(|tags| tags.contains(&"en"));
        let words = || self.headers.keys().map(String::as_str);
        let english = near(header, words().filter(|word| is_english(word)));
        if english.is_empty() { near(header, words()) } else { english }
    }

    /// The same for the nearest word of a section.
    pub(super) fn near_word(&self, section: &'static str, word: &str) -> String {
        near(word, self.words.keys().filter(|(of, _)| *of == section).map(|(_, word)| word.as_str()))
    }
}

/// A word in lower case, with one space for separators, spaces and what is invisible.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    let mut is_apart = false;
    for c in word.chars() {
        let is_between = match c {
            '-' | '_' => true,
            c if c.is_ascii() => c.is_ascii_whitespace(),
            c => c.is_whitespace() || story::model::is_invisible(c),
        };
        if is_between {
            is_apart = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut is_apart) {
            folded.push(' ');
        }
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            folded.extend(c.to_lowercase());
        }
    }
    folded
}

/// `; did you mean “…”?` for the candidate that differs least, or nothing. A third of the letters may differ, and at
/// most four.
pub(super) fn near<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> String {
    nearest(word, candidates).map_or_else(String::new, |near| format!("; did you mean “{near}”?"))
}

/// The candidate that differs least.
pub(super) fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = fold(word);
    let length = folded.chars().count();
    if length > 80 {
        return None;
    }
    let bound = (length / 3).clamp(1, 4);
    // “Room 1” is no misspelling of “Room 2”.
    let has_same_numbers = |candidate: &str| {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        digits(candidate) == digits(word)
    };
    let fits = |candidate: &&str| candidate.chars().count().abs_diff(length) <= bound && has_same_numbers(candidate);
    let rated = candidates.filter(fits).map(|one| (strsim::osa_distance(&folded, &fold(one)), one));
    rated.filter(|(distance, _)| *distance <= bound && *distance > 0).min().map(|(_, candidate)| candidate)
}
