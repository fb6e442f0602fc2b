//! Cells and the values that they stand for.

use serde_json::{Map, Value};

use super::fields::{Entry, Form};
use super::language::Languages;
use super::names::{Book, Resolved};
use crate::dates::{self, Order, Reading};

/// Why a cell cannot be used.
#[derive(Debug)]
pub(super) enum Trouble {
    /// It refers to nothing.
    Unknown(Entry, String),
    /// It refers to several entries.
    Many(String, Vec<String>),
    /// It can be either of two dates.
    Ambiguous(String, String),
    /// It is the number of a date.
    Number,
}

/// What decides the meaning of cells.
pub(super) struct Reader<'a> {
    pub(super) languages: &'a Languages,
    pub(super) book: &'a Book,
    pub(super) order: Option<Order>,
}

impl Reader<'_> {
    /// The value of a cell. What is no word, date or number stays as it is, so that `check` reports it.
    pub(super) fn value(&self, form: Form, cell: &str) -> Result<Value, Trouble> {
        let text = || Value::from(cell);
        Ok(match form {
            Form::Text => text(),
            Form::Texts => items(cell, |_| false).into_iter().map(Value::from).collect(),
            Form::Word(section) => Value::from(self.languages.word(section, cell).unwrap_or(cell)),
            Form::Date => Value::from(self.date(cell)?),
            Form::Count => whole(cell).map_or_else(text, Value::from),
            Form::Flag if self.languages.word("words", cell) == Some("yes") => Value::from(true),
            Form::Flag => text(),
            Form::One(entry) => self.reference(entry, cell)?,
            Form::Several(entry) => self.references(entry, cell)?,
            Form::Reports(none) if self.languages.word("words", cell) == Some(none) => Value::Array(Vec::new()),
            Form::Reports(_) => self.references(Entry::Report, cell)?,
            Form::Attempts => items(cell, |_| false).into_iter().map(|item| self.attempt(item)).collect(),
        })
    }

    fn date(&self, cell: &str) -> Result<String, Trouble> {
        match dates::read(cell, self.order) {
            Reading::Date(date) => Ok(date),
            Reading::Unknown => Ok(cell.to_owned()),
            Reading::Ambiguous(one, other) => Err(Trouble::Ambiguous(one, other)),
            Reading::Number => Err(Trouble::Number),
        }
    }

    fn reference(&self, entry: Entry, cell: &str) -> Result<Value, Trouble> {
        match self.book.resolve(entry, cell) {
            Resolved::One(id) => Ok(Value::from(id)),
            Resolved::Many(ids) => Err(Trouble::Many(cell.to_owned(), ids)),
            Resolved::None => Err(Trouble::Unknown(entry, cell.to_owned())),
        }
    }

    fn references(&self, entry: Entry, cell: &str) -> Result<Value, Trouble> {
        self.items(entry, cell).into_iter().map(|item| self.reference(entry, item)).collect()
    }

    /// The single references in a cell.
    pub(super) fn items<'c>(&self, entry: Entry, cell: &'c str) -> Vec<&'c str> {
        items(cell, |line| self.book.resolve(entry, line) != Resolved::None)
    }

    /// An attempt such as “2 March 2031, e-mail”, “2031-03-02” or “e-mail”.
    fn attempt(&self, item: &str) -> Value {
        let is_date = |text: &str| match dates::read(text, self.order) {
            Reading::Date(date) => Some(date),
            _ => None,
        };
        let mut attempt = Map::new();
        let ends = item.match_indices(',').map(|(at, _)| at).rev().map(|at| item.split_at(at));
        let split = ends.take(3).find_map(|(date, rest)| Some((is_date(date)?, rest.get(1..)?.trim())));
        match (is_date(item), split) {
            (Some(date), _) => {
                attempt.insert("date".to_owned(), Value::from(date));
            }
            (None, Some((date, by))) => {
                attempt.insert("date".to_owned(), Value::from(date));
                if !by.is_empty() {
                    attempt.insert("by".to_owned(), Value::from(by));
                }
            }
            (None, None) => {
                attempt.insert("by".to_owned(), Value::from(item));
            }
        }
        Value::Object(attempt)
    }

    /// A cell for a value, unless no cell has exactly this value.
    pub(super) fn cell(&self, form: Form, value: &Value, name_of: &dyn Fn(Entry, &str) -> String) -> Option<String> {
        let label = |entry: Entry, value: &Value| {
            let id = value.as_str()?;
            self.book.label(entry, id, &name_of(entry, id))
        };
        let joined = |of: &dyn Fn(&Value) -> Option<String>| {
            let items: Option<Vec<String>> = value.as_array()?.iter().map(of).collect();
            items.map(|items| items.join("\n"))
        };
        let cell = match form {
            Form::Text | Form::Date | Form::Word(_) => value.as_str()?.to_owned(),
            Form::Texts => joined(&|one| one.as_str().map(str::to_owned))?,
            Form::Count => value.as_u64()?.to_string(),
            Form::Flag => value.as_bool().filter(|flag| *flag).map(|_| "yes".to_owned())?,
            Form::One(entry) => label(entry, value)?,
            Form::Several(entry) => joined(&|one| label(entry, one))?,
            Form::Reports(none) if value.as_array().is_some_and(Vec::is_empty) => none.to_owned(),
            Form::Reports(_) => joined(&|one| label(Entry::Report, one))?,
            Form::Attempts => joined(&attempt_line)?,
        };
        let read = super::grid::clean(&super::grid::guarded(&cell));
        let is_same = !read.is_empty() && self.value(form, &read).is_ok_and(|found| found == *value);
        is_same.then_some(cell)
    }
}

fn attempt_line(attempt: &Value) -> Option<String> {
    let part = |key: &str| attempt.get(key).and_then(Value::as_str);
    match (part("date"), part("by")) {
        (Some(date), Some(by)) => Some(format!("{date}, {by}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

/// The items of a cell: its lines, or the parts between semicolons if it has only one line that is not one item.
fn items(cell: &str, is_one: impl Fn(&str) -> bool) -> Vec<&str> {
    let sign = if cell.contains('\n') { '\n' } else { ';' };
    if sign == ';' && is_one(cell) {
        return vec![cell];
    }
    cell.split(sign).map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// A whole number, also with a decimal part of zeros as spreadsheets write it: 2,0 or 2.0.
fn whole(cell: &str) -> Option<u64> {
    let (whole, decimals) = cell.split_once([',', '.']).unwrap_or((cell, ""));
    let is_whole = decimals.bytes().all(|byte| byte == b'0') && decimals.len() < 3;
    let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole && is_number).then(|| whole.parse().ok()).flatten()
}
