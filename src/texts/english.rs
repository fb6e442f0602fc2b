//! The words in English, which every panel carries.

macro_rules! words {
    ($($(#[doc = $doc:literal])* $name:ident $text:literal)*) => {
        /// A word or sentence that readers see. `{0}`, `{1}` … are places for names, dates and numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "a word is explained where its English does not say enough")]
        pub enum Word {
            $($(#[doc = $doc])* $name),*
        }

        /// The English words, in the order of [`Word`].
        pub(super) static WORDS: [&str; [$($text),*].len()] = [$($text),*];
    };
}

words! {
    // The stances, as they follow a name: “Dana Rowe: denies”.
    Asserts "says so"
    Confirms "confirms"
    Corroborates "independently confirms"
    StandsBy "stands by it"
    Reports "reports, without taking a position"
    CouldNotVerify "could not verify"
    Denies "denies"
    Disputes "disputes part of it"
    Questions "questions it"
    Responds "responded, without addressing it"
    NoKnowledge "says they do not know"
    Clarifies "clarifies"
    WalksBack "walks back"
    Retracts "retracts"
    Declined "declined to comment"
    NoResponse "did not respond"
    Unreachable "could not be reached"
    NotAsked "has not been asked yet"

    // The groups of statements, as headings.
    SaysSo "Who says so"
    Reported "Who reports on it"
    DeniesIt "Who denies or disputes it"
    AnsweredOtherwise "Who answered otherwise"
    ChangedPosition "Who changed position"
    NoAnswer "No answer from"

    // The panel.
    /// A line above the title that says what this is.
    Kicker "Who said what"
    Updated "Updated {0}"
    /// Said once, where the document names a zone: “Times are New York time.”
    TimesOf "Times are {0} time."
    By "{0}"
    CorrectionsPolicy "How we correct"
    Contact "Contact"
    Corrections "Corrections"
    CorrectedOn "Corrected {0}:"
    Corrected "Corrected:"
    /// What opens the statements of a claim where there is no script.
    OneStatement "{0} statement, with date and source"
    Statements "{0} statements, with dates and sources"

    // A claim while it is closed.
    AssertedBy "Asserted by:"
    ReportedBy "Reported by:"
    NotVerifiedBy "Not verified by:"
    DeniedBy "Denied by:"
    DisputedBy "Disputed in part by:"
    QuestionedBy "Questioned by:"
    ChangedBy "Changed position:"
    AnsweredBy "Answered otherwise:"
    NoAnswerFrom "No answer from:"
    NoAnswerRecorded "no answer recorded"
    NoStatementRecorded "No statement on this is recorded."
    InBrackets " ({0})"
    Earlier "earlier: {0}"
    Also "also: {0}"
    Later "later: {0}"
    /// By whose mouth a party says something.
    Through "through {0}"
    /// The last in a list of names that is too long to be shown whole.
    More "{0} more"
    OneOutlet "{0} outlet"
    Outlets "{0} outlets"
    OneOrigin "{0} original source"
    Origins "{0} original sources"
    OutletsAndOrigins "{0}, {1}"
    OutletsUnrecorded "{0}; the original source is not known for all of them"
    Sources "Sources:"

    // A statement.
    /// Between a speaker and the party spoken for.
    OnBehalfOf "on behalf of {0}"
    SpeaksInCircle "named as speaking for {0}, which leads back to them"
    WhyUnnamed "Not named: {0}"
    HowTheyKnow "How they know: {0}"
    OnePerson "{0} person"
    People "{0} people"
    Quotation "“{0}”"
    Translation "In translation: “{0}”"
    Said "Said {0}"
    /// When an outlet said something.
    Published "Published {0}"
    /// To which day it holds that somebody gave no answer.
    AsOf "As of {0}"
    AskedBy "Asked by {0}"
    AskedOn "Asked {0}"
    AskedByOn "Asked by {0}, {1}"
    Deadline "Deadline: {0}"
    Source "Source: {0}"
    ArchivedCopy "Archived copy"
    KnownThrough "Known through {0}"
    /// Of an outlet's own report: “In “Bridge closed” (9 March)”.
    InReport "In {0}"
    OwnReport "its own report"
    KnownThroughSeveral "Known through"
    /// Between a report and what it cites.
    Citing ", citing "
    CitesInCircle "cites {0}, which leads back to this report: it is not clear which came first"
    CitedAbove "see above"
    EditorsNote "Editors’ note:"
    EarlierPosition "Earlier position: {0}"
    LaterPosition "Position since then: {0}"
    StanceDated "{0}, {1}"

    // A finding.
    Findings "Findings"
    Finds "finds: {0}"

    // Lists of names.
    ListMiddle "{0}, {1}"
    ListLast "{0} and {1}"
    /// Between remarks in brackets.
    ListRemarks "{0}; {1}"

    // Dates.
    January "January"
    February "February"
    March "March"
    April "April"
    May "May"
    June "June"
    July "July"
    August "August"
    September "September"
    October "October"
    November "November"
    December "December"
    About "about {0}"
    Uncertain "{0} (uncertain)"
    Between "{0} – {1}"
    OrEarlier "{0} or earlier"
    OrLater "{0} or later"
    /// A clock time in the zone in which it is written: “08:05 (UTC−4)”.
    ZoneTime "{0} ({1})"
    DateAndTime "{0}, {1}"
}
