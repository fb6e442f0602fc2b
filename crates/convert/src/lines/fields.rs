//! The lines below an entry, `word: value`, and the fields of the format that they fill.

/// What a line belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    Document,
    Publisher,
    Party,
    Claim,
    Statement,
    Report,
    Occasion,
    Correction,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A text as it is.
    Text,
    /// A text between quotation marks.
    Quote,
    Date,
    Party,
    /// Names of parties, or “nobody”.
    Parties,
    Report,
    /// Names of reports, or “directly”.
    Reports,
    /// Names of reports, or “own reporting”.
    Cites,
    Occasion,
    Claim,
    Statement,
    /// Texts with semicolons between them.
    Texts,
    Count,
    YesNo,
    Kind,
    /// Words of the article around `[[` and `]]`.
    Passage,
    /// `TEXT (DATE) ADDRESS`, as an object.
    Dated,
    /// The same in a list.
    DatedInList,
    /// `PARTY: TEXT (DATE) ADDRESS`, in a list.
    Verdict,
    /// A claim that is related in this way, in a list.
    Related(&'static str),
    /// `DATE, MEANS`, in a list.
    Attempt,
    /// `STANCE: CLAIM`.
    Stance,
    /// A field of the object in the field, or of the last one in it.
    Inner(&'static str, &'static Self),
}

/// A kind of line below an entry.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) entry: Entry,
    /// The name of the word in `language/LANG.txt`.
    pub(super) word: &'static str,
    /// The field of the format.
    pub(super) field: &'static str,
    pub(super) form: Form,
}

macro_rules! fields {
    ($($entry:ident { $($word:literal $field:literal $form:expr;)* })*) => {
        /// All kinds of lines, in the order in which they are written.
        pub(super) const FIELDS: &[Field] =
            &[$($(Field { entry: Entry::$entry, word: $word, field: $field, form: $form },)*)*];
    };
}

use Form::*;

fields! {
    Document {
        "schema" "$schema" Text;
        "lang" "lang" Text;
        "title" "title" Text;
        "summary" "summary" Text;
        "updated" "updated" Date;
        "time-zone" "timeZone" Text;
        "article" "article" Text;
        "main-report" "mainReport" Report;
        "publisher" "publisher" Text;
    }
    Publisher {
        "publisher-link" "url" Text;
        "corrections-page" "correctionsUrl" Text;
        "contact" "contactUrl" Text;
    }
    Party {
        "name" "name" Text;
        "kind" "kind" Kind;
        "also-called" "aliases" Texts;
        "role" "role" Text;
        "link" "url" Text;
        "speaks-for" "represents" Party;
        "description" "description" Text;
        "reason" "reason" Text;
        "how-they-know" "howTheyKnow" Text;
        "count" "count" Count;
    }
    Claim {
        "kind" "kind" Kind;
        "about" "about" Parties;
        "legal" "legal" Dated;
        "legal-date" "legal" Inner("date", &Date);
        "legal-link" "legal" Inner("url", &Text);
        "related" "related" Related("related");
        "narrower" "related" Related("narrower");
        "broader" "related" Related("broader");
        "contrary" "related" Related("contrary");
        "in-article" "passages" Passage;
        "note" "note" Text;
        "verdict" "findings" Verdict;
        "explanation" "findings" Inner("explanation", &Text);
        "verdict-date" "findings" Inner("date", &Date);
        "verdict-link" "findings" Inner("url", &Text);
    }
    Statement {
        "at" "occasion" Occasion;
        "by" "by" Party;
        "for" "onBehalfOf" Party;
        "also" "stances" Stance;
        "quote" "quote" Quote;
        "text" "text" Text;
        "quote-language" "lang" Text;
        "translation" "translation" Quote;
        "date" "date" Date;
        "time-note" "dateNote" Text;
        "medium" "medium" Text;
        "link" "url" Text;
        "archived-copy" "archiveUrl" Text;
        "according-to" "reports" Reports;
        "in-report" "reports" Reports;
        "citing" "cites" Cites;
        "relayed-by" "relayedBy" Parties;
        "reply-to" "replyTo" Statement;
        "note" "note" Text;
        "asked" "attempts" Attempt;
        "asked-on" "attempts" Inner("date", &Date);
        "asked-by" "attempts" Inner("by", &Text);
        "deadline" "deadline" Date;
    }
    Report {
        "title" "title" Text;
        "link" "url" Text;
        "archived-copy" "archiveUrl" Text;
        "date" "date" Date;
        "citing" "cites" Cites;
        "republishing" "syndicates" Report;
        "disowned" "disowned" YesNo;
        "changed" "updates" DatedInList;
        "changed-date" "updates" Inner("date", &Date);
        "changed-link" "updates" Inner("url", &Text);
    }
    Occasion {
        "by" "by" Party;
        "title" "title" Text;
        "date" "date" Date;
        "medium" "medium" Text;
        "link" "url" Text;
        "archived-copy" "archiveUrl" Text;
        "according-to" "reports" Reports;
        "citing" "cites" Cites;
        "quote-language" "lang" Text;
    }
    Correction {
        "date" "date" Date;
        "claim" "claim" Claim;
        "statement" "statement" Statement;
    }
}

/// The kind of line that a word begins below an entry.
pub(super) fn field(entry: Entry, words: &[&str]) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.entry == entry && words.contains(&field.word))
}
