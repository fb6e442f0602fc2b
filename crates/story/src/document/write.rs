//! A writer for the JSON files that this crate generates.

/// JSON text in progress, indented by two spaces.
#[derive(Default)]
pub(super) struct Json {
    text: String,
    depth: usize,
    /// Whether the innermost brackets already contain an entry.
    filled: bool,
}

impl Json {
    pub(super) fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.filled = false;
    }

    pub(super) fn close(&mut self, bracket: char) {
        self.depth = self.depth.saturating_sub(1);
        self.line();
        self.text.push(bracket);
        self.filled = true;
    }

    pub(super) fn entry(&mut self) {
        if self.filled {
            self.text.push(',');
        }
        self.line();
        self.filled = true;
    }

    fn line(&mut self) {
        self.text.push('\n');
        self.text.push_str(&"  ".repeat(self.depth));
    }

    pub(super) fn key(&mut self, key: &str) {
        self.entry();
        self.string(key);
        self.text.push_str(": ");
    }

    pub(super) fn text_field(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
    }

    pub(super) fn raw_field(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text.push_str(value);
    }

    /// Writes a quoted string. All strings come from this crate, so only these two characters need escaping.
    pub(super) fn string(&mut self, value: &str) {
        self.text.push('"');
        self.text.push_str(&value.replace('\\', "\\\\").replace('"', "\\\""));
        self.text.push('"');
    }

    /// The text with a final line break.
    pub(super) fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }
}
