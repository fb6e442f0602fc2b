//! Converts single entries and values of a document to the model.

use super::ids::Ids;
use super::own;
use crate::document::{self as fields, Diagnostics, Spot};
use crate::model::{self, Finding, Legal, Link, PartyKind, Passage, ReportId, Update, When};
use crate::problem::*;

pub(super) fn party(
    id: Spot<'_>,
    party: fields::Party<'_>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> model::Party {
    let kind = party.kind().unwrap_or_default();
    let reason = words(party.reason());
    let name = if kind == PartyKind::Unnamed {
        for name in party.name().into_iter().chain(party.aliases().iter()) {
            diagnostics.add(name.0.at, &NAMED_SOURCE, &[]);
        }
        if ADVISES && reason.is_none() {
            diagnostics.add(party.at(), &UNNAMED_WITHOUT_REASON, &[]);
        }
        if party.description().is_none() {
            missing(party.at(), "description", DESCRIPTION_OF_A_PARTY, diagnostics);
        }
        required(party.description())
    } else {
        if party.name().is_none() {
            missing(party.at(), "name", NAME_OF_A_PARTY, diagnostics);
        }
        for (field, text) in [("reason", party.reason()), ("howTheyKnow", party.how_they_know())] {
            if let Some(text) = text {
                diagnostics.add(text.0.at, &ONLY_FOR_UNNAMED, &[field]);
            }
        }
        required(party.name())
    };
    let description = words(party.description()).filter(|_| kind != PartyKind::Unnamed);
    model::Party {
        key: own(id),
        name,
        kind,
        aliases: party.aliases().iter().map(|alias| required(Some(alias))).collect(),
        role: words(party.role()),
        url: link(party.url(), diagnostics),
        represents: party.represents().and_then(|party| ids.party(party.0, diagnostics)),
        circular: None,
        description,
        reason: reason.filter(|_| kind == PartyKind::Unnamed),
        how_they_know: words(party.how_they_know()).filter(|_| kind == PartyKind::Unnamed),
        count: party.count(),
    }
}

pub(super) fn missing(at: u32, field: &str, what: &str, diagnostics: &mut Diagnostics) {
    diagnostics.add_long(at, &MISSING_FIELD, &[field, ""], what.to_owned());
}

pub(super) fn claim(claim: fields::Claim<'_>, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> model::Claim {
    let about = claim.about().iter().map(|party| party.0);
    let mut related = Vec::new();
    for one in claim.related().iter() {
        let Some(other) = one.claim() else { continue };
        let number = ids.claim(other.0, diagnostics);
        if claim.id().is_some_and(|id| id.0.text == other.0.text) {
            diagnostics.add(other.0.at, &SELF_REFERENCE, &[other.0.text]);
        } else {
            related.extend(number.zip(one.how()));
        }
    }
    if let Some(legal) = claim.legal().filter(|legal| ADVISES && legal.text().is_some() && legal.date().is_none()) {
        diagnostics.add(legal.at(), &LEGAL_WITHOUT_DATE, &[]);
    }
    model::Claim {
        key: claim.id().map(|id| own(id.0)).unwrap_or_default(),
        text: required(claim.text()),
        kind: claim.kind().unwrap_or_default(),
        legal: claim.legal().map(|legal| Legal {
            text: required(legal.text()),
            date: date(legal.date(), ids, diagnostics),
            url: link(legal.url(), diagnostics),
        }),
        related,
        about: Ids::distinct(about, |id, diagnostics| ids.party(id, diagnostics), diagnostics),
        passages: claim.passages().iter().map(passage).collect(),
        note: words(claim.note()),
        findings: claim.findings().iter().map(|one| finding(one, ids, diagnostics)).collect(),
        statements: Vec::new(),
    }
}

fn passage(passage: fields::Passage<'_>) -> Passage {
    // Whitespace is kept, because it is part of the text to find in the article.
    Passage {
        exact: passage.exact().map(|exact| own(exact.0)).unwrap_or_default(),
        prefix: passage.prefix().map(|prefix| own(prefix.0)),
        suffix: passage.suffix().map(|suffix| own(suffix.0)),
    }
}

fn finding(finding: fields::Finding<'_>, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> Finding {
    Finding {
        by: finding.by().and_then(|party| ids.party(party.0, diagnostics)).unwrap_or_default(),
        label: required(finding.label()),
        explanation: words(finding.explanation()),
        url: link(finding.url(), diagnostics),
        date: date(finding.date(), ids, diagnostics),
    }
}

