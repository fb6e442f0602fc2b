//! A single edit of a source file, located by an anchor that must occur exactly as often as the edit says.

/// The kind of an edit.
#[derive(Clone, Copy)]
pub enum Change {
    /// Replaces this text, which must occur once.
    Text(&'static str, &'static str),
    /// Replaces the one item that begins with this text.
    Item(&'static str, &'static str),
    /// Replaces the body, between the braces, of the one item that begins with this text.
    Body(&'static str, &'static str),
    /// Removes the items that begin with this text, which must be this many.
    Without(usize, &'static str),
    /// Replaces the whole file.
    File(&'static str),
    /// Adds a file that Yew does not have.
    New(&'static str),
}

impl Change {
    /// Applies the edit to a file's text, or says what did not fit.
    pub fn applied(self, text: &str) -> Result<String, String> {
        match self {
            Self::File(own) | Self::New(own) => Ok(own.to_owned()),
            Self::Text(anchor, own) => match text.matches(anchor).count() {
                1 => Ok(text.replacen(anchor, own, 1)),
                count => Err(misfit(anchor, 1, count)),
            },
            Self::Item(anchor, own) => replaced(text, anchor, 1, |_| Some(own.to_owned())),
            Self::Without(count, anchor) => replaced(text, anchor, count, |_| Some(String::new())),
            Self::Body(anchor, own) => replaced(text, anchor, 1, |item| {
                let (head, rest) = item.split_once('{')?;
                let (_, tail) = rest.rsplit_once('}')?;
                Some(format!("{head}{{{own}}}{tail}"))
            }),
        }
    }
}

fn misfit(anchor: &str, expected: usize, found: usize) -> String {
    format!("“{anchor}” is there {found} times instead of {expected}")
}

/// Replaces every item that begins with the anchor. An item is anything that begins on its own line: a function, field,
/// variant, match arm or statement. Its documentation and attributes belong to it.
fn replaced(text: &str, anchor: &str, count: usize, own: impl Fn(&str) -> Option<String>) -> Result<String, String> {
    let (mut done, mut rest, mut found) = (String::new(), text, 0);
    while let Some(at) = line_start(rest, anchor) {
        let (before, item) = rest.split_at_checked(at).ok_or("the text is not UTF-8")?;
        let kept = without_trailing_attributes(before);
        let end = item_end(item).ok_or_else(|| format!("“{anchor}” has no end"))?;
        let (item, after) = item.split_at_checked(end).ok_or("the text is not UTF-8")?;
        let own = own(item).ok_or_else(|| format!("“{anchor}” has no body"))?;
        let attributes = if own.is_empty() { "" } else { before.get(kept.len()..).unwrap_or_default() };
        done.push_str(kept);
        done.push_str(attributes);
        done.push_str(&own);
        rest = after;
        found += 1;
    }
    done.push_str(rest);
    if found == count { Ok(done) } else { Err(misfit(anchor, count, found)) }
}

/// The first position of the anchor with only whitespace before it on its line.
fn line_start(text: &str, anchor: &str) -> Option<usize> {
    text.match_indices(anchor).map(|(at, _)| at).find(|at| {
        let line = text.get(..*at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
        line.trim().is_empty()
    })
}

/// The text before an item, without the item's documentation and attributes.
fn without_trailing_attributes(before: &str) -> &str {
    let mut kept = before;
    loop {
        let above = kept.trim_end_matches(' ');
        let line = above.strip_suffix('\n').unwrap_or(above).rsplit('\n').next().unwrap_or_default();
        let is_own = line.trim_start().starts_with("///") || line.trim_start().starts_with("#[");
        match above.strip_suffix('\n').and_then(|above| above.strip_suffix(line)) {
            Some(shorter) if is_own => kept = shorter,
            _ => return kept,
        }
    }
}

/// The end of an item: after its `;`, its last brace or its comma. In an item with a body, the commas of generics do
/// not count.
fn item_end(item: &str) -> Option<usize> {
    let has_body = item.starts_with("impl") || item.lines().next().unwrap_or_default().contains("fn ");
    let (mut depth, mut characters) = (0_usize, item.char_indices().peekable());
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => {
                while let Some((_, inside)) = characters.next() {
                    match inside {
                        '\\' => drop(characters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '/' if item.get(at..)?.starts_with("//") => {
                while characters.next_if(|(_, inside)| *inside != '\n').is_some() {}
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth = depth.checked_sub(1)?;
                // The braces of a pattern are followed by the arm's expression.
                if depth == 0 && character == '}' && !item.get(at + 1..)?.trim_start().starts_with("=>") {
                    let is_followed = characters.next_if(|(_, next)| matches!(next, ',' | ';')).is_some();
                    return Some(at + 1 + usize::from(is_followed));
                }
            }
            ';' if depth == 0 => return Some(at + 1),
            ',' if depth == 0 && !has_body => return Some(at + 1),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::Change::{self, Body, File, Item, Text, Without};

    const SOURCE: &str = r#"
/// Kept.
enum Node {
    Text(String),
    /// Taken.
    Raw(Vec<u8>),
}

impl Into<Map<A, B>> for Node {
    // A brace { in a comment, and a "quotation mark.
    fn into(self) -> Map<A, B> {
        match self {
            Self::Text(text) => vec![("}", text)],
            Self::Raw(_) => {
                none();
            }
            Self::Last { .. } => vec![],
        }
    }
}
"#;

    #[test]
    fn items_are_found_with_what_belongs_to_them() {
        let cases: [(Change, &str, &str); 7] = [
            (Text("Kept", "Held"), "/// Held.", "/// Kept."),
            (Without(1, "Raw("), "    Text(String),\n\n}", "/// Taken."),
            (Without(1, "Self::Text("), "        match self {\n            \n", "text)]"),
            (Without(1, "impl Into<"), "    Raw(Vec<u8>),\n}\n\n\n", "impl"),
            (Body("fn into(", " todo "), "fn into(self) -> Map<A, B> { todo }\n}\n", "match"),
            (Without(1, "Self::Last"), "            }\n            \n        }\n", "Last"),
            (Item("Self::Raw(", "_ => {}"), "text)],\n            _ => {}\n            Self", "none"),
        ];
        for (change, holds, lacks) in cases {
            let after = change.applied(SOURCE).unwrap();
            assert!(after.contains(holds), "{holds:?} is missing in {after}");
            assert!(!after.contains(lacks), "{lacks:?} is left in {after}");
        }
        assert_eq!(File("x").applied(SOURCE), Ok("x".to_owned()));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let cases = [
            (Text("absent", ""), "“absent” is there 0 times instead of 1"),
            (Text("Self", ""), "“Self” is there 3 times instead of 1"),
            (Without(2, "Self::"), "“Self::” is there 3 times instead of 2"),
            // Not at the beginning of a line.
            (Item("String", ""), "“String” is there 0 times instead of 1"),
            (Body("Text(", ""), "“Text(” has no body"),
        ];
        for (change, message) in cases {
            assert_eq!(change.applied(SOURCE), Err(message.to_owned()));
        }
    }
}
