//! The JSON parser: it builds the tree within limits, and recovers from the commonest mistakes.
//!
//! The grammar is RFC 8259. The parser reports a missing or trailing comma, a comment or a line
//! break within a string and continues, so that an editor sees all problems of a document at once.
//! It stops where it cannot tell how to continue. Positions are byte offsets.

use super::names::Names;
use super::node::{Member, Node, Value, is_unseen};
use super::place::{Diagnostics, code};
use super::text::Cursor;
use super::{MAX_DEPTH, MAX_ITEMS};
use crate::problem::*;

/// The parser cannot continue; the reason is among the diagnostics.
pub(super) struct Stop;

/// Parses the whole text; `None` if the parser had to stop.
pub(crate) fn parse(text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    let mut parser = Parser { cursor: Cursor::new(text), items: 0, has_unseen: false, diagnostics };
    parser.document().ok()
}

struct Parser<'a, 'f> {
    cursor: Cursor<'a>,
    items: usize,
    has_unseen: bool,
    diagnostics: &'f mut Diagnostics,
}

impl Parser<'_, '_> {
    fn document(&mut self) -> Result<Node, Stop> {
        self.space();
        let is_json = match self.cursor.peek() {
            None => return Err(self.stop(&EMPTY_DOCUMENT, &[])),
            Some('{' | '[' | '"' | '0'..='9') => true,
            Some('-') => !self.cursor.opening().starts_with("--"),
            Some(other) => is_curly(other) || self.cursor.is_almost_a_word_of_json(),
        };
        if !is_json {
            // What the bytes are in detail does not matter any more.
            *self.diagnostics = Diagnostics::default();
            return Err(self.not_json(self.cursor.offset()));
        }
        let node = self.value(0)?;
        self.space();
        match (self.cursor.peek(), &node.value) {
            (None, Value::Text(text)) if text.trim_start().starts_with('{') => Err(self.not_json(node.at)),
            (None, _) => Ok(node),
            (Some('{'), _) | (Some(',' | ';'), Value::Text(_)) => Err(self.not_json(self.cursor.offset())),
            _ => {
                let found = self.cursor.describe();
                Err(self.stop(&TEXT_AFTER_END, &[&found]))
            }
        }
    }

    /// Reports that something else than a JSON document begins here. The words say what, as far as that can be told.
    fn not_json(&mut self, at: u32) -> Stop {
        self.diagnostics.add_opening(at, self.cursor.opening());
        Stop
    }

    fn value(&mut self, depth: usize) -> Result<Node, Stop> {
        let at = self.cursor.offset();
        self.items += 1;
        if self.items > MAX_ITEMS {
            return Err(self.stop(&TOO_MANY_ITEMS, &[]));
        }
        let value = match self.cursor.peek() {
            Some('{' | '[') if depth >= MAX_DEPTH => return Err(self.stop(&TOO_DEEP, &[])),
            Some('{') => self.object(depth + 1)?,
            Some('[') => self.list(depth + 1)?,
            Some('"') => Value::Text(self.cursor.text(self.diagnostics)?),
            Some('-' | '0'..='9') => match self.cursor.number() {
                Some(number) => Value::Number(number.to_owned()),
                None => return Err(self.expected(A_NUMBER)),
            },
            Some('t') if self.cursor.eat("true") => Value::Boolean(true),
            Some('f') if self.cursor.eat("false") => Value::Boolean(false),
            Some('n') if self.cursor.eat("null") => Value::Null,
            Some(c) if c.is_ascii_alphabetic() && !self.cursor.is_almost_a_word_of_json() => {
                let word = self.cursor.word();
                return Err(self.stop(&UNQUOTED, &[&word]));
            }
            _ => return Err(self.expected(A_VALUE)),
        };
        Ok(Node { at, end: self.cursor.offset(), value })
    }

    fn object(&mut self, depth: usize) -> Result<Value, Stop> {
        let mut members: Vec<Member> = Vec::new();
        self.cursor.advance();
        while self.next_entry('}', members.is_empty())? {
            let at = self.cursor.offset();
            if self.cursor.peek() != Some('"') {
                return Err(self.expected(A_FIELDS_NAME));
            }
            let key = self.cursor.text(self.diagnostics)?;
            self.space();
            if !self.cursor.eat(":") {
                return Err(self.expected(A_COLON));
            }
            self.space();
            let node = self.value(depth)?;
            members.push(Member { at, key, node });
        }
        let mut names = Names::default();
        for member in &members {
            if !names.add(&member.key, member.at) {
                self.diagnostics.add(member.at, &DUPLICATE_KEY, &[&member.key]);
            }
        }
        Ok(Value::Object(members))
    }

    fn list(&mut self, depth: usize) -> Result<Value, Stop> {
        let mut items = Vec::new();
        self.cursor.advance();
        while self.next_entry(']', items.is_empty())? {
            items.push(self.value(depth)?);
        }
        Ok(Value::List(items))
    }

    /// Advances to the next entry and returns `true`, or past the closing bracket and returns `false`.
    fn next_entry(&mut self, close: char, first: bool) -> Result<bool, Stop> {
        self.space();
        let comma = self.cursor.offset();
        let had_comma = !first && self.cursor.eat(",");
        if had_comma {
            self.space();
        }
        match self.cursor.peek() {
            Some(found) if found == close => {
                if had_comma {
                    self.diagnostics.add(comma, &TRAILING_COMMA, &[]);
                }
                self.cursor.advance();
                Ok(false)
            }
            // An entry begins where a comma should be, which is the commonest mistake of all.
            Some('"' | '{' | '[') if !first && !had_comma => {
                let found = self.cursor.describe();
                self.diagnostics.add(self.cursor.offset(), &MISSING_COMMA, &[&found]);
                Ok(true)
            }
            Some(_) if first || had_comma => Ok(true),
            _ if first || had_comma => Err(self.expected(if close == '}' { A_FIELD_OR_END } else { A_VALUE_OR_END })),
            _ => Err(self.expected(if close == '}' { A_COMMA_OR_END_OF_OBJECT } else { A_COMMA_OR_END_OF_LIST })),
        }
    }

    /// Skips whitespace, and reports and skips comments and invisible characters.
    fn space(&mut self) {
        loop {
            if self.cursor.space() {
                self.diagnostics.add(self.cursor.offset(), &COMMENT, &[]);
                self.cursor.comment();
            } else if let Some(character) = self.cursor.peek().filter(|c| !c.is_ascii() && is_unseen(*c)) {
                // A document with one such character usually has one in every line, so only the first is reported.
                if !self.has_unseen {
                    self.diagnostics.add(self.cursor.offset(), &INVISIBLE_CHARACTER, &[&code(character)]);
                }
                self.has_unseen = true;
                self.cursor.advance();
            } else {
                return;
            }
        }
    }

    fn expected(&mut self, what: &str) -> Stop {
        if self.cursor.peek().is_none() {
            return self.stop(&UNEXPECTED_END, &[what]);
        }
        let found = self.cursor.describe();
        match self.cursor.peek() {
            Some(mark) if is_curly(mark) => self.stop(&CURLY_QUOTE, &[mark.encode_utf8(&mut [0; 4])]),
            Some('&' | '\\') => self.not_json(self.cursor.offset()),
            _ => self.stop(&SYNTAX, &[what, &found]),
        }
    }

    fn stop(&mut self, rule: &'static Rule, words: &[&str]) -> Stop {
        self.diagnostics.add(self.cursor.offset(), rule, words);
        Stop
    }
}

/// Typographic quotation marks and the apostrophe.
fn is_curly(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '“' | '”' | '„' | '‹' | '›' | '«' | '»')
}
