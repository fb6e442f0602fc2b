//! The story as the panel shows it, valid by construction.
//!
//! Only `check` makes a [`Story`]. All its references resolve, and it contains no cycles. This module derives from it the
//! [positions](Story::positions), the [origins](Story::sources) and the [chains](Story::chain) of reports.

mod chain;
mod chronology;
mod date;
mod entries;
mod link;
mod places;
mod position;
mod sources;
mod stance;

pub use chain::Step;
pub use chronology::in_order_of_time;
pub use date::{Date, Point, Time, When};
pub use entries::*;
pub(crate) use link::is_selector;
pub use link::{HostOf, Link, is_invisible};
pub(crate) use places::Places;
pub use position::{Order, Other, Position};
pub use sources::{Basis, Carried, Carrier, Sources};
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
    /// Identifies an occasion in its story.
    OccasionId
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
    pub(crate) occasions: Vec<Occasion>,
    pub(crate) none: Nothing,
}

/// Empty entries, to which the ids of another story resolve.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Nothing {
    party: Party,
    claim: Claim,
    statement: Statement,
    report: Report,
    occasion: Occasion,
}

impl Nothing {
    // Inlined, the empty entries would be written out as hundreds of stores.
    #[inline(never)]
    pub(crate) fn new() -> Self {
        Self::default()
    }
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
    /// The occasion with this id.
    occasion occasions OccasionId Occasion all_occasions
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
            || self.occasions.iter().any(|one| has(&one.date))
            || self.reports.iter().any(|one| has(&one.date) || one.updates.iter().any(|update| has(&update.date)))
            || self.claims.iter().any(|one| one.findings.iter().any(|finding| has(&finding.date)))
            || self.claims.iter().any(|one| one.legal.as_ref().is_some_and(|legal| has(&legal.date)))
            || self.corrections.iter().any(|one| has(&one.date))
    }
}
