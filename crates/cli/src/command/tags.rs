//! The tags of a page, as far as a command has to find them: no page is taken apart any further.

/// A tag, from its `<` to behind its `>`.
pub struct Tag<'a> {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute in quotation marks of either kind.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        attribute(self.text, name)
    }

    /// Whether it has an attribute, with a value or without.
    pub fn has(&self, name: &str) -> bool {
        self.text.split(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).any(|word| word == name)
    }
}

/// The tags of this name, but for those in comments and in the text of scripts.
pub fn tags<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = Tag<'a>> {
    page.match_indices('<').filter_map(move |(start, _)| {
        let piece = page.get(start + 1..)?.strip_prefix(name)?;
        let is_whole = piece.starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
        let length = end_of_tag(piece).filter(|_| is_whole && is_markup(page.get(..start).unwrap_or_default()))?;
        let end = start + 1 + name.len() + length + 1;
        Some(Tag { start, end, text: page.get(start..end)? })
    })
}

/// Whether a browser reads what comes next as tags.
pub fn is_markup(before: &str) -> bool {
    let is_within = |open: &str, close: &str| {
        before.rfind(open).is_some_and(|open| before.rfind(close).is_none_or(|close| close < open))
    };
    !is_within("<!--", "-->") && !is_within("<script", "</script")
}

/// Elements whose start or end tag ends a paragraph (HTML, “in body”).
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
    "xmp",
];

/// Elements in which a block does not end a paragraph around them.
const SCOPES: [&str; 8] = ["applet", "button", "caption", "marquee", "object", "td", "template", "th"];

/// Elements whose content has no tags.
const RAW: [&str; 6] = ["iframe", "script", "style", "textarea", "title", "xmp"];

/// Whether a block that comes next would end a paragraph, as a browser reads what is before.
pub fn is_in_paragraph(before: &str) -> bool {
    let (mut is_open, mut around, mut rest) = (false, Vec::new(), before);
    while let Some((_, piece)) = rest.split_once('<') {
        rest = piece;
        if let Some(comment) = piece.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let (is_end, named) = piece.strip_prefix('/').map_or((false, piece), |named| (true, named));
        let length = named.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(named.len());
        let name = named.get(..length).unwrap_or_default().to_ascii_lowercase();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        rest = end_of_tag(piece).and_then(|end| piece.get(end..)).unwrap_or_default();
        match name.as_str() {
            "p" => is_open = !is_end,
            scope if SCOPES.contains(&scope) && is_end => is_open = around.pop().unwrap_or(false),
            scope if SCOPES.contains(&scope) => around.push(std::mem::take(&mut is_open)),
            block if BLOCKS.contains(&block) => is_open = false,
            _ => {}
        }
        if !is_end && RAW.contains(&name.as_str()) {
            let end = format!("</{name}");
            let found = rest
                .char_indices()
                .find(|(at, _)| rest.get(*at..at + end.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(&end)));
            rest = found.and_then(|(at, _)| rest.get(at..)).unwrap_or_default();
        }
    }
    is_open
}

/// Where the tag ends with which a piece begins: at the first `>` that stands in no quotation marks.
pub fn end_of_tag(piece: &str) -> Option<usize> {
    let mut quote = None;
    piece.find(|c| match quote {
        Some(mark) => {
            if c == mark {
                quote = None;
            }
            false
        }
        None if matches!(c, '"' | '\'') => {
            quote = Some(c);
            false
        }
        None => c == '>',
    })
}

/// The value of an attribute in quotation marks of either kind.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let is_name = tag.get(..at)?.ends_with(char::is_whitespace);
        let value = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let mark = value.chars().next().filter(|mark| is_name && matches!(mark, '"' | '\''))?;
        Some(value.get(1..)?.split(mark).next().unwrap_or_default())
    })
}
