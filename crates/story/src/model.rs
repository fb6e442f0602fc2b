//! The story as the panel shows it, valid by construction.
//!
//! Only `check` makes a [`Story`]. All its references resolve, it contains no cycles, and the
//! statements on each claim are in chronological order. This module derives from it the
//! [positions](Story::positions), the [origins](Story::sources) and the [chains](Story::chain) of reports.

mod chain;
mod date;
mod link;
mod position;
mod stance;

pub use chain::{Carried, Sources, Step};
pub use date::{Date, Point, Time, When};
pub use link::Link;
pub use position::{Order, Other, Position, in_order_of_time};
pub use stance::{Group, Stance};

/// Maximum length of a chain of representation: a spokesperson, an office, the person it serves, and so on.
const MAX_REPRESENTATION_LEVELS: usize = 8;

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The position in document order, counted from 0.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// Identifies a party in its story.
    PartyId
    /// Identifies a claim in its story.
    ClaimId
    /// Identifies a statement in its story.
    StatementId
    /// Identifies a report in its story.
    ReportId
}

/// One story.
#[derive(Debug, Default, PartialEq)]
pub struct Story {
    /// BCP 47 tag of the document's language.
    pub lang: String,
    /// The heading of the panel.
    pub title: String,
    /// What the story is about.
    pub summary: Option<String>,
    /// When the newsroom last changed the document.
    pub updated: Option<When>,
    /// IANA name of the zone in which clock times are shown.
    pub time_zone: Option<String>,
    /// The page that the panel belongs to.
    pub article: Option<Link>,
    /// Who is responsible for the panel.
    pub publisher: Option<Publisher>,
    /// The newsroom's own mistakes that it has corrected.
    pub corrections: Vec<Correction>,
    pub(crate) parties: Vec<Party>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) reports: Vec<Report>,
    pub(crate) none: Nothing,
}

/// Empty entries, to which the ids of another story resolve.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Nothing {
    party: Party,
    claim: Claim,
    statement: Statement,
    report: Report,
}

/// Who is responsible for a panel.
#[derive(Debug, PartialEq)]
pub struct Publisher {
    /// The newsroom's name.
    pub name: String,
    /// Its website.
    pub url: Option<Link>,
    /// Its page about corrections.
    pub corrections_url: Option<Link>,
    /// Where people named in the panel can contact it.
    pub contact_url: Option<Link>,
}

/// The kind of a party.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartyKind {
    /// A named human being.
    #[default]
    Person,
    /// A company, an office, a campaign.
    Organisation,
    /// A publisher of reports.
    Outlet,
    /// A source whose name is withheld.
    Unnamed,
}

/// Anybody who can say something.
#[derive(Debug, Default, PartialEq)]
pub struct Party {
    /// Its id in the document.
    pub key: String,
    /// Its name; for an unnamed source, its description.
    pub name: String,
    /// The kind of party.
    pub kind: PartyKind,
    /// Its role in the story.
    pub role: Option<String>,
    /// A page about it.
    pub url: Option<Link>,
    /// The party that it speaks for. Never part of a cycle.
    pub represents: Option<PartyId>,
    /// The party that `represents` names in the document, if that was removed to break a cycle.
    pub circular: Option<PartyId>,
    /// What more a named party is said to be.
    pub description: Option<String>,
    /// Why a source has no name.
    pub reason: Option<String>,
    /// How an unnamed source knows.
    pub how_they_know: Option<String>,
    /// How many people an unnamed source is.
    pub count: Option<u16>,
}

/// A proposition that somebody put forward.
#[derive(Debug, Default, PartialEq)]
pub struct Claim {
    /// Its id in the document.
    pub key: String,
    /// The proposition.
    pub text: String,
    /// The parties that the claim is about.
    pub about: Vec<PartyId>,
    /// Passages of the article in which the claim is made.
    pub passages: Vec<Passage>,
    /// A note from the editor.
    pub note: Option<String>,
    /// Signed judgements.
    pub findings: Vec<Finding>,
    /// The statements on it in chronological order, each with its stance on this claim.
    pub statements: Vec<(StatementId, Stance)>,
}

/// A passage of the article (W3C TextQuoteSelector).
#[derive(Debug, PartialEq)]
pub struct Passage {
    /// The exact words of the passage.
    pub exact: String,
    /// The text immediately before it.
    pub prefix: Option<String>,
    /// The text immediately after it.
    pub suffix: Option<String>,
}

/// A judgement on a claim, signed by the party that made it.
#[derive(Debug, PartialEq)]
pub struct Finding {
    /// Who made the judgement.
    pub by: PartyId,
    /// The judgement, in their own words.
    pub label: String,
    /// Their reasons.
    pub explanation: Option<String>,
    /// Where it was published.
    pub url: Option<Link>,
    /// When it was published.
    pub date: Option<When>,
}

