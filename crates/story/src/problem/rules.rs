//! The rules of the format, each with its message and its remedy.

/// How severe a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The document is refused, because a partial panel could mislead readers.
    Error,
    /// The document is shown, but visibly degraded.
    Warning,
    /// A hint for editors; readers see no difference.
    Advice,
}

impl Severity {
    /// The severity as diagnostics print it: `error`, `warning` or `advice`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One kind of mistake that a document can contain.
///
/// In the sentences, `{0}`, `{1}` … are placeholders for words from the document, and `{=0}`, `{=1}` … for
/// phrases of this crate. The browser build leaves the sentences out, because few documents have
/// problems; the element loads them from `schema/claim-panel-problems.json` when one does.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Stable name in kebab-case; part of the public contract.
    pub code: &'static str,
    /// Severity of a violation.
    pub severity: Severity,
    /// What is wrong, without a capital letter or a full stop, as in compiler messages.
    #[cfg(feature = "editor")]
    pub message: &'static str,
    /// What to do about it, as a whole sentence.
    #[cfg(feature = "editor")]
    pub remedy: &'static str,
}

impl Rule {
    /// Whether a strict check fails on it: an error, a warning, or advice on what the story leaves open about the reply of
    /// a party or the sources of a claim.
    #[cfg(feature = "editor")]
    pub fn fails_strict_check(&self) -> bool {
        let open = [&ABOUT_MISSING, &CITES_FOR_SEVERAL_CLAIMS];
        self.severity != Severity::Advice || open.contains(&self)
    }
}

