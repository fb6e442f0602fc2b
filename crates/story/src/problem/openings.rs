//! What stands in the place of a JSON document, told by its first characters.
//!
//! The browser's build only has those characters among the words of the problem. The element recognizes them by the regular
//! expressions of this table, which it takes from `schema/claim-panel-problems.json`. `recognized` does the same here.

/// One kind of opening.
#[derive(Debug)]
pub(crate) struct Opening {
    /// A regular expression of JavaScript for what begins like this. An `@` stands before the text if it was loaded from
    /// an address.
    pub pattern: &'static str,
    /// What it is.
    pub found: &'static str,
    /// What to do about it.
    pub remedy: &'static str,
}

const COPY_IT: &str = "Copy the JSON into a plain text file, and save that as UTF-8, without compression.";
const UNPACK_IT: &str = "Unpack it. If a server compressed it, the server must add the header “Content-Encoding”.";
const REPLACE_IT: &str = "Put the JSON document of the story in its place.";
const CHECK_ADDRESS: &str = "Check the address: it probably leads to an error page or a login page.";
const UNFENCE_IT: &str = "Remove the lines of the code block before and after the JSON.";
const UNESCAPE_IT: &str =
    "Write the JSON without HTML entities. Inside a script tag, only “<” needs another form: \\u003c.";
const TAKE_OBJECT: &str = "Keep only the object: what is between the first { and the last }, including both.";
const WRITE_JSON: &str = "Write the story as a JSON document. The README shows the smallest one.";
const KEEP_ONE: &str = "Keep only one of them, or put everything into one object.";
const DECODE_IT: &str =
    "Encode it only once. In a file, remove the outer quotation marks and the backslashes before the inner ones.";

macro_rules! openings {
    ($($name:ident $pattern:literal $found:literal $remedy:ident)*) => {
        $(static $name: Opening = Opening { pattern: $pattern, found: $found, remedy: $remedy };)*

        /// All kinds. The first one that fits counts.
        pub(crate) static OPENINGS: &[&Opening] = &[$(&$name),*];
    };
}

openings! {
    TWICE "^@?$" "a JSON document inside a JSON text: it was encoded twice" DECODE_IT
    OFFICE "^@?PK[\\x03\\x05]" "a Word, Excel or OpenDocument file, or another zip archive" COPY_IT
    OLD_OFFICE "^@?\\uFFFD\\uFFFD\\x11" "a Word or Excel file of the old format" COPY_IT
    PDF "^@?%PDF" "a PDF file" COPY_IT
    RTF "^@?\\\\rtf" "an RTF file" COPY_IT
    COMPRESSED "^@?[\\x1F(]\\uFFFD" "a compressed file" UNPACK_IT
    BINARY "^@?[\\x01-\\x1F\\x7F\\uFFFD]" "a file that is not text" COPY_IT
    XML "^@?<(\\?|rss|feed)" "an XML file, such as a feed" REPLACE_IT
    PAGE_AT_ADDRESS "^@<" "an HTML page" CHECK_ADDRESS
    PAGE "^<" "an HTML page" REPLACE_IT
    FENCE "^@?[`~]" "a Markdown code block" UNFENCE_IT
    ENTITIES "^@?&" "JSON with HTML entities, such as &quot;" UNESCAPE_IT
    LINES "^@?\\{" "several documents in one file, as in JSON Lines" KEEP_ONE
    JSONP "^@?[\\w$.]+ *\\(\\s*\\{" "JSONP, which is a function call around JSON" TAKE_OBJECT
    SCRIPT "^@?(\\(\\s*\\{|\\)\\]|[\\w$. ]+[={])" "a script around JSON" TAKE_OBJECT
    YAML "^@?(---|(#[^\\n]*\\n)*\\w+:[^\\n]*\\n *\\w+:)" "YAML" WRITE_JSON
    TABLE "^@?[\\w ]*[,;\\t][^ ]" "a table (CSV)" WRITE_JSON
    TEXT_AND_JSON "\\{" "plain text" TAKE_OBJECT
    TEXT "" "plain text" WRITE_JSON
}

/// What an opening is, and what to do about it.
pub(crate) fn recognized(opening: &str) -> (&'static str, &'static str) {
    let Opening { found, remedy, .. } = kind(opening);
    (found, remedy)
}

fn kind(opening: &str) -> &'static Opening {
    let mut characters = opening.chars();
    let (first, second) = (characters.next(), characters.next());
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let is_name = |c: char| is_word(c) || matches!(c, '$' | '.');
    let after_name = opening.trim_start_matches(is_name);
    let after_names = opening.trim_start_matches(|c| is_name(c) || c == ' ');
    let mut lines = opening.lines().skip_while(|line| line.starts_with('#'));
    let mut is_key = || {
        let line = lines.next().unwrap_or_default();
        line.split_once(':').is_some_and(|(key, _)| !key.trim().is_empty() && key.trim().chars().all(is_word))
    };
    let is_call = |text: &str| text.strip_prefix('(').is_some_and(|inside| inside.trim_start().starts_with('{'));
    let mut cells = opening.trim_start_matches(|c| is_word(c) || c == ' ').chars();
    match (first, second) {
        (None, _) => &TWICE,
        (Some('P'), Some('K')) if opening.chars().nth(2).is_some_and(char::is_control) => &OFFICE,
        _ if opening.starts_with("\u{FFFD}\u{FFFD}\u{11}") => &OLD_OFFICE,
        _ if opening.starts_with("%PDF") => &PDF,
        _ if opening.starts_with("\\rtf") => &RTF,
        (Some('\u{1F}' | '('), Some('\u{FFFD}')) => &COMPRESSED,
        (Some('\u{1}'..='\u{1F}' | '\u{7F}' | '\u{FFFD}'), _) => &BINARY,
        (Some('<'), _) if ["<?", "<rss", "<feed"].iter().any(|begin| opening.starts_with(begin)) => &XML,
        (Some('<'), _) => &PAGE,
        (Some('`' | '~'), _) => &FENCE,
        (Some('&'), _) => &ENTITIES,
        (Some('{'), _) => &LINES,
        _ if after_name.len() < opening.len() && is_call(after_name.trim_start_matches(' ')) => &JSONP,
        (Some(')'), Some(']')) => &SCRIPT,
        _ if is_call(opening) => &SCRIPT,
        _ if after_names.len() < opening.len() && after_names.starts_with(['=', '{']) => &SCRIPT,
        _ if opening.starts_with("---") || is_key() && is_key() => &YAML,
        _ if matches!(cells.next(), Some(',' | ';' | '\t')) && cells.next().is_some_and(|c| c != ' ') => &TABLE,
        _ if opening.contains('{') => &TEXT_AND_JSON,
        _ => &TEXT,
    }
}
