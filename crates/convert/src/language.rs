//! The words of a language: stances, kinds, fields and months, as people write them in lines and in headers.
//!
//! The words are in `language/LANG.txt`, one file a language.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The files, by primary language subtag (BCP 47). English is the first.
const FILES: [(&str, &str); 8] = [
    ("en", include_str!("language/en.txt")),
    ("de", include_str!("language/de.txt")),
    ("fr", include_str!("language/fr.txt")),
    ("es", include_str!("language/es.txt")),
    ("it", include_str!("language/it.txt")),
    ("nl", include_str!("language/nl.txt")),
    ("pt", include_str!("language/pt.txt")),
    ("pl", include_str!("language/pl.txt")),
];

static LANGUAGES: LazyLock<Vec<(&str, Language)>> =
    LazyLock::new(|| FILES.iter().map(|(tag, text)| (*tag, Language::parse(text))).collect());

/// The sections of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The stances of the format, by their words.
    Stances,
    /// The kinds of parties and of claims, by their words.
    Kinds,
    /// The fields of lines and the columns of tables.
    Fields,
    /// Other words, such as “nobody”.
    Words,
    /// Months and what belongs to the form of dates.
    Dates,
    /// The quotation marks.
    Quotation,
}

/// The words of one language.
#[derive(Debug, Default)]
pub struct Language {
    phrases: HashMap<Section, HashMap<&'static str, Vec<&'static str>>>,
    /// What each phrase means, folded. A phrase may mean several things, such as two fields of different entries.
    meanings: HashMap<(Section, String), Vec<&'static str>>,
    /// The longest phrase of each section, in words.
    longest: HashMap<Section, usize>,
}

impl Language {
    /// The words of the language of a BCP 47 tag; English if there is no file for it.
    pub fn of(tag: &str) -> &'static Self {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let all = &*LANGUAGES;
        let found = all.iter().find(|(tag, _)| *tag == primary).or_else(|| all.first());
        static NONE: LazyLock<Language> = LazyLock::new(Language::default);
        found.map_or(&NONE, |(_, language)| language)
    }

    /// Whether there is a file for the language of a tag.
    pub fn has(tag: &str) -> bool {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        FILES.iter().any(|(tag, _)| *tag == primary)
    }

    /// All phrases for a name, the one to write first. Empty if the language has none.
    pub fn phrases(&self, section: Section, name: &str) -> &[&'static str] {
        self.phrases.get(&section).and_then(|names| names.get(name)).map_or(&[], Vec::as_slice)
    }

    /// The phrase to write for a name, or the name itself.
    pub fn phrase<'a>(&self, section: Section, name: &'a str) -> &'a str {
        self.phrases(section, name).first().copied().unwrap_or(name)
    }

    /// The names that a phrase stands for, in this language or in English.
    pub fn names(&self, section: Section, phrase: &str) -> Vec<&'static str> {
        let key = (section, fold(phrase));
        let own = self.meanings.get(&key);
        let english = Self::of("en").meanings.get(&key);
        let mut names: Vec<&'static str> = own.into_iter().chain(english).flatten().copied().collect();
        names.dedup();
        names
    }

    /// The most words that a phrase of a section has, in this language or in English.
    pub fn longest(&self, section: Section) -> usize {
        let of = |language: &Self| language.longest.get(&section).copied().unwrap_or_default();
        of(self).max(of(Self::of("en")))
    }

    /// All phrases of a section in this language, each with its name.
    pub fn all(&self, section: Section) -> impl Iterator<Item = (&'static str, &'static str)> {
        let names = self.phrases.get(&section).into_iter().flatten();
        let mut all: Vec<(&str, &str)> =
            names.flat_map(|(name, phrases)| phrases.iter().map(move |phrase| (*name, *phrase))).collect();
        all.sort_unstable();
        all.into_iter()
    }

    fn parse(text: &'static str) -> Self {
        let mut language = Self::default();
        let mut section = Section::Words;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            section = match line.trim() {
                "[stances]" => Section::Stances,
                "[kinds]" => Section::Kinds,
                "[fields]" => Section::Fields,
                "[words]" => Section::Words,
                "[dates]" => Section::Dates,
                "[quotation]" => Section::Quotation,
                _ => section,
            };
            let Some((name, phrases)) = line.split_once(" =") else { continue };
            let phrases: Vec<&str> = phrases.split('|').map(str::trim).filter(|phrase| !phrase.is_empty()).collect();
            for phrase in &phrases {
                language.meanings.entry((section, fold(phrase))).or_default().push(name);
                let words = phrase.split_whitespace().count();
                let longest = language.longest.entry(section).or_default();
                *longest = words.max(*longest);
            }
            language.phrases.entry(section).or_default().insert(name, phrases);
        }
        language
    }
}

/// Small letters, straight apostrophes and single spaces, so that typing and word processors make no difference.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for c in word.chars() {
            match c {
                '’' | '‘' | 'ʼ' => folded.push('\''),
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                '\u{2010}' | '\u{2011}' => folded.push('-'),
                _ => folded.extend(c.to_lowercase()),
            }
        }
    }
    folded
}
