//! Problems by byte offset, and their conversion to locations that people can find.
//!
//! While a document is read and checked, a problem records only an offset. Afterwards its pointer is
//! looked up in the tree, and lines and columns are counted in one pass over the text. A document
//! without problems thus costs nothing extra, and one with many costs little.

use super::node::{Node, Value, is_unseen};
use crate::model::is_selector;
use crate::problem::{MORE_PROBLEMS, NOT_JSON, Place, Problem, Rule, Severity};

/// Maximum number of problems listed for one rule. Nobody reads more, and a file full of mistakes
/// must not fill the memory of a reader's browser.
const MAX_PROBLEMS_PER_RULE: u32 = 1_000;

/// Maximum number of characters of a document's word that a sentence or a path quotes.
const MAX_WORD_CHARACTERS: usize = 60;

/// A byte offset, a rule and the words for its sentences.
type Diagnostic = (u32, &'static Rule, Vec<String>);

/// Problems in document order.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    list: Vec<Diagnostic>,
    counts: Vec<(&'static Rule, u32)>,
}

impl Diagnostics {
    /// Adds a problem at a byte offset. Words are shortened to fit into a sentence.
    // This is called from a hundred places, so inlining it would multiply its code.
    #[inline(never)]
    pub(crate) fn add(&mut self, at: u32, rule: &'static Rule, words: &[&str]) {
        self.insert(at, rule, words.iter().map(|word| shorten(word)).collect());
    }

    /// Adds a problem whose last word is not shortened.
    pub(crate) fn add_long(&mut self, at: u32, rule: &'static Rule, words: &[&str], last: String) {
        let mut words: Vec<String> = words.iter().map(|word| shorten(word)).collect();
        words.push(last);
        self.insert(at, rule, words);
    }

    /// Adds the problem that something else than a JSON document begins like this.
    pub(crate) fn add_opening(&mut self, at: u32, opening: String) {
        #[cfg(feature = "editor")]
        let words = {
            let (found, remedy) = crate::problem::recognized(&opening);
            vec![opening, found.to_owned(), remedy.to_owned()]
        };
        #[cfg(not(feature = "editor"))]
        let words = vec![opening];
        self.insert(at, &NOT_JSON, words);
    }

    /// Inserts a diagnostic in document order. Most arrive in that order, so this seldom moves
    /// anything, and it is a tenth of the code of a sort.
    fn insert(&mut self, at: u32, rule: &'static Rule, words: Vec<String>) {
        let entry = match self.counts.iter_mut().find(|(counted, _)| counted.code == rule.code) {
            Some((_, count)) if *count > MAX_PROBLEMS_PER_RULE => return,
            Some((_, count)) => {
                *count += 1;
                if *count > MAX_PROBLEMS_PER_RULE {
                    (at, &MORE_PROBLEMS, vec![rule.code.to_owned()])
                } else {
                    (at, rule, words)
                }
            }
            None => {
                self.counts.push((rule, 1));
                (at, rule, words)
            }
        };
        let place = self.list.partition_point(|(other, ..)| *other <= at);
        self.list.insert(place, entry);
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.list.iter().any(|(_, rule, _)| rule.severity == Severity::Error)
    }

    /// The problems with their locations, in document order.
    pub(crate) fn into_problems(self, text: &str, root: Option<&Node>) -> Vec<Problem> {
        let (mut line, mut column, mut seen) = (1, 1, 0);
        let place = |(at, rule, words): Diagnostic| {
            let between = text.get(seen..at as usize).unwrap_or_default();
            for character in between.chars() {
                (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            seen += between.len();
            let (pointer, path) = root.map(|root| trace(root, at)).unwrap_or_default();
            Problem::new(rule, Place { pointer, path, line, column }, words)
        };
        self.list.into_iter().map(place).collect()
    }
}

/// The pointer and the path of the innermost value that contains the offset.
fn trace(root: &Node, at: u32) -> (String, String) {
    let (mut pointer, mut path, mut node) = (String::new(), String::new(), root);
    while node.at < at {
        match &node.value {
            Value::Object(members) => {
                let after = members.partition_point(|member| member.at <= at);
                let Some(member) = after.checked_sub(1).and_then(|i| members.get(i)) else { break };
                if at >= member.node.end {
                    break;
                }
                pointer.push('/');
                pointer.push_str(&member.key.replace('~', "~0").replace('/', "~1"));
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&shorten(&member.key));
                node = &member.node;
            }
            Value::List(items) => {
                let after = items.partition_point(|item| item.at <= at);
                let Some(index) = after.checked_sub(1) else { break };
                let Some(item) = items.get(index).filter(|item| at < item.end) else { break };
                let index = index.to_string();
                pointer.push('/');
                pointer.push_str(&index);
                path.push('[');
                path.push_str(&index);
                path.push(']');
                node = item;
            }
            _ => break,
        }
    }
    (pointer, path)
}

/// Shortens a word of the document for a sentence: at most [`MAX_WORD_CHARACTERS`], on one line, with the codes of
/// invisible characters, which the sentence replaces by their names.
pub(crate) fn shorten(word: &str) -> String {
    let (mut short, mut before) = (String::new(), ' ');
    for (number, character) in word.chars().enumerate() {
        if number == MAX_WORD_CHARACTERS {
            short.push('…');
            break;
        }
        // Joiners, marks of direction and selectors belong to words of some languages, and to emoji.
        let may_belong = matches!(character, '\u{200C}'..='\u{200F}') || is_selector(character);
        match character {
            ' ' => short.push(' '),
            _ if character.is_control() => short.push(' '),
            _ if is_unseen(character) && (before.is_ascii() || !may_belong) => {
                short.push('[');
                short.push_str(&code(character));
                short.push(']');
            }
            _ => short.push(character),
        }
        before = character;
    }
    short
}

/// The code of a character, such as `U+200B`.
pub(super) fn code(character: char) -> String {
    let digits = (0..6).rev().map(|place| (place, u32::from(character) >> (4 * place)));
    let digits = digits.filter(|(place, rest)| *place < 4 || *rest > 0);
    let digits = digits.filter_map(|(_, rest)| char::from_digit(rest & 15, 16));
    format!("U+{}", digits.map(|digit| digit.to_ascii_uppercase()).collect::<String>())
}
