//! The chain of reports through which a statement is known, and the origins of a claim.

use super::{ClaimId, PartyId, PartyKind, Position, ReportId, Stance, StatementId, Story};

/// One report in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Number of citations between the statement and this report.
    pub depth: usize,
    /// The report.
    pub report: ReportId,
    /// Whether the report has occurred earlier in the chain, where its citations are listed.
    pub again: bool,
}

/// The outlets that carry a claim, and those whose original reports they rely on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Distinct outlets, in the order in which the chains reach them.
    pub outlets: Vec<PartyId>,
    /// Distinct outlets of reports that cite no other report, in the same order. Two reports by one
    /// outlet are one source.
    pub origins: Vec<PartyId>,
    /// Whether some reports lead only into a cycle. Then there is at least one more origin, and the
    /// document does not say whose.
    pub is_any_unknown: bool,
    /// Whether some outlet carries the claim without a report, so that its sources are not recorded.
    pub is_any_unrecorded: bool,
}

/// How a claim became known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// All reports that lead to the claim, each once, in the order in which the chains reach them.
    pub reports: Vec<ReportId>,
    /// Statements by parties other than outlets that carry the claim and are known directly, without a report.
    pub direct: Vec<StatementId>,
    /// Parties that carry the claim, where the document does not say how that became known.
    pub unrecorded: Vec<PartyId>,
}

impl Carried {
    /// The reports that cite no other report.
    pub fn origins(&self, story: &Story) -> Vec<ReportId> {
        let mut origins = Vec::new();
        for id in &self.reports {
            if story.report(*id).cites.is_empty() {
                origins.push(*id);
            }
        }
        origins
    }

    /// The reports that cite the given one.
    pub fn citing(&self, story: &Story, cited: ReportId) -> Vec<ReportId> {
        let mut citing = Vec::new();
        for id in &self.reports {
            if story.report(*id).cites.contains(&cited) {
                citing.push(*id);
            }
        }
        citing
    }
}

impl Sources {
    /// The number of original sources.
    pub fn count(&self) -> usize {
        self.origins.len() + usize::from(self.is_any_unknown)
    }
}

impl Story {
    /// The reports through which a statement is known, each followed by those that it cites.
    ///
    /// The citations of a report are followed only at its first occurrence, so a chain is never longer
    /// than the statement's reports and all citations of the document together.
    pub fn chain(&self, statement: StatementId) -> Vec<Step> {
        let mut chain = Vec::new();
        let mut followed = vec![false; self.reports.len()];
        let reports = &self.statement(statement).reports;
        let mut next = Vec::new();
        for id in reports.iter().rev() {
            next.push((0, *id));
        }
        while let Some((depth, report)) = next.pop() {
            let followed = followed.get_mut(report.index());
            let again = followed.is_none_or(|followed| std::mem::replace(followed, true));
            chain.push(Step { depth, report, again });
            if !again {
                for id in self.report(report).cites.iter().rev() {
                    next.push((depth + 1, *id));
                }
            }
        }
        chain
    }

    /// How a claim became known, including statements that were later retracted.
    pub fn carried(&self, claim: ClaimId) -> Carried {
        let (mut carried, mut unrecorded) = (Carried::default(), Vec::new());
        let mut followed = vec![false; self.reports.len()];
        for (id, stance) in self.claim(claim).statements.iter().copied() {
            if !stance.carries() {
                continue;
            }
            let statement = self.statement(id);
            if statement.reports.is_empty() {
                let is_outlet = self.party(statement.by).kind == PartyKind::Outlet;
                if !is_outlet && (statement.url.is_some() || statement.medium.is_some()) {
                    carried.direct.push(id);
                } else {
                    add(&mut unrecorded, statement.by);
                }
            }
            for step in self.chain(id) {
                if let Some(followed @ false) = followed.get_mut(step.report.index()) {
                    *followed = true;
                    carried.reports.push(step.report);
                }
            }
        }
        for party in unrecorded {
            // An outlet is left out if one of these reports is its own.
            if !carried.reports.iter().any(|id| self.report(*id).outlet == party) {
                carried.unrecorded.push(party);
            }
        }
        carried
    }

    /// The outlets that carry a claim, and the origins of their reports.
    ///
    /// Only statements that carry the claim count, and only those of parties that do not contest it now.
    /// A report of a denial is no source of what is denied, and neither is the report of an outlet that
    /// could not verify the claim.
    pub fn sources(&self, claim: ClaimId) -> Sources {
        let mut sources = Sources::default();
        let mut without_report = Vec::new();
        let positions = self.positions(claim);
        // A party that contested the claim from the start may still have published what others say.
        let is_gone = |one: &&Position| match one.contests() {
            Some(Stance::Retracts) => true,
            Some(_) => one.rest.iter().any(|(_, stance)| stance.carries()),
            None => false,
        };
        let mut gone = Vec::new();
        for one in positions.iter().filter(is_gone) {
            gone.push(one.party);
        }
        for position in &positions {
            if position.contests().is_some() {
                continue;
            }
            for (id, stance) in position.rest.iter().copied().chain([(position.latest, position.stance)]) {
                if !stance.carries() {
                    continue;
                }
                let statement = self.statement(id);
                for report in &statement.reports {
                    sources.is_any_unknown |= !self.follow(*report, &gone, &mut sources);
                }
                if statement.reports.is_empty() && self.party(statement.by).kind == PartyKind::Outlet {
                    without_report.push(statement.by);
                }
            }
        }
        for outlet in without_report {
            sources.is_any_unrecorded |= add(&mut sources.outlets, outlet);
        }
        sources
    }

    /// Adds the outlets and origins to which a report leads, also through the removed links of cycles, but
    /// not through the outlets in `gone`. Returns whether the chain ends at an origin or at one of those outlets.
    fn follow(&self, report: ReportId, gone: &[PartyId], sources: &mut Sources) -> bool {
        let mut followed = vec![false; self.reports.len()];
        let mut next = vec![report];
        let mut is_known = false;
        while let Some(id) = next.pop() {
            let Some(followed @ false) = followed.get_mut(id.index()) else { continue };
            *followed = true;
            let report = self.report(id);
            if gone.contains(&report.outlet) {
                is_known = true;
                continue;
            }
            add(&mut sources.outlets, report.outlet);
            if report.cites.is_empty() && report.circular.is_empty() {
                add(&mut sources.origins, report.outlet);
                is_known = true;
            }
            next.extend(report.circular.iter().chain(&report.cites).rev());
        }
        is_known
    }
}

/// Adds a party if it is new; returns whether it was.
fn add(parties: &mut Vec<PartyId>, party: PartyId) -> bool {
    let is_new = !parties.contains(&party);
    if is_new {
        parties.push(party);
    }
    is_new
}
