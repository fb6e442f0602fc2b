//! Which column of which kind of row holds which field of the document.

/// The form of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Text as it is.
    Text,
    /// Several texts, one a line, or separated by semicolons.
    Texts,
    /// A word of the format, or one that stands for it in the words of this section.
    Word(&'static str),
    /// A date.
    Date,
    /// A whole number, which may have a decimal part of zeros.
    Count,
    /// “yes” for true.
    Flag,
    /// The name or id of one entry.
    One(Entry),
    /// The names or ids of several entries.
    Several(Entry),
    /// Ids of reports, where one word stands for an empty list.
    Reports(&'static str),
    /// Attempts to get an answer, one a line: a date, a comma and the means.
    Attempts,
}

/// Entries that cells refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Entry {
    Party,
    Claim,
    Report,
    Occasion,
    Statement,
}

/// A column, the field that it holds, and its form. A sign / in the field separates the names of nested objects.
pub(super) struct Field {
    pub(super) column: &'static str,
    pub(super) key: &'static str,
    pub(super) form: Form,
}

/// A kind of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Statement,
    Document,
    Publisher,
    Party,
    Claim,
    Related,
    Passage,
    Finding,
    Report,
    Update,
    Occasion,
    Correction,
}

const fn field(column: &'static str, key: &'static str, form: Form) -> Field {
    Field { column, key, form }
}

use Entry::{Claim, Occasion, Party, Report, Statement};
use Form::{Attempts, Count, Date, Flag, One, Reports, Several, Text, Texts, Word};

/// The columns in the order in which tables are written. The first ones are those that an editor fills in.
pub(super) const COLUMNS: &[&str] = &[
    "row",
    "claim",
    "about",
    "party",
    "party kind",
    "role",
    "stance",
    "quote",
    "text",
    "date",
    "medium",
    "url",
    "report",
    "report outlet",
    "report title",
    "report url",
    "report date",
    "cites",
    "on behalf of",
    "relayed by",
    "reply to",
    "statement",
    "occasion",
    "lang",
    "translation",
    "date note",
    "archive url",
    "note",
    "asked",
    "deadline",
    "title",
    "id",
    "claim kind",
    "legal",
    "legal date",
    "legal url",
    "aliases",
    "represents",
    "description",
    "reason",
    "how they know",
    "count",
    "syndicates",
    "disowned",
    "prefix",
    "suffix",
    "related claim",
    "relation",
    "label",
    "time zone",
    "corrections url",
    "contact url",
    "more",
];

/// The columns that every written table has.
pub(super) const ALWAYS: usize = 13;

/// The columns of a statement's row that describe what it refers to: its party, its claim and its report.
pub(super) const BESIDE: &[&str] =
    &["about", "party kind", "role", "report outlet", "report title", "report url", "report date"];

const STATEMENT: &[Field] = &[
    field("id", "id", Text),
    field("occasion", "occasion", One(Occasion)),
    field("party", "by", One(Party)),
    field("on behalf of", "onBehalfOf", One(Party)),
    field("quote", "quote", Text),
    field("text", "text", Text),
    field("lang", "lang", Text),
    field("translation", "translation", Text),
    field("date", "date", Date),
    field("date note", "dateNote", Text),
    field("medium", "medium", Text),
    field("url", "url", Text),
    field("archive url", "archiveUrl", Text),
    field("report", "reports", Reports("direct")),
    field("cites", "cites", Reports("own reporting")),
    field("relayed by", "relayedBy", Several(Party)),
    field("reply to", "replyTo", One(Statement)),
    field("note", "note", Text),
    field("asked", "attempts", Attempts),
    field("deadline", "deadline", Date),
];

const DOCUMENT: &[Field] = &[
    field("lang", "lang", Text),
    field("title", "title", Text),
    field("text", "summary", Text),
    field("date", "updated", Date),
    field("time zone", "timeZone", Text),
    field("url", "article", Text),
    field("report", "mainReport", One(Report)),
];

