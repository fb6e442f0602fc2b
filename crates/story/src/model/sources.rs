//! How a claim became known: the outlets that carry it, what each of them relies on, and where that ends.
//!
//! Nothing is guessed. A report whose sources are not recorded is not an original report, and a party that contests the
//! claim is no source of it.

use super::places::{Pairs, Places};
use super::{ClaimId, PartyId, PartyKind, ReportId, Stance, StatementId, Story};

/// What an outlet's reports on a claim are recorded to rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Its own reporting, perhaps beside reports that it cites.
    OwnReporting,
    /// Only reports that it cites.
    Cites,
    /// Not recorded.
    NotRecorded,
}

/// An outlet that carries a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// The outlet.
    pub outlet: PartyId,
    /// Whether some report of it is its own reporting.
    pub has_own_reporting: bool,
    /// The reports that its reports cite, each once.
    pub cites: Vec<ReportId>,
}

impl Carrier {
    /// What the outlet relies on. A report without recorded sources adds nothing to what others of it say.
    pub fn basis(&self) -> Basis {
        match (self.has_own_reporting, self.cites.is_empty()) {
            (true, _) => Basis::OwnReporting,
            (false, false) => Basis::Cites,
            (false, true) => Basis::NotRecorded,
        }
    }
}

/// The sources of a claim, in the order in which the chains reach them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// The outlets whose reports carry the claim or are cited for it, each once. Republished copies and disowned reports
    /// make no outlet a carrier.
    pub carriers: Vec<Carrier>,
    /// Outlets that republish the report of another, and the outlet that they republish.
    pub copies: Vec<(PartyId, PartyId)>,
    /// Reports that the named outlet says it never published.
    pub disowned: Vec<ReportId>,
    /// Statements of parties other than outlets that carry the claim and are known directly.
    pub direct: Vec<StatementId>,
    /// Parties other than outlets whose statement carries the claim, where it is not recorded how that became known.
    pub unrecorded: Vec<PartyId>,
}

impl Sources {
    /// The carriers with this basis.
    pub fn with(&self, basis: Basis) -> impl Iterator<Item = &Carrier> {
        self.carriers.iter().filter(move |carrier| carrier.basis() == basis)
    }
}

/// The carriers of a claim while they are collected.
#[derive(Default)]
struct Carriers {
    list: Vec<Carrier>,
    /// The place of each outlet in the list.
    places: Places,
    /// Which reports each outlet cites.
    cited: Pairs,
}

impl Carriers {
    /// Adds what an outlet's report cites.
    fn add(&mut self, outlet: PartyId, cited: Option<&[ReportId]>) {
        let place = self.places.add(outlet.0, self.list.len());
        if place == self.list.len() {
            self.list.push(Carrier { outlet, has_own_reporting: false, cites: Vec::new() });
        }
        let Some(carrier) = self.list.get_mut(place) else { return };
        carrier.has_own_reporting |= cited.is_some_and(<[ReportId]>::is_empty);
        for report in cited.into_iter().flatten() {
            if self.cited.insert(outlet.0, report.0) {
                carrier.cites.push(*report);
            }
        }
    }
}

/// All reports that lead to a claim, even if the claim was later taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// The reports, each once, in the order in which the chains reach them.
    pub reports: Vec<ReportId>,
    /// Statements by parties other than outlets that carry the claim and are known directly, without a report.
    pub direct: Vec<StatementId>,
    /// Parties that carry the claim, where the document does not say how that became known.
    pub unrecorded: Vec<PartyId>,
    /// The place in `citing` of each report that another one cites or republishes here.
    cited: Places,
    /// The reports that cite or republish another one, for each of these.
    citing: Vec<Vec<ReportId>>,
    /// The reports that cite or republish another one here.
    cites: Places,
}

impl Carried {
    /// The reports that are not recorded to cite another one.
    pub fn ends(&self) -> Vec<ReportId> {
        self.reports.iter().copied().filter(|id| self.cites.find(id.0).is_none()).collect()
    }

    /// The reports that cite or republish the given one.
    pub fn citing(&self, cited: ReportId) -> &[ReportId] {
        self.cited.find(cited.0).and_then(|place| self.citing.get(place)).map_or(&[], Vec::as_slice)
    }
}

