//! Texts that are almost JSON: pages around it, and what publishers' templates leave in strings.

/// The contents of the script elements of a page that hold JSON-LD, with the number of lines above them. A text that is
/// no page is returned whole.
pub(super) fn scripts(text: &str) -> Vec<(u32, &str)> {
    if !text.trim_start_matches('\u{FEFF}').trim_start().starts_with('<') {
        return vec![(0, text)];
    }
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    let (mut from, mut counted, mut lines) = (0, 0, 0);
    while let Some(begin) = lower.get(from..).and_then(|rest| rest.find("<script")).map(|at| from + at) {
        let Some(open) = lower.get(begin..).and_then(|rest| rest.find('>')).map(|at| begin + at + 1) else { break };
        let end = lower.get(open..).and_then(|rest| rest.find("</script")).map_or(text.len(), |at| open + at);
        let is_json = lower.get(begin..open).is_some_and(|tag| tag.contains("ld+json"));
        let passed = text.get(counted..open).map_or(0, |passed| passed.matches('\n').count());
        lines += u32::try_from(passed).unwrap_or_default();
        counted = open;
        found.extend(text.get(open..end).filter(|_| is_json).map(|json| (lines, json)));
        from = end;
    }
    found
}

/// The text with comments, CDATA marks and final semicolons around it cut off, escapes that JSON does not know turned
/// into plain characters, control characters in strings escaped, and commas before closing brackets left out; and what
/// was repaired. Linear in the text.
pub(super) fn repair(text: &str) -> (String, Vec<&'static str>) {
    const UNKNOWN_ESCAPE: &str = "invalid escapes in strings";
    const CONTROL: &str = "control characters in strings";
    const COMMA: &str = "commas before closing brackets";
    const AROUND: &str = "text around the JSON";
    let mut done = Vec::new();
    let mut note = |what: &'static str| {
        if !done.contains(&what) {
            done.push(what);
        }
    };
    let begin = text.find(['{', '[']).unwrap_or_default();
    let end = text.rfind(['}', ']']).map_or(text.len(), |at| at + 1);
    let inner = text.get(begin..end).unwrap_or(text);
    if inner.len() != text.trim().len() {
        note(AROUND);
    }
    let mut fixed = String::with_capacity(inner.len());
    let mut is_string = false;
    let mut comma: Option<usize> = None;
    let mut characters = inner.chars().peekable();
    while let Some(c) = characters.next() {
        if is_string {
            match c {
                '"' => is_string = false,
                '\\' => {
                    let next = characters.next().unwrap_or('\\');
                    let code: String = characters.clone().take(4).collect();
                    let is_code = code.len() == 4 && code.bytes().all(|byte| byte.is_ascii_hexdigit());
                    match next {
                        '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => fixed.extend(['\\', next]),
                        'u' if is_code => fixed.extend(['\\', 'u']),
                        '\'' => {
                            note(UNKNOWN_ESCAPE);
                            fixed.push('\'');
                        }
                        next => {
                            note(UNKNOWN_ESCAPE);
                            fixed.push_str("\\\\");
                            push_character(&mut fixed, next);
                        }
                    }
                    continue;
                }
                c if c < ' ' => {
                    note(CONTROL);
                    push_character(&mut fixed, c);
                    continue;
                }
                _ => {}
            }
        } else {
            match c {
                '"' => {
                    is_string = true;
                    comma = None;
                }
                ',' => comma = Some(fixed.len()),
                '}' | ']' => {
                    if let Some(at) = comma.take() {
                        note(COMMA);
                        fixed.replace_range(at..=at, " ");
                    }
                }
                c if c.is_whitespace() => {}
                _ => comma = None,
            }
        }
        fixed.push(c);
    }
    (fixed, done)
}

fn push_character(fixed: &mut String, c: char) {
    match c {
        '\n' => fixed.push_str("\\n"),
        '\t' => fixed.push_str("\\t"),
        '\r' => {}
        c if c < ' ' => fixed.push(' '),
        c => fixed.push(c),
    }
}
