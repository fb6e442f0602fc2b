//! Turns a document into a panel, or into a list of its problems. All editorial rules are here.

mod cycles;
mod ids;
mod story;
mod values;

use crate::document::{self, Document, Findings, Spot};
use crate::model::{Correction, Panel, Publisher};
use crate::problem::*;
use ids::Ids;
use values::{date, link, required, words};

/// The result of checking a document.
#[derive(Debug)]
pub struct Reading {
    /// The panel, or `None` if there are errors: a partial panel could show an accusation without its denial.
    pub panel: Option<Panel>,
    /// All problems in document order.
    pub problems: Vec<Problem>,
}

/// Reads and checks a document. Any bytes are accepted; those that are not UTF-8 JSON give problems.
pub fn read(bytes: &[u8]) -> Reading {
    let mut source = document::read(bytes);
    let mut findings = std::mem::take(&mut source.findings);
    let panel = source.document().map(|document| panel(document, &mut findings));
    let panel = panel.filter(|_| !findings.has_errors());
    source.findings = findings;
    Reading { panel, problems: source.into_problems() }
}

/// Builds the panel. It is incomplete if there are errors, and `read` then discards it.
fn panel(document: Document<'_>, findings: &mut Findings) -> Panel {
    // A document of another version was not validated against these fields.
    if document.version().is_some_and(|version| version.0 != "1") {
        return Panel::default();
    }
    let ids = Ids::collect(document, findings);
    let mut panel = Panel {
        lang: document.lang().map(|lang| values::language(lang, findings)).unwrap_or_default().unwrap_or_default(),
        title: required(document.title()),
        summary: words(document.summary()),
        updated: date(document.updated(), findings),
        time_zone: document.time_zone().and_then(|zone| values::time_zone(zone, findings)),
        article: link(document.article(), findings),
        publisher: document.publisher().map(|publisher| Publisher {
            name: required(publisher.name()),
            url: link(publisher.url(), findings),
            corrections_url: link(publisher.corrections_url(), findings),
            contact_url: link(publisher.contact_url(), findings),
        }),
        ..Panel::default()
    };
    for (id, party) in document.parties().iter() {
        panel.parties.push(values::party(id, party, &ids, findings));
    }
    for claim in document.claims().iter() {
        panel.claims.push(values::claim(claim, &ids, findings));
    }
    for (id, report) in document.reports().iter() {
        panel.reports.push(values::report(id, report, &ids, findings));
    }
    for statement in document.statements().iter() {
        panel.statements.push(values::statement(statement, &ids, findings));
    }
    for correction in document.corrections().iter() {
        let one = Correction {
            date: date(correction.date(), findings),
            text: required(correction.text()),
            claim: correction.claim().and_then(|claim| ids.claim(claim.0, findings)),
            statement: correction.statement().and_then(|statement| ids.statement(statement.0, findings)),
        };
        panel.corrections.push(one);
    }
    cycles::break_representations(&mut panel, document, findings);
    cycles::break_citations(&mut panel, document, findings);
    story::attach_statements(&mut panel);
    story::require(&panel, document, findings);
    // With errors, the panel is not what the editor intended, and advice on it would mislead.
    if ADVISES && !findings.has_errors() {
        story::advise(&panel, document, findings);
        ids.advise_unused(document, findings);
    }
    panel
}

fn own(spot: Spot<'_>) -> String {
    spot.text.to_owned()
}
