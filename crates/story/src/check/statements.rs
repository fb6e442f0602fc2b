//! Converts the statements of a document to the model, with what they take from their occasions.

use super::ids::Ids;
use super::own;
use super::values::{citations, date, language, link, missing, words};
use crate::document::{self as fields, Diagnostics, Spot};
use crate::model::{self, Attempt, Places, ReportId};
use crate::problem::*;

/// An occasion, and what statements take from it in addition to what readers see of it.
pub(super) struct Occasion {
    pub(super) entry: model::Occasion,
    lang: Option<String>,
    reports: Option<Vec<ReportId>>,
    cites: Option<Vec<ReportId>>,
}

pub(super) fn occasion(
    id: Spot<'_>,
    occasion: fields::Occasion<'_>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> Occasion {
    let reports = citations(occasion.reports(), ids, diagnostics);
    Occasion {
        entry: model::Occasion {
            key: own(id),
            by: occasion.by().and_then(|party| ids.party(party.0, diagnostics)),
            title: words(occasion.title()),
            date: date(occasion.date(), ids, diagnostics),
            medium: words(occasion.medium()),
            url: link(occasion.url(), diagnostics),
            archive_url: link(occasion.archive_url(), diagnostics),
        },
        lang: occasion.lang().and_then(|lang| language(lang, diagnostics)),
        cites: relied_on(occasion.cites(), reports.as_deref().unwrap_or_default(), ids, diagnostics),
        reports,
    }
}

/// What statements take from elsewhere in the document.
pub(super) struct Shared<'a> {
    pub(super) occasions: &'a [Occasion],
    /// The report through which statements are known that name none.
    pub(super) main_report: Option<ReportId>,
}

