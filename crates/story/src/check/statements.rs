//! Converts the statements of a document to the model, with what they take from their occasions.

use super::ids::{Ids, Kind};
use super::own;
use super::values::{citations, date, language, link, missing, words};
use crate::document::{self as fields, Diagnostics, Spot};
use crate::model::{self, Attempt, ClaimId, Places, ReportId};
use crate::problem::*;

/// The fields that statements inherit from their occasion and that readers do not see as part of it.
pub(super) struct OfOccasion {
    lang: Option<String>,
    reports: Option<Vec<ReportId>>,
    cites: Option<Vec<ReportId>>,
}

pub(super) fn occasion(
    id: Spot<'_>,
    occasion: fields::Occasion<'_>,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> (model::Occasion, OfOccasion) {
    let reports = citations(occasion.reports(), ids, diagnostics);
    let entry = model::Occasion {
        key: own(id),
        by: ids.party(occasion.by(), diagnostics),
        title: words(occasion.title()),
        date: date(occasion.date(), ids, diagnostics),
        medium: words(occasion.medium()),
        url: link(occasion.url(), ids, diagnostics),
        archive_url: link(occasion.archive_url(), ids, diagnostics),
    };
    let lang = language(occasion.lang(), diagnostics);
    let cites = relied_on(occasion.cites(), reports.as_deref().unwrap_or_default(), ids, diagnostics);
    (entry, OfOccasion { lang, reports, cites })
}

/// What statements take from elsewhere in the document.
#[derive(Default)]
pub(super) struct Shared {
    /// In the order of the occasions.
    pub(super) of_occasions: Vec<OfOccasion>,
    /// The report through which statements are known if they name none.
    pub(super) main_report: Option<ReportId>,
}

pub(super) fn statement(
    one: fields::Statement<'_>,
    occasions: &[model::Occasion],
    shared: &Shared,
    ids: &Ids<'_>,
    diagnostics: &mut Diagnostics,
) -> model::Statement {
    let occasion_id = ids.occasion(one.occasion(), diagnostics);
    let entry = occasion_id.and_then(|id| occasions.get(id.index()));
    let occasion = occasion_id.and_then(|id| shared.of_occasions.get(id.index()));
    let stances = one.stances();
    if stances.is_hollow() {
        diagnostics.add(one.at(), &NO_STANCE, &[]);
    }
    // A claim is resolved even if its stance is unknown, so that a wrong id is reported too.
    let mut taken = Vec::new();
    for (id, stance) in stances.all() {
        let claim = ids.number(Kind::Claim, id, diagnostics);
        if let (Some(claim), Some(stance)) = (claim, stance) {
            taken.push((ClaimId(claim), stance));
        }
    }
    stances.keys().report_alike(&DUPLICATE_KEY, diagnostics);
    if let Some(quote) = one.quote().spot().filter(|quote| ADVISES && is_quoted(quote.text)) {
        diagnostics.add(quote.at, &QUOTED_QUOTE, &[]);
    }
    let has_lang = one.lang().is_given() || occasion.is_some_and(|occasion| occasion.lang.is_some());
    if let Some(translation) = one.translation().spot().filter(|_| ADVISES && !has_lang) {
        diagnostics.add(translation.at, &TRANSLATION_WITHOUT_LANGUAGE, &[]);
    }
    let mut by = ids.party(one.by(), diagnostics);
    if !one.by().is_given() {
        by = entry.and_then(|entry| entry.by);
        if by.is_none() {
            missing(one.at(), "by", SPEAKER_OF_A_STATEMENT, diagnostics);
        }
    }
    let mut reply_to = ids.statement(one.reply_to(), diagnostics);
    if let Some(other) = one.reply_to().trimmed()
        && one.id().trimmed().is_some_and(|own| own.text == other.text)
        && reply_to.take().is_some()
    {
        diagnostics.add(other.at, &SELF_REFERENCE, &[other.text]);
    }
    let listed = citations(one.reports(), ids, diagnostics);
    let reports = listed.as_ref().or(occasion.and_then(|occasion| occasion.reports.as_ref()));
    let is_direct = reports.is_some_and(Vec::is_empty);
    let reports = match reports {
        Some(reports) => reports.clone(),
        // The newsroom itself knows whom it asked in vain.
        None if taken.iter().all(|(_, stance)| stance.group() == model::Group::NoAnswer) => Vec::new(),
        None => shared.main_report.into_iter().collect(),
    };
    let mut cites = relied_on(one.cites(), &reports, ids, diagnostics);
    let mut lang = language(one.lang(), diagnostics);
    let mut date_said = date(one.date(), ids, diagnostics);
    let mut medium = words(one.medium());
    let mut url = link(one.url(), ids, diagnostics);
    let mut archive_url = link(one.archive_url(), ids, diagnostics);
    if let (Some(entry), Some(occasion)) = (entry, occasion) {
        // If the statement has its own page, the occasion's archived copy is not a copy of it.
        if !one.url().is_given() {
            take(&mut archive_url, &entry.archive_url);
        }
        // The sources of the occasion's reports do not apply to words that were said directly.
        if !one.reports().is_hollow() {
            take(&mut cites, &occasion.cites);
        }
        if !one.lang().is_given() {
            take(&mut lang, &occasion.lang);
        }
        take(&mut date_said, &entry.date);
        take(&mut medium, &entry.medium);
        take(&mut url, &entry.url);
    }
    let mut attempts = Vec::new();
    for attempt in one.attempts().iter() {
        attempts.push(Attempt { date: date(attempt.date(), ids, diagnostics), by: words(attempt.by()) });
    }
    model::Statement {
        key: one.id().trimmed().map(own),
        occasion: occasion_id,
        by: by.unwrap_or_default(),
        on_behalf_of: ids.party(one.on_behalf_of(), diagnostics),
        stances: taken,
        quote: words(one.quote()),
        text: words(one.text()),
        lang,
        translation: words(one.translation()),
        date: date_said,
        date_note: words(one.date_note()),
        medium,
        url,
        archive_url,
        reports,
        is_direct,
        cites,
        relayed_by: ids.parties(one.relayed_by(), by, diagnostics),
        reply_to,
        note: words(one.note()),
        attempts,
        deadline: date(one.deadline(), ids, diagnostics),
    }
}

/// Fills in a field that the statement leaves out.
fn take<T: Clone>(own: &mut Option<T>, shared: &Option<T>) {
    if own.is_none() {
        own.clone_from(shared);
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
    let listed = ids.reports(cites, &|report| own.find(report).is_some(), diagnostics);
    // An empty list would mean their own reporting, which the document does not say.
    let is_said = cites.is_hollow() || !listed.is_empty();
    (cites.is_given() && is_said).then_some(listed)
}

/// Whether a text begins and ends with quotation marks and contains none between them.
fn is_quoted(text: &str) -> bool {
    const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '「', '」'];
    let text = text.trim();
    let inner = text.strip_prefix(MARKS).and_then(|text| text.strip_suffix(MARKS));
    inner.is_some_and(|inner| !inner.contains(MARKS))
}
