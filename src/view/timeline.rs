//! What was said and what was published, as two clocks on one timeline.
//!
//! Imprecise dates are not sorted as if they were exact. A month follows its days and precedes the first day that is
//! certainly later, under a heading that says that the day is not known. Undated entries are at the end.

use yew::{Html, html};

use super::answers::{self, CarriedStance};
use super::context::ViewContext;
use super::entry_cache::EntryCache;
use super::search::Found;
use super::{chain, elements, statement};
use crate::fault;
use crate::texts::Message;
use story::model::{ClaimId, Date, Group, PartyKind, Point, ReportId, StatementId, When};

/// An event on the timeline.
enum Moment {
    /// A statement.
    Said(StatementId),
    /// A report, and the statements known through it with their stances on claims.
    Published(ReportId, Vec<CarriedStance>),
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
        for (_, moment) in &day.moments {
            let weight = match moment {
                Moment::Said(id) => 4 + 4 * context.story.statement(*id).stances.len(),
                Moment::Published(_, carried) => 4 + 4 * carried.len(),
            };
            cache.put(&mut moments, count, weight, &|| match moment {
                Moment::Said(id) => said(context, *id, found),
                Moment::Published(id, carried) => published(context, *id, carried),
            });
            count += 1;
        }
        if !moments.is_empty() {
            let title = context.heading(0, "day-title", None, elements::text(&title(context, day.date)));
            entries.push(html! { <li part="day" {key}>{ title }{ elements::ul("moments", None, moments) }</li> });
        }
    }
    html! { <ol part="timeline" role="list">{ elements::all(entries) }</ol> }
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
    // For each report, whether it has an entry, and what is known through it.
    let mut reports: Vec<(bool, Vec<CarriedStance>)> = vec![(false, Vec::new()); story.all_reports().count()];
    let mut own_reports = Vec::new();
    for (id, one) in story.all_statements() {
        let mut claims = Vec::new();
        for (claim, stance) in &one.stances {
            if found.has(*claim) {
                claims.push((*claim, id, *stance));
            }
        }
        if claims.is_empty() {
            continue;
        }
        for step in story.chain(id) {
            let Some((is_told, carried)) = reports.get_mut(step.report.index()) else { continue };
            *is_told = true;
            // A report need not contain everything that the reports citing it carry.
            if step.depth == 0 {
                carried.extend(&claims);
            }
        }
        if let Some(own) = story.own_report(id) {
            own_reports.push(own);
        }
        add(context, &mut days, story.said_on(id), Moment::Said(id));
    }
    // An outlet's statement in its own report is listed once. Others' statements in that report are listed as well.
    for id in own_reports {
        if let Some((is_told, carried)) = reports.get_mut(id.index()) {
            carried.retain(|(_, one, _)| story.statement(*one).by != story.report(id).outlet);
            *is_told = !carried.is_empty();
        }
    }
    for ((id, report), (is_told, claims)) in story.all_reports().zip(reports) {
        if is_told {
            add(context, &mut days, report.date.as_ref(), Moment::Published(id, claims));
        }
    }
    days
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

/// The clock of an event, and its time.
fn clock(context: &ViewContext, word: Message, when: Option<&When>) -> Html {
    let mut row = vec![elements::text(context.texts.say(word))];
    match when.map(|when| (&when.date, &when.text)) {
        Some((Some(Date::At(point)), _)) => {
            elements::add(
                &mut row,
                context.texts.clock_time(point, context.known_zone()).map(|time| elements::text(&time)),
            );
        }
        Some((None, text)) => row.push(elements::text(text)),
        _ => {}
    }
    elements::p("clock", context.row(row))
}

/// A statement with its stances on the claims shown, each with the answers of everybody whom the claim is about.
fn said(context: &ViewContext, id: StatementId, found: &Found) -> Html {
    let one = context.story.statement(id);
    let is_outlet = context.story.party(one.by).kind == PartyKind::Outlet;
    // A non-answer is not something that was said.
    let is_silent = one.stances.iter().all(|(_, stance)| stance.group() == Group::NoAnswer);
    let word = match (is_silent, is_outlet) {
        (true, _) => Message::NoAnswer,
        (_, true) => Message::ClockReported,
        _ => Message::ClockSaid,
    };
    let mut lines = vec![clock(context, word, context.story.said_on(id)), statement::who(context, one)];
    // The words directly follow the speaker. Below another party's reply they would read as that party's.
    lines.push(statement::words(context, id));
    let (medium, quote) = (one.medium.as_deref(), one.quote.as_deref());
    lines.push(statement::details(context, None, medium, one.url.as_ref(), quote, one.archive_url.as_ref()));
    if context.story.own_report(id).is_some() {
        lines.push(chain::of(context, id, one.by));
    }
    for (claim, stance) in one.stances.iter().filter(|(claim, _)| found.has(*claim)) {
        lines.push(answers::stance(context, *stance));
        lines.push(elements::claim(context, *claim));
        // An answer that was superseded does not count as the current reply.
        let party = context.story.speaks_for(one);
        let is_latest = context.story.position(*claim, party).is_some_and(|answer| answer.latest == id);
        lines.push(answers::replies(context, *claim, is_latest.then_some(party)));
    }
    elements::li(if is_outlet { "moment reported" } else { "moment said" }, elements::all(lines))
}

/// A report with what is known through it: each claim with the stances on it in this report, and with the answers to
/// it. A report of a denial must not read as if it supported the claim.
fn published(context: &ViewContext, id: ReportId, carried: &[CarriedStance]) -> Html {
    let report = context.story.report(id);
    // A headline can make a claim, so it appears only with the answers.
    let who = match carried.is_empty() {
        true => elements::linked(context, report.url.as_ref(), elements::name(context, report.outlet)),
        false => chain::report(context, id, false),
    };
    let mut lines = vec![clock(context, Message::ClockReported, report.date.as_ref()), elements::p("who", who)];
    let mut claims: Vec<ClaimId> = Vec::new();
    for (claim, ..) in carried {
        if claims.contains(claim) {
            continue;
        }
        claims.push(*claim);
        lines.push(elements::claim(context, *claim));
        lines.push(answers::carried(context, *claim, carried));
    }
    elements::li("moment reported", elements::all(lines))
}
