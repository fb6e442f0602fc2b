//! Turns a document into a story, or into a list of its problems. All editorial rules are here.

mod cycles;
mod ids;
mod statements;
mod story;
mod values;

use crate::document::{self, Diagnostics, Document, Spot};
use crate::model::{Correction, HostOf, Nothing, Publisher, Story};
use crate::problem::*;
use ids::Ids;
use statements::Shared;
use values::{date, link, required, words};

/// The result of checking a document.
#[derive(Debug)]
pub struct Checked {
    /// The story, or `None` if there are errors: a partial story could show an accusation without its denial.
    pub story: Option<Story>,
    /// All problems in document order.
    pub problems: Vec<Problem>,
}

/// Reads and checks a document with the rules for hosts that all browsers follow (WHATWG, URL).
#[cfg(feature = "editor")]
pub fn read(bytes: &[u8]) -> Checked {
    read_with(bytes, host_of)
}

/// The host of an address, as browsers send it over the network, with the port if it is not the usual one.
#[cfg(feature = "editor")]
pub fn host_of(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    Some(url[url::Position::BeforeHost..url::Position::AfterPort].to_owned())
}

/// Reads and checks a document. Any bytes are accepted; those that are not UTF-8 JSON give problems.
pub fn read_with(bytes: &[u8], host_of: HostOf) -> Checked {
    let mut source = document::read(bytes);
    let mut diagnostics = std::mem::take(&mut source.diagnostics);
    // A document of another version was not validated against these fields.
    let document = source.document().filter(|document| document.version().is_none_or(|version| version.0 == "1"));
    let story = document.map(|document| story(document, host_of, &mut diagnostics));
    let story = story.filter(|_| !diagnostics.has_errors());
    source.diagnostics = diagnostics;
    Checked { story, problems: source.into_problems() }
}

/// Builds the story. It is incomplete if there are errors, and `read` then discards it.
fn story(document: Document<'_>, host_of: HostOf, diagnostics: &mut Diagnostics) -> Story {
    let time_zone = document.time_zone().trimmed().and_then(|zone| values::time_zone(zone, diagnostics));
    let ids = Ids::collect(document, time_zone.is_some(), host_of, diagnostics);
    let mut story = Story {
        lang: values::language(document.lang(), diagnostics).unwrap_or_default(),
        title: required(document.title()),
        summary: words(document.summary()),
        updated: date(document.updated(), &ids, diagnostics),
        time_zone,
        article: link(document.article(), &ids, diagnostics),
        publisher: document.publisher().map(|publisher| Publisher {
            name: required(publisher.name()),
            url: link(publisher.url(), &ids, diagnostics),
            corrections_url: link(publisher.corrections_url(), &ids, diagnostics),
            contact_url: link(publisher.contact_url(), &ids, diagnostics),
        }),
        corrections: Vec::new(),
        parties: Vec::new(),
        claims: Vec::new(),
        statements: Vec::new(),
        reports: Vec::new(),
        occasions: Vec::new(),
        none: Nothing::new(),
    };
    for (id, party) in document.parties().iter() {
        story.parties.push(values::party(id, party, &ids, diagnostics));
    }
    for claim in document.claims().iter() {
        story.claims.push(values::claim(claim, &ids, diagnostics));
    }
    for (id, report) in document.reports().iter() {
        story.reports.push(values::report(id, report, &ids, diagnostics));
    }
    let mut shared = Shared::default();
    for (id, occasion) in document.occasions().iter() {
        let (entry, own) = statements::occasion(id, occasion, &ids, diagnostics);
        story.occasions.push(entry);
        shared.of_occasions.push(own);
    }
    shared.main_report = ids.report(document.main_report(), diagnostics);
    for statement in document.statements().iter() {
        story.statements.push(statements::statement(statement, &story.occasions, &shared, &ids, diagnostics));
    }
    for correction in document.corrections().iter() {
        let one = Correction {
            date: date(correction.date(), &ids, diagnostics),
            text: required(correction.text()),
            claim: ids.claim(correction.claim(), diagnostics),
            statement: ids.statement(correction.statement(), diagnostics),
        };
        story.corrections.push(one);
    }
    cycles::break_representations(&mut story, document, diagnostics);
    cycles::break_citations(&mut story, document, &ids, diagnostics);
    story::attach_statements(&mut story);
    story::require(&story, document, diagnostics);
    // With errors, the story is not what the editor intended, and advice on it would mislead.
    if ADVISES && !diagnostics.has_errors() {
        story::advise(&story, document, diagnostics);
        ids.advise_unused(document, diagnostics);
    }
    story
}

fn own(spot: Spot<'_>) -> String {
    spot.text.to_owned()
}
