//! What was said and published, day by day, with the authors, replies and positions that were known on that day.
//!
//! Imprecise dates are not sorted as if they were exact. A month follows its days and precedes the first day that is
//! certainly later, under a heading that says that the day is not known. Undated entries are at the end.

use yew::{Html, html};

use super::context::ViewContext;
use super::entry_cache::EntryCache;
use super::search::Found;
use super::standing::{self, Signature};
use super::{answers, author, chain, elements, entries, statement};
use crate::fault;
use crate::texts::Message;
use story::model::{ClaimId, Date, Group, PartyId, PartyKind, Point, ReportId, Stance, StatementId, When};

/// An event on the timeline.
enum Moment {
    /// Statements of one party: a single one, or all of an occasion.
    Said(Vec<StatementId>),
    /// Statements of outlets that pass on the same claims in the same way, without words of their own.
    Reported(Vec<StatementId>),
    /// A report through which nothing is known directly, but on which others rely.
    Published(ReportId),
}

/// The events of one day or period.
pub struct Day {
    date: Option<Date>,
    moments: Vec<(Option<Date>, Moment)>,
}

/// The days with their events.
pub fn list(context: &ViewContext, found: &Found, days: &[Day], cache: &mut EntryCache) -> Html {
    fault::failpoint("timeline", &context.story.title);
    let (mut entries, mut count) = (Vec::new(), 0);
    for (key, day) in days.iter().enumerate() {
        let mut moments = Vec::new();
        for (date, moment) in &day.moments {
            let weight = match moment {
                Moment::Said(all) => all.iter().map(|id| 4 + 4 * context.story.statement(*id).stances.len()).sum(),
                Moment::Reported(all) => 8 + all.len(),
                Moment::Published(_) => 4,
            };
            cache.put(&mut moments, count, weight, &|| match moment {
                Moment::Said(all) => said(context, all, found, *date),
                Moment::Reported(all) => reported(context, all, found, *date),
                Moment::Published(id) => published(context, *id),
            });
            count += 1;
        }
        if !moments.is_empty() {
            let title = context.heading(0, "day-title", None, elements::text(&title(context, day.date)));
            entries.push(html! { <li part="day" {key}>{ title }{ elements::ul("moments", None, moments) }</li> });
        }
    }
    elements::list("ol", "timeline", None, entries)
}

fn title(context: &ViewContext, date: Option<Date>) -> String {
    let texts = &context.texts;
    let day_of = |point: &Point| texts.day(point);
    match date {
        None => texts.say(Message::DateUnknown).to_owned(),
        Some(Date::At(point)) if point.day.is_none() && !point.about && !point.uncertain => {
            texts.fill(Message::DayUnknown, &[day_of(&point)])
        }
        Some(date) => texts.date(&When { text: String::new(), date: Some(date) }, context.known_zone()),
    }
}

/// All events of the matching claims, by day.
pub fn days(context: &ViewContext, found: &Found) -> Vec<Day> {
    let story = &context.story;
    let mut days = Vec::new();
    // Statements of one party on one occasion are one event. The place of each in the list of events.
    let mut occasions: Vec<(usize, PartyId, usize)> = Vec::new();
    let mut events: Vec<Vec<StatementId>> = Vec::new();
    let mut plain: Vec<(Signature, Vec<StatementId>)> = Vec::new();
    let count = story.all_reports().count();
    let (mut is_shown, mut is_cited) = (vec![false; count], vec![false; count]);
    for (id, one) in story.all_statements() {
        if !one.stances.iter().any(|(claim, _)| found.has(*claim)) {
            continue;
        }
        for step in story.chain(id) {
            let flags = if step.depth == 0 { &mut is_shown } else { &mut is_cited };
            if let Some(flag) = flags.get_mut(step.report.index()) {
                *flag = true;
            }
        }
        if let Some(signature) = sign_plain(context, id) {
            match plain.iter_mut().find(|(other, _)| *other == signature) {
                Some((_, all)) => all.push(id),
                None => plain.push((signature, vec![id])),
            }
            continue;
        }
        let party = story.speaks_for(one);
        let occasion = one.occasion.map(|occasion| occasion.index());
        let known = occasion.and_then(|occasion| {
            occasions.iter().find(|(other, by, _)| *other == occasion && *by == party).map(|(.., place)| *place)
        });
        match known.and_then(|place| events.get_mut(place)) {
            Some(event) => event.push(id),
            None => {
                if let Some(occasion) = occasion {
                    occasions.push((occasion, party, events.len()));
                }
                events.push(vec![id]);
            }
        }
    }
    for event in events {
        let when = event.first().and_then(|id| author::known_on(context, *id));
        add(context, &mut days, when, Moment::Said(event));
    }
    for (_, all) in plain {
        let when = all.first().and_then(|id| author::known_on(context, *id));
        add(context, &mut days, when, Moment::Reported(all));
    }
    for ((id, report), (is_shown, is_cited)) in story.all_reports().zip(is_shown.into_iter().zip(is_cited)) {
        // Of a report without a date or a link nothing could be shown but its outlet, which those that cite it name.
        let has_more = report.date.is_some() || report.url.is_some() || report.archive_url.is_some();
        if is_cited && !is_shown && has_more && !report.is_disowned {
            add(context, &mut days, report.date.as_ref(), Moment::Published(id));
        }
    }
    days
}

