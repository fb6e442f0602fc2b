//! The places of values in the text of a valid JSON document, by their pointers.

use std::collections::BTreeMap;

use story::problem::Problem;

/// A bracket that is open: an object with its last key, or an array with the number of its last item.
enum Open {
    Object(String),
    Array(usize),
}

/// Gives problems the line and the column of the values that their pointers name, or of the nearest value around them.
pub fn place(problems: &mut [Problem], text: &str) {
    if problems.is_empty() {
        return;
    }
    let mut wanted: BTreeMap<String, Option<(u32, u32)>> = BTreeMap::new();
    for problem in problems.iter() {
        let mut pointer = problem.place.pointer.as_str();
        wanted.insert(pointer.to_owned(), None);
        while let Some((around, _)) = pointer.rsplit_once('/') {
            wanted.insert(around.to_owned(), None);
            pointer = around;
        }
    }
    find(text, &mut wanted);
    for problem in problems {
        let mut pointer = problem.place.pointer.as_str();
        let place = loop {
            match (wanted.get(pointer).copied().flatten(), pointer.rsplit_once('/')) {
                (Some(place), _) => break place,
                (None, Some((around, _))) => pointer = around,
                (None, None) => break (1, 1),
            }
        };
        (problem.place.line, problem.place.column) = place;
    }
}

/// Finds the places of the wanted values in one pass.
fn find(text: &str, wanted: &mut BTreeMap<String, Option<(u32, u32)>>) {
    let (mut line, mut column) = (1, 0);
    let mut around: Vec<Open> = Vec::new();
    // The text of a string so far, and whether a string is a key.
    let (mut string, mut is_escaped, mut is_key): (Option<String>, bool, bool) = (None, false, false);
    let mut is_scalar = false;
    for c in text.chars() {
        (line, column) = if c == '\n' { (line + 1, 0) } else { (line, column + 1) };
        if let Some(words) = &mut string {
            match c {
                '"' if !is_escaped => {
                    if is_key && let Some(Open::Object(key)) = around.last_mut() {
                        *key = unescaped(words);
                    }
                    string = None;
                }
                _ => {
                    is_escaped = c == '\\' && !is_escaped;
                    words.push(c);
                }
            }
            continue;
        }
        let begins = matches!(c, '{' | '[') || (c == '"' && !is_key) || (c.is_alphanumeric() || c == '-') && !is_scalar;
        if begins {
            let pointer = pointer(&around);
            if let Some(place) = wanted.get_mut(&pointer)
                && place.is_none()
            {
                *place = Some((line, column));
            }
        }
        is_scalar = c.is_alphanumeric() || matches!(c, '-' | '+' | '.');
        match c {
            '"' => string = Some(String::new()),
            '{' => {
                around.push(Open::Object(String::new()));
                is_key = true;
            }
            '[' => {
                around.push(Open::Array(0));
                is_key = false;
            }
            '}' | ']' => {
                around.pop();
                is_key = false;
            }
            ':' => is_key = false,
            ',' => match around.last_mut() {
                Some(Open::Object(_)) => is_key = true,
                Some(Open::Array(number)) => *number += 1,
                None => {}
            },
            _ => {}
        }
    }
}

/// A key without its escapes.
fn unescaped(words: &str) -> String {
    serde_json::from_str(&format!("\"{words}\"")).unwrap_or_else(|_| words.to_owned())
}

/// The pointer of the value that begins here (RFC 6901).
fn pointer(around: &[Open]) -> String {
    let mut pointer = String::new();
    for open in around {
        pointer.push('/');
        match open {
            Open::Object(key) => pointer.push_str(&key.replace('~', "~0").replace('/', "~1")),
            Open::Array(number) => pointer.push_str(&number.to_string()),
        }
    }
    pointer
}
