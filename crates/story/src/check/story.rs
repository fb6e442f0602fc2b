//! Rules for the story as a whole: the order of statements, and advice that makes it fairer or clearer.

use crate::document::{Diagnostics, Document};
use crate::model::{ClaimId, ClaimKind, Group, Order, PartyKind, Stance, StatementId, Story};
use crate::problem::*;

/// Attaches to every claim its statements in document order.
pub(super) fn attach_statements(story: &mut Story) {
    let Story { statements, claims, .. } = story;
    for (number, statement) in statements.iter().enumerate() {
        for (claim, stance) in &statement.stances {
            if let Some(claim) = claims.get_mut(claim.index()) {
                claim.statements.push((StatementId(number as u32), *stance));
            }
        }
    }
}

/// Reports what every story needs, and what readers would misunderstand.
pub(super) fn require(story: &Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    if document.claims().is_hollow() {
        diagnostics.add(document.at(), &NO_CLAIMS, &[]);
    }
    for (number, (claim, checked)) in document.claims().iter().zip(&story.claims).enumerate() {
        for position in story.positions(ClaimId(number as u32)) {
            let name = &story.party(position.party).name;
            let has_contested = position.rest.iter().any(|(_, stance)| {
                stance.group() == Group::Denies || matches!(stance, Stance::Retracts | Stance::WalksBack)
            });
            if position.stance == Stance::StandsBy && has_contested {
                diagnostics.add(claim.at(), &STANDS_BY_SOMETHING_ELSE, &[name]);
            }
            if story.others(&position).iter().any(|other| other.order == Order::Undecided) {
                diagnostics.add(claim.at(), &ORDER_UNCERTAIN, &[name, &checked.text]);
            }
        }
        for (written, finding) in claim.findings().iter().zip(&checked.findings) {
            let party = story.party(finding.by);
            if let Some(by) = written.by().spot().filter(|_| party.kind == PartyKind::Unnamed) {
                diagnostics.add(by.at, &UNSIGNED_FINDING, &[&party.name]);
            }
        }
    }
    for (written, statement) in document.statements().iter().zip(&story.statements) {
        let by = story.party(statement.by);
        let is_asked = !statement.attempts.is_empty()
            || statement.deadline.is_some()
            || statement.stances.iter().any(|(_, stance)| stance.group() == Group::NoAnswer);
        if by.kind == PartyKind::Document && is_asked {
            diagnostics.add(written.at(), &DOCUMENT_ASKED, &[&by.name]);
        }
        let mut reports = statement.reports.iter().map(|id| story.report(*id));
        if let Some(first) = reports.clone().next().filter(|_| reports.all(|report| report.is_disowned)) {
            diagnostics.add(written.at(), &ONLY_DISOWNED, &[&first.key]);
        }
    }
}

/// Gives advice on a document without errors.
pub(super) fn advise(story: &Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    for (number, claim) in document.claims().iter().enumerate() {
        let id = ClaimId(number as u32);
        advise_on_claim(story, id, claim.at(), diagnostics);
        if !claim.about().is_given() && story.claim(id).kind == ClaimKind::Fact {
            diagnostics.add(claim.at(), &ABOUT_MISSING, &[]);
        }
    }
    for (written, statement) in document.statements().iter().zip(&story.statements) {
        let carried = statement.stances.iter().filter(|(_, stance)| stance.carries()).count();
        let citing = statement.reports.iter().map(|id| story.report(*id)).find(|report| !report.cited().is_empty());
        if let Some(report) = citing.filter(|_| carried > 1 && statement.cites.is_none()) {
            diagnostics.add(written.at(), &CITES_FOR_SEVERAL_CLAIMS, &[&carried.to_string(), &report.key]);
        }
        let at = written.date().spot().map_or(written.at(), |date| date.at);
        for report in statement.reports.iter().filter_map(|id| story.report(*id).date.as_ref()) {
            let Some(said) = &statement.date else { continue };
            if report.date.zip(said.date).is_some_and(|(reported, said)| reported.is_before(&said)) {
                diagnostics.add(at, &SAID_AFTER_REPORTED, &[&said.text, &report.text]);
            }
        }
    }
}

fn advise_on_claim(story: &Story, id: ClaimId, at: u32, diagnostics: &mut Diagnostics) {
    let claim = story.claim(id);
    if claim.statements.is_empty() {
        diagnostics.add(at, &NO_STATEMENTS, &[]);
        return;
    }
    for finding in &claim.findings {
        if claim.about.contains(&finding.by) {
            diagnostics.add(at, &FINDING_ON_ONESELF, &[&story.party(finding.by).name]);
        }
    }
}
