//! How each claim became known: from the original report to those that cite it, as a complete list and, if there is
//! space, as a diagram.

use yew::{Html, html};

use super::context::ViewContext;
use super::entry_cache::EntryCache;
use super::{answers, chain, elements, graph, statement};
use crate::fault;
use crate::texts::Message;
use story::model::{Carried, ClaimId, PartyId, Position, ReportId};

/// The entries of the view.
pub fn list(context: &ViewContext, found: &[ClaimId], cache: &mut EntryCache) -> Html {
    fault::failpoint("sources", &context.story.title);
    let mut entries = Vec::new();
    for id in found {
        let weight = 4 + 2 * context.story.claim(*id).statements.len();
        cache.put(&mut entries, id.index(), weight, &|| entry(context, *id));
    }
    html! { <ol part="routes" role="list">{ elements::all(entries) }</ol> }
}

fn entry(context: &ViewContext, id: ClaimId) -> Html {
    let carried = context.story.carried(id);
    let title = context.heading(0, "route-title", None, elements::claim_link(context, id));
    let mut lines = vec![title, answers::rows(context, id)];
    let positions = context.story.positions(id);
    let mut routes = Vec::new();
    for id in &carried.direct {
        let one = context.story.statement(*id);
        let name = context.brackets(
            elements::linked_name(context, one.by),
            taken_back(context, &positions, context.story.speaks_for(one)),
        );
        let said = context.sentence(Message::SaidDirectly, &[name]);
        let (medium, quote) = (one.medium.as_deref(), one.quote.as_deref());
        let how = statement::details(context, None, medium, one.url.as_ref(), quote, one.archive_url.as_ref());
        routes.push(elements::li("report", elements::all(vec![said, how])));
    }
    for party in &carried.unrecorded {
        let mut remarks = vec![elements::text(context.texts.say(Message::ReportUnrecorded))];
        remarks.extend(taken_back(context, &positions, *party));
        routes.push(elements::li("report", context.brackets(elements::linked_name(context, *party), remarks)));
    }
    let mut told = Vec::new();
    for origin in carried.origins(&context.story) {
        routes.push(outwards(context, &positions, &carried, origin, &mut told, 0));
    }
    if routes.is_empty() {
        lines.push(elements::p("none", elements::text(context.texts.say(Message::NoSource))));
    } else {
        lines.push(html! { <ol part="reports" role="list">{ elements::all(routes) }</ol> });
    }
    lines.push(graph::of(context, &carried));
    elements::li("route", elements::all(lines))
}

/// A report and those that cite it. A report that was already listed is not expanded again.
fn outwards(
    context: &ViewContext,
    positions: &[Position],
    carried: &Carried,
    id: ReportId,
    told: &mut Vec<ReportId>,
    depth: usize,
) -> Html {
    let mut remarks = taken_back(context, positions, context.story.report(id).outlet);
    let is_again = told.contains(&id);
    told.push(id);
    let mut citing = Vec::new();
    if depth < chain::MAX_CHAIN_LEVELS && !is_again {
        for other in carried.citing(&context.story, id) {
            citing.push(outwards(context, positions, carried, other, told, depth + 1));
        }
        if depth + 1 == chain::MAX_CHAIN_LEVELS {
            deeper(context, carried, id, told, &mut citing);
        }
    }
    if is_again {
        remarks.push(elements::text(context.texts.say(Message::CitedAbove)));
    }
    let report = context.brackets(chain::report(context, id, false), remarks);
    if citing.is_empty() {
        return elements::li("report", report);
    }
    let line = context.sentence(Message::CitedBy, &[report]);
    elements::li("report", html! { <>{ line }<ol part="reports" role="list">{ elements::all(citing) }</ol></> })
}

/// The stance of a party that contests what it was a source of. It is no longer counted as a source.
fn taken_back(context: &ViewContext, positions: &[Position], party: PartyId) -> Vec<Html> {
    let own = positions.iter().find(|position| position.party == party);
    let stance = own.and_then(Position::contests);
    stance.map(|stance| elements::text(context.texts.stance(stance))).into_iter().collect()
}

/// Adds the reports below the deepest nesting to the innermost list, each with the report that it cites.
fn deeper(context: &ViewContext, carried: &Carried, id: ReportId, told: &mut Vec<ReportId>, entries: &mut Vec<Html>) {
    let mut next = carried.citing(&context.story, id);
    while let Some(one) = next.pop() {
        for other in carried.citing(&context.story, one) {
            if !told.contains(&other) {
                told.push(other);
                next.push(other);
                let line = context.sentence(Message::CitedBy, &[chain::report(context, one, false)]);
                entries.push(elements::li(
                    "report",
                    context.sentence(Message::Reply, &[line, chain::report(context, other, false)]),
                ));
            }
        }
    }
}
