//! Where in a JSON text each object begins.

use std::collections::BTreeMap;

use crate::pointer::step;

/// Longer pointers are left out, so that the work stays linear in the text.
const MAX_POINTER_BYTES: usize = 300;

/// Objects whose places are kept.
const MAX_OBJECTS: usize = 100_000;

/// The line and the column of each object, by JSON pointer. The text must be valid JSON.
pub(super) fn objects(text: &str) -> BTreeMap<String, (u32, u32)> {
    let mut found = BTreeMap::new();
    let mut open: Vec<Level> = Vec::new();
    let (mut line, mut column) = (1, 0);
    let mut string: Option<String> = None;
    let mut is_escaped = false;
    for c in text.chars() {
        column += 1;
        if let Some(content) = &mut string {
            match c {
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '"' => {
                    if let Some(Level { last, .. }) = open.last_mut() {
                        *last = std::mem::take(content);
                    }
                    string = None;
                    continue;
                }
                _ => {}
            }
            content.push(c);
            continue;
        }
        match c {
            '\n' => (line, column) = (line + 1, 0),
            '"' => string = Some(String::new()),
            ':' => {
                if let Some(level) = open.last_mut() {
                    level.key = std::mem::take(&mut level.last);
                }
            }
            ',' => {
                if let Some(level) = open.last_mut() {
                    level.index += 1;
                }
            }
            '{' | '[' => {
                let name =
                    open.last().map(|level| if level.is_list { level.index.to_string() } else { level.escaped() });
                let outer = open.last().map_or(Some(""), |level| level.pointer.as_deref());
                let pointer = outer.map(|outer| name.map_or_else(String::new, |name| format!("{outer}/{name}")));
                let pointer = pointer.filter(|pointer| pointer.len() <= MAX_POINTER_BYTES);
                if let Some(pointer) = pointer.clone().filter(|_| c == '{' && found.len() < MAX_OBJECTS) {
                    found.insert(pointer, (line, column));
                }
                open.push(Level { pointer, is_list: c == '[', ..Level::default() });
            }
            '}' | ']' => {
                open.pop();
            }
            _ => {}
        }
    }
    found
}

/// An object or a list that is open.
#[derive(Default)]
struct Level {
    pointer: Option<String>,
    is_list: bool,
    index: usize,
    key: String,
    last: String,
}

impl Level {
    fn escaped(&self) -> String {
        step(&self.key)
    }
}
