//! Problems of files that are no problems of a document: what cannot be read at all, and what an article lacks.

use story::problem::{Place, Problem, Rule, Severity};

macro_rules! rules {
    ($($severity:ident $name:ident $code:literal $message:literal $remedy:literal)*) => {
        $(pub static $name: Rule =
            Rule { code: $code, severity: Severity::$severity, message: $message, remedy: $remedy };)*
    };
}

rules! {
    Error UNREADABLE_FILE "unreadable-file"
        "cannot be read: {0}"
        "Check the name of the file and the permissions."
    Error BINARY_FILE "binary-file"
        "this is {0}, not text"
        "Save the text itself as a plain text file in UTF-8, or pass it through standard input as “-”."
    Error INPUT_TOO_LARGE "input-too-large"
        "the file is larger than 4 MiB"
        "Keep only the article or the story, without the rest of the site."
    Error EMPTY_INPUT "empty-input"
        "there is nothing in the file"
        "Check that the right file was named, and that the program before it printed something."
    Error NOT_UTF8 "not-utf-8"
        "the file is not in UTF-8, so its letters cannot be read"
        "Save it as UTF-8 in the program that wrote it, or paste the text into a new file."
    Error UNKNOWN_FORM "unknown-form"
        "this is neither a JSON document nor lines, a table or JSON-LD"
        "If it is one of them, name it with --from. An article becomes lines with claim-panel draft."
    Error PAGE_WITHOUT_ARTICLE "page-without-article"
        "the page contains no text"
        "If a script writes the article, save the page from a browser, or paste the text into a file."
    Error LANGUAGE_UNKNOWN "article-language-unknown"
        "the language of the article cannot be told from its words"
        "Name it with --lang, such as --lang en."
    Error LANGUAGE_WITHOUT_RULES "language-without-rules"
        "there are no rules for drafting in the language “{0}”"
        "Write the lines or the JSON by hand. All other verbs, such as check and verify, work in every language."
    Advice LANGUAGE_ASSUMED "article-language-assumed"
        "the article is read as “{0}”, which its words suggest"
        "If that is wrong, name the language with --lang."
    Warning NOTHING_FOUND "nothing-found"
        "nobody is found to say anything in this article"
        "Check that the file has the whole text of the article."
    Warning PASSAGE_TWICE "passage-twice"
        "the page has the passage “{0}” more than once, and the panel marks the first"
        "Give the words before or after the passage that is meant as its prefix or suffix."
    Warning PASSAGE_MOVED "passage-moved"
        "the page has the passage “{0}”, but not between the same words"
        "Update its prefix and suffix from the page."
    Warning PASSAGE_CHANGED "passage-changed"
        "the page has “{1}” in the place of the passage “{0}”"
        "If the page still makes the claim, copy its words into the document. Otherwise, remove the passage."
    Warning PASSAGE_GONE "passage-gone"
        "the page no longer has the passage “{0}”"
        "Find the words with which the page makes the claim now, or remove the passage."
}

/// A problem of a whole file.
pub fn of_file(rule: &'static Rule, words: &[&str]) -> Problem {
    let words = words.iter().map(|word| (*word).to_owned()).collect();
    Problem::new(rule, Place::default(), words)
}