impl Story {
    /// How a claim became known, including statements that were later retracted.
    pub fn carried(&self, claim: ClaimId) -> Carried {
        let mut carried = Carried::default();
        let (mut seen, mut listed, mut pairs) = (Places::default(), Places::default(), Pairs::default());
        let (mut unrecorded, mut outlets) = (Places::default(), Places::default());
        let contesting = self.contesting(claim);
        for (id, stance) in self.claim(claim).statements.iter().copied().filter(|(_, stance)| stance.carries()) {
            // A party that contests the claim is no source of it. A party that has taken it back was one.
            let position = contesting.iter().find(|(party, _)| *party == self.speaks_for(self.statement(id)));
            if position.is_some_and(|(_, stance)| *stance != Stance::Retracts) {
                continue;
            }
            if self.is_direct(id, stance) {
                carried.direct.push(id);
            } else if !self.is_reported(id) && unrecorded.insert(self.statement(id).by.0) {
                carried.unrecorded.push(self.statement(id).by);
            }
            self.follow(id, &mut seen, &mut |report, cited| {
                outlets.insert(self.report(report).outlet.0);
                if listed.insert(report.0) {
                    carried.reports.push(report);
                }
                for other in cited.into_iter().flatten().chain(&self.report(report).syndicates) {
                    carried.cites.insert(report.0);
                    let place = carried.cited.add(other.0, carried.citing.len());
                    if place == carried.citing.len() {
                        carried.citing.push(Vec::new());
                    }
                    if let Some(citing) = carried.citing.get_mut(place).filter(|_| pairs.insert(other.0, report.0)) {
                        citing.push(report);
                    }
                }
                true
            });
        }
        // An outlet is left out if one of these reports is its own.
        carried.unrecorded.retain(|party| outlets.find(party.0).is_none());
        carried
    }

    /// The parties that contest a claim now or have taken it back, each with the stance by which it does.
    fn contesting(&self, claim: ClaimId) -> Vec<(PartyId, Stance)> {
        let mut contesting = Vec::new();
        for position in self.positions(claim) {
            if let Some(stance) = position.contests() {
                contesting.push((position.party, stance));
            }
        }
        contesting
    }

    /// The sources of a claim.
    ///
    /// Only statements that carry the claim count, and only those of parties that do not contest it now. A report of a
    /// denial is no source of what is denied, and neither is the report of an outlet that could not verify the claim.
    pub fn sources(&self, claim: ClaimId) -> Sources {
        let mut sources = Sources::default();
        let (mut contesting, mut gone) = (Places::default(), Places::default());
        for position in self.positions(claim) {
            let Some(stance) = position.contests() else { continue };
            contesting.insert(position.party.0);
            // A party that contested the claim from the start may still have published what others say.
            if stance == Stance::Retracts || position.in_order().any(|(_, stance)| stance.carries()) {
                gone.insert(position.party.0);
            }
        }
        let mut carriers = Carriers::default();
        let (mut copies, mut disowned) = (Pairs::default(), Places::default());
        let (mut unrecorded, mut seen) = (Places::default(), Places::default());
        for (id, stance) in self.claim(claim).statements.iter().copied().filter(|(_, stance)| stance.carries()) {
            let statement = self.statement(id);
            if contesting.find(self.speaks_for(statement).0).is_some() {
                continue;
            }
            if self.is_direct(id, stance) {
                sources.direct.push(id);
            } else if statement.reports.is_empty() && self.party(statement.by).kind == PartyKind::Outlet {
                carriers.add(statement.by, statement.cites.as_deref());
            } else if !self.is_reported(id) && unrecorded.insert(statement.by.0) {
                sources.unrecorded.push(statement.by);
            }
            self.follow(id, &mut seen, &mut |report, cited| {
                let one = self.report(report);
                if one.is_disowned && disowned.insert(report.0) {
                    sources.disowned.push(report);
                }
                if one.is_disowned || gone.find(one.outlet.0).is_some() {
                    return false;
                }
                match one.syndicates.map(|original| self.report(original).outlet) {
                    Some(original) => {
                        if copies.insert(one.outlet.0, original.0) {
                            sources.copies.push((one.outlet, original));
                        }
                    }
                    None => carriers.add(one.outlet, cited),
                }
                true
            });
        }
        sources.carriers = carriers.list;
        sources
    }

    /// Whether a statement is known directly: the document says so, or it says where or how the statement was made and
    /// names no report. An outlet that passes something on does not say it itself.
    fn is_direct(&self, id: StatementId, stance: Stance) -> bool {
        let one = self.statement(id);
        let is_known = match self.party(one.by).kind {
            PartyKind::Outlet => one.is_direct && stance != Stance::Reports,
            PartyKind::Document => true,
            _ => one.is_direct || one.url.is_some() || one.medium.is_some(),
        };
        is_known && one.reports.is_empty()
    }
}
