//! The tree that JSON becomes: values that know where they stand.

use crate::problem::*;

/// A value, the byte offset at which it begins, and the one right after it.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) at: u32,
    pub(crate) end: u32,
    pub(crate) value: Value,
}

/// What a node holds. Numbers stay as they are written: the format only knows small whole ones.
#[derive(Debug)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Object(Vec<Member>),
}

/// A key of an object, where it stands, and its value.
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
    // Every field of the format is read through these two; they are not copied to each of them.
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

    /// What it is, in words.
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
