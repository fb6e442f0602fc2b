//! Structured changes to the documents of the cases, which keep most of their syntax: entries that are missing, twice
//! or elsewhere, values of other fields and of other cases, and unbalanced brackets. Random bytes rarely get this far
//! into the checks.

use std::fs;
use std::ops::Range;
use std::sync::LazyLock;

use super::documents::document;
use crate::folder;

/// Larger cases test limits. Most changes to them have no effect, and take long.
const MAX_BYTES: usize = 20_000;

/// Repeated copies could otherwise double a document again and again.
const MAX_TOKENS: usize = 20_000;

/// The documents of the cases that are UTF-8.
static CASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let documents = folder::cases().into_iter().map(|case| fs::read_to_string(case.join("document.json")));
    let cases: Vec<String> = documents.filter_map(Result::ok).filter(|text| text.len() <= MAX_BYTES).collect();
    assert!(cases.len() >= 80, "only {} cases", cases.len());
    cases
});

/// The same documents as tokens.
static TOKENS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| CASES.iter().map(|text| tokens(text)).collect());

/// Reads the bytes as a case and a list of changes to it. Returns the changed document.
pub fn mutated(bytes: &[u8]) -> String {
    let mut choices = Choices(bytes);
    let mut document = choices.case().clone();
    while !choices.0.is_empty() && !document.is_empty() {
        let kind = choices.below(8);
        let at = choices.below(document.len());
        match kind {
            0 | 1 => drop(document.drain(entry_with_comma(&document, at))),
            2 => {
                let entry = entry(&document, at);
                let copy: Vec<&str> = [","].into_iter().chain(document[entry.clone()].iter().copied()).collect();
                document.splice(entry.end..entry.end, copy);
            }
            3 | 4 => {
                let from = choices.below(document.len());
                let copy = document[value(&document, from)].to_vec();
                document.splice(value(&document, at), copy);
            }
            5 => {
                let other = choices.case();
                let from = choices.below(other.len());
                document.splice(value(&document, at), other[value(other, from)].iter().copied());
            }
            6 => {
                let other = choices.below(document.len());
                document.swap(at, other);
            }
            _ => drop(document.remove(at)),
        }
        document.truncate(MAX_TOKENS);
    }
    document.concat()
}

/// Reads a changed document. Returns whether it is accepted.
pub fn mutation(bytes: &[u8]) -> bool {
    document(mutated(bytes).as_bytes())
}

/// Bytes as a series of choices. After the end, each choice is the first.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    /// A number below the limit, which is 0 only if there is nothing to choose from.
    fn below(&mut self, limit: usize) -> usize {
        let (chosen, rest) = self.0.split_at(self.0.len().min(2));
        self.0 = rest;
        chosen.iter().fold(0, |number, byte| number << 8 | usize::from(*byte)) % limit.max(1)
    }

    fn case(&mut self) -> &'static Vec<&'static str> {
        let number = self.below(TOKENS.len());
        &TOKENS[number]
    }
}

const PUNCTUATION: [char; 6] = ['{', '}', '[', ']', ':', ','];

/// The tokens of a text, each with the whitespace before it.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let token = rest.trim_start();
        let length = match token.chars().next() {
            Some('"') => string_length(token),
            Some(first) if PUNCTUATION.contains(&first) => 1,
            _ => {
                let end = token.find(|c: char| c.is_whitespace() || c == '"' || PUNCTUATION.contains(&c));
                end.unwrap_or(token.len())
            }
        };
        let (token, after) = rest.split_at(rest.len() - token.len() + length);
        tokens.push(token);
        rest = after;
    }
    tokens
}

/// The length of the string at the beginning of a text, or of the text if the string does not end.
fn string_length(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The first value of a field, or of a list, at or after a token.
fn value(tokens: &[&str], at: usize) -> Range<usize> {
    let start = start(tokens, at, &[":", "["]);
    start..value_end(tokens, start)
}

/// The first entry of an object or a list at or after a token.
fn entry(tokens: &[&str], at: usize) -> Range<usize> {
    let start = start(tokens, at, &["{", "[", ","]);
    let mut end = start;
    while tokens.get(end).is_some_and(|token| !matches!(token.trim_start(), "," | "}" | "]")) {
        end = value_end(tokens, end);
    }
    start..end
}

/// The same entry with the comma before it, or else with the comma behind it.
fn entry_with_comma(tokens: &[&str], at: usize) -> Range<usize> {
    let Range { start, end } = entry(tokens, at);
    let is_comma = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.trim_start() == ",");
    match (is_comma(start.checked_sub(1)), is_comma(Some(end))) {
        (true, _) => start - 1..end,
        (false, true) => start..end + 1,
        (false, false) => start..end,
    }
}

/// The first token at or after this one that follows one of these, or else this one.
fn start(tokens: &[&str], at: usize, after: &[&str]) -> usize {
    let follows = |at: &usize| *at > 0 && after.contains(&tokens[at - 1].trim_start());
    (at..tokens.len()).find(follows).unwrap_or(at)
}

/// The end of the value that begins with this token: behind the matching bracket, or behind the token itself.
fn value_end(tokens: &[&str], at: usize) -> usize {
    let mut depth = 0_usize;
    for (number, token) in tokens.iter().enumerate().skip(at) {
        match token.trim_start() {
            "{" | "[" => depth += 1,
            "}" | "]" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return number + 1;
        }
    }
    tokens.len()
}
