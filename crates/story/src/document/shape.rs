//! The structure of a document as data. Documents are validated against it, and the JSON Schema is
//! generated from it.

use super::node::{Node, Value, trimmed};
use super::place::Diagnostics;
use super::suggest::Suggestions;
use crate::problem::*;

/// The type of a value.
#[derive(Debug)]
#[cfg_attr(not(feature = "editor"), allow(dead_code, reason = "some of it only matters to the schema"))]
pub enum Type {
    /// Text for people, of at most 20,000 characters.
    Text,
    /// The name by which other parts of the document refer to this one.
    Id,
    /// A reference to the id of a `party`, `claim`, `report`, `statement` or `occasion`.
    Reference(&'static str),
    /// A date in the subset of EDTF that `model::Date` reads.
    Date,
    /// An `http` or `https` address.
    Link,
    /// A BCP 47 language tag.
    Language,
    /// An IANA time zone.
    TimeZone,
    /// The number of the format's version.
    Version,
    /// A whole number from 1 to 9999.
    Count,
    /// True or false.
    Boolean,
    /// One word of a fixed set.
    Word {
        /// The name of the set.
        name: &'static str,
        /// The words.
        words: &'static [&'static str],
        /// The meaning of each word.
        #[cfg(feature = "editor")]
        meanings: &'static [&'static str],
    },
    /// A list of values of one type.
    List(&'static Type),
    /// An object whose keys are ids of this kind, or references to them.
    Map {
        /// What the keys refer to.
        key: &'static str,
        /// The type of every value.
        value: &'static Type,
    },
    /// An object with fields of its own.
    Object(&'static Shape),
}

/// One field of an object.
#[derive(Debug)]
pub struct Field {
    /// Its key in the JSON.
    pub key: &'static str,
    /// Its description, for the reference and for the remedy when it is missing.
    #[cfg(feature = "editor")]
    pub doc: &'static str,
    /// The type of its value.
    pub of: Type,
    /// Whether it is required.
    pub required: bool,
}

/// The fields of one kind of object.
#[derive(Debug)]
#[cfg_attr(not(feature = "editor"), allow(dead_code, reason = "its name and description only matter to the schema"))]
pub struct Shape {
    /// Its name in the schema.
    pub name: &'static str,
    /// Its description.
    #[cfg(feature = "editor")]
    pub doc: &'static str,
    /// Its fields, in the order of the reference.
    pub fields: &'static [Field],
}

/// Validates a node against a type and reports every mismatch. Recursion is as deep as the types nest.
pub(crate) fn conform(node: &Node, of: &Type, suggestions: &mut Suggestions, diagnostics: &mut Diagnostics) {
    match (of, &node.value) {
        (Type::Object(shape), Value::Object(_)) => fields(node, shape, suggestions, diagnostics),
        (Type::List(of), Value::List(items)) => {
            for item in items {
                conform(item, of, suggestions, diagnostics);
            }
        }
        (Type::Map { value, .. }, Value::Object(members)) => {
            for member in members {
                if trimmed(&member.key).is_empty() {
                    diagnostics.add(member.at, &EMPTY_ID, &[]);
                }
                conform(&member.node, value, suggestions, diagnostics);
            }
        }
        (Type::Word { name, words, .. }, Value::Text(text)) if !words.contains(&text.as_str()) => {
            let near = suggestions.near(text, words.iter().copied());
            diagnostics.add_long(node.at, &UNKNOWN_WORD, &[text, &near], every_word(name, words));
        }
        (Type::Count, Value::Number(number)) => {
            if count(number).is_none() {
                diagnostics.add(node.at, &BAD_COUNT, &[number]);
            }
        }
        (Type::Text, Value::Text(text)) => {
            if ADVISES && let Some(markup) = markup(text) {
                diagnostics.add(node.at, &MARKUP, &[markup]);
            }
        }
        (Type::Id | Type::Reference(_), Value::Text(text)) if trimmed(text).is_empty() => {
            diagnostics.add(node.at, &EMPTY_ID, &[]);
        }
        (Type::Version, Value::Number(_)) | (Type::Boolean, Value::Boolean(_)) => {}
        (
            Type::Id
            | Type::Reference(_)
            | Type::Date
            | Type::Link
            | Type::Language
            | Type::TimeZone
            | Type::Word { .. },
            Value::Text(_),
        ) => {}
        _ => {
            let remedy = if matches!(node.value, Value::Null) { FILL_IT_IN } else { of.advice() };
            diagnostics.add(node.at, &WRONG_TYPE, &[of.describe(), node.describe(), remedy]);
        }
    }
}

fn fields(node: &Node, shape: &'static Shape, suggestions: &mut Suggestions, diagnostics: &mut Diagnostics) {
    for member in node.members() {
        let Some(field) = shape.fields.iter().find(|field| field.key == member.key) else {
            let near = suggestions.near(&member.key, shape.fields.iter().map(|field| field.key));
            if !near.is_empty() {
                diagnostics.add(member.at, &MISSPELT_FIELD, &[&member.key, &near]);
            } else if ADVISES {
                // Only advice, since a later release may define the field.
                diagnostics.add(member.at, &UNKNOWN_FIELD, &[&member.key]);
            }
            continue;
        };
        conform(&member.node, &field.of, suggestions, diagnostics);
        if ADVISES && field.is_blank(&member.node) && !field.required {
            diagnostics.add(member.node.at, &EMPTY_FIELD, &[field.key]);
        }
    }
    for field in shape.fields.iter().filter(|field| field.required) {
        let blank = node.get(field.key).is_some_and(|value| field.is_blank(value));
        if blank || node.get(field.key).is_none() {
            let why = if blank { ": its value is empty" } else { "" };
            diagnostics.add_long(node.at, &MISSING_FIELD, &[field.key, why], meaning(shape, field));
        }
    }
}

impl Field {
    /// Whether the value is blank text. Words and ids are left out, as other rules cover them.
    fn is_blank(&self, value: &Node) -> bool {
        let may_be_blank = matches!(self.of, Type::Text | Type::Date | Type::Link | Type::Language | Type::TimeZone);
        may_be_blank && matches!(&value.value, Value::Text(text) if text.trim().is_empty())
    }
}

impl Type {
    /// The expected type, as a phrase for diagnostics.
    pub fn describe(&self) -> &'static str {
        match self {
            Self::Text => A_TEXT,
            Self::Id | Self::Reference(_) => AN_ID,
            Self::Date => A_DATE,
            Self::Link => AN_ADDRESS,
            Self::Language => A_LANGUAGE,
            Self::TimeZone => A_TIME_ZONE,
            Self::Version => THE_VERSION,
            Self::Count => A_WHOLE_NUMBER,
            Self::Boolean => TRUE_OR_FALSE,
            Self::Word { .. } => A_WORD,
            Self::List(_) => A_LIST,
            Self::Map { .. } | Self::Object(_) => AN_OBJECT,
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::List(_) => LIST_IT,
            Self::Map { .. } | Self::Object(_) => ENCLOSE_IT,
            Self::Version | Self::Count => UNQUOTE_IT,
            Self::Boolean => DECIDE_IT,
            _ => QUOTE_IT,
        }
    }
}

