//! The chain of reports through which a statement is known.

use super::places::Places;
use super::{PartyKind, ReportId, StatementId, Story};

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

impl Story {
    /// The reports through which a statement is known, each followed by those that it cites.
    ///
    /// The citations of a report are followed only at its first occurrence, so a chain is never longer
    /// than the statement's reports and all citations of the document together.
    pub fn chain(&self, statement: StatementId) -> Vec<Step> {
        let mut chain = Vec::new();
        let mut followed = Places::default();
        let mut next = Vec::new();
        for (depth, id) in self.first_reports(statement).rev() {
            next.push((depth, id));
        }
        while let Some((depth, report)) = next.pop() {
            let again = !followed.insert(report.0);
            chain.push(Step { depth, report, again });
            if !again {
                for id in self.cited_for(statement, depth, report).into_iter().flatten().rev() {
                    next.push((depth + 1, *id));
                }
            }
        }
        chain
    }

    /// The first two links of the [chain](Self::chain): at depth 0 the reports through which a statement is known, and at
    /// depth 1 those that they are recorded to cite.
    pub fn nearest_reports(&self, statement: StatementId) -> impl Iterator<Item = (usize, ReportId)> {
        let one = self.statement(statement);
        let general = one.reports.iter().filter(|_| one.cites.is_none()).flat_map(|id| self.report(*id).cited());
        let cited = one.cites.iter().flatten().chain(general);
        one.reports.iter().map(|id| (0, *id)).chain(cited.map(|id| (1, *id)))
    }

    /// Visits the reports of a statement's chain, each with what it is recorded to cite there. A report that was
    /// visited for another statement is not followed again, unless a statement itself says what its reports cite.
    /// The visitor returns whether to go on to the reports that this one cites or republishes.
    pub(super) fn follow(
        &self,
        statement: StatementId,
        seen: &mut Places,
        visit: &mut dyn FnMut(ReportId, Option<&[ReportId]>) -> bool,
    ) {
        let is_general = self.statement(statement).cites.is_none();
        let mut next: Vec<(usize, ReportId)> = self.first_reports(statement).rev().collect();
        while let Some((depth, id)) = next.pop() {
            if (is_general || depth > 0) && !seen.insert(id.0) {
                continue;
            }
            let report = self.report(id);
            let cited = self.cited_for(statement, depth, id);
            if visit(id, cited) {
                let others = report.syndicates.iter().chain(&report.circular).chain(cited.into_iter().flatten());
                let first = next.len();
                next.extend(others.map(|id| (depth + 1, *id)));
                if let Some(added) = next.get_mut(first..) {
                    added.reverse();
                }
            }
        }
    }

    /// Whether the chain of a statement has any report.
    pub(super) fn is_reported(&self, statement: StatementId) -> bool {
        self.first_reports(statement).next().is_some()
    }

    /// The reports through which a statement is known. An outlet's statement without a report of its own begins with
    /// what it cites.
    fn first_reports(&self, statement: StatementId) -> impl DoubleEndedIterator<Item = (usize, ReportId)> {
        let one = self.statement(statement);
        let cites = one.cites.as_deref().filter(|_| one.reports.is_empty()).unwrap_or_default();
        one.reports.iter().map(|id| (0, *id)).chain(cites.iter().map(|id| (1, *id)))
    }

    /// What a report in the chain of a statement relies on: for the first reports, what the statement says about itself.
    fn cited_for(&self, statement: StatementId, depth: usize, report: ReportId) -> Option<&[ReportId]> {
        let own = self.statement(statement).cites.as_deref().filter(|_| depth == 0);
        own.or(self.report(report).cites.as_deref())
    }

    /// The report in which an outlet itself makes a statement, if there is one.
    pub fn own_report(&self, id: StatementId) -> Option<ReportId> {
        let statement = self.statement(id);
        let is_outlet = self.party(statement.by).kind == PartyKind::Outlet;
        let mut reports = statement.reports.iter().copied().filter(|_| is_outlet);
        reports.find(|report| self.report(*report).outlet == statement.by)
    }
}