/// What statements of outlets must have in common to be one event, if this is one that only passes something on.
fn sign_plain(context: &ViewContext, id: StatementId) -> Option<Signature> {
    let one = context.story.statement(id);
    let is_outlet = context.story.party(one.by).kind == PartyKind::Outlet;
    let is_plain = is_outlet && one.occasion.is_none() && one.url.is_none() && !statement::has_words(context, id);
    if !is_plain || one.stances.iter().any(|(_, stance)| *stance != Stance::Reports) {
        return None;
    }
    let mut signature = Signature::new();
    for (claim, _) in &one.stances {
        signature.push(claim.index() as u32);
    }
    for (depth, report) in context.story.nearest_reports(id) {
        if depth > 0 {
            signature.push(report.index() as u32 | 1 << 31);
        }
    }
    // Of the same day, or undated.
    if let Some(date) = author::known_on(context, id).and_then(|when| when.date) {
        signature.push(date.last_known_day() as u32);
    }
    Some(signature)
}

/// Outlets that pass on the same claims, as one moment.
fn reported(context: &ViewContext, all: &[StatementId], found: &Found, date: Option<Date>) -> Html {
    let [first, _, ..] = all else { return said(context, all, found, date) };
    let (mut names, mut parties) = (Vec::new(), Vec::new());
    for id in all {
        let by = context.story.statement(*id).by;
        let name = match context.story.own_report(*id) {
            Some(report) => chain::report_link(context, report),
            None => elements::linked_name(context, by),
        };
        names.push((context.story.party(by).name.clone(), name));
        parties.push(by);
    }
    let count = names.len();
    let names = context.list(names);
    let mut lines = if count > author::MAX_NAMES {
        let outlets = elements::text(&context.texts.number(count, Message::Outlets));
        let all = elements::folded(outlets, elements::p("source", names));
        vec![context.heading(1, "who", None, author::first_names(context, &parties)), all]
    } else {
        vec![context.heading(1, "who", None, names)]
    };
    let mut cited: Vec<PartyId> = Vec::new();
    for (depth, report) in context.story.nearest_reports(*first) {
        let outlet = context.story.report(report).outlet;
        if depth > 0 && !cited.contains(&outlet) {
            cited.push(outlet);
        }
    }
    if !cited.is_empty() {
        let line = context.sentence(Message::CitingOnly, &[author::names(context, &cited)]);
        lines.push(elements::p("chain", line));
    }
    lines.push(statement_of(context, *first, &parties, found, date));
    elements::li("moment reported", elements::all(lines))
}

/// Adds an event to its day, before the first event that may be later.
fn add(context: &ViewContext, days: &mut Vec<Day>, when: Option<&When>, moment: Moment) {
    let date = when.and_then(|when| when.date);
    let moved = |point: Point| context.texts.moved(&point, context.known_zone()).unwrap_or(point);
    let day = date.map(|date| match date {
        Date::At(point) => Date::At(Point { time: None, ..moved(point) }),
        Date::Span { from, to } => Date::Span { from: from.map(moved), to: to.map(moved) },
    });
    // Open-ended periods follow those with an end, and undated entries follow everything.
    let end = |day: Option<Date>| (day.is_none(), day.and_then(|day| day.last_day()).unwrap_or(i64::MAX));
    let place = days.iter().position(|other| other.date == day);
    let place = place.unwrap_or_else(|| {
        let later = days.iter().position(|other| end(day) < end(other.date)).unwrap_or(days.len());
        days.insert(later, Day { date: day, moments: Vec::new() });
        later
    });
    if let Some(day) = days.get_mut(place) {
        let later = day
            .moments
            .iter()
            .position(|(other, _)| date.zip(*other).is_some_and(|(one, other)| one.is_before(&other)));
        day.moments.insert(later.unwrap_or(day.moments.len()), (date, moment));
    }
}

