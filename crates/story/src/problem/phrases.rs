//! Phrases of this crate that fill the `{=0}` placeholders of rules.
//!
//! In the browser build a phrase is only its key; its text is in `schema/claim-panel-problems.json`.

/// Declares each phrase as a constant, and `PHRASES` as the list of them.
macro_rules! phrases {
    ($($name:ident $key:literal $text:literal)*) => {
        $(pub(crate) const $name: &str = if cfg!(not(feature = "editor")) { $key } else { $text };)*

        /// Key and text of every phrase.
        #[cfg(feature = "editor")]
        pub(crate) static PHRASES: &[(&str, &str)] = &[$(($key, $text)),*];
    };
}

/// Phrases that read differently if the document was loaded from an address, which the command line never does.
#[cfg(feature = "editor")]
pub(crate) static PHRASES_OF_ADDRESSES: &[(&str, &str)] =
    &[("replace", "Check the address: it probably leads to an error page or a login page.")];

phrases! {
    // What was found in the place of a JSON document.
    OFFICE_FILE "PK" "a Word, Excel or OpenDocument file, or another zip archive"
    OLD_OFFICE_FILE ".doc" "a Word or Excel file of the old format"
    PDF_FILE "%PDF" "a PDF file"
    RTF_FILE "rtf" "an RTF file"
    COMPRESSED_FILE "gzip" "a compressed file"
    BINARY_FILE "binary" "a file that is not text"
    HTML_PAGE "<" "an HTML page"
    XML_FILE "<?" "an XML file, such as a feed"
    MARKDOWN_FENCE "```" "a Markdown code block"
    ESCAPED_JSON "&" "JSON with HTML entities, such as &quot;"
    JSONP_CALL "(" "JSONP, which is a function call around JSON"
    SCRIPT_AROUND_JSON "=" "a script around JSON"
    YAML_FILE "---" "YAML"
    CSV_FILE "," "a table (CSV)"
    PLAIN_TEXT "plain" "plain text"
    JSON_LINES "}{" "several documents in one file, as in JSON Lines"
    JSON_IN_TEXT "\"{" "JSON inside a JSON text: the document was encoded twice"

    // What to do about it.
    COPY_IT_OUT "copy" "Copy the JSON into a plain text file, and save that as UTF-8, without compression."
    UNPACK_IT "unpack" "Unpack it. If a server compressed it, the server must add the header “Content-Encoding”."
    REPLACE_IT "replace" "Put the JSON document of the story in its place."
    TAKE_OFF_FENCE "unfence" "Remove the lines of the code block before and after the JSON."
    UNESCAPE_IT "unescape" "Write the JSON without HTML entities. Inside a script tag, only “<” needs another form: \\u003c."
    TAKE_OUT_OBJECT "take" "Keep only the object: what is between the first { and the last }, including both."
    WRITE_JSON "write" "Write the story as a JSON document. The README shows the smallest one."
    KEEP_ONE "one" "Keep only one of them, or put everything into one object."
    DECODE_IT "decode" "Encode it only once. In a file, remove the outer quotation marks and the backslashes before the inner ones."

    // Types that a rule expected or found.
    A_TEXT "text" "text"
    AN_ID "id" "an id (text)"
    A_DATE "date" "a date (text)"
    AN_ADDRESS "address" "an address (text)"
    A_LANGUAGE "language" "a language tag (text)"
    A_TIME_ZONE "zone" "a time zone name (text)"
    A_WORD "word" "a word (text)"
    THE_VERSION "1" "the number 1"
    A_WHOLE_NUMBER "whole" "a whole number"
    A_NUMBER "number" "a number"
    A_LIST "list" "a list"
    AN_OBJECT "object" "an object"
    TRUE "true" "true"
    TRUE_OR_FALSE "boolean" "true or false"
    FALSE "false" "false"
    NULL "null" "null"

    // Remedies for a value of the wrong type.
    QUOTE_IT "\"" "Put it in quotation marks."
    UNQUOTE_IT "0" "Write a number, without quotation marks."
    DECIDE_IT "true|false" "Write true or false, without quotation marks."
    LIST_IT "[]" "Enclose it in [ and ], even if there is only one entry."
    ENCLOSE_IT "{}" "Enclose it in { and }, as \"name\": value."
    FILL_IT_IN "?" "Fill it in, or remove it if it is not required."

    // What the JSON parser expected next.
    A_VALUE "value" "a value"
    A_VALUE_OR_END "value]" "a value or “]”"
    A_COMMA_OR_END_OF_LIST ",]" "a comma or “]”"
    A_FIELD_OR_END "field}" "a field or “}”"
    A_COMMA_OR_END_OF_OBJECT ",}" "a comma or “}”"
    A_FIELDS_NAME "field" "a field name in quotation marks"
    A_COLON ":" "a colon"
    THE_END_OF_THE_TEXT "…\"" "the quotation mark that closes this text"

    // Fields that only some parties need. For other missing fields, the field's description is used.
    NAME_OF_A_PARTY "Party.name" "the name that readers see."
    SPEAKER_OF_A_STATEMENT "Statement.by" "who speaks, or the occasion on which the statement was made."
    DESCRIPTION_OF_A_PARTY "Party.description" "who the source is, as far as can be said (“two people briefed on the talks”)."
}
