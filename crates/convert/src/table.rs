//! A document as a table, one statement a row.

use serde_json::{Map, Value};

use crate::{Conversion, Export};

/// Reads a table: CSV or TSV in UTF-8, UTF-16 or Windows-1252.
pub fn read(_bytes: &[u8]) -> Conversion {
    Conversion::default()
}

/// Writes a document as CSV in UTF-8.
pub fn write(_document: &Map<String, Value>) -> Export {
    Export::default()
}
