//! Which form a file has, told by its content.

use serde_json::Value;

/// The forms in which a document can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// JSON in the claim-panel format.
    Json,
    /// Plain text, one statement a line.
    Lines,
    /// CSV or TSV, one statement a row.
    Table,
    /// JSON-LD with the words of schema.org.
    JsonLd,
}

impl Form {
    /// The form that `--from` names.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "json" => Self::Json,
            "lines" => Self::Lines,
            "table" => Self::Table,
            "json-ld" => Self::JsonLd,
            _ => return None,
        })
    }

    /// What its units are called.
    pub fn units(self) -> &'static str {
        match self {
            Self::Json => "values",
            Self::Lines => "lines",
            Self::Table => "rows",
            Self::JsonLd => "nodes",
        }
    }
}

/// What a file contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A document in this form.
    Document(Form),
    /// An HTML page.
    Page,
    /// Text that is neither.
    Text,
    /// No text at all, but this.
    Binary(&'static str),
    /// Nothing.
    Empty,
}

/// What some bytes contain.
pub fn content(bytes: &[u8]) -> Content {
    if let Some(what) = binary(bytes) {
        return Content::Binary(what);
    }
    if is_utf16(bytes) {
        // Spreadsheets export it. The reader of JSON explains it, and the reader of tables decodes it.
        let table = bytes.iter().any(|byte| matches!(byte, b'\t' | b';' | b',')) && !bytes.contains(&b'{');
        return Content::Document(if table { Form::Table } else { Form::Json });
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.chars().next() {
        None => Content::Empty,
        Some('{' | '[') => Content::Document(if is_json_ld(text) { Form::JsonLd } else { Form::Json }),
        Some('<') => Content::Page,
        _ if is_lines(text) => Content::Document(Form::Lines),
        _ if is_table(text) => Content::Document(Form::Table),
        _ => Content::Text,
    }
}

/// Kinds of files by how they begin, with their names.
const SIGNATURES: [(&[u8], &str); 8] = [
    (b"PK\x03\x04", "a Word, Excel or OpenDocument file, or another zip archive"),
    (b"\xD0\xCF\x11\xE0", "a Word or Excel file of the old format"),
    (b"%PDF", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1F\x8B", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
];

/// What a file is that contains no text.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    let signature = SIGNATURES.iter().find(|(begin, _)| bytes.starts_with(begin)).map(|(_, what)| *what);
    signature.or_else(|| (!is_utf16(bytes) && bytes.contains(&0)).then_some("a binary file"))
}

/// Whether text begins with the mark of UTF-16, or has a zero byte for one of its first two ASCII characters.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

/// Whether JSON is JSON-LD and no document, which has a version.
fn is_json_ld(text: &str) -> bool {
    const KEYWORDS: [&str; 3] = ["@context", "@type", "@graph"];
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Object(fields)) => {
            !fields.contains_key("version") && KEYWORDS.iter().any(|keyword| fields.contains_key(*keyword))
        }
        Ok(Value::Array(items)) => items.iter().any(|item| KEYWORDS.iter().any(|keyword| item.get(keyword).is_some())),
        Ok(_) => false,
        // Much JSON-LD has invalid escapes. In a document, no whole string is one of the keywords.
        Err(_) => KEYWORDS.iter().any(|keyword| text.contains(&format!("\"{keyword}\""))),
    }
}

/// Whether a text is lines: it has a line with a party, a claim or a proposal.
fn is_lines(text: &str) -> bool {
    let is_bullet = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '•' | '-' | '*');
    let mut lines = text.lines().map(|line| line.trim_start_matches(is_bullet));
    lines.any(|line| {
        let rest = line.strip_prefix(['@', '#', '?']).map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_ascii_punctuation() || c == '"'))
    })
}

/// Maximum length of a header in characters; prose has longer stretches between its commas.
const MAX_HEADER_CHARACTERS: usize = 40;

/// Whether a text is a table: its first row has at least three short cells, and the next as many delimiters.
fn is_table(text: &str) -> bool {
    let mut rows = text.lines();
    let (header, next) = (rows.next().unwrap_or_default(), rows.find(|row| !row.trim().is_empty()));
    ['\t', ';', ',', '|'].iter().any(|delimiter| {
        let cells: Vec<&str> = header.split(*delimiter).collect();
        let is_short = |cell: &&str| cell.chars().count() <= MAX_HEADER_CHARACTERS && !cell.trim_end().ends_with('.');
        cells.len() >= 3
            && cells.iter().all(is_short)
            && next.is_none_or(|next| next.contains('"') || next.split(*delimiter).count() >= cells.len())
    })
}
