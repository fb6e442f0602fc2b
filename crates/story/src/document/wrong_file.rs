//! Recognition of files that are not JSON documents: of other programs, or with something around the JSON.

use crate::problem::*;

/// What was found in the place of a JSON document, and what to do about it.
pub(super) type Found = (&'static str, &'static str);

/// What bytes are that are not text.
pub(super) fn binary(bytes: &[u8]) -> Option<Found> {
    Some(match bytes {
        [b'P', b'K', 3 | 5, ..] => (OFFICE_FILE, COPY_IT_OUT),
        [0xD0, 0xCF, ..] => (OLD_OFFICE_FILE, COPY_IT_OUT),
        [b'%', b'P', ..] => (PDF_FILE, COPY_IT_OUT),
        [b'{', b'\\', ..] => (RTF_FILE, COPY_IT_OUT),
        [0x1F, 0x8B, ..] | [b'(', 0xB5, ..] => (COMPRESSED_FILE, UNPACK_IT),
        // No text begins with a control character, or with a byte that begins no character of UTF-8.
        [0, 0, ..] | [1..=8 | 11 | 14..=31 | 127..=0xC1 | 0xF5.., ..] => (BINARY_FILE, COPY_IT_OUT),
        _ => return None,
    })
}

/// What a text is that begins like this, if that is not JSON.
pub(super) fn text(text: &str) -> Option<Found> {
    let first = text.chars().next()?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.');
    let after_words = text.trim_start_matches(|c| is_name(c) || c == ' ');
    Some(match first {
        '<' if ["<?", "<rss", "<feed"].iter().any(|begin| text.starts_with(begin)) => (XML_FILE, REPLACE_IT),
        '<' => (HTML_PAGE, REPLACE_IT),
        '`' | '~' => (MARKDOWN_FENCE, TAKE_OFF_FENCE),
        '&' => (ESCAPED_JSON, UNESCAPE_IT),
        '(' | ')' => (SCRIPT_AROUND_JSON, TAKE_OUT_OBJECT),
        '-' if text.starts_with("--") => (YAML_FILE, WRITE_JSON),
        'a'..='z' | 'A'..='Z' | '_' | '$' | '#' => match after_words.chars().next() {
            Some('(') => (JSONP_CALL, TAKE_OUT_OBJECT),
            Some('=' | '{') => (SCRIPT_AROUND_JSON, TAKE_OUT_OBJECT),
            // In prose, a space follows a comma.
            Some(',' | ';' | '\t') if after_words.chars().nth(1) != Some(' ') => (CSV_FILE, WRITE_JSON),
            _ if text.lines().any(|line| line.starts_with("version:")) => (YAML_FILE, WRITE_JSON),
            _ if text.contains('{') => (PLAIN_TEXT, TAKE_OUT_OBJECT),
            _ => (PLAIN_TEXT, WRITE_JSON),
        },
        _ => return None,
    })
}