pub(super) fn statement(
    one: fields::Statement<'_>,
    shared: &Shared<'_>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> model::Statement {
    let occasion_id = one.occasion().and_then(|occasion| ids.occasion(occasion.0, diagnostics));
    let occasion = occasion_id.and_then(|id| shared.occasions.get(id.index()));
    let entry = occasion.map(|occasion| &occasion.entry);
    let stances = one.stances();
    if stances.is_hollow() {
        diagnostics.add(one.at(), &NO_STANCE, &[]);
    }
    // A claim is resolved even if its stance is unknown, so that a wrong id is reported too.
    let mut taken = Vec::new();
    let mut read = stances.iter().peekable();
    for id in stances.keys() {
        let claim = ids.claim(id, diagnostics);
        if let Some((_, stance)) = read.next_if(|(key, _)| key.at == id.at) {
            taken.extend(claim.map(|claim| (claim, stance)));
        }
    }
    for id in stances.alike() {
        diagnostics.add(id.at, &DUPLICATE_KEY, &[id.text]);
    }
    let quote = one.quote().inspect(|quote| {
        if ADVISES && is_quoted(quote.0.text) {
            diagnostics.add(quote.0.at, &QUOTED_QUOTE, &[]);
        }
    });
    let has_lang = one.lang().is_some() || occasion.is_some_and(|occasion| occasion.lang.is_some());
    if let Some(translation) = one.translation().filter(|_| ADVISES && !has_lang) {
        diagnostics.add(translation.0.at, &TRANSLATION_WITHOUT_LANGUAGE, &[]);
    }
    if one.by().is_none() && entry.is_none_or(|entry| entry.by.is_none()) {
        missing(one.at(), "by", SPEAKER_OF_A_STATEMENT, diagnostics);
    }
    let by = match one.by() {
        Some(party) => ids.party(party.0, diagnostics),
        None => entry.and_then(|entry| entry.by),
    };
    let relays = one.relayed_by().iter().map(|party| party.0);
    let relay = |id: Spot<'_>, diagnostics: &mut Diagnostics| {
        let party = ids.party(id, diagnostics);
        party.filter(|_| is_other(party != by, id, diagnostics))
    };
    let reply_to = one.reply_to().and_then(|id| {
        let is_self = one.id().is_some_and(|own| own.0.text == id.0.text);
        ids.statement(id.0, diagnostics).filter(|_| is_other(!is_self, id.0, diagnostics))
    });
    let listed = citations(one.reports(), ids, diagnostics);
    // What the reports of the occasion rely on says nothing about words that were said directly.
    let shared_cites = occasion.filter(|_| !one.reports().is_hollow()).and_then(|occasion| occasion.cites.clone());
    let reports = listed.or_else(|| occasion.and_then(|occasion| occasion.reports.clone()));
    let is_direct = reports.as_ref().is_some_and(Vec::is_empty);
    // The newsroom knows itself whom it asked in vain.
    let is_answer = taken.iter().any(|(_, stance)| stance.group() != model::Group::NoAnswer);
    let reports = reports.unwrap_or_else(|| shared.main_report.into_iter().filter(|_| is_answer).collect());
    let cites = relied_on(one.cites(), &reports, ids, diagnostics).or(shared_cites);
    // The archived copy of the occasion is no copy of another page.
    let archive = entry.filter(|_| one.url().is_none()).and_then(|entry| entry.archive_url.clone());
    model::Statement {
        key: one.id().map(|id| own(id.0)),
        occasion: occasion_id,
        by: by.unwrap_or_default(),
        on_behalf_of: one.on_behalf_of().and_then(|party| ids.party(party.0, diagnostics)),
        stances: taken,
        quote: words(quote),
        text: words(one.text()),
        lang: match one.lang() {
            Some(lang) => language(lang, diagnostics),
            None => occasion.and_then(|occasion| occasion.lang.clone()),
        },
        translation: words(one.translation()),
        date: date(one.date(), ids, diagnostics).or_else(|| entry?.date.clone()),
        date_note: words(one.date_note()),
        medium: words(one.medium()).or_else(|| entry?.medium.clone()),
        url: link(one.url(), diagnostics).or_else(|| entry?.url.clone()),
        archive_url: link(one.archive_url(), diagnostics).or(archive),
        reports,
        is_direct,
        cites,
        relayed_by: Ids::distinct(relays, relay, diagnostics),
        reply_to,
        note: words(one.note()),
        attempts: one
            .attempts()
            .iter()
            .map(|attempt| Attempt { date: date(attempt.date(), ids, diagnostics), by: words(attempt.by()) })
            .collect(),
        deadline: date(one.deadline(), ids, diagnostics),
    }
}

/// What reports rely on, without those reports themselves; `None` if the field is missing or names nothing else.
fn relied_on(
    cites: fields::List<'_, fields::ReportId<'_>>,
    reports: &[ReportId],
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<ReportId>> {
    let mut own = Places::default();
    for report in reports {
        own.insert(report.0);
    }
    let resolve = |id: Spot<'_>, diagnostics: &mut Diagnostics| {
        let report = ids.report(id, diagnostics)?;
        is_other(own.find(report.0).is_none(), id, diagnostics).then_some(report)
    };
    let listed = Ids::distinct(cites.iter().map(|id| id.0), resolve, diagnostics);
    // An empty list would mean their own reporting, which the document does not say.
    let is_said = cites.is_hollow() || !listed.is_empty();
    (cites.is_given() && is_said).then_some(listed)
}

/// Reports a reference that leads to where it stands; returns whether it leads elsewhere.
fn is_other(is_other: bool, id: Spot<'_>, diagnostics: &mut Diagnostics) -> bool {
    if !is_other {
        diagnostics.add(id.at, &SELF_REFERENCE, &[id.text]);
    }
    is_other
}

/// Whether a text begins and ends with quotation marks and contains none between them.
fn is_quoted(text: &str) -> bool {
    const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '「', '」'];
    let text = text.trim();
    let inner = text.strip_prefix(MARKS).and_then(|text| text.strip_suffix(MARKS));
    inner.is_some_and(|inner| !inner.contains(MARKS))
}
