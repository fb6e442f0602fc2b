//! Quotation marks.

use std::ops::Range;

use crate::rules::Rules;

/// Whether a character is a quotation mark.
pub fn is_mark(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '"' | '\'')
}

/// The marks that may close what a mark opens.
fn closers(open: char, is_reversed: bool) -> &'static [char] {
    match open {
        '“' | '‟' => &['”'],
        '„' => &['“', '”'],
        '«' => &['»'],
        '»' if is_reversed => &['«'],
        '‹' => &['›'],
        '›' if is_reversed => &['‹'],
        '‘' => &['’'],
        '‚' => &['‘', '’'],
        '"' => &['"'],
        '\'' => &['\''],
        _ => &[],
    }
}

/// The outermost quotations of a paragraph, with their marks. One that is open at the end of the paragraph reaches to
/// the end if the next paragraph, whose first character is given, opens it anew.
pub fn quotes(chars: &[char], place: &Range<usize>, next: Option<char>, rules: &Rules) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut unclosed: Vec<char> = Vec::new();
    let mut at = place.start;
    while at < place.end {
        let open = chars.get(at).copied().unwrap_or(' ');
        let closing = closers(open, rules.reversed_guillemets);
        if closing.is_empty() || !opens(chars, at, place) || unclosed.contains(&open) {
            at += 1;
            continue;
        }
        let close = (at + 1..place.end).find(|close| {
            chars.get(*close).is_some_and(|c| closing.contains(c)) && closes(chars, *close, place.end, open)
        });
        match close {
            Some(close) => {
                found.push(at..close + 1);
                at = close + 1;
            }
            None if next.is_some_and(|next| next == open || next == '»') && open != '\'' => {
                let end = (at..place.end).rev().find(|at| chars.get(*at).is_some_and(|c| !c.is_whitespace()));
                found.push(at..end.map_or(place.end, |end| end + 1));
                return found;
            }
            // No later mark of this kind is closed either.
            None => {
                unclosed.push(open);
                at += 1;
            }
        }
    }
    found
}

fn opens(chars: &[char], at: usize, place: &Range<usize>) -> bool {
    let before = if at > place.start { chars.get(at - 1).copied() } else { None };
    let after = if at + 1 < place.end { chars.get(at + 1).copied() } else { None };
    let is_free = before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '!' | '?'));
    let has_text = after.is_some_and(|c| !c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}'));
    match chars.get(at) {
        Some('«' | '„') => true,
        Some('“') => is_free,
        _ => is_free && has_text,
    }
}

fn closes(chars: &[char], at: usize, end: usize, open: char) -> bool {
    match open {
        // An apostrophe is not the end.
        '‘' | '‚' | '\'' => {
            let follows = at + 1 < end && chars.get(at + 1).is_some_and(|c| c.is_alphanumeric());
            !follows && chars.get(at.saturating_sub(1)).is_some_and(|c| !c.is_whitespace())
        }
        _ => true,
    }
}
