//! Converts single entries and values of a document to the model.

use super::ids::Ids;
use super::own;
use crate::document::{self as fields, Diagnostics, Node, Spot, Text, Written};
use crate::model::{self, Finding, Legal, Link, PartyKind, Passage, ReportId, Update, When};
use crate::problem::*;

pub(super) fn party(
    id: Spot<'_>,
    party: fields::Party<'_>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> model::Party {
    let kind = party.kind().unwrap_or_default();
    let is_unnamed = kind == PartyKind::Unnamed;
    let mut aliases = Vec::new();
    for alias in party.aliases().nodes() {
        if let Some(text) = alias.text() {
            aliases.push(text.trim().to_owned());
            if is_unnamed {
                diagnostics.add(alias.at, &NAMED_SOURCE, &[]);
            }
        }
    }
    if is_unnamed {
        if let Some(name) = party.name().spot() {
            diagnostics.add(name.at, &NAMED_SOURCE, &[]);
        }
        if ADVISES && !party.reason().is_given() {
            diagnostics.add(party.at(), &UNNAMED_WITHOUT_REASON, &[]);
        }
        if !party.description().is_given() {
            missing(party.at(), "description", DESCRIPTION_OF_A_PARTY, diagnostics);
        }
    } else {
        if !party.name().is_given() {
            missing(party.at(), "name", NAME_OF_A_PARTY, diagnostics);
        }
        for field in [party.reason(), party.how_they_know()] {
            if let Some(text) = field.spot() {
                diagnostics.add(text.at, &ONLY_FOR_UNNAMED, &[field.key]);
            }
        }
    }
    let named = |text: Written<'_, Text<'_>>| words(text).filter(|_| !is_unnamed);
    let unnamed = |text: Written<'_, Text<'_>>| words(text).filter(|_| is_unnamed);
    model::Party {
        key: own(id),
        name: required(if is_unnamed { party.description() } else { party.name() }),
        kind,
        aliases,
        role: words(party.role()),
        url: link(party.url(), ids, diagnostics),
        represents: ids.party(party.represents(), diagnostics),
        circular: None,
        description: named(party.description()),
        reason: unnamed(party.reason()),
        how_they_know: unnamed(party.how_they_know()),
        count: party.count(),
    }
}

pub(super) fn missing(at: u32, field: &str, what: &str, diagnostics: &mut Diagnostics) {
    diagnostics.add_long(at, &MISSING_FIELD, &[field, ""], what.to_owned());
}

pub(super) fn claim(claim: fields::Claim<'_>, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> model::Claim {
    let mut related = Vec::new();
    for one in claim.related().iter() {
        let Some(other) = one.claim().trimmed() else { continue };
        let number = ids.claim(one.claim(), diagnostics);
        if claim.id().trimmed().is_some_and(|id| id.text == other.text) {
            diagnostics.add(other.at, &SELF_REFERENCE, &[other.text]);
        } else if let (Some(number), Some(how)) = (number, one.how()) {
            related.push((number, how));
        }
    }
    if let Some(legal) = claim.legal().filter(|legal| ADVISES && legal.text().is_given() && !legal.date().is_given()) {
        diagnostics.add(legal.at(), &LEGAL_WITHOUT_DATE, &[]);
    }
    let mut passages = Vec::new();
    for passage in claim.passages().iter() {
        // Whitespace is kept, because it is part of the text to find in the article.
        passages.push(Passage {
            exact: exactly(passage.exact()).unwrap_or_default(),
            prefix: exactly(passage.prefix()),
            suffix: exactly(passage.suffix()),
        });
    }
    let mut findings = Vec::new();
    for finding in claim.findings().iter() {
        findings.push(Finding {
            by: ids.party(finding.by(), diagnostics).unwrap_or_default(),
            label: required(finding.label()),
            explanation: words(finding.explanation()),
            url: link(finding.url(), ids, diagnostics),
            date: date(finding.date(), ids, diagnostics),
        });
    }
    model::Claim {
        key: claim.id().trimmed().map(own).unwrap_or_default(),
        text: required(claim.text()),
        kind: claim.kind().unwrap_or_default(),
        legal: claim.legal().map(|legal| Legal {
            text: required(legal.text()),
            date: date(legal.date(), ids, diagnostics),
            url: link(legal.url(), ids, diagnostics),
        }),
        related,
        about: ids.parties(claim.about(), None, diagnostics),
        passages,
        note: words(claim.note()),
        findings,
        statements: Vec::new(),
    }
}

/// A text with its surrounding whitespace.
fn exactly(text: Written<'_, Text<'_>>) -> Option<String> {
    text.spot().map(own)
}

