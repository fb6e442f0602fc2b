//! Through whom we know: the chain of reports behind a statement, and the origins of a claim.

use super::{ClaimId, Group, Panel, PartyId, ReportId, StatementId};

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

/// How many outlets carry a claim, and on how many original reports they rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Distinct outlets, in the order in which the chains lead to them.
    pub outlets: Vec<PartyId>,
    /// Distinct reports that cite no other, likewise. Reports that only cite one another have no
    /// origin among them; where there is nothing else, one of them stands for all.
    pub origins: Vec<ReportId>,
}

impl Panel {
    /// The reports through which a statement is known, each followed by those that it cites.
    ///
    /// A report that is reached twice is followed up once, so that a chain is never longer than
    /// the statement's reports and all citations of the document together.
    pub fn chain(&self, statement: StatementId) -> Vec<Step> {
        let mut chain = Vec::new();
        let mut followed = vec![false; self.reports.len()];
        let mut next: Vec<(usize, ReportId)> =
            self.statement(statement).reports.iter().rev().map(|id| (0, *id)).collect();
        while let Some((depth, report)) = next.pop() {
            let followed = followed.get_mut(report.0 as usize);
            let again = followed.is_none_or(|followed| std::mem::replace(followed, true));
            chain.push(Step { depth, report, again });
            if !again {
                next.extend(self.report(report).cites.iter().rev().map(|id| (depth + 1, *id)));
            }
        }
        chain
    }

    /// Outlets and original reports behind a claim.
    ///
    /// Only statements that put the claim forward count: the report that carries a denial is no
    /// source for what is denied.
    pub fn sources(&self, claim: ClaimId) -> Sources {
        let mut sources = Sources::default();
        for group in [Group::SaysSo, Group::Reported] {
            for (statement, _) in self.in_group(claim, group) {
                for step in self.chain(statement) {
                    let report = self.report(step.report);
                    if !sources.outlets.contains(&report.outlet) {
                        sources.outlets.push(report.outlet);
                    }
                    if report.cites.is_empty() && !sources.origins.contains(&step.report) {
                        sources.origins.push(step.report);
                    }
                }
            }
        }
        // A report from which the citation that closed a circle was taken out did cite another one.
        let any = sources.origins.first().copied();
        sources.origins.retain(|origin| self.report(*origin).circular.is_empty());
        if sources.origins.is_empty() {
            sources.origins.extend(any);
        }
        sources
    }
}
