//! From byte offsets to places that people can find.
//!
//! While a document is read and checked, a problem only notes an offset. The pointer is looked up
//! in the tree afterwards, and lines and columns are counted in one pass over the text, so that
//! reading pays nothing for problems that it does not have and little for many.

use super::node::{Node, Value};
use crate::problem::{MORE_PROBLEMS, Place, Problem, Rule, Severity};

/// So often one rule can be broken before the rest is summed up: nobody reads on, and a file that
/// is nothing but mistakes must not fill the memory of a reader's browser with sentences.
const MOST: u32 = 1_000;

/// A place as an offset, a rule, and the words for its sentences.
type Finding = (u32, &'static Rule, Vec<String>);

/// Problems in the order of the document.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    counts: Vec<(&'static Rule, u32)>,
}

impl Findings {
    // Called from a hundred places: a copy in each would weigh more than all that it does.
    #[inline(never)]
    pub(crate) fn add(&mut self, at: u32, rule: &'static Rule, words: &[&str]) {
        self.insert(at, rule, words.iter().map(|word| shorten(word)).collect());
    }

    /// The same with a last word that may be longer than a document's words are shown.
    pub(crate) fn add_long(&mut self, at: u32, rule: &'static Rule, words: &[&str], last: String) {
        let mut words: Vec<String> = words.iter().map(|word| shorten(word)).collect();
        words.push(last);
        self.insert(at, rule, words);
    }

    /// Keeps the order of the document. Most findings come in that order, so that this seldom
    /// moves anything, and it weighs a tenth of a sort.
    fn insert(&mut self, at: u32, rule: &'static Rule, words: Vec<String>) {
        let entry = match self.counts.iter_mut().find(|(counted, _)| counted.code == rule.code) {
            Some((_, count)) if *count > MOST => return,
            Some((_, count)) => {
                *count += 1;
                if *count > MOST { (at, &MORE_PROBLEMS, vec![rule.code.to_owned()]) } else { (at, rule, words) }
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

    /// The problems with their places, in the order of the document.
    pub(crate) fn into_problems(self, text: &str, root: Option<&Node>) -> Vec<Problem> {
        let (mut line, mut column, mut seen) = (1, 1, 0);
        let place = |(at, rule, words): Finding| {
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

/// The pointer and the path of the innermost value that spans the offset.
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

/// A word of the document that fits into a sentence: at most 60 characters, on one line.
pub(crate) fn shorten(word: &str) -> String {
    let mut short = String::new();
    for (number, character) in word.chars().enumerate() {
        if number == 60 {
            short.push('…');
            break;
        }
        short.push(if character.is_control() { ' ' } else { character });
    }
    short
}
