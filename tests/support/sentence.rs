//! Parsing of filled sentences.

/// The words that fill the placeholders `{0}`, `{=1}` … of a template, each with its number; `None` if
/// the sentence does not match the template.
pub fn words(template: &str, sentence: &str) -> Option<Vec<(usize, String)>> {
    let mut words = Vec::new();
    let mut parts = template.split('{');
    let mut rest = sentence.strip_prefix(parts.next()?)?;
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let (number, literal) = part.split_once('}')?;
        let word = if parts.peek().is_none() { rest.strip_suffix(literal)? } else { rest.split_once(literal)?.0 };
        rest = rest.strip_prefix(word)?.strip_prefix(literal)?;
        words.push((number.trim_start_matches('=').parse().ok()?, word.to_owned()));
    }
    rest.is_empty().then_some(words)
}