pub(super) fn report(
    id: Spot<'_>,
    report: fields::Report<'_>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> model::Report {
    let mut updates = Vec::new();
    for update in report.updates().iter() {
        updates.push(Update {
            date: date(update.date(), ids, diagnostics),
            text: required(update.text()),
            url: link(update.url(), ids, diagnostics),
        });
    }
    model::Report {
        key: own(id),
        outlet: ids.party(report.outlet(), diagnostics).unwrap_or_default(),
        title: words(report.title()),
        url: link(report.url(), ids, diagnostics),
        archive_url: link(report.archive_url(), ids, diagnostics),
        date: date(report.date(), ids, diagnostics),
        cites: citations(report.cites(), ids, diagnostics),
        circular: Vec::new(),
        syndicates: ids.report(report.syndicates(), diagnostics),
        is_disowned: report.disowned().unwrap_or_default(),
        updates,
    }
}

/// References to reports, or `None` if the field is missing and its content therefore unknown.
pub(super) fn citations(
    cites: fields::List<'_, fields::ReportId<'_>>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<ReportId>> {
    let listed = ids.reports(cites, &|_| false, diagnostics);
    cites.is_given().then_some(listed)
}

/// A text without surrounding whitespace, if the field is present.
// Nearly every field calls this or one of the next few functions. Each is inlined down to one call with the object and
// the key.
#[inline(always)]
pub(super) fn words(text: Written<'_, Text<'_>>) -> Option<String> {
    words_in(text.object, text.key)
}

#[inline(never)]
fn words_in(object: &Node, key: &str) -> Option<String> {
    fields::spot(object, key).map(|spot| spot.text.trim().to_owned())
}

/// A required text, or an empty one. The document reader has already reported that it is missing.
#[inline(always)]
pub(super) fn required(text: Written<'_, Text<'_>>) -> String {
    required_in(text.object, text.key)
}

#[inline(never)]
fn required_in(object: &Node, key: &str) -> String {
    words_in(object, key).unwrap_or_default()
}

/// A date. If it cannot be parsed, or lacks a zone that the document does not have either, it is reported and only its
/// text is kept.
#[inline(always)]
pub(super) fn date(date: Written<'_, fields::Date<'_>>, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> Option<When> {
    date_in(date.object, date.key, ids, diagnostics)
}

#[inline(never)]
fn date_in(object: &Node, key: &str, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> Option<When> {
    let written = fields::trimmed_spot(object, key)?;
    let parsed = model::Date::parse(written.text);
    let meaning = parsed.filter(|meaning| ids.has_time_zone() || !meaning.needs_zone());
    if meaning.is_none() {
        let rule = if parsed.is_some() { &DATE_WITHOUT_ZONE } else { &UNUSABLE_DATE };
        diagnostics.add(written.at, rule, &[written.text]);
    }
    Some(When { text: own(written), date: meaning })
}

/// A link. If readers cannot follow it, it is reported and only its text is kept.
#[inline(always)]
pub(super) fn link(link: Written<'_, fields::Link<'_>>, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> Option<Link> {
    link_in(link.object, link.key, ids, diagnostics)
}

#[inline(never)]
fn link_in(object: &Node, key: &str, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> Option<Link> {
    let written = fields::trimmed_spot(object, key)?;
    let read = Link::read(written.text, key == fields::CONTACT, ids.host_of());
    if read.href().is_none() {
        diagnostics.add(written.at, &UNUSABLE_LINK, &[written.text]);
    }
    Some(read)
}

/// A language tag. If it is not well-formed by BCP 47, as far as browsers need it, it is reported and dropped.
pub(super) fn language(lang: Written<'_, fields::Language<'_>>, diagnostics: &mut Diagnostics) -> Option<String> {
    let written = lang.trimmed()?;
    let tag = written.text.trim();
    let mut elements = tag.split('-');
    let is_primary = elements
        .next()
        .is_some_and(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let is_tag = is_primary
        && elements.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !is_tag {
        diagnostics.add(written.at, &UNUSABLE_LANGUAGE, &[written.text]);
    }
    is_tag.then(|| tag.to_owned())
}

/// A time zone name. If it does not have the form of an IANA name, it is reported and dropped.
pub(super) fn time_zone(zone: Spot<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let name = zone.text.trim();
    let is_part = |part: &str| {
        part.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
    };
    let is_zone = (name.contains('/') || name == "UTC") && name.split('/').all(is_part);
    if !is_zone {
        diagnostics.add(zone.at, &UNUSABLE_TIME_ZONE, &[zone.text]);
    }
    is_zone.then(|| name.to_owned())
}
