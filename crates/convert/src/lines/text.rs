//! Texts within a line: escapes and quotation marks.

/// Undoes the escapes of a text: `\n` is a line break, `\t` a tab, `\u00AD` the character with that number
/// (`\U0001F600` if it has more than four digits), and a backslash before a punctuation mark is that mark.
pub(super) fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let mut characters = after.chars();
        let (c, length) = match characters.next() {
            Some('n') => ('\n', 1),
            Some('t') => ('\t', 1),
            Some('u' | 'U') => code(after).unwrap_or(('\\', 0)),
            Some(c) if c.is_ascii_punctuation() => (c, 1),
            _ => ('\\', 0),
        };
        plain.push(c);
        rest = after.get(length..).unwrap_or_default();
    }
    plain.push_str(rest);
    plain
}

/// The character of `u00AD` or `U0001F600` and the length of that.
fn code(text: &str) -> Option<(char, usize)> {
    let length = if text.starts_with('U') { 9 } else { 5 };
    let digits = text.get(1..length).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((character, length))
}

/// Escapes what a line cannot hold as it is: line breaks, and what cleaning a line would remove.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let last = text.char_indices().next_back().map(|(at, _)| at);
    for (at, c) in text.char_indices() {
        let is_at_edge = at == 0 || Some(at) == last;
        match c {
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            // A short name or a remark in brackets could follow, and must not be mistaken.
            '}' | ')' if Some(at) == last => escaped.extend(['\\', c]),
            _ if c.is_control() || is_removed(c) || is_break(c) || (c.is_whitespace() && is_at_edge) => {
                let code = u32::from(c);
                let written = if code > 0xFFFF { format!("\\U{code:08X}") } else { format!("\\u{code:04X}") };
                escaped.push_str(&written);
            }
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A short name in braces.
pub(super) fn in_braces(id: &str) -> String {
    let mut escaped = String::from("{");
    for c in escape(id.trim_end_matches(['}', ')'])).chars() {
        match c {
            '{' | '}' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    let end = id.get(id.trim_end_matches(['}', ')']).len()..).unwrap_or_default();
    escaped.extend(end.chars().flat_map(|c| ['\\', c]));
    escaped.push('}');
    escaped
}

/// Characters that word processors leave behind, and that nobody sees: soft hyphens and byte order marks.
pub(super) fn is_removed(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}')
}

/// What ends a line: also the line breaks within a paragraph of a word processor.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The marks that close a quotation that a mark opens.
fn closers(open: char) -> &'static [char] {
    match open {
        '“' => &['”'],
        '„' => &['“', '”'],
        '«' => &['»'],
        '»' => &['«'],
        '‹' => &['›'],
        '"' => &['"'],
        '\'' => &['\''],
        '‘' | '‚' => &['’', '‘'],
        '「' => &['」'],
        '『' => &['』'],
        '”' => &['”'],
        _ => &[],
    }
}

/// How a text is quoted.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Quoted<'a> {
    /// As a whole; these are the words within the marks.
    Whole(&'a str),
    /// Not as a whole.
    No,
    /// The marks do not show it.
    Unclear,
}

/// Whether a text begins with a mark that opens a quotation, and which marks may close it.
pub(super) fn opens(text: &str) -> bool {
    text.chars().next().is_some_and(|c| !closers(c).is_empty())
}

/// The words between the first and the last mark, if these belong together.
pub(super) fn within_marks(text: &str) -> Option<&str> {
    let open = text.chars().next()?;
    let close = text.chars().next_back()?;
    let inner = text.strip_prefix(open)?.strip_suffix(close)?;
    closers(open).contains(&close).then_some(inner)
}

/// Whether a text as a whole is a quotation.
pub(super) fn quoted(text: &str) -> Quoted<'_> {
    // In many languages, the full stop of the sentence follows the quotation.
    let text = text.strip_suffix('.').filter(|text| within_marks(text).is_some()).unwrap_or(text);
    let Some(open) = text.chars().next().filter(|c| !closers(*c).is_empty()) else { return Quoted::No };
    let Some(inner) = within_marks(text) else {
        // A quotation that never ends; with a straight apostrophe, it is probably none.
        let is_closed = open == '\'' || text.chars().skip(1).any(|c| closers(open).contains(&c));
        return if is_closed { Quoted::No } else { Quoted::Unclear };
    };
    let closers = closers(open);
    if matches!(open, '"' | '”') || open == '\'' {
        return if inner.contains(open) { Quoted::Unclear } else { Quoted::Whole(inner) };
    }
    if matches!(open, '‘' | '‚') {
        return if inner.contains(open) { Quoted::Unclear } else { Quoted::Whole(inner) };
    }
    let mut depth = 1_usize;
    for c in inner.trim().chars() {
        if closers.contains(&c) {
            depth = depth.saturating_sub(1);
        } else if c == open {
            depth += 1;
        }
        if depth == 0 {
            return Quoted::No;
        }
    }
    Quoted::Whole(inner)
}

/// Splits off the short name in braces at the end of a line.
pub(super) fn split_id(text: &str) -> (&str, Option<&str>) {
    let text = text.trim_end();
    let Some(before) = text.strip_suffix('}').filter(|before| !ends_in_escape(before)) else { return (text, None) };
    // The last brace that is not escaped opens it.
    for (at, _) in before.rmatch_indices('{').take(20) {
        let (head, id) = (before.get(..at).unwrap_or_default(), before.get(at + 1..).unwrap_or_default());
        if !ends_in_escape(head) {
            return (head.trim_end(), Some(id));
        }
    }
    (text, None)
}

/// Splits off what stands in round brackets at the end of a line.
pub(super) fn split_brackets(text: &str) -> (&str, Option<&str>) {
    let text = text.trim_end();
    let Some(before) = text.strip_suffix(')').filter(|before| !ends_in_escape(before)) else { return (text, None) };
    let mut depth = 1_usize;
    for (at, c) in before.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            let inner = before.get(at + 1..);
            return (before.get(..at).unwrap_or_default().trim_end(), inner);
        }
    }
    (text, None)
}

/// Whether the character that follows a text is escaped.
pub(super) fn ends_in_escape(text: &str) -> bool {
    text.bytes().rev().take_while(|b| *b == b'\\').count() % 2 == 1
}

/// Splits a text at the separators that are neither escaped nor within braces; at most `most` parts.
pub(super) fn split(text: &str, separator: char, most: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let (mut is_escaped, mut is_braced) = (false, false);
    for (at, c) in text.char_indices() {
        if is_escaped {
            is_escaped = false;
            continue;
        }
        match c {
            '\\' => is_escaped = true,
            '{' => is_braced = true,
            '}' => is_braced = false,
            _ if c == separator && !is_braced && parts.len() + 1 < most => {
                parts.push(text.get(start..at).unwrap_or_default().trim());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(start..).unwrap_or_default().trim());
    parts
}
