//! JSON text for files that this crate writes.

/// JSON text as it is written, indented by two spaces.
#[derive(Default)]
pub(super) struct Json {
    text: String,
    depth: usize,
    /// Whether something stands in the innermost brackets already.
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

    /// The texts are this crate's own: only these two characters need care in them.
    pub(super) fn string(&mut self, value: &str) {
        self.text.push('"');
        self.text.push_str(&value.replace('\\', "\\\\").replace('"', "\\\""));
        self.text.push('"');
    }

    /// The text, with a line break at the end.
    pub(super) fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }
}
