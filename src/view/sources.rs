//! How each claim became known: from the original report to those that cite it, as a complete list and, if there is
//! space, as a diagram.

use yew::{Html, html};

use super::scene::Scene;
use super::shelf::Shelf;
use super::{answers, chain, graph, parts, statement};
use crate::fault;
use crate::texts::Word;
use story::model::{Carried, ClaimId, PartyId, Position, ReportId};

/// The entries of the view.
pub fn list(scene: &Scene, found: &[ClaimId], shelf: &mut Shelf) -> Html {
    fault::at("sources", &scene.panel.title);
    let mut entries = Vec::new();
    for id in found {
        let weight = 4 + 2 * scene.panel.claim(*id).statements.len();
        shelf.put(&mut entries, id.index(), weight, &|| entry(scene, *id));
    }
    html! { <ol part="routes" role="list">{ parts::all(entries) }</ol> }
}

fn entry(scene: &Scene, id: ClaimId) -> Html {
    let carried = scene.panel.carried(id);
    let title = scene.heading(0, "route-title", None, parts::claim_link(scene, id));
    let mut lines = vec![title, answers::rows(scene, id)];
    let positions = scene.panel.positions(id);
    let mut routes = Vec::new();
    for id in &carried.direct {
        let one = scene.panel.statement(*id);
        let name = scene
            .brackets(parts::linked_name(scene, one.by), taken_back(scene, &positions, scene.panel.speaks_for(one)));
        let said = scene.sentence(Word::SaidDirectly, &[name]);
        let (medium, quote) = (one.medium.as_deref(), one.quote.as_deref());
        let how = statement::details(scene, None, medium, one.url.as_ref(), quote, one.archive_url.as_ref());
        routes.push(parts::li("report", parts::all(vec![said, how])));
    }
    for party in &carried.unrecorded {
        let mut remarks = vec![parts::text(scene.texts.say(Word::ReportUnrecorded))];
        remarks.extend(taken_back(scene, &positions, *party));
        routes.push(parts::li("report", scene.brackets(parts::linked_name(scene, *party), remarks)));
    }
    let mut told = Vec::new();
    for origin in carried.origins(&scene.panel) {
        routes.push(outwards(scene, &positions, &carried, origin, &mut told, 0));
    }
    if routes.is_empty() {
        lines.push(parts::p("none", parts::text(scene.texts.say(Word::NoSource))));
    } else {
        lines.push(html! { <ol part="reports" role="list">{ parts::all(routes) }</ol> });
    }
    lines.push(graph::of(scene, &carried));
    parts::li("route", parts::all(lines))
}

/// A report and those that cite it. A report that was already listed is not expanded again.
fn outwards(
    scene: &Scene,
    positions: &[Position],
    carried: &Carried,
    id: ReportId,
    told: &mut Vec<ReportId>,
    depth: usize,
) -> Html {
    let mut remarks = taken_back(scene, positions, scene.panel.report(id).outlet);
    let is_again = told.contains(&id);
    told.push(id);
    let mut citing = Vec::new();
    if depth < chain::MOST_LEVELS && !is_again {
        for other in carried.citing(&scene.panel, id) {
            citing.push(outwards(scene, positions, carried, other, told, depth + 1));
        }
        if depth + 1 == chain::MOST_LEVELS {
            deeper(scene, carried, id, told, &mut citing);
        }
    }
    if is_again {
        remarks.push(parts::text(scene.texts.say(Word::CitedAbove)));
    }
    let report = scene.brackets(chain::report(scene, id, false), remarks);
    if citing.is_empty() {
        return parts::li("report", report);
    }
    let line = scene.sentence(Word::CitedBy, &[report]);
    parts::li("report", html! { <>{ line }<ol part="reports" role="list">{ parts::all(citing) }</ol></> })
}

/// The stance of a party that contests what it was a source of. It is no longer counted as a source.
fn taken_back(scene: &Scene, positions: &[Position], party: PartyId) -> Vec<Html> {
    let own = positions.iter().find(|position| position.party == party);
    let stance = own.and_then(Position::contests);
    stance.map(|stance| parts::text(scene.texts.stance(stance))).into_iter().collect()
}

/// Adds the reports below the deepest nesting to the innermost list, each with the report that it cites.
fn deeper(scene: &Scene, carried: &Carried, id: ReportId, told: &mut Vec<ReportId>, entries: &mut Vec<Html>) {
    let mut next = carried.citing(&scene.panel, id);
    while let Some(one) = next.pop() {
        for other in carried.citing(&scene.panel, one) {
            if !told.contains(&other) {
                told.push(other);
                next.push(other);
                let line = scene.sentence(Word::CitedBy, &[chain::report(scene, one, false)]);
                entries.push(parts::li(
                    "report",
                    scene.sentence(Word::Reply, &[line, chain::report(scene, other, false)]),
                ));
            }
        }
    }
}