/// Parses a whole number from 1 to 9999, the range of the format's counts.
pub(crate) fn count(written: &str) -> Option<u16> {
    written.parse::<u16>().ok().filter(|count| (1..=9999).contains(count))
}

/// The first part of a text that looks like an HTML tag or entity.
fn markup(text: &str) -> Option<&str> {
    let tag = text.match_indices('<').find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let begins = rest.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic() || c == '/');
        let end = rest.find('>').filter(|_| begins)?;
        rest.get(..=end)
    });
    tag.or_else(|| {
        text.match_indices('&').find_map(|(at, _)| {
            let rest = text.get(at..)?;
            let name = rest.get(1..rest.find(';')?)?;
            let is_name = (2..=8).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
            is_name.then(|| rest.get(..name.len() + 2)).flatten()
        })
    })
}

/// The allowed words as a list for a sentence; in the browser build, the key of that list.
pub(super) fn every_word(name: &str, words: &[&str]) -> String {
    if cfg!(not(feature = "editor")) { name.to_owned() } else { words.join(", ") }
}

/// The key of the phrase that describes a field.
#[cfg(not(feature = "editor"))]
pub(super) fn meaning(shape: &Shape, field: &Field) -> String {
    format!("{}.{}", shape.name, field.key)
}

/// The description of a field, starting in lower case so that it can continue a sentence.
#[cfg(feature = "editor")]
pub(super) fn meaning(_: &Shape, field: &Field) -> String {
    let mut characters = field.doc.trim().chars();
    characters.next().map_or_else(String::new, |first| first.to_ascii_lowercase().to_string() + characters.as_str())
}