/// One party saying something, or refusing to, at one time.
#[derive(Debug, Default, PartialEq)]
pub struct Statement {
    /// Its id in the document, if it has one.
    pub key: Option<String>,
    /// Who speaks.
    pub by: PartyId,
    /// The party on whose behalf this statement is made, if the document names one.
    pub on_behalf_of: Option<PartyId>,
    /// The stance that it takes on each claim, in document order.
    pub stances: Vec<(ClaimId, Stance)>,
    /// The words that were said.
    pub quote: Option<String>,
    /// What was said, in the newsroom's words.
    pub text: Option<String>,
    /// BCP 47 tag of the quotation's language, if it differs from the document's.
    pub lang: Option<String>,
    /// The quotation, translated into the document's language.
    pub translation: Option<String>,
    /// When it was said.
    pub date: Option<When>,
    /// How it was said.
    pub medium: Option<String>,
    /// Where the statement can be found.
    pub url: Option<Link>,
    /// Where an archived copy is kept.
    pub archive_url: Option<Link>,
    /// The reports through which it is known.
    pub reports: Vec<ReportId>,
    /// A note from the editor.
    pub note: Option<String>,
    /// When and how somebody was asked for an answer.
    pub attempts: Vec<Attempt>,
    /// The deadline that they were given.
    pub deadline: Option<When>,
}

/// One attempt to get an answer.
#[derive(Debug, PartialEq)]
pub struct Attempt {
    /// When it was made.
    pub date: Option<When>,
    /// The means, such as an e-mail.
    pub by: Option<String>,
}

/// A publication through which a statement is known.
#[derive(Debug, Default, PartialEq)]
pub struct Report {
    /// Its id in the document.
    pub key: String,
    /// Who published it.
    pub outlet: PartyId,
    /// Its headline.
    pub title: Option<String>,
    /// Where it can be read.
    pub url: Option<Link>,
    /// Where an archived copy is kept.
    pub archive_url: Option<Link>,
    /// When it was published.
    pub date: Option<When>,
    /// The reports that it relies on. Never part of a cycle.
    pub cites: Vec<ReportId>,
    /// The reports that `cites` names in the document and that were removed to break cycles.
    pub circular: Vec<ReportId>,
}

/// A mistake of the newsroom's own that it has corrected.
#[derive(Debug, PartialEq)]
pub struct Correction {
    /// When it was corrected.
    pub date: Option<When>,
    /// What was wrong and what is right.
    pub text: String,
    /// The claim that it concerns.
    pub claim: Option<ClaimId>,
    /// The statement that it concerns.
    pub statement: Option<StatementId>,
}

impl Default for PartyId {
    /// An id that no story contains.
    fn default() -> Self {
        Self(u32::MAX)
    }
}

macro_rules! accessors {
    ($($(#[doc = $doc:literal])* $one:ident $all:ident $id:ident $type:ident $numbered:ident)*) => {
        impl Story {$(
            $(#[doc = $doc])*
            pub fn $one(&self, id: $id) -> &$type {
                // The id of another story may be out of range; it then resolves to an empty entry.
                self.$all.get(id.index()).unwrap_or(&self.none.$one)
            }

            /// All entries of this kind with their ids, in document order.
            pub fn $numbered(&self) -> impl Iterator<Item = ($id, &$type)> {
                self.$all.iter().enumerate().map(|(number, one)| ($id(number as u32), one))
            }
        )*}
    };
}

accessors! {
    /// The party with this id.
    party parties PartyId Party all_parties
    /// The claim with this id.
    claim claims ClaimId Claim all_claims
    /// The statement with this id.
    statement statements StatementId Statement all_statements
    /// The report with this id.
    report reports ReportId Report all_reports
}

impl Story {
    /// The party whose position a statement is: the speaker, or the party that the speaker ultimately represents.
    pub fn speaks_for(&self, statement: &Statement) -> PartyId {
        self.speaks_as(statement).last().unwrap_or(statement.by)
    }

    /// The parties for which a statement speaks: the speaker, or the party on whose behalf it is made,
    /// followed by the parties that this one represents, directly and indirectly. A speaker who speaks on
    /// their own behalf represents nobody else.
    pub fn speaks_as(&self, statement: &Statement) -> impl Iterator<Item = PartyId> {
        let is_own = statement.on_behalf_of == Some(statement.by);
        let first = statement.on_behalf_of.unwrap_or(statement.by);
        self.represented(first).take(if is_own { 1 } else { MAX_REPRESENTATION_LEVELS })
    }

    /// A party, followed by the parties that it represents, directly and indirectly.
    pub fn represented(&self, party: PartyId) -> impl Iterator<Item = PartyId> {
        // There are no cycles; the limit is for long chains in generated documents.
        std::iter::successors(Some(party), |party| self.party(*party).represents).take(MAX_REPRESENTATION_LEVELS)
    }

    /// Whether the panel shows a clock time anywhere.
    pub fn has_clock_times(&self) -> bool {
        let has = |when: &Option<When>| when.as_ref().is_some_and(When::has_clock_time);
        let is_said = |one: &Statement| {
            has(&one.date) || has(&one.deadline) || one.attempts.iter().any(|attempt| has(&attempt.date))
        };
        has(&self.updated)
            || self.statements.iter().any(is_said)
            || self.reports.iter().any(|one| has(&one.date))
            || self.claims.iter().any(|one| one.findings.iter().any(|finding| has(&finding.date)))
            || self.corrections.iter().any(|one| has(&one.date))
    }
}