/// The clock time of an event, or the text of a date that could not be read.
fn clock(context: &ViewContext, when: Option<&When>) -> Option<Html> {
    match when.map(|when| (&when.date, &when.text)) {
        Some((Some(Date::At(point)), _)) => {
            context.texts.clock_time(point, context.known_zone()).map(|time| elements::text(&time))
        }
        Some((None, text)) => Some(elements::isolated(text)),
        _ => None,
    }
}

/// Statements of one party with their stances on the claims shown, the words once, and the replies as they were known
/// on that day.
fn said(context: &ViewContext, all: &[StatementId], found: &Found, date: Option<Date>) -> Html {
    let Some(first) = all.first().copied() else { return Html::default() };
    let story = &context.story;
    let one = story.statement(first);
    let party = story.speaks_for(one);
    let mut lines = vec![entries::who(context, party)];
    if one.by != party {
        let through = context.sentence(Message::Through, &[statement::introduction(context, one.by)]);
        lines.push(elements::p("source", through));
    }
    lines.push(statement::sourced(context, story.party(one.by)));
    let title = one.occasion.and_then(|id| story.occasion(id).title.as_deref());
    let (how, archive) = (title.or(one.medium.as_deref()), one.archive_url.as_ref());
    let time = clock(context, one.date.as_ref());
    lines.push(statement::details(context, how, time, one.date_note.as_deref(), one.url.as_ref(), None, archive));
    lines.push(statement::answered(context, one));
    lines.push(chain::of(context, first, one.by));
    let mut before: Vec<ClaimId> = Vec::new();
    for id in all {
        let one = story.statement(*id);
        let mut claims = Vec::new();
        for (claim, _) in &one.stances {
            if found.has(*claim) {
                claims.push(*claim);
            }
        }
        let stance = one.stances.first().map(|(_, stance)| *stance);
        match stance.filter(|stance| claims == before && one.stances.iter().all(|(_, other)| other == stance)) {
            // The claims and the replies to them are directly above.
            Some(stance) => {
                let same = elements::text(context.texts.say(Message::SameClaims));
                let said = context.brackets(answers::said(context, party, stance), vec![same]);
                let line = elements::p("stance-line", said);
                lines.push(elements::div("position", elements::joined([line, statement::words(context, *id)])));
            }
            None => lines.push(statement_of(context, *id, &[party], found, date)),
        }
        before = claims;
    }
    let is_published = one.date.is_none() && !one.reports.is_empty() || story.party(one.by).kind == PartyKind::Outlet;
    elements::li(if is_published { "moment reported" } else { "moment said" }, elements::all(lines))
}

/// One statement of a moment, which these parties made alike. Claims with the same stance, authors and replies share them; the words follow the first.
fn statement_of(
    context: &ViewContext,
    id: StatementId,
    parties: &[PartyId],
    found: &Found,
    date: Option<Date>,
) -> Html {
    let party = parties.first().copied();
    let one = context.story.statement(id);
    let mut groups: Vec<(Signature, Stance, Vec<ClaimId>)> = Vec::new();
    for (claim, stance) in one.stances.iter().filter(|(claim, _)| found.has(*claim)) {
        let mut signature = vec![*stance as u32];
        standing::sign_replies(context, *claim, party, &mut signature);
        match groups.iter_mut().find(|(other, ..)| *other == signature) {
            Some((.., claims)) => claims.push(*claim),
            None => groups.push((signature, *stance, vec![*claim])),
        }
    }
    let mut words = Some(statement::words(context, id));
    let mut lines = Vec::new();
    for (_, stance, claims) in &groups {
        let said = elements::p("stance-line", answers::said_by(context, parties, *stance));
        let mut words = words.take().unwrap_or_default();
        if stance.group() == Group::NoAnswer {
            let mut asked = Vec::new();
            for attempt in &one.attempts {
                elements::add(&mut asked, statement::asked(context, attempt).map(|asked| elements::p("meta", asked)));
            }
            asked.push(words);
            words = elements::all(asked);
        }
        let claims = standing::claims(context, said, claims, party, Some(words), date.as_ref());
        lines.push(elements::div("position", claims));
    }
    elements::all(lines)
}

/// A report on which others rely. A headline can make a claim, so only the outlet is named.
fn published(context: &ViewContext, id: ReportId) -> Html {
    let report = context.story.report(id);
    let who = context.heading(1, "who", None, chain::report_link(context, id));
    let when = statement::time(context, Some(Message::Published), report.date.as_ref(), false);
    let line = statement::details(context, None, when, None, None, None, report.archive_url.as_ref());
    elements::li("moment reported", elements::joined([who, line]))
}
