//! Through whom we know: the chain of reports behind a statement, and the origins of a claim.

use super::{ClaimId, Panel, PartyId, PartyKind, Position, ReportId, Stance, StatementId};

/// One report in a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// How many citations lie between the statement and this report.
    pub depth: usize,
    /// The report.
    pub report: ReportId,
    /// Whether what this report cites stands further up in the chain already.
    pub again: bool,
}

/// Which outlets carry a claim, and whose original reports they rest on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Distinct outlets, in the order in which the chains lead to them.
    pub outlets: Vec<PartyId>,
    /// Distinct outlets of reports that cite no other, likewise: two reports of one outlet do not
    /// make two sources.
    pub origins: Vec<PartyId>,
    /// Whether some reports only lead round in a circle: behind them is one more origin at the
    /// least, and nobody here knows whose.
    pub is_any_unknown: bool,
    /// Whether some outlet carries the claim without a report that would say on whom it relies.
    pub is_any_unrecorded: bool,
}

/// How a claim became known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// All reports that lead to the claim, each once: those of its statements, then those that they cite.
    pub reports: Vec<ReportId>,
    /// Statements that put it forward and are known from where they were made, by others than outlets.
    pub direct: Vec<StatementId>,
    /// Those who put it forward or carry it, and nothing says how that became known.
    pub unrecorded: Vec<PartyId>,
}

impl Carried {
    /// The reports that rest on no other one.
    pub fn origins(&self, panel: &Panel) -> Vec<ReportId> {
        let mut origins = Vec::new();
        for id in &self.reports {
            if panel.report(*id).cites.is_empty() {
                origins.push(*id);
            }
        }
        origins
    }

    /// The reports that cite one.
    pub fn citing(&self, panel: &Panel, cited: ReportId) -> Vec<ReportId> {
        let mut citing = Vec::new();
        for id in &self.reports {
            if panel.report(*id).cites.contains(&cited) {
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

impl Panel {
    /// The reports through which a statement is known, each followed by those that it cites.
    ///
    /// A report that is reached twice is followed up once, so that a chain is never longer than
    /// the statement's reports and all citations of the document together.
    pub fn chain(&self, statement: StatementId) -> Vec<Step> {
        let mut chain = Vec::new();
        let mut followed = vec![false; self.reports.len()];
        let reports = &self.statement(statement).reports;
        let mut next = Vec::new();
        for id in reports.iter().rev() {
            next.push((0, *id));
        }
        while let Some((depth, report)) = next.pop() {
            let followed = followed.get_mut(report.0 as usize);
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

    /// How a claim became known: through whom it was put forward, whatever became of it later.
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
                if let Some(followed @ false) = followed.get_mut(step.report.0 as usize) {
                    *followed = true;
                    carried.reports.push(step.report);
                }
            }
        }
        for party in unrecorded {
            // Of an outlet that said the same twice, one report is enough.
            if !carried.reports.iter().any(|id| self.report(*id).outlet == party) {
                carried.unrecorded.push(party);
            }
        }
        carried
    }

    /// Outlets and original reports behind a claim.
    ///
    /// Only statements that put the claim forward count, and of those only what nobody has taken
    /// back: the report that carries a denial is no source for what is denied, nor is that of an
    /// outlet that could not verify it.
    pub fn sources(&self, claim: ClaimId) -> Sources {
        let mut sources = Sources::default();
        let mut without_report = Vec::new();
        let positions = self.positions(claim);
        // Who only ever contested it may have published what others say all the same.
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

    /// Adds whatever a report leads to, round any circle too, but not through outlets that have taken
    /// the claim back; whether it leads somewhere.
    fn follow(&self, report: ReportId, gone: &[PartyId], sources: &mut Sources) -> bool {
        let mut followed = vec![false; self.reports.len()];
        let mut next = vec![report];
        let mut is_known = false;
        while let Some(id) = next.pop() {
            let Some(followed @ false) = followed.get_mut(id.0 as usize) else { continue };
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

/// Adds a party once; whether it is new.
fn add(parties: &mut Vec<PartyId>, party: PartyId) -> bool {
    let is_new = !parties.contains(&party);
    if is_new {
        parties.push(party);
    }
    is_new
}
