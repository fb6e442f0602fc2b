//! Phrases of ours that stand in the sentences of rules, where those of the document do not.
//!
//! In the browser a phrase is its key: the text is with the sentences.

/// Declares each phrase as a constant and lists them all.
macro_rules! phrases {
    ($($name:ident $key:literal $text:literal)*) => {
        $(pub(crate) const $name: &str = if cfg!(target_arch = "wasm32") { $key } else { $text };)*

        /// The key and the text of each.
        #[cfg(not(target_arch = "wasm32"))]
        pub(crate) static PHRASES: &[(&str, &str)] = &[$(($key, $text)),*];
    };
}

phrases! {
    // What was expected, or found.
    A_TEXT "text" "text"
    AN_ID "id" "an id (text)"
    A_DATE "date" "a date (text)"
    AN_ADDRESS "address" "an address (text)"
    A_LANGUAGE "language" "a language tag (text)"
    A_TIME_ZONE "zone" "the name of a time zone (text)"
    A_WORD "word" "a word (text)"
    THE_VERSION "1" "the number 1"
    A_WHOLE_NUMBER "whole" "a whole number"
    A_NUMBER "number" "a number"
    A_LIST "list" "a list"
    AN_OBJECT "object" "an object"
    TRUE "true" "true"
    FALSE "false" "false"
    NULL "null" "null"

    // What would make it right.
    QUOTE_IT "\"" "Put it in quotation marks."
    UNQUOTE_IT "0" "Write a number, without quotation marks."
    LIST_IT "[]" "Put [ and ] around it, even when there is only one."
    ENCLOSE_IT "{}" "Put it in { and }, as \"name\": value."
    FILL_IT_IN "?" "Fill it in, or leave it out where it is not required."

    // What the JSON should go on with.
    A_VALUE "value" "a value"
    A_VALUE_OR_END "value]" "a value or “]”"
    A_COMMA_OR_END_OF_LIST ",]" "a comma or “]”"
    A_FIELD_OR_END "field}" "a field or “}”"
    A_COMMA_OR_END_OF_OBJECT ",}" "a comma or “}”"
    A_FIELDS_NAME "field" "a field's name in quotation marks"
    A_COLON ":" "a colon"
    THE_END_OF_THE_TEXT "…\"" "the quotation mark that ends this text"

    // What is missing of a party; of the other fields, their descriptions say it.
    NAME_OF_A_PARTY "Party.name" "the name that readers see."
    DESCRIPTION_OF_A_PARTY "Party.description" "who it is, as far as can be said (“two people briefed on the talks”)."
}
