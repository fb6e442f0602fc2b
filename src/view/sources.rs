//! How the claims became known, as a complete list: from the reports that cite no others to those that cite them.
//! Claims that became known in the same way share an entry.

use yew::Html;

use super::context::ViewContext;
use super::entry_cache::EntryCache;
use super::standing::{self, Signature};
use super::{answers, chain, elements, statement};
use crate::fault;
use crate::texts::Message;
use story::model::{Carried, ClaimId, PartyId, Position, ReportId};

/// The claims that became known in one way.
struct Route {
    carried: Carried,
    claims: Vec<ClaimId>,
}

/// The entries of the view.
pub fn list(context: &ViewContext, found: &[ClaimId], cache: &mut EntryCache) -> Html {
    fault::failpoint("sources", &context.story.title);
    let mut routes: Vec<Route> = Vec::new();
    for id in found {
        let carried = context.story.carried(*id);
        match routes.iter_mut().find(|route| route.carried == carried) {
            Some(route) => route.claims.push(*id),
            None => routes.push(Route { carried, claims: vec![*id] }),
        }
    }
    let mut entries = Vec::new();
    for route in &routes {
        let Some(first) = route.claims.first() else { continue };
        let weight = 4 + 4 * route.claims.len() + 2 * route.carried.reports.len();
        cache.put(&mut entries, first.index(), weight, &|| entry(context, route));
    }
    elements::list("ol", "routes", None, entries)
}

fn entry(context: &ViewContext, Route { carried, claims }: &Route) -> Html {
    let ends = carried.ends();
    let mut outlets: Vec<PartyId> = Vec::new();
    for id in &ends {
        let report = context.story.report(*id);
        let outlet = report.outlet;
        if !report.is_disowned && !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    }
    let title = match (outlets.is_empty(), carried.direct.is_empty()) {
        (false, _) => super::author::names(context, &outlets),
        (true, false) => elements::text(context.texts.say(Message::SaidDirectly)),
        (true, true) => elements::text(context.texts.say(Message::NoSource)),
    };
    let mut lines = vec![context.heading(0, "route-title", None, title)];
    let positions = claims.first().map(|claim| context.story.positions(*claim)).unwrap_or_default();
    let mut routes = Vec::new();
    for id in &carried.direct {
        let one = context.story.statement(*id);
        let party = context.story.speaks_for(one);
        let name = context.brackets(elements::linked_name(context, one.by), taken_back(context, &positions, party));
        let (how, quote) = (one.medium.as_deref(), one.quote.as_deref());
        let how = statement::details(context, how, None, None, one.url.as_ref(), quote, one.archive_url.as_ref());
        routes.push(elements::li("report", elements::joined([name, how])));
    }
    let mut unrecorded = Vec::new();
    for party in &carried.unrecorded {
        let name = elements::linked_name(context, *party);
        let name = context.brackets(name, taken_back(context, &positions, *party));
        unrecorded.push((context.story.party(*party).name.clone(), name));
    }
    if !unrecorded.is_empty() {
        let remark = elements::text(context.texts.say(Message::ReportUnrecorded));
        routes.push(elements::li("report", context.brackets(context.list(unrecorded), vec![remark])));
    }
    let mut told = Vec::new();
    for end in ends {
        routes.push(outwards(context, &positions, carried, end, &mut told, 0));
    }
    lines.push(elements::ol("reports", routes));
    let mut groups: Vec<(Signature, Vec<ClaimId>)> = Vec::new();
    for claim in claims {
        let mut signature = Signature::new();
        standing::sign_replies(context, *claim, None, &mut signature);
        match groups.iter_mut().find(|(other, _)| *other == signature) {
            Some((_, claims)) => claims.push(*claim),
            None => groups.push((signature, vec![*claim])),
        }
    }
    for (_, claims) in &groups {
        let claims = standing::claims(context, Html::default(), claims, None, None, None);
        lines.push(elements::div("position", claims));
    }
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
    let report = context.story.report(id);
    let mut remarks = taken_back(context, positions, report.outlet);
    if depth == 0 && report.syndicates.is_none() && !report.is_disowned {
        let word = match &report.cites {
            Some(cites) if cites.is_empty() => Message::ItsOwnReporting,
            _ => Message::SourcesNotRecorded,
        };
        remarks.push(elements::text(context.texts.say(word)));
    }
    let is_again = told.contains(&id);
    told.push(id);
    let mut citing = Vec::new();
    if depth < chain::MAX_CHAIN_LEVELS && !is_again {
        for other in carried.citing(id) {
            citing.push(outwards(context, positions, carried, *other, told, depth + 1));
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
    elements::li("report", elements::joined([line, elements::list("ol", "reports", None, citing)]))
}

/// The stance of a former source that now contests the claim. It no longer counts as a source.
fn taken_back(context: &ViewContext, positions: &[Position], party: PartyId) -> Vec<Html> {
    let own = positions.iter().find(|position| position.party == party);
    let stance = own.and_then(Position::contests);
    let mut remarks = Vec::new();
    elements::add(&mut remarks, stance.map(|stance| elements::text(answers::words(context, party, stance))));
    remarks
}

/// Adds the reports below the deepest nesting to the innermost list, each with the report that it cites.
fn deeper(context: &ViewContext, carried: &Carried, id: ReportId, told: &mut Vec<ReportId>, entries: &mut Vec<Html>) {
    let mut next = carried.citing(id).to_vec();
    while let Some(one) = next.pop() {
        for other in carried.citing(one) {
            if !told.contains(other) {
                told.push(*other);
                next.push(*other);
                let line = context.sentence(Message::CitedBy, &[chain::report(context, one, false)]);
                entries.push(elements::li(
                    "report",
                    context.sentence(Message::Reply, &[line, chain::report(context, *other, false)]),
                ));
            }
        }
    }
}
