//! The entries of a story: parties, claims, statements, occasions, reports and corrections.

use super::{ClaimId, Link, OccasionId, PartyId, ReportId, Stance, StatementId, When};

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
    /// A court filing, a letter, a video, a data set. It is never asked.
    Document,
}

/// The kind of a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ClaimKind {
    /// Says that something is so.
    #[default]
    Fact,
    /// Judges something. No reply to it is expected.
    Opinion,
}

/// How another claim relates to a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The other claim is part of this one.
    Narrower,
    /// The other claim includes this one.
    Broader,
    /// The other claim says that this one is not so.
    Contrary,
    /// The other claim is about the same matter.
    Related,
}

/// Anybody or anything that can say something.
#[derive(Debug, Default, PartialEq)]
pub struct Party {
    /// Its id in the document.
    pub key: String,
    /// Its name; for an unnamed source, its description.
    pub name: String,
    /// The kind of party.
    pub kind: PartyKind,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its role in the story.
    pub role: Option<String>,
    /// A page about it.
    pub url: Option<Link>,
    /// The party that it speaks for. Never part of a cycle.
    pub represents: Option<PartyId>,
    /// The party that `represents` names in the document, if that was removed to break a cycle.
    pub circular: Option<PartyId>,
    /// A further description of a named party.
    pub description: Option<String>,
    /// Why a source has no name.
    pub reason: Option<String>,
    /// How an unnamed source knows.
    pub how_they_know: Option<String>,
    /// The number of people that an unnamed source consists of.
    pub count: Option<u16>,
}

/// A proposition that somebody put forward.
#[derive(Debug, Default, PartialEq)]
pub struct Claim {
    /// Its id in the document.
    pub key: String,
    /// The proposition.
    pub text: String,
    /// The kind of claim.
    pub kind: ClaimKind,
    /// What an authority has done about it.
    pub legal: Option<Legal>,
    /// Claims to be seen together with this one.
    pub related: Vec<(ClaimId, Relation)>,
    /// The parties that the claim is about.
    pub about: Vec<PartyId>,
    /// Passages of the article in which the claim is made.
    pub passages: Vec<Passage>,
    /// A note from the editor.
    pub note: Option<String>,
    /// Signed judgements.
    pub findings: Vec<Finding>,
    /// The statements on it in document order, each with its stance on this claim.
    pub statements: Vec<(StatementId, Stance)>,
}

/// What an authority has done about a claim.
#[derive(Debug, PartialEq)]
pub struct Legal {
    /// The legal status.
    pub text: String,
    /// When it became so.
    pub date: Option<When>,
    /// Where that can be read.
    pub url: Option<Link>,
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
    /// The occasion on which it was made. The statement has inherited the fields that it leaves out.
    pub occasion: Option<OccasionId>,
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
    /// What the source says about the time.
    pub date_note: Option<String>,
    /// How it was said.
    pub medium: Option<String>,
    /// Where the statement can be found.
    pub url: Option<Link>,
    /// Where an archived copy is kept.
    pub archive_url: Option<Link>,
    /// The reports through which it is known.
    pub reports: Vec<ReportId>,
    /// Whether the document says that it is known directly, without a report.
    pub is_direct: bool,
    /// The reports that those reports rely on for this statement, if the document says so. Never part of a cycle.
    pub cites: Option<Vec<ReportId>>,
    /// The people through whom the words came, the one nearest to the speaker first.
    pub relayed_by: Vec<PartyId>,
    /// The statement that it answers.
    pub reply_to: Option<StatementId>,
    /// A note from the editor.
    pub note: Option<String>,
    /// When and how somebody was asked for an answer.
    pub attempts: Vec<Attempt>,
    /// The deadline that they were given.
    pub deadline: Option<When>,
}

/// A letter, an interview, a briefing or a post in which several statements were made.
#[derive(Debug, Default, PartialEq)]
pub struct Occasion {
    /// Its id in the document.
    pub key: String,
    /// Who spoke.
    pub by: Option<PartyId>,
    /// Its title.
    pub title: Option<String>,
    /// When it was.
    pub date: Option<When>,
    /// How the statements were made.
    pub medium: Option<String>,
    /// Where it can be found.
    pub url: Option<Link>,
    /// Where an archived copy is kept.
    pub archive_url: Option<Link>,
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
    /// The reports that it relies on. Empty for its own reporting, `None` if that is not recorded. Never part of a
    /// cycle.
    pub cites: Option<Vec<ReportId>>,
    /// The reports that `cites` names in the document and that were removed to break cycles.
    pub circular: Vec<ReportId>,
    /// The report whose text it republishes. Never part of a cycle.
    pub syndicates: Option<ReportId>,
    /// Whether the outlet says that it never published this.
    pub is_disowned: bool,
    /// What the outlet itself changed in it later.
    pub updates: Vec<Update>,
}

/// A change that an outlet made to a report without retracting it.
#[derive(Debug, PartialEq)]
pub struct Update {
    /// When it was changed.
    pub date: Option<When>,
    /// What was changed.
    pub text: String,
    /// Where the outlet says so.
    pub url: Option<Link>,
}

impl Report {
    /// The reports that it is recorded to rely on.
    pub fn cited(&self) -> &[ReportId] {
        self.cites.as_deref().unwrap_or_default()
    }
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
