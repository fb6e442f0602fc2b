//! The text of a table, from the encodings in which spreadsheet programs save it.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use story::problem::Place;

use super::report::Report;
use super::rules::{BAD_CHARACTERS, OLD_ENCODING, TOO_LARGE, WORKBOOK};

/// Maximum size of a table in bytes, the same as that of a document.
pub(super) const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Decodes a table. Without a byte order mark, zero bytes mean UTF-16, and bytes that are not UTF-8 mean Windows-1252.
pub(super) fn decode(bytes: &[u8], report: &mut Report) -> Option<String> {
    let start = Place { line: 1, column: 1, ..Place::default() };
    if bytes.len() > MAX_BYTES {
        report.add(&TOO_LARGE, start, &[]);
        return None;
    }
    // The first bytes of a ZIP archive (XLSX, ODS) and of a compound file (XLS).
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        report.add(&WORKBOOK, start, &[]);
        return None;
    }
    let encoding = encoding(bytes);
    let (text, has_replacements) = encoding.decode_with_bom_removal(bytes);
    if has_replacements {
        report.add(&BAD_CHARACTERS, start.clone(), &[encoding.name()]);
    }
    if encoding == WINDOWS_1252 {
        report.add(&OLD_ENCODING, start, &[]);
    }
    Some(text.into_owned())
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    match bytes {
        [first, 0, ..] if *first != 0 => UTF_16LE,
        [0, second, ..] if *second != 0 => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}
