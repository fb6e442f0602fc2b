//! What was said and what was published, as two clocks on one line of time.
//!
//! Nothing is sorted as if it were exact: a month stands after its days and before the first day that is certainly
//! later, under a heading that says that the day is not known, and what has no date stands at the end.

use yew::{Html, html};

use super::answers::{self, CarriedStance};
use super::scene::Scene;
use super::search::Found;
use super::shelf::Shelf;
use super::{chain, parts, statement};
use crate::fault;
use crate::model::{ClaimId, Date, Group, PartyKind, Point, ReportId, StatementId, When};
use crate::texts::Word;

/// Something that happened.
enum Moment {
    /// A statement.
    Said(StatementId),
    /// A report, with what is known through it: statements with their stances on claims.
    Published(ReportId, Vec<CarriedStance>),
}

/// What happened on one day, or in one span of time.
pub struct Day {
    date: Option<Date>,
    moments: Vec<(Option<Date>, Moment)>,
}

/// The days with what happened on them.
pub fn list(scene: &Scene, found: &Found, days: &[Day], shelf: &mut Shelf) -> Html {
    fault::at("timeline", &scene.panel.title);
    let (mut entries, mut count) = (Vec::new(), 0);
    for (key, day) in days.iter().enumerate() {
        let mut moments = Vec::new();
        for (_, moment) in &day.moments {
            let weight = match moment {
                Moment::Said(id) => 4 + 4 * scene.panel.statement(*id).stances.len(),
                Moment::Published(_, carried) => 4 + 4 * carried.len(),
            };
            shelf.put(&mut moments, count, weight, &|| match moment {
                Moment::Said(id) => said(scene, *id, found),
                Moment::Published(id, carried) => published(scene, *id, carried),
            });
            count += 1;
        }
        if !moments.is_empty() {
            let title = scene.heading(0, "day-title", None, parts::text(&title(scene, day.date)));
            entries.push(html! { <li part="day" {key}>{ title }{ parts::ul("moments", None, moments) }</li> });
        }
    }
    html! { <ol part="timeline" role="list">{ parts::all(entries) }</ol> }
}

fn title(scene: &Scene, date: Option<Date>) -> String {
    let texts = &scene.texts;
    let day_of = |point: &Point| texts.day(point);
    match date {
        None => texts.say(Word::DateUnknown).to_owned(),
        Some(Date::At(point)) if point.day.is_none() && !point.about && !point.uncertain => {
            texts.fill(Word::DayUnknown, &[day_of(&point)])
        }
        Some(date) => texts.date(&When { text: String::new(), date: Some(date) }, scene.known_zone()),
    }
}

/// Everything that happened to the claims that are found, day by day.
pub fn days(scene: &Scene, found: &Found) -> Vec<Day> {
    let panel = &scene.panel;
    let mut days = Vec::new();
    // Of each report: whether it is told, and what is known through it.
    let mut reports: Vec<(bool, Vec<CarriedStance>)> = vec![(false, Vec::new()); panel.all_reports().count()];
    let mut own_reports = Vec::new();
    for (id, one) in panel.all_statements() {
        let mut claims = Vec::new();
        for (claim, stance) in &one.stances {
            if found.has(*claim) {
                claims.push((*claim, id, *stance));
            }
        }
        if claims.is_empty() {
            continue;
        }
        for step in panel.chain(id) {
            let Some((is_told, carried)) = reports.get_mut(step.report.0 as usize) else { continue };
            *is_told = true;
            // What a report is cited for by others need not be all that they carry.
            if step.depth == 0 {
                carried.extend(&claims);
            }
        }
        if let Some(own) = panel.own_report(id) {
            own_reports.push(own);
        }
        add(scene, &mut days, panel.said_on(id), Moment::Said(id));
    }
    // An outlet that speaks in its own report is told once; what others say there is told besides.
    for id in own_reports {
        if let Some((is_told, carried)) = reports.get_mut(id.0 as usize) {
            carried.retain(|(_, one, _)| panel.statement(*one).by != panel.report(id).outlet);
            *is_told = !carried.is_empty();
        }
    }
    for ((id, report), (is_told, claims)) in panel.all_reports().zip(reports) {
        if is_told {
            add(scene, &mut days, report.date.as_ref(), Moment::Published(id, claims));
        }
    }
    days
}

