//! Source text without comments and the contents of string literals.

/// The code of a Rust file with comments and the contents of literals replaced by spaces, so that line
/// numbers stay the same. Rules apply to code, not to words in prose.
pub fn code(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = skipped(rest, code.chars().last());
        let (part, after) = rest.split_at(length.max(first.len_utf8()));
        if length == 0 {
            code.push_str(part);
        } else {
            code.extend(part.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            // A quotation mark remains, so that a literal does not vanish.
            if part.ends_with(['"', '#']) {
                code.push('"');
            }
        }
        rest = after;
    }
    code
}

/// The length in bytes of the comment or literal that begins here, or 0.
fn skipped(rest: &str, before: Option<char>) -> usize {
    let until = |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return until("*/", 2);
    }
    let is_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let hashes = rest.strip_prefix('r').map_or(0, |raw| raw.len() - raw.trim_start_matches('#').len());
    if !is_word && rest.starts_with(&format!("r{}\"", "#".repeat(hashes))) {
        return until(&format!("\"{}", "#".repeat(hashes)), hashes + 2);
    }
    if rest.starts_with('"') {
        return text(rest, '"');
    }
    // An apostrophe begins a character literal or a lifetime; a character literal ends after one character.
    let mut characters = rest.chars();
    match (characters.next(), characters.next(), characters.next()) {
        (Some('\''), Some('\\'), _) | (Some('\''), Some(_), Some('\'')) => text(rest, '\''),
        _ => 0,
    }
}

/// The length in bytes of a literal that begins and ends with this mark.
fn text(rest: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            c if c == mark => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The lines, counted from 1, that contain a word as a whole word.
pub fn lines_with(code: &str, word: &str) -> Vec<usize> {
    let lines = code.lines().enumerate().filter(|(_, line)| has_word(line, word));
    lines.map(|(number, _)| number + 1).collect()
}

fn has_word(line: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(is_letter) && word.starts_with(is_letter);
        let after = line[at + word.len()..].chars().next().is_some_and(is_letter) && word.ends_with(is_letter);
        !before && !after
    })
}

/// The top-level modules of the crate that code names, each with its line.
pub fn modules_named(code: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for root in ["crate::", "claim_panel::"] {
        for (at, _) in code.match_indices(root) {
            let line = code[..at].matches('\n').count() + 1;
            let rest = &code[at + root.len()..];
            let names = match rest.strip_prefix('{') {
                Some(group) => top_level(group),
                None => vec![rest],
            };
            let first =
                |name: &str| name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
            named.extend(names.into_iter().map(|name| (line, first(name))));
        }
    }
    named
}

/// The comma-separated parts of a group in braces. Nested groups are not split.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                parts.push(&group[from..at]);
                return parts;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts
}
