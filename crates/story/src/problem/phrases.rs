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

phrases! {
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
