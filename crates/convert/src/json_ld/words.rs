//! The panel's words for stances and for answers that were not found, in every language of the panel.

/// The words for a key such as `denies` or `no-statement-found`, in the language with this BCP 47 tag, or else in English.
pub(super) fn words(lang: &str, key: &str) -> &'static str {
    let is_language = |tag: &str| {
        let rest = lang.get(tag.len()..).unwrap_or_default();
        lang.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag))
            && (rest.is_empty() || rest.starts_with('-'))
    };
    let find = |is_it: &dyn Fn(&str) -> bool| {
        let lines = include_str!("words.txt").lines().filter_map(|line| line.split_once(" = "));
        let mut lines = lines.filter_map(|(name, words)| Some((name.split_once(' ')?, words)));
        lines.find(|((tag, of), _)| *of == key && is_it(tag)).map(|(_, words)| words)
    };
    find(&is_language).or_else(|| find(&|tag| tag == "en")).unwrap_or_default()
}