const PUBLISHER: &[Field] = &[
    field("title", "name", Text),
    field("url", "url", Text),
    field("corrections url", "correctionsUrl", Text),
    field("contact url", "contactUrl", Text),
];

const PARTY: &[Field] = &[
    field("party", "name", Text),
    field("party kind", "kind", Word("kinds")),
    field("aliases", "aliases", Texts),
    field("role", "role", Text),
    field("url", "url", Text),
    field("represents", "represents", One(Party)),
    field("description", "description", Text),
    field("reason", "reason", Text),
    field("how they know", "howTheyKnow", Text),
    field("count", "count", Count),
];

const CLAIM: &[Field] = &[
    field("claim", "text", Text),
    field("claim kind", "kind", Word("claim kinds")),
    field("legal", "legal/text", Text),
    field("legal date", "legal/date", Date),
    field("legal url", "legal/url", Text),
    field("about", "about", Several(Party)),
    field("note", "note", Text),
];

const RELATED: &[Field] = &[field("related claim", "claim", One(Claim)), field("relation", "as", Word("relations"))];

const PASSAGE: &[Field] =
    &[field("quote", "exact", Text), field("prefix", "prefix", Text), field("suffix", "suffix", Text)];

const FINDING: &[Field] = &[
    field("party", "by", One(Party)),
    field("label", "label", Text),
    field("text", "explanation", Text),
    field("url", "url", Text),
    field("date", "date", Date),
];

const REPORT: &[Field] = &[
    field("party", "outlet", One(Party)),
    field("title", "title", Text),
    field("url", "url", Text),
    field("archive url", "archiveUrl", Text),
    field("date", "date", Date),
    field("cites", "cites", Reports("own reporting")),
    field("syndicates", "syndicates", One(Report)),
    field("disowned", "disowned", Flag),
];

const UPDATE: &[Field] = &[field("date", "date", Date), field("text", "text", Text), field("url", "url", Text)];

const OCCASION: &[Field] = &[
    field("party", "by", One(Party)),
    field("title", "title", Text),
    field("date", "date", Date),
    field("medium", "medium", Text),
    field("url", "url", Text),
    field("archive url", "archiveUrl", Text),
    field("report", "reports", Reports("direct")),
    field("cites", "cites", Reports("own reporting")),
    field("lang", "lang", Text),
];

const CORRECTION: &[Field] = &[
    field("date", "date", Date),
    field("text", "text", Text),
    field("claim", "claim", One(Claim)),
    field("statement", "statement", One(Statement)),
];

impl Kind {
    const ALL: &[(&str, Self)] = &[
        ("statement", Self::Statement),
        ("document", Self::Document),
        ("publisher", Self::Publisher),
        ("party", Self::Party),
        ("claim", Self::Claim),
        ("related", Self::Related),
        ("passage", Self::Passage),
        ("finding", Self::Finding),
        ("report", Self::Report),
        ("update", Self::Update),
        ("occasion", Self::Occasion),
        ("correction", Self::Correction),
    ];

    /// The kind with this word.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind)
    }

    /// The word in the column `row`.
    pub(super) fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| *word)
    }

    /// The fields that its rows hold.
    pub(super) fn fields(self) -> &'static [Field] {
        match self {
            Self::Statement => STATEMENT,
            Self::Document => DOCUMENT,
            Self::Publisher => PUBLISHER,
            Self::Party => PARTY,
            Self::Claim => CLAIM,
            Self::Related => RELATED,
            Self::Passage => PASSAGE,
            Self::Finding => FINDING,
            Self::Report => REPORT,
            Self::Update => UPDATE,
            Self::Occasion => OCCASION,
            Self::Correction => CORRECTION,
        }
    }

    /// The list to which its rows add, with the kind of entry and the column that name the owner of the list.
    pub(super) fn owner(self) -> Option<(&'static str, Entry, &'static str)> {
        match self {
            Self::Related => Some(("related", Claim, "claim")),
            Self::Passage => Some(("passages", Claim, "claim")),
            Self::Finding => Some(("findings", Claim, "claim")),
            Self::Update => Some(("updates", Report, "report")),
            _ => None,
        }
    }
}