/// Declares each rule as a static, and `ALL` as the list of them.
macro_rules! rules {
    ($($severity:ident $name:ident $code:literal $message:literal $remedy:literal)*) => {
        $(pub(crate) static $name: Rule = Rule {
            code: $code,
            severity: Severity::$severity,
            #[cfg(feature = "editor")]
            message: $message,
            #[cfg(feature = "editor")]
            remedy: $remedy,
        };)*

        /// Every rule in the order of this file: first the bytes, then the fields, then the story.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // Bytes and JSON syntax.
    Error TOO_LARGE "too-large"
        "the document is larger than 4 MiB"
        "Keep each story in a document of its own, and remove what the panel does not show."
    Error WRONG_ENCODING "wrong-encoding"
        "the file is UTF-16, not UTF-8"
        "Save the file as UTF-8."
    Warning INVALID_UTF8 "invalid-utf8"
        "the bytes here are not valid UTF-8; “�” is shown in their place"
        "Save the file as UTF-8, then correct the characters that became “�”."
    Warning BYTE_ORDER_MARK "byte-order-mark"
        "the file begins with a byte order mark"
        "Save the file as UTF-8 without a byte order mark (BOM)."
    Warning LONE_SURROGATE "lone-surrogate"
        "{0} is half of a surrogate pair; “�” is shown in its place"
        "Write the character itself, or both halves of the pair."
    Error EMPTY_DOCUMENT "empty-document"
        "the document is empty"
        "Add the JSON of a story; the README shows the smallest one."
    Error NOT_JSON "not-json"
        "expected a JSON document, found {1}"
        "{2}"
    Error UNEXPECTED_END "unexpected-end"
        "the document ends unexpectedly: expected {=0}"
        "Check whether the file was cut off, or whether a bracket or quotation mark is missing."
    Error SYNTAX "syntax"
        "expected {=0}, found {1}"
        "Write a quotation mark inside a text as \\\" or “ ”. If there is none, look for a missing comma, bracket or quotation mark just before."
    Error CURLY_QUOTE "curly-quote"
        "JSON does not accept {0} as a quotation mark"
        "Replace it with a straight double quotation mark: \". Word processors often change it automatically."
    Error UNQUOTED "unquoted"
        "“{0}” is not in quotation marks"
        "Write \"{0}\"."
    Error TEXT_AFTER_END "text-after-end"
        "there is text after the end of the document: {0}"
        "Remove everything after the last “}”, or remove a “}” that closes the document too early."
    Error TRAILING_COMMA "trailing-comma"
        "there is a comma after the last entry"
        "Remove the comma before the closing bracket."
    Error MISSING_COMMA "missing-comma"
        "a comma is missing before {0}"
        "Add a comma after the previous entry."
    Error COMMENT "comment"
        "JSON does not allow comments"
        "Remove the comment, or move it to the “note” of a claim or statement if readers should see it."
    Error LINE_BREAK_IN_TEXT "line-break-in-text"
        "this text contains a line break"
        "Join the lines. If the text should end on this line, close it with a straight quotation mark (\")."
    Error CONTROL_CHARACTER "control-character"
        "this text contains an invisible control character ({0})"
        "Remove it, or write it as {0}."
    Error INVISIBLE_CHARACTER "invisible-character"
        "there is an invisible character between the entries: {0}"
        "Replace it with a plain space here and wherever else it is outside of texts. Text copied from web pages often contains it."
    Error BAD_ESCAPE "bad-escape"
        "“{0}” is not an escape sequence in JSON"
        "Write \\\\ for a backslash, \\\" for a quotation mark and \\n for a line break."
    Error DUPLICATE_KEY "duplicate-key"
        "“{0}” occurs twice in this object"
        "If the two are different things, rename one; otherwise remove one."
    Error TOO_DEEP "too-deep"
        "brackets are nested more than 24 levels deep"
        "The format never nests this deeply; look for a bracket that is never closed."
    Error TOO_MANY_ITEMS "too-many-items"
        "the document contains more than 250,000 items"
        "Split the story into several documents."
    Error TEXT_TOO_LONG "text-too-long"
        "this text is longer than 20,000 characters"
        "Quote the passage that matters and link to the rest."

    Advice MORE_PROBLEMS "more-problems"
        "there are more “{0}” problems than are listed"
        "Fix the listed problems, then check again."

    // Fields.
    Error UNKNOWN_VERSION "unknown-version"
        "version {0} of the format is not supported"
        "Write \"version\": 1, or use a newer release of the panel."
    Error WRONG_TYPE "wrong-type"
        "expected {=0}, found {=1}"
        "{=2}"
    Error MISSING_FIELD "missing-field"
        "the required field “{0}” is missing{1}"
        "Add “{0}”: {=2}"
    Warning MISSPELT_FIELD "misspelt-field"
        "there is no field “{0}” here{1}"
        "Correct the name; until then, the panel does not show this field."
    Advice UNKNOWN_FIELD "unknown-field"
        "there is no field “{0}” here"
        "The panel ignores it; correct its name or remove it."
    Error UNKNOWN_WORD "unknown-word"
        "“{0}” is not an allowed value{1}"
        "Use one of: {=2}."
    Error EMPTY_ID "empty-id"
        "an id is empty"
        "Use a short name, such as a surname in lowercase letters."
    Advice EMPTY_FIELD "empty-field"
        "“{0}” is empty"
        "The panel ignores it; fill it in or remove it."
    Advice MARKUP "markup"
        "this text contains markup ({0}), which readers see as written"
        "Write plain text; the panel formats it."

    // References.
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
        "Correct the id, or add this “id” to the statement that you mean."
    Error UNKNOWN_OCCASION "unknown-occasion"
        "there is no occasion “{0}”{1}"
        "Correct the id, or add the occasion to “occasions”."
    Error DUPLICATE_ID "duplicate-id"
        "the id “{0}” is used twice"
        "Change one of the two, and every reference to it."
    Warning DUPLICATE_REFERENCE "duplicate-reference"
        "“{0}” is listed twice"
        "Remove one of the two; the panel shows it once."
    Warning CIRCULAR_CITATION "circular-citation"
        "this report cites “{0}”, which leads back to this report"
        "Find out which report came first, and remove the citation that closes the cycle. Until then, the panel says that these reports cite one another."
    Warning CIRCULAR_REPRESENTATION "circular-representation"
        "this party represents “{0}”, which leads back to this party"
        "Remove one “represents” from the cycle. Until then, the panel treats each of these parties as speaking for itself."

    // Values.
    Warning UNUSABLE_DATE "unusable-date"
        "“{0}” is not a date that the panel can read; it is shown as it is written"
        "Write a day of the calendar as 2024-08-15, a time with its zone as 2024-08-15T08:05-04:00, a month as 2024-08 or a year as 2024. Also accepted: 2024-08~ (about), 2024-08-15? (uncertain), 2024-08-14/2024-08-15, ../2024-08-15 and 2024-08-15/.."
    Warning DATE_WITHOUT_ZONE "date-without-zone"
        "the clock time “{0}” has no time zone, and the document has no usable “timeZone”; it is shown as it is written"
        "Add the offset from UTC, as in 2024-08-15T08:05-04:00, or add “timeZone” to the document."
    Warning UNUSABLE_LINK "unusable-link"
        "“{0}” is not an address that the panel can link to; it is shown without a link"
        "Write the full address, starting with https://"
    Warning UNUSABLE_LANGUAGE "unusable-language"
        "“{0}” is not a language tag"
        "Write a BCP 47 language tag, such as en, pt-BR or ar."
    Warning UNUSABLE_TIME_ZONE "unusable-time-zone"
        "“{0}” is not the name of a time zone; times are shown in the zones in which they are written"
        "Write an IANA time zone name, such as America/New_York."
    Error BAD_COUNT "bad-count"
        "expected a whole number from 1 to 9999, found {0}"
        "Write the number of people behind this source, or remove the field."

    // The story as a whole.
    Error NO_STANCE "no-stance"
        "the statement takes no stance on any claim"
        "Add at least one claim to “stances”, with the stance that the statement takes on it."
    Error NO_CLAIMS "no-claims"
        "the document has no claims"
        "Add at least one claim to “claims”."
    Error NAMED_SOURCE "named-source"
        "this unnamed source has a name, and the document is public"
        "Remove the name and the aliases, and say in “description” who the source is, as far as can be said."
    Warning ONLY_FOR_UNNAMED "only-for-unnamed"
        "“{0}” applies only to unnamed sources; it is not shown for this named party"
        "Remove it, or change the “kind” of the party to “unnamed” and remove its name."
    Error UNSIGNED_FINDING "unsigned-finding"
        "a finding must be signed by a named party, but “{0}” is unnamed"
        "Name the fact-checker or newsroom that made the judgement."
    Warning SELF_REFERENCE "self-reference"
        "“{0}” refers to itself"
        "Remove the reference; the panel ignores it."
    Advice SAID_AFTER_REPORTED "said-after-reported"
        "the statement is dated {0}, later than the report through which it is known ({1})"
        "Check both dates."
    Advice CITES_FOR_SEVERAL_CLAIMS "cites-for-several-claims"
        "this statement carries {0} claims through “{1}”; the panel says of each that it relies on the reports that “{1}” cites"
        "If that is so, repeat them in the “cites” of this statement. If it is so of some claims only, make a statement for each claim, with “cites” of its own."
    Warning ORDER_UNCERTAIN "order-uncertain"
        "the dates do not show which of {0}'s contrary statements on “{1}” is the latest; the panel names both and says that the order is not known"
        "Give both statements exact dates. If they were made together, give both the same “occasion”."
    Warning STANDS_BY_SOMETHING_ELSE "stands-by-something-else"
        "{0} stands by this claim but has contested it"
        "“stands-by” affirms the claim itself. If the party stands by a denial, use the stance “denies” again."
    Warning DOCUMENT_ASKED "document-asked"
        "“{0}” is a document, which nobody asks for an answer; the panel says that it gave none"
        "Record the attempt as a statement of the person or the organisation that was asked."
    Warning ONLY_DISOWNED "only-disowned"
        "this statement is known only through “{0}”, which the outlet says that it never published"
        "If somebody passes it off as the outlet's, record what they say as their own statement, with this report in its “cites”."
    Advice LEGAL_WITHOUT_DATE "legal-without-date"
        "the legal status has no date, so readers cannot tell whether it is still true"
        "Add the “date” on which it became so."
    Advice ABOUT_MISSING "about-missing"
        "the claim does not say whom it is about, so the panel shows nobody's reply with it"
        "List the parties that it is about in “about”, or write \"about\": [] if there are none."
    Advice FINDING_ON_ONESELF "finding-on-oneself"
        "{0} judges a claim that is about {0}"
        "A finding is the judgement of an outside party; record what the party itself says as a statement."
    Advice NO_STATEMENTS "no-statements"
        "nobody says anything about this claim"
        "Add a statement, or remove the claim."
    Advice UNUSED_PARTY "unused-party"
        "nothing refers to the party “{0}”; readers see it among the people, with no statements"
        "Remove it, or add a statement that refers to it."
    Advice UNUSED_REPORT "unused-report"
        "nothing refers to the report “{0}”, and it is not shown"
        "List it in the “reports” of the statements that it carries, or in the “cites” of another report."
    Advice UNUSED_OCCASION "unused-occasion"
        "no statement refers to the occasion “{0}”, and it is not shown"
        "Set “occasion” to it in the statements that were made there, or remove it."
    Advice UNNAMED_WITHOUT_REASON "unnamed-without-reason"
        "the document does not say why this source is unnamed"
        "Add a “reason”, or say in it that the outlet gives none."
    Advice QUOTED_QUOTE "quoted-quote"
        "the quotation includes quotation marks, and the panel adds its own"
        "Remove the first and the last quotation mark."
    Advice TRANSLATION_WITHOUT_LANGUAGE "translation-without-language"
        "the quotation has a translation but no language"
        "Add “lang”, so that screen readers pronounce the quotation correctly."
}
