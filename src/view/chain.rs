//! How a statement is known: “The Gazette, citing The Post, citing The Wire”.

use yew::{Html, html};

use super::context::ViewContext;
use super::{elements, statement};
use crate::texts::Message;
use story::model::{Group, PartyId, PartyKind, ReportId, StatementId, Step};

/// The chain of a statement: a sentence if it is linear, a nested list if it branches.
pub fn of(context: &ViewContext, id: StatementId, by: PartyId) -> Html {
    let one = context.story.statement(id);
    let is_answer = one.stances.iter().any(|(_, stance)| stance.group() != Group::NoAnswer);
    let is_known = one.is_direct || one.url.is_some() || one.medium.is_some() || one.archive_url.is_some();
    let has_chain = context.story.nearest_reports(id).next().is_some();
    let is_own = matches!(context.story.party(by).kind, PartyKind::Outlet | PartyKind::Document);
    let mut lines = vec![reports(context, id, by)];
    if is_answer && !is_known && !has_chain && !is_own {
        lines.push(elements::p("chain", elements::text(context.texts.say(Message::NoSource))));
    }
    elements::all(lines)
}

/// The people through whom somebody's words came, and why those of them who are not named are not. This stands before
/// the words: readers must not take them for words that the newsroom heard.
pub fn relayed(context: &ViewContext, id: StatementId) -> Html {
    let relays = &context.story.statement(id).relayed_by;
    if relays.is_empty() {
        return Html::default();
    }
    let (mut named, mut sourced) = (Vec::new(), Vec::new());
    for party in relays {
        named.push((context.story.party(*party).name.clone(), elements::linked_name(context, *party)));
        sourced.push(statement::sourced(context, context.story.party(*party)));
    }
    let line = elements::p("chain", context.sentence(Message::RelayedBy, &[context.list(named)]));
    elements::all(vec![line, elements::all(sourced)])
}

fn reports(context: &ViewContext, id: StatementId, by: PartyId) -> Html {
    let chain = context.story.chain(id);
    if chain.is_empty() {
        return Html::default();
    }
    let depth_of_first = chain.first().map_or(0, |step| step.depth);
    if chain.iter().enumerate().all(|(place, step)| step.depth == depth_of_first + place) {
        // An outlet's own report must not name the outlet as the source of its own words.
        let is_own = chain.first().is_some_and(|step| context.story.report(step.report).outlet == by);
        let first = chain.first().map(|step| context.story.report(step.report));
        let is_bare = is_own && first.is_some_and(|one| one.title.is_none() && one.url.is_none() && one.date.is_none());
        let mut line = None;
        // Of an outlet's own report of which nothing else is known, only what it cites is worth a line.
        for step in chain.iter().skip(usize::from(is_bare)).rev() {
            let report = report(context, step.report, is_own && step.depth == 0);
            line = Some(match line {
                Some(cited) => context.sentence(Message::Citing, &[report, cited]),
                None => report,
            });
        }
        let Some(line) = line else { return Html::default() };
        let word = match (is_own, depth_of_first) {
            _ if is_bare => Message::CitingOnly,
            (true, _) => Message::InReport,
            (_, 0) => Message::KnownThrough,
            _ => Message::CitingOnly,
        };
        return elements::p("chain", context.sentence(word, &[line]));
    }
    let (tree, _) = nest(context, chain.get(..MAX_STEPS).unwrap_or(&chain), depth_of_first);
    let word = elements::text(context.texts.say(Message::KnownThroughSeveral));
    let more = match chain.len().saturating_sub(MAX_STEPS) {
        0 => Html::default(),
        more => elements::text(&context.texts.number(more, Message::More)),
    };
    elements::div("chain", elements::joined([word, tree, more]))
}

/// The most reports in a tree. Outlets that all cite one another would otherwise fill the page with every statement.
const MAX_STEPS: usize = 24;

/// The deepest nesting of lists. Deeper steps are in the innermost list.
pub const MAX_CHAIN_LEVELS: usize = 8;

/// The steps at and below a depth as a list, and the remaining steps.
fn nest<'a>(context: &ViewContext, mut steps: &'a [Step], depth: usize) -> (Html, &'a [Step]) {
    let mut entries = Vec::new();
    while let Some((step, after)) = steps.split_first().filter(|(step, _)| step.depth >= depth) {
        let mut entry = report(context, step.report, false);
        let mut below = Html::default();
        steps = after;
        if step.again && !context.story.report(step.report).cited().is_empty() {
            entry = context.brackets(entry, vec![elements::text(context.texts.say(Message::CitedAbove))]);
        }
        if depth < MAX_CHAIN_LEVELS && steps.first().is_some_and(|next| next.depth > depth) {
            (below, steps) = nest(context, steps, depth + 1);
            entry = context.sentence(Message::CitingSeveral, &[entry]);
        }
        entries.push(elements::li("report", elements::joined([entry, below])));
    }
    (elements::ul("reports", None, entries), steps)
}

/// The name of an outlet, linked to its report.
pub fn report_link(context: &ViewContext, id: ReportId) -> Html {
    let report = context.story.report(id);
    match &report.url {
        Some(_) => elements::linked(context, report.url.as_ref(), elements::name(context, report.outlet)),
        None => elements::linked_name(context, report.outlet),
    }
}

/// An outlet's report: the outlet, the headline if any, and the date.
pub fn report(context: &ViewContext, id: ReportId, is_own: bool) -> Html {
    let report = context.story.report(id);
    let title = report.title.as_ref().map(|title| html! { <cite>{ elements::own(context, title) }</cite> });
    let named = match title {
        Some(title) if is_own => title,
        None if is_own => elements::text(context.texts.say(Message::OwnReport)),
        title => {
            // Without an address of the report, the outlet's address is the best link.
            let outlet = match &report.url {
                Some(_) => elements::name(context, report.outlet),
                None => elements::linked_name(context, report.outlet),
            };
            {
                let mut named = vec![outlet];
                elements::add(&mut named, title);
                context.commas(named).unwrap_or_default()
            }
        }
    };
    let linked = elements::linked(context, report.url.as_ref(), named);
    let mut remarks = Vec::new();
    if let Some(date) = &report.date {
        remarks.push(context.time(date));
    }
    if report.archive_url.is_some() {
        let copy = elements::text(context.texts.say(Message::ArchivedCopy));
        remarks.push(elements::linked(context, report.archive_url.as_ref(), copy));
    }
    for other in &report.circular {
        let outlet = elements::name(context, context.story.report(*other).outlet);
        remarks.push(context.sentence(Message::CitesInCircle, &[outlet]));
    }
    if let Some(original) = report.syndicates {
        let outlet = elements::name(context, context.story.report(original).outlet);
        remarks.push(context.sentence(Message::CopyOf, &[outlet]));
    }
    if report.is_disowned {
        remarks.push(elements::text(context.texts.say(Message::NeverPublished)));
    }
    for update in &report.updates {
        let text = elements::linked(context, update.url.as_ref(), elements::own(context, &update.text));
        remarks.push(match &update.date {
            Some(date) => {
                let dated = context.sentence(Message::Updated, &[context.time(date)]);
                context.sentence(Message::Reply, &[dated, text])
            }
            None => text,
        });
    }
    context.brackets(linked, remarks)
}
