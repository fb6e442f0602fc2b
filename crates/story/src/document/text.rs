//! The parser's cursor, and the scanning of JSON strings and numbers.

use super::MAX_CHARACTERS;
use super::json::Stop;
use super::place::Diagnostics;
use crate::problem::*;

/// A position in the text, always on a character boundary.
pub(super) struct Cursor<'a> {
    rest: &'a str,
    length: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text, length: text.len() }
    }

    /// Byte offset from the beginning. The size limit of documents keeps it within 32 bits.
    pub(super) fn offset(&self) -> u32 {
        (self.length - self.rest.len()) as u32
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    pub(super) fn advance(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    pub(super) fn eat(&mut self, what: &str) -> bool {
        let after = self.rest.strip_prefix(what);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn eat_while(&mut self, wanted: fn(char) -> bool) -> &'a str {
        let before = self.rest;
        self.rest = before.trim_start_matches(wanted);
        before.get(..before.len() - self.rest.len()).unwrap_or_default()
    }

    /// Skips whitespace and returns whether a comment follows.
    pub(super) fn space(&mut self) -> bool {
        self.eat_while(|c| matches!(c, ' ' | '\t' | '\n' | '\r'));
        self.rest.starts_with("//") || self.rest.starts_with("/*")
    }

    /// Skips the comment that begins here.
    pub(super) fn comment(&mut self) {
        let is_block = self.rest.starts_with("/*");
        let mut before = ' ';
        self.advance();
        while let Some(character) = self.advance() {
            if (is_block && before == '*' && character == '/') || (!is_block && character == '\n') {
                return;
            }
            before = character;
        }
    }

    /// Scans a number. If no valid JSON number begins here, the cursor does not move.
    pub(super) fn number(&mut self) -> Option<&'a str> {
        let before = self.rest;
        let written = self.eat_while(in_number);
        let number = is_number(written).then_some(written);
        if number.is_none() {
            self.rest = before;
        }
        number
    }

    /// The token that begins here, quoted for a diagnostic.
    pub(super) fn describe(&self) -> String {
        match self.peek() {
            None => "the end".to_owned(),
            Some('"') => {
                let mut after = self.rest.chars();
                after.next();
                format!("\"{}\"", beginning(after.as_str(), 40, |c| c != '"' && c != '\n'))
            }
            Some('-' | '+' | '.' | '0'..='9') => format!("“{}”", beginning(self.rest, usize::MAX, in_number)),
            Some(c) if is_letter(c) => format!("“{}”", self.word()),
            Some(c) => format!("“{c}”"),
        }
    }

    /// The beginning of the text from here on, long enough to tell what it is.
    pub(super) fn opening(&self) -> String {
        beginning(self.rest, 200, |_| true)
    }

    /// The word that begins here, shortened for a diagnostic; the cursor does not move.
    pub(super) fn word(&self) -> String {
        beginning(self.rest, 60, |c| is_letter(c) || matches!(c, '-' | '_'))
    }

    /// Whether the word that begins here resembles a literal: of JSON, or one that other languages have.
    pub(super) fn is_almost_a_word_of_json(&self) -> bool {
        let word = self.word();
        ["true", "false", "null", "none", "nan"].iter().any(|known| word.eq_ignore_ascii_case(known))
    }

    /// Scans the string that begins at this quotation mark and resolves its escapes.
    pub(super) fn text(&mut self, diagnostics: &mut Diagnostics) -> Result<String, Stop> {
        let begin = self.offset();
        self.advance();
        let mut text = String::new();
        let mut length = 0;
        let mut broken = false;
        loop {
            let plain = self.eat_while(|c| c != '"' && c != '\\' && c >= ' ');
            text.push_str(plain);
            // `chars().count()` is optimised for long texts and is a hundred times the code.
            length += plain.bytes().filter(|byte| !(0x80..0xC0).contains(byte)).count();
            let at = self.offset();
            match self.advance() {
                Some('"') => break,
                Some('\\') => text.push(self.escape(at, diagnostics)),
                // Of the two characters of a Windows line break, the second one is reported.
                Some('\r') if self.peek() == Some('\n') => {}
                Some('\n' | '\r') => {
                    // Reported once for each string, at its first line break.
                    if !broken {
                        diagnostics.add(at, &LINE_BREAK_IN_TEXT, &[]);
                    }
                    broken = true;
                    text.push('\n');
                }
                Some(other) => {
                    let digit = |number| char::from_digit(number, 16).unwrap_or_default();
                    let code = format!("\\u00{}{}", digit(other as u32 / 16), digit(other as u32 % 16));
                    diagnostics.add(at, &CONTROL_CHARACTER, &[&code]);
                    text.push(' ');
                }
                None => {
                    diagnostics.add(begin, &UNEXPECTED_END, &[THE_END_OF_THE_TEXT]);
                    return Err(Stop);
                }
            }
            length += 1;
        }
        if length > MAX_CHARACTERS {
            diagnostics.add(begin, &TEXT_TOO_LONG, &[]);
        }
        Ok(text)
    }

    /// The character that an escape stands for. The cursor is already past the backslash at `at`.
    fn escape(&mut self, at: u32, diagnostics: &mut Diagnostics) -> char {
        match self.peek() {
            Some('n') => self.pass('\n'),
            Some('t') => self.pass('\t'),
            Some('r') => self.pass('\r'),
            Some('b') => self.pass('\u{8}'),
            Some('f') => self.pass('\u{c}'),
            Some(same @ ('"' | '\\' | '/')) => self.pass(same),
            Some('u') => self.unicode_escape(at, diagnostics),
            other => {
                let written = other.map_or_else(|| "\\".to_owned(), |c| format!("\\{c}"));
                diagnostics.add(at, &BAD_ESCAPE, &[&written]);
                '\\'
            }
        }
    }

    fn pass(&mut self, character: char) -> char {
        self.advance();
        character
    }

    fn unicode_escape(&mut self, at: u32, diagnostics: &mut Diagnostics) -> char {
        let Some(first) = self.hex() else {
            diagnostics.add(at, &BAD_ESCAPE, &["\\u"]);
            return '\\';
        };
        if let Some(character) = char::from_u32(first) {
            return character;
        }
        let after_first = self.rest;
        if (0xD800..0xDC00).contains(&first)
            && self.eat("\\")
            && let Some(second @ 0xDC00..0xE000) = self.hex()
            && let Some(character) = char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        {
            return character;
        }
        self.rest = after_first;
        diagnostics.add(at, &LONE_SURROGATE, &[&format!("\\u{first:04x}")]);
        char::REPLACEMENT_CHARACTER
    }

    /// Scans `u` and four hexadecimal digits. If they are not here, the cursor does not move.
    fn hex(&mut self) -> Option<u32> {
        let digits = self.rest.strip_prefix('u')?.get(..4)?;
        if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        self.rest = self.rest.get(5..)?;
        u32::from_str_radix(digits, 16).ok()
    }
}

/// The longest beginning of a text that has only wanted characters, at most `most` of them.
fn beginning(text: &str, most: usize, wanted: fn(char) -> bool) -> String {
    text.chars().take_while(|c| wanted(*c)).take(most).collect()
}

/// Whether a character can be part of something that was intended as a number.
fn in_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '.')
}

fn is_number(written: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = written.strip_prefix('-').unwrap_or(written);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let exponent = exponent.map(|e| e.strip_prefix(['+', '-']).unwrap_or(e));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// Treats every non-ASCII character as a letter, because Unicode's tables would be too large for the browser build.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}
