//! Rules for the story as a whole: the order of statements, and advice that makes it fairer or clearer.

use crate::document::{Diagnostics, Document};
use crate::model::{ClaimId, Group, Order, PartyKind, Stance, StatementId, Story, in_order_of_time};
use crate::problem::*;

/// Attaches to every claim its statements in chronological order.
pub(super) fn attach_statements(story: &mut Story) {
    let mut of_claims: Vec<Vec<(StatementId, Stance)>> = vec![Vec::new(); story.claims.len()];
    for (number, statement) in story.statements.iter().enumerate() {
        for (claim, stance) in &statement.stances {
            if let Some(of_claim) = of_claims.get_mut(claim.index()) {
                of_claim.push((StatementId(number as u32), *stance));
            }
        }
    }
    let ordered: Vec<_> = of_claims.into_iter().map(|statements| in_order_of_time(story, statements)).collect();
    for (claim, statements) in story.claims.iter_mut().zip(ordered) {
        claim.statements = statements;
    }
}

/// Reports what every story needs, and what readers would misunderstand.
pub(super) fn require(story: &Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    if document.claims().is_hollow() {
        diagnostics.add(document.at(), &NO_CLAIMS, &[]);
    }
    for (number, (claim, checked)) in document.claims().iter().zip(&story.claims).enumerate() {
        for position in story.positions(ClaimId(number as u32)) {
            let has_contested = position.rest.iter().any(|(_, stance)| {
                stance.group() == Group::Denies || matches!(stance, Stance::Retracts | Stance::WalksBack)
            });
            if position.stance == Stance::StandsBy && has_contested {
                diagnostics.add(claim.at(), &STANDS_BY_SOMETHING_ELSE, &[&story.party(position.party).name]);
            }
        }
        for (written, finding) in claim.findings().iter().zip(&checked.findings) {
            let party = story.party(finding.by);
            if let Some(by) = written.by().filter(|_| party.kind == PartyKind::Unnamed) {
                diagnostics.add(by.0.at, &UNSIGNED_FINDING, &[&party.name]);
            }
        }
    }
}

/// Gives advice on a document without errors.
pub(super) fn advise(story: &Story, document: Document<'_>, diagnostics: &mut Diagnostics) {
    for (number, claim) in document.claims().iter().enumerate() {
        advise_on_claim(story, ClaimId(number as u32), claim.at(), diagnostics);
        if !claim.about().is_given() {
            diagnostics.add(claim.at(), &ABOUT_MISSING, &[]);
        }
    }
    for (written, statement) in document.statements().iter().zip(&story.statements) {
        let citing = statement.reports.iter().map(|id| story.report(*id)).find(|report| !report.cites.is_empty());
        if let Some(report) = citing.filter(|_| statement.stances.len() > 1) {
            diagnostics.add(
                written.at(),
                &CITES_FOR_SEVERAL_CLAIMS,
                &[&statement.stances.len().to_string(), &report.key],
            );
        }
        let reported = statement.reports.iter().filter_map(|id| story.report(*id).date.as_ref());
        for report in reported {
            let said = statement.date.as_ref();
            let dates = said.and_then(|when| when.date).zip(report.date);
            if let (Some((said_date, reported_date)), Some(said), Some(at)) = (dates, said, written.date())
                && reported_date.is_before(&said_date)
            {
                diagnostics.add(at.0.at, &SAID_AFTER_REPORTED, &[&said.text, &report.text]);
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
    for party in &claim.about {
        if story.position(id, *party).is_none() {
            diagnostics.add(at, &NO_ANSWER, &[&story.party(*party).name]);
        }
    }
    for position in &story.positions(id) {
        let name = &story.party(position.party).name;
        let others = story.others(position);
        if others.iter().any(|other| other.order == Order::Unknown && other.stance.group() != Group::NoAnswer) {
            diagnostics.add(at, &ORDER_UNCERTAIN, &[name, &claim.text]);
        }
    }
    for finding in &claim.findings {
        if claim.about.contains(&finding.by) {
            diagnostics.add(at, &FINDING_ON_ONESELF, &[&story.party(finding.by).name]);
        }
    }
}
