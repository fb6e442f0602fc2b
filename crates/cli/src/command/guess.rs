//! The language of a text by its function words, for articles that do not name it.

/// Languages that have rules for drafting, each with words that are frequent in it and rare in the others.
const LANGUAGES: [(&str, &[&str]); 4] = [
    ("en", &["the", "and", "that", "with", "was", "for", "his", "her", "they", "have", "said"]),
    ("de", &["der", "die", "und", "das", "nicht", "mit", "ist", "dem", "den", "auf", "sei"]),
    ("fr", &["le", "les", "et", "des", "est", "dans", "une", "qui", "pas", "sur", "avait"]),
    ("es", &["el", "los", "las", "y", "del", "por", "una", "con", "su", "para", "había"]),
];

/// How many words of the text are counted.
const MAX_WORDS: usize = 2_000;

/// The language whose words the text has, if it has at least three, and twice as many as of any other.
pub fn language(text: &str) -> Option<&'static str> {
    let mut counts = LANGUAGES.map(|(lang, _)| (0, lang));
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(MAX_WORDS) {
        let word = word.to_lowercase();
        for ((count, _), (_, words)) in counts.iter_mut().zip(LANGUAGES) {
            *count += usize::from(words.contains(&word.as_str()));
        }
    }
    counts.sort();
    let [.., (second, _), (first, lang)] = counts;
    (first >= 3 && first >= 2 * second).then_some(lang)
}
