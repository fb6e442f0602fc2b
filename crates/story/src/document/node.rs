//! The JSON tree, with the source offsets of its values.

use crate::model::{is_invisible, is_selector};
use crate::problem::*;

/// A value and the byte range `at..end` that it occupies in the text.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) at: u32,
    pub(crate) end: u32,
    pub(crate) value: Value,
}

/// A JSON value. Numbers stay text, because the format has only small whole ones.
#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A key of an object, its byte offset and its value.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) at: u32,
    pub(crate) key: String,
    pub(crate) node: Node,
}

impl Node {
    pub(crate) fn members(&self) -> &[Member] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    pub(crate) fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text, unless it is blank.
    // Every field of the format is read through `text` and `get`; inlining them would copy them to each.
    #[inline(never)]
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    }

    #[inline(never)]
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.members().iter().find(|member| member.key == key).map(|member| &member.node)
    }

    /// The kind of value, as a phrase for diagnostics.
    pub(crate) fn describe(&self) -> &'static str {
        match &self.value {
            Value::Null => NULL,
            Value::Boolean(true) => TRUE,
            Value::Boolean(false) => FALSE,
            Value::Number(_) => A_NUMBER,
            Value::Text(_) => A_TEXT,
            Value::List(_) => A_LIST,
            Value::Object(_) => AN_OBJECT,
        }
    }
}

/// A text without surrounding whitespace and invisible characters, which programs and copying often leave there
/// unnoticed.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(is_unseen)
}

/// Whether a character is whitespace or invisible.
#[inline(never)]
pub(super) fn is_unseen(character: char) -> bool {
    character.is_whitespace() || is_invisible(character) || is_selector(character)
}
