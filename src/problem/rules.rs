//! The rules of the format and their sentences.

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is refused: shown in part it could mislead.
    Error,
    /// The document is shown, visibly less well than it was meant.
    Warning,
    /// For editors only; readers notice nothing.
    Advice,
}

impl Severity {
    /// `error`, `warning` or `advice`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One thing that can be wrong. In the sentences `{0}`, `{1}` … stand for words of the document, and
/// `{=0}`, `{=1}` … for phrases of ours. The sentences are not in the browser's build: few documents
/// have problems, and those of a browser's find them in `schema/claim-panel-problems.json`.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// A stable name in kebab-case; part of the public contract.
    pub code: &'static str,
    /// How bad it is when this rule is broken.
    pub severity: Severity,
    /// What is wrong.
    #[cfg(not(target_arch = "wasm32"))]
    pub message: &'static str,
    /// What to do.
    #[cfg(not(target_arch = "wasm32"))]
    pub remedy: &'static str,
}

/// Declares each rule as a static and lists them all.
macro_rules! rules {
    ($($severity:ident $name:ident $code:literal $message:literal $remedy:literal)*) => {
        $(pub(crate) static $name: Rule = Rule {
            code: $code,
            severity: Severity::$severity,
            #[cfg(not(target_arch = "wasm32"))]
            message: $message,
            #[cfg(not(target_arch = "wasm32"))]
            remedy: $remedy,
        };)*

        /// Every rule, in the order of this file: first the bytes, then the fields, then the story.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // The bytes and the JSON.
    Error TOO_LARGE "too-large"
        "the document is larger than 4 MiB"
        "Keep one story in one document, and leave out what the panel does not show."
    Error WRONG_ENCODING "wrong-encoding"
        "the file is UTF-16, not UTF-8"
        "Save it again as UTF-8."
    Warning INVALID_UTF8 "invalid-utf8"
        "there are bytes here that are not UTF-8; “�” stands in their place"
        "Save the file as UTF-8 and correct the letters that became “�”."
    Warning BYTE_ORDER_MARK "byte-order-mark"
        "the file begins with a byte order mark"
        "Save it as UTF-8 without a byte order mark (“BOM”)."
    Warning LONE_SURROGATE "lone-surrogate"
        "half of a character is written here ({0}); “�” stands in its place"
        "Write the character itself, or both halves."
    Error EMPTY_DOCUMENT "empty-document"
        "the document is empty"
        "Put the story's JSON into it; the README shows the smallest one."
    Error NOT_JSON "not-json"
        "this is an HTML page, not JSON"
        "Check the address: it probably leads to an error page or a log-in."
    Error UNEXPECTED_END "unexpected-end"
        "the document breaks off here: expected {=0}"
        "See whether the end of the file is missing, or a bracket or quotation mark before it."
    Error SYNTAX "syntax"
        "expected {=0}, found {1}"
        "A quotation mark within a text is written \\\" or “ ”. If there is none, a comma, a bracket or a quotation mark is missing just before."
    Error CURLY_QUOTE "curly-quote"
        "the quotation mark {0} is not one that JSON knows"
        "Replace it by the straight one: \". Word processors bend quotation marks by themselves."
    Error UNQUOTED "unquoted"
        "“{0}” has no quotation marks"
        "Write \"{0}\"."
    Error TEXT_AFTER_END "text-after-end"
        "there is more text after the end of the document: {0}"
        "Remove what follows the last “}”, or the “}” that came too early."
    Error TRAILING_COMMA "trailing-comma"
        "there is a comma after the last entry"
        "Remove the comma before the closing bracket."
    Error MISSING_COMMA "missing-comma"
        "a comma is missing before {0}"
        "Put a comma after the entry before."
    Error COMMENT "comment"
        "JSON has no comments"
        "Remove the comment; a statement's or a claim's “note” is shown to readers."
    Error LINE_BREAK_IN_TEXT "line-break-in-text"
        "the text is broken over two lines"
        "Join the lines. If the text was to end on this line, put a straight quotation mark (\") at its end."
    Error CONTROL_CHARACTER "control-character"
        "there is an invisible control character ({0}) in the text"
        "Remove it, or write it as {0}."
    Error BAD_ESCAPE "bad-escape"
        "“{0}” means nothing in JSON"
        "Write \\\\ for a backslash, \\\" for a quotation mark, \\n for a line break."
    Error DUPLICATE_KEY "duplicate-key"
        "“{0}” is given twice"
        "If they are two different things, give each a name of its own; otherwise keep one."
    Error TOO_DEEP "too-deep"
        "brackets are nested more than 24 deep"
        "Nothing in the format is nested so deep; look for a bracket that is never closed."
    Error TOO_MANY_ITEMS "too-many-items"
        "the document holds more than 20,000 items"
        "Divide the story into several documents."
    Error TEXT_TOO_LONG "text-too-long"
        "this text is longer than 20,000 characters"
        "Quote the passage that matters and link to the rest."

    Advice MORE_PROBLEMS "more-problems"
        "there are more problems of the kind “{0}”"
        "Mend those that are listed and check again."

    // The fields.
    Error UNKNOWN_VERSION "unknown-version"
        "version {0} is not known here"
        "Write \"version\": 1, or use a newer release of the panel."
    Error WRONG_TYPE "wrong-type"
        "expected {=0}, found {=1}"
        "{=2}"
    Error MISSING_FIELD "missing-field"
        "“{0}” is missing{1}"
        "Add it: {=2}"
    Warning MISSPELT_FIELD "misspelt-field"
        "there is no field “{0}” here{1}"
        "What stands in it is not shown; correct its name."
    Advice UNKNOWN_FIELD "unknown-field"
        "there is no field “{0}” here"
        "It is ignored; correct its name or remove it."
    Error UNKNOWN_WORD "unknown-word"
        "“{0}” is not one of the words that can stand here{1}"
        "Use one of: {=2}."
    Error EMPTY_ID "empty-id"
        "an id is empty"
        "Give it a short name, such as a surname in small letters."
    Advice EMPTY_FIELD "empty-field"
        "“{0}” is empty"
        "It is ignored; remove it, or fill it in."
    Advice MARKUP "markup"
        "this text holds markup ({0}), which readers will see as it is written"
        "Write plain text; the panel sets it."

    // What the fields refer to.
    Error UNKNOWN_PARTY "unknown-party"
        "there is no party “{0}”{1}"
        "Correct the id, or add the party to “parties”."
    Error UNKNOWN_CLAIM "unknown-claim"
        "there is no claim “{0}”{1}"
        "Correct the id, or add the claim to “claims”."
    Error UNKNOWN_REPORT "unknown-report"
        "there is no report “{0}”{1}"
        "Correct the id, or add the report to “reports”."
    Error UNKNOWN_STATEMENT "unknown-statement"
        "there is no statement with the id “{0}”{1}"
        "Correct the id, or give the statement that is meant this “id”."
    Error DUPLICATE_ID "duplicate-id"
        "the id “{0}” is used twice"
        "Change one of the two, and with it what refers to it."
    Warning DUPLICATE_REFERENCE "duplicate-reference"
        "“{0}” is listed twice"
        "Remove one; it is shown once."
    Warning CIRCULAR_CITATION "circular-citation"
        "this report cites “{0}”, which leads back to it"
        "Find out which of them was first, and remove the citation that closes the circle; the panel says that they cite one another."
    Warning CIRCULAR_REPRESENTATION "circular-representation"
        "this party speaks for “{0}”, which leads back to it"
        "Remove one “represents” of the circle; until then the panel treats each of its parties as speaking for itself."

    // Single values.
    Warning UNUSABLE_DATE "unusable-date"
        "“{0}” is not a date that the panel can read; it is shown as it is written"
        "Write a day that exists as 2024-08-15, a time with its zone as 2024-08-15T08:05-04:00, a month as 2024-08, a year as 2024; or 2024-08~ (about), 2024-08-15? (uncertain), 2024-08-14/2024-08-15, ../2024-08-15, 2024-08-15/.."
    Warning UNUSABLE_LINK "unusable-link"
        "“{0}” is not an address that the panel can link to; it is shown without a link"
        "Write the whole address, beginning with https://"
    Warning UNUSABLE_LANGUAGE "unusable-language"
        "“{0}” is not a language tag"
        "Write a BCP 47 tag, such as en, pt-BR or ar."
    Warning UNUSABLE_TIME_ZONE "unusable-time-zone"
        "“{0}” is not the name of a time zone; clock times are shown in the zone in which they are written"
        "Write an IANA name, such as America/New_York."
    Error BAD_COUNT "bad-count"
        "expected a whole number from 1 to 9999, found {0}"
        "Write how many people this source is, or leave the field out."

    // The story.
    Error NO_STANCE "no-stance"
        "the statement takes no stance on any claim"
        "Name at least one claim in “stances” and what the statement does about it."
    Error NO_CLAIMS "no-claims"
        "the document has no claims"
        "Add at least one claim to “claims”."
    Error NAMED_SOURCE "named-source"
        "an unnamed source has a name here, and the document is public"
        "Remove the name from the document; say in “description” who it is as far as can be said."
    Warning ONLY_FOR_UNNAMED "only-for-unnamed"
        "“{0}” is meant for unnamed sources, and this party is named; it is not shown"
        "Remove it, or make the party's “kind” “unnamed” and take its name away."
    Error UNSIGNED_FINDING "unsigned-finding"
        "a finding must be signed by a named party, and “{0}” is unnamed"
        "Name the fact-checker or newsroom whose judgement it is."
    Warning SELF_REFERENCE "self-reference"
        "“{0}” refers to itself"
        "Remove the reference; it is ignored."
    Advice SAID_AFTER_REPORTED "said-after-reported"
        "the statement is dated {0}, after the report through which it is known ({1})"
        "Check both dates."
    Advice CITES_FOR_SEVERAL_CLAIMS "cites-for-several-claims"
        "this statement carries {0} claims through “{1}”, which cites others: they count as sources of each claim"
        "Where the outlet cites them for one claim only, make two reports of it, and a statement for each."
    Advice ORDER_UNCERTAIN "order-uncertain"
        "the dates do not settle which of {0}'s statements on “{1}” came last; the panel takes the last in the document"
        "Give both statements exact dates, or see that the later one stands later."
    Advice NO_ANSWER "no-answer-recorded"
        "no answer of {0} to this claim is recorded, and the panel says so"
        "Add the answer, or the attempt to get one: a statement with “declined”, “no-response”, “unreachable” or “not-asked”."
    Warning STANDS_BY_SOMETHING_ELSE "stands-by-something-else"
        "{0} stands by this claim, but has contested it"
        "“stands-by” keeps to the claim itself; whoever keeps to a denial takes the stance “denies” again."
    Advice ABOUT_MISSING "about-missing"
        "it is not said whom this claim is about, so that nobody's answer is shown with it"
        "Name the parties in “about”; write \"about\": [] if it is about nobody here."
    Advice FINDING_ON_ONESELF "finding-on-oneself"
        "{0} judges a claim that is about {0}"
        "A finding is the judgement of somebody who stands outside; what the party itself says is a statement."
    Advice NO_STATEMENTS "no-statements"
        "nobody says anything about this claim"
        "Add a statement, or remove the claim."
    Advice UNUSED_PARTY "unused-party"
        "the party “{0}” is never referred to: readers see it among the people, with nothing that it said"
        "Remove it, or let a statement refer to it."
    Advice UNUSED_REPORT "unused-report"
        "the report “{0}” is never referred to and is not shown"
        "Name it in the “reports” of the statements that it carries, or in the “cites” of another report."
    Advice UNNAMED_WITHOUT_REASON "unnamed-without-reason"
        "readers are not told why this source has no name"
        "Add a “reason”."
    Advice QUOTED_QUOTE "quoted-quote"
        "the quotation carries its own quotation marks, and the panel sets them too"
        "Remove the first and the last quotation mark."
    Advice TRANSLATION_WITHOUT_LANGUAGE "translation-without-language"
        "a translation is given, but not the language of the quotation"
        "Add “lang”, so that screen readers pronounce the quotation rightly."
}
