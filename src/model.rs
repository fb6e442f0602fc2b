//! The story as the panel shows it: valid by construction.
//!
//! A [`Panel`] is only made by `check`. Every reference in it leads somewhere, nothing in it is
//! circular, and the statements on each claim stand in order of time. What readers need beyond
//! that is computed here: [positions](Panel::positions), [origins](Panel::sources) and
//! [chains](Panel::chain).

mod chain;
mod date;
mod link;
mod position;
mod stance;

pub use chain::{Carried, Sources, Step};
pub use date::{Date, Point, Time, When};
pub use link::Link;
pub(crate) use position::in_order_of_time;
pub use position::{Order, Other, Position};
pub use stance::{Group, Stance};

/// So many parties can stand behind one another: a spokesperson, an office, whom it serves, and more.
const MOST_REPRESENTED: usize = 8;

/// The number of a party in its panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartyId(pub(crate) u32);

/// The number of a claim in its panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClaimId(pub(crate) u32);

/// The number of a statement in its panel, in the order of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StatementId(pub(crate) u32);

/// The number of a report in its panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ReportId(pub(crate) u32);

/// One story.
#[derive(Debug, Default, PartialEq)]
pub struct Panel {
    /// BCP 47 tag of the document's language.
    pub lang: String,
    /// The heading.
    pub title: String,
    /// What the story is about.
    pub summary: Option<String>,
    /// When the newsroom last changed it.
    pub updated: Option<When>,
    /// IANA name of the zone for clock times.
    pub time_zone: Option<String>,
    /// The page that the panel belongs to.
    pub article: Option<Link>,
    /// Who answers for it.
    pub publisher: Option<Publisher>,
    /// What the newsroom got wrong.
    pub corrections: Vec<Correction>,
    pub(crate) parties: Vec<Party>,
    pub(crate) claims: Vec<Claim>,
    pub(crate) statements: Vec<Statement>,
    pub(crate) reports: Vec<Report>,
    pub(crate) none: Nothing,
}

/// What an id of another panel finds.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Nothing {
    party: Party,
    claim: Claim,
    statement: Statement,
    report: Report,
}

/// Who answers for a panel.
#[derive(Debug, PartialEq)]
pub struct Publisher {
    /// The newsroom's name.
    pub name: String,
    /// Its page.
    pub url: Option<Link>,
    /// Its page about corrections.
    pub corrections_url: Option<Link>,
    /// Where a person named here can reach it.
    pub contact_url: Option<Link>,
}

/// What sort of party somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartyKind {
    /// A human being, named.
    #[default]
    Person,
    /// A company, an office, a campaign.
    Organisation,
    /// Whoever publishes reports.
    Outlet,
    /// A source whose name is withheld.
    Unnamed,
}

/// Whoever can say something.
#[derive(Debug, Default, PartialEq)]
pub struct Party {
    /// Its id in the document.
    pub key: String,
    /// Its name; for an unnamed source, its description.
    pub name: String,
    /// What sort of party it is.
    pub kind: PartyKind,
    /// What makes it matter here.
    pub role: Option<String>,
    /// A page about it.
    pub url: Option<Link>,
    /// Whom it speaks for. Never circular.
    pub represents: Option<PartyId>,
    /// Whom it would also speak for, had that not led back to it.
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
    /// Whom it is about.
    pub about: Vec<PartyId>,
    /// Words of the article in which it is made.
    pub passages: Vec<Passage>,
    /// The editor's note.
    pub note: Option<String>,
    /// Signed judgements.
    pub findings: Vec<Finding>,
    /// The statements on it in order of time, each with its stance on this claim.
    pub statements: Vec<(StatementId, Stance)>,
}

/// Words of the article (W3C TextQuoteSelector).
#[derive(Debug, PartialEq)]
pub struct Passage {
    /// The words.
    pub exact: String,
    /// What stands right before.
    pub prefix: Option<String>,
    /// What stands right after.
    pub suffix: Option<String>,
}

/// A judgement on a claim, signed by whoever made it.
#[derive(Debug, PartialEq)]
pub struct Finding {
    /// Who judges.
    pub by: PartyId,
    /// The judgement in their words.
    pub label: String,
    /// Their reasons.
    pub explanation: Option<String>,
    /// Where it was published.
    pub url: Option<Link>,
    /// When.
    pub date: Option<When>,
}

