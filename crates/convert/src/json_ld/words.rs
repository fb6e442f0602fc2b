//! The panel's words for stances and for answers that were not found, in every language of the panel.

use std::collections::HashMap;
use std::sync::LazyLock;

/// By language and key.
type Words = HashMap<(&'static str, &'static str), &'static str>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let lines = include_str!("words.txt").lines().filter_map(|line| line.split_once(" = "));
    lines.filter_map(|(name, words)| Some((name.split_once(' ')?, words))).collect()
});

/// The language of the panel's words for a document with this BCP 47 tag, by the rules of `docs/languages.md`. `None`
/// means that the panel has no words in the language.
pub(super) fn language(lang: &str) -> Option<&'static str> {
    let lower = lang.to_ascii_lowercase();
    let mut parts = lower.split('-');
    let language = parts.next().unwrap_or_default();
    let parts: Vec<&str> = parts.collect();
    let has = |known: &[&str]| parts.iter().any(|part| known.contains(part));
    let tag = match language {
        "zh" if has(&["hant", "tw", "hk", "mo"]) && !has(&["hans"]) => "zh-Hant",
        "zh" => "zh-Hans",
        "no" | "nn" => "nb",
        "in" => "id",
        "iw" => "he",
        language => language,
    };
    WORDS.keys().find(|(known, _)| *known == tag).map(|(known, _)| *known)
}

/// The words for a key such as `denies` or `no-statement-found` in a language that [`language`] has found.
pub(super) fn words(language: &str, key: &str) -> &'static str {
    WORDS.get(&(language, key)).copied().unwrap_or_default()
}