pub(super) fn report(
    id: Spot<'_>,
    report: fields::Report<'_>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> model::Report {
    model::Report {
        key: own(id),
        outlet: report.outlet().and_then(|party| ids.party(party.0, diagnostics)).unwrap_or_default(),
        title: words(report.title()),
        url: link(report.url(), diagnostics),
        archive_url: link(report.archive_url(), diagnostics),
        date: date(report.date(), ids, diagnostics),
        cites: citations(report.cites(), ids, diagnostics),
        circular: Vec::new(),
        syndicates: report.syndicates().and_then(|id| ids.report(id.0, diagnostics)),
        is_disowned: report.disowned().unwrap_or_default(),
        updates: report
            .updates()
            .iter()
            .map(|update| Update {
                date: date(update.date(), ids, diagnostics),
                text: required(update.text()),
                url: link(update.url(), diagnostics),
            })
            .collect(),
    }
}

/// References to reports, or `None` if the field is missing: then the document does not say what it would list.
pub(super) fn citations(
    cites: fields::List<'_, fields::ReportId<'_>>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<ReportId>> {
    let listed = cites.iter().map(|id| id.0);
    let listed = Ids::distinct(listed, |id, diagnostics| ids.report(id, diagnostics), diagnostics);
    cites.is_given().then_some(listed)
}

/// A text without surrounding whitespace, if the field is present.
// This and the next few are called for nearly every field; inlined, they would be half of this module's code.
#[inline(never)]
pub(super) fn words(text: Option<fields::Text<'_>>) -> Option<String> {
    text.map(|text| text.0.text.trim().to_owned())
}

/// A required text, or an empty one. The document reader has already reported that it is missing.
pub(super) fn required(text: Option<fields::Text<'_>>) -> String {
    words(text).unwrap_or_default()
}

/// A date. If it cannot be parsed, or lacks a zone that the document does not have either, it is reported and only its
/// text is kept.
#[inline(never)]
pub(super) fn date(date: Option<fields::Date<'_>>, ids: &Ids<'_>, diagnostics: &mut Diagnostics) -> Option<When> {
    date.map(|date| {
        let parsed = model::Date::parse(date.0.text);
        let meaning = parsed.filter(|meaning| ids.has_time_zone() || !meaning.needs_zone());
        if meaning.is_none() {
            let rule = if parsed.is_some() { &DATE_WITHOUT_ZONE } else { &UNUSABLE_DATE };
            diagnostics.add(date.0.at, rule, &[date.0.text]);
        }
        When { text: own(date.0), date: meaning }
    })
}

/// A link. If readers cannot follow it, it is reported and only its text is kept.
#[inline(never)]
pub(super) fn link(link: Option<fields::Link<'_>>, diagnostics: &mut Diagnostics) -> Option<Link> {
    let link = link?.0;
    let read = Link::read(link.text);
    if read.href().is_none() {
        diagnostics.add(link.at, &UNUSABLE_LINK, &[link.text]);
    }
    Some(read)
}

/// A language tag. If it is not well-formed by BCP 47, as far as browsers need it, it is reported and dropped.
pub(super) fn language(lang: fields::Language<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let tag = lang.0.text.trim();
    let mut elements = tag.split('-');
    let is_primary = elements
        .next()
        .is_some_and(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let is_tag = is_primary
        && elements.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !is_tag {
        diagnostics.add(lang.0.at, &UNUSABLE_LANGUAGE, &[lang.0.text]);
    }
    is_tag.then(|| tag.to_owned())
}

/// A time zone name. If it does not have the form of an IANA name, it is reported and dropped.
pub(super) fn time_zone(zone: fields::TimeZone<'_>, diagnostics: &mut Diagnostics) -> Option<String> {
    let name = zone.0.text.trim();
    let is_part = |part: &str| {
        part.bytes().next().is_some_and(|b| b.is_ascii_alphabetic())
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+'))
    };
    let is_zone = (name.contains('/') || name == "UTC") && name.split('/').all(is_part);
    if !is_zone {
        diagnostics.add(zone.0.at, &UNUSABLE_TIME_ZONE, &[zone.0.text]);
    }
    is_zone.then(|| name.to_owned())
}