/// One party saying something, or refusing to, at one time.
#[derive(Debug, Default, PartialEq)]
pub struct Statement {
    /// Its id in the document, if it has one.
    pub key: Option<String>,
    /// Who speaks.
    pub by: PartyId,
    /// On whose behalf, as the document says of this statement.
    pub on_behalf_of: Option<PartyId>,
    /// What it does about each claim, in the order of the document.
    pub stances: Vec<(ClaimId, Stance)>,
    /// The words that were said.
    pub quote: Option<String>,
    /// What was said, in the newsroom's words.
    pub text: Option<String>,
    /// BCP 47 tag of the quotation's language, if not the document's.
    pub lang: Option<String>,
    /// The quotation in the document's language.
    pub translation: Option<String>,
    /// When it was said.
    pub date: Option<When>,
    /// How it was said.
    pub medium: Option<String>,
    /// Where it can be found.
    pub url: Option<Link>,
    /// Where a copy is kept.
    pub archive_url: Option<Link>,
    /// Through which reports it is known.
    pub reports: Vec<ReportId>,
    /// The editor's note.
    pub note: Option<String>,
    /// When and how somebody was asked for an answer.
    pub attempts: Vec<Attempt>,
    /// Until when they were asked to answer.
    pub deadline: Option<When>,
}

/// One attempt to get an answer.
#[derive(Debug, PartialEq)]
pub struct Attempt {
    /// When.
    pub date: Option<When>,
    /// By which means.
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
    /// Where a copy is kept.
    pub archive_url: Option<Link>,
    /// When it was published.
    pub date: Option<When>,
    /// On which reports it relies. Never circular.
    pub cites: Vec<ReportId>,
    /// On which it would also rely, had that not led back to it.
    pub circular: Vec<ReportId>,
}

/// What the newsroom got wrong and has put right.
#[derive(Debug, PartialEq)]
pub struct Correction {
    /// When it was put right.
    pub date: Option<When>,
    /// What was wrong, and what is right.
    pub text: String,
    /// The claim that it concerns.
    pub claim: Option<ClaimId>,
    /// The statement that it concerns.
    pub statement: Option<StatementId>,
}

impl Default for PartyId {
    /// A number that no panel gives.
    fn default() -> Self {
        Self(u32::MAX)
    }
}

macro_rules! shelves {
    ($($(#[doc = $doc:literal])* $one:ident $all:ident $id:ident $type:ident $numbered:ident)*) => {
        impl Panel {$(
            $(#[doc = $doc])*
            pub fn $one(&self, id: $id) -> &$type {
                // An id only comes from its own panel; that of another finds an empty entry.
                self.$all.get(id.0 as usize).unwrap_or(&self.none.$one)
            }

            /// All of them with their ids, in the order of the document.
            pub fn $numbered(&self) -> impl Iterator<Item = ($id, &$type)> {
                self.$all.iter().enumerate().map(|(number, one)| ($id(number as u32), one))
            }
        )*}
    };
}

shelves! {
    /// The party with this id.
    party parties PartyId Party all_parties
    /// The claim with this id.
    claim claims ClaimId Claim all_claims
    /// The statement with this id.
    statement statements StatementId Statement all_statements
    /// The report with this id.
    report reports ReportId Report all_reports
}

impl Panel {
    /// The party that a statement is the position of: the speaker, or whom the speaker speaks for.
    pub fn speaks_for(&self, statement: &Statement) -> PartyId {
        self.speaks_as(statement).last().unwrap_or(statement.by)
    }

    /// Everybody whose word a statement is: the speaker, or on whose behalf it is made, then whom
    /// that party speaks for, and so on. Who speaks on their own behalf speaks for nobody else.
    pub fn speaks_as(&self, statement: &Statement) -> impl Iterator<Item = PartyId> {
        let is_own = statement.on_behalf_of == Some(statement.by);
        let first = statement.on_behalf_of.unwrap_or(statement.by);
        self.represented(first).take(if is_own { 1 } else { MOST_REPRESENTED })
    }

    /// A party, then whom it speaks for, whom that one speaks for, and so on.
    pub fn represented(&self, party: PartyId) -> impl Iterator<Item = PartyId> {
        // It is never circular; the bound is for documents that nobody wrote by hand.
        std::iter::successors(Some(party), |party| self.party(*party).represents).take(MOST_REPRESENTED)
    }

    /// Whether a clock time stands anywhere in what is shown.
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
