//! The lines of a text, without what word processors and mail leave behind.

use std::borrow::Cow;
use std::cell::Cell;

use super::text::{is_break, is_removed};

/// A line with content.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// Counted from 1.
    pub(super) number: u32,
    /// The column of the first character of `text`, counted from 1.
    pub(super) column: u32,
    /// Whether it began with whitespace.
    pub(super) is_indented: bool,
    /// Without indentation, bullet and trailing whitespace.
    pub(super) text: Cow<'a, str>,
    /// An offset and the characters before it, so that the columns of many parts are counted once.
    counted: Cell<(usize, u32)>,
}

impl Line<'_> {
    /// The column of a part of the text.
    pub(super) fn column_of(&self, part: &str) -> u32 {
        let start = self.text.as_ptr() as usize;
        let offset = (part.as_ptr() as usize).checked_sub(start);
        let Some(offset) = offset.filter(|offset| *offset <= self.text.len()) else { return self.column };
        let (from, count) = match self.counted.get() {
            (from, count) if from <= offset => (from, count),
            _ => (0, 0),
        };
        let between = self.text.get(from..offset).unwrap_or_default();
        let count = count + between.chars().count() as u32;
        self.counted.set((offset, count));
        self.column + count
    }
}

/// The lines with content, in order.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut number = 0;
    let mut rest = text;
    loop {
        number += 1;
        let end = rest.find(is_break).unwrap_or(rest.len());
        let (written, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        lines.extend(line(written, number));
        let Some(first) = after.chars().next() else { return lines };
        let after = after.get(first.len_utf8()..).unwrap_or_default();
        rest = if first == '\r' { after.strip_prefix('\n').unwrap_or(after) } else { after };
    }
}

fn line(written: &str, number: u32) -> Option<Line<'_>> {
    let is_margin = |c: char| c.is_whitespace() || is_removed(c) || c == '\u{200b}';
    let mut text = written.trim_matches(is_margin);
    let is_indented = written.starts_with(|c: char| c.is_whitespace());
    // Mail quotes a line with one mark for each reply.
    while let Some(quoted) = text.strip_prefix('>') {
        text = quoted.trim_start_matches(is_margin);
    }
    text = without_bullet(text);
    let is_picture = text.starts_with("[image") && text.ends_with(']');
    if text.is_empty() || is_picture {
        return None;
    }
    // Exports as Markdown escape the signs at the beginning of a line.
    if let Some(sign) = text.strip_prefix('\\').filter(|text| text.starts_with(['#', '@', '?'])) {
        text = sign;
    }
    let offset = (text.as_ptr() as usize).saturating_sub(written.as_ptr() as usize);
    let column = written.get(..offset).unwrap_or_default().chars().count() as u32 + 1;
    // The same for the blank of a stance: “\_\_\_\_”.
    let unmarked = text.contains("\\_\\_").then(|| text.replace("\\_", "_"));
    let has_removed = text.contains(is_removed);
    let text = if has_removed { text.replace(is_removed, "").into() } else { Cow::Borrowed(text) };
    let text = unmarked.map_or(text, Cow::Owned);
    Some(Line { number, column, is_indented, text, counted: Cell::default() })
}

/// A text without the bullet or the number of a list.
fn without_bullet(text: &str) -> &str {
    const BULLETS: [char; 21] = [
        '\u{f0b7}', '\u{f0a7}', '☐', '☑', '□', '✓', '•', '◦', '▪', '●', '○', '■', '‣', '·', '-', '–', '—', '*', '+',
        '‒', '➢',
    ];
    let after = match text.strip_prefix(BULLETS) {
        Some(after) => after,
        None => {
            let number = text.trim_start_matches(|c: char| c.is_ascii_digit());
            let has_number = (1..=3).contains(&(text.len() - number.len()));
            match number.strip_prefix(['.', ')']).filter(|_| has_number) {
                Some(after) => after,
                None => return text,
            }
        }
    };
    if after.starts_with(char::is_whitespace) { after.trim_start() } else { text }
}