/// Puts something on its day, before the first of those that can be later.
fn add(scene: &Scene, days: &mut Vec<Day>, when: Option<&When>, moment: Moment) {
    let date = when.and_then(|when| when.date);
    let moved = |point: Point| scene.texts.moved(&point, scene.known_zone()).unwrap_or(point);
    let day = date.map(|date| match date {
        Date::At(point) => Date::At(Point { time: None, ..moved(point) }),
        Date::Span { from, to } => Date::Span { from: from.map(moved), to: to.map(moved) },
    });
    // What has no end stands behind what has one, and what has no date behind everything.
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

/// The clock that something belongs to, and the time on it.
fn clock(scene: &Scene, word: Word, when: Option<&When>) -> Html {
    let mut row = vec![parts::text(scene.texts.say(word))];
    match when.map(|when| (&when.date, &when.text)) {
        Some((Some(Date::At(point)), _)) => {
            parts::add(&mut row, scene.texts.clock_time(point, scene.known_zone()).map(|time| parts::text(&time)));
        }
        Some((None, text)) => row.push(parts::text(text)),
        _ => {}
    }
    parts::p("clock", scene.row(row))
}

/// A statement with its stances on the claims that are shown, each with the answers of those whom it is about.
fn said(scene: &Scene, id: StatementId, found: &Found) -> Html {
    let one = scene.panel.statement(id);
    let is_outlet = scene.panel.party(one.by).kind == PartyKind::Outlet;
    // Who gives no answer has not said anything.
    let is_silent = one.stances.iter().all(|(_, stance)| stance.group() == Group::NoAnswer);
    let word = match (is_silent, is_outlet) {
        (true, _) => Word::NoAnswer,
        (_, true) => Word::ClockReported,
        _ => Word::ClockSaid,
    };
    let mut lines = vec![clock(scene, word, scene.panel.said_on(id)), statement::who(scene, one)];
    // Right behind the speaker: below the reply of another they would read as theirs.
    lines.push(statement::words(scene, id));
    let (medium, quote) = (one.medium.as_deref(), one.quote.as_deref());
    lines.push(statement::details(scene, None, medium, one.url.as_ref(), quote, one.archive_url.as_ref()));
    if scene.panel.own_report(id).is_some() {
        lines.push(chain::of(scene, id, one.by));
    }
    for (claim, stance) in one.stances.iter().filter(|(claim, _)| found.has(*claim)) {
        lines.push(answers::stance(scene, *stance));
        lines.push(parts::claim(scene, *claim));
        // An answer that was not the last one does not stand for it.
        let party = scene.panel.speaks_for(one);
        let is_latest = scene.panel.position(*claim, party).is_some_and(|answer| answer.latest == id);
        lines.push(answers::replies(scene, *claim, is_latest.then_some(party)));
    }
    parts::li(if is_outlet { "moment reported" } else { "moment said" }, parts::all(lines))
}

/// A report with what is known through it: each claim with whoever takes a stance on it there, and with the answers to
/// it. What carries a denial must not read as if it carried the claim.
fn published(scene: &Scene, id: ReportId, carried: &[CarriedStance]) -> Html {
    let report = scene.panel.report(id);
    // A headline can make a claim, and does not stand without the answers to it.
    let who = match carried.is_empty() {
        true => parts::linked(scene, report.url.as_ref(), parts::name(scene, report.outlet)),
        false => chain::report(scene, id, false),
    };
    let mut lines = vec![clock(scene, Word::ClockReported, report.date.as_ref()), parts::p("who", who)];
    let mut claims: Vec<ClaimId> = Vec::new();
    for (claim, ..) in carried {
        if claims.contains(claim) {
            continue;
        }
        claims.push(*claim);
        lines.push(parts::claim(scene, *claim));
        lines.push(answers::carried(scene, *claim, carried));
    }
    parts::li("moment reported", parts::all(lines))
}
