//! What can be wrong with lines. The rules of the format itself are in `story`.

use story::problem::{Rule, Severity};

macro_rules! rules {
    ($($severity:ident $name:ident $code:literal $message:literal $remedy:literal)*) => {
        $(
            #[doc = $message]
            pub static $name: Rule =
                Rule { code: $code, severity: Severity::$severity, message: $message, remedy: $remedy };
        )*

        /// All rules of lines.
        pub static ALL: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    Error LINES_TOO_LARGE "lines-too-large"
        "the text is larger than 4 MiB"
        "Split it into several stories."
    Warning PROPOSAL_NOT_CONFIRMED "proposal-not-confirmed"
        "this line is a proposal that nobody has confirmed, and it is left out"
        "Check it against the article. Then delete the question mark at its beginning, or the whole line."
    Error STANCE_NOT_CHOSEN "stance-not-chosen"
        "the line does not say what {0} does about the claim"
        "Write one of these behind the name: {1}."
    Error CLAIM_NOT_WORDED "claim-not-worded"
        "the claim has no words yet"
        "Write behind # what is claimed, as a sentence that can be so or not."
    Error SPEAKER_NOT_CHOSEN "speaker-not-chosen"
        "the line does not say who speaks"
        "Begin the line with the name of the speaker."
    Error UNKNOWN_STANCE "unknown-stance"
        "“{0}” is not a stance{1}"
        "Write one of these behind the name: {2}."
    Error NOT_UNDERSTOOD "not-understood"
        "this line is not understood{0}"
        "Write a name and a stance, such as “Dana Rowe denies: …”, or begin a note to yourself with //"
    Error UNKNOWN_WORD_BEFORE_COLON "unknown-word-before-colon"
        "“{0}” is not a word that may stand here before a colon{1}"
        "Correct it, or begin the line with // to have it ignored."
    Error NOT_HERE "not-here"
        "“{0}” does not belong to {1}"
        "Move the line below the entry that it belongs to."
    Error STATEMENT_BEFORE_CLAIM "statement-before-claim"
        "a statement stands before the first claim"
        "Write the claim above it, in a line that begins with #"
    Error SEVERAL_MATCH "several-match"
        "“{0}” fits several entries: {1}"
        "Write more of the name, or the short name in braces, such as {rowe}."
    Error UNKNOWN_NAME "unknown-name"
        "there is no {1} “{0}”{2}"
        "Correct the name, or add the {1}."
    Advice PARTY_ADDED "party-added"
        "no line with @ introduces “{0}”, which is taken to be a person"
        "Add “@{0}”, with a role behind a comma, and with (organisation), (outlet), (unnamed) or (document) unless it is a person."
    Error NAME_RESEMBLES "name-resembles"
        "no line with @ introduces “{0}”, but it resembles: {1}"
        "Write the name as it is introduced, add “{0}” to its line “also called: …”, or add “@{0}” if somebody else is meant."
    Error LOOKS_LIKE_A_NAME "looks-like-a-name"
        "the source is not to be named, but “{0}” reads like a name, and readers would see it"
        "Describe the source, such as “an officer of the council”."
    Error UNCLEAR_PART "unclear-part"
        "“{0}” is not understood here"
        "Put a comma before it if it says how or when, and a colon before it if it is what was said."
    Advice TIME_AS_MEDIUM "time-as-medium"
        "“{0}” is not a date that lines understand; it is taken as how the words were said"
        "Write the date as 3 March 2031. If the time cannot be written as a date, put it in a line “when: …” below."
    Error UNUSABLE_VALUE "unusable-value"
        "“{0}” is not {1}"
        "Correct it."
    Error REPEATED "repeated"
        "the entry already has this: {0}"
        "Delete one of the two lines."
    Error REPEATED_NAME "repeated-short-name"
        "another entry has the short name “{0}”"
        "Choose a different one in the braces."
    Warning UNCLEAR_QUOTATION "unclear-quotation"
        "it is not clear where the quotation ends; the whole is taken as the newsroom's own words"
        "Put the words that were said between “ and ”, with nothing behind them."
    Error NO_NAME "no-name"
        "the line has no text behind its sign"
        "Write the name of the party behind @, and the claim behind #"
    Error NO_PASSAGE "no-passage"
        "no words stand between [[ and ]]"
        "Put [[ before the words of the article in which the claim is made, and ]] behind them."
}
