//! How each claim reached us: from the original report outwards to those that cite it, as a list that says
//! everything, and beside it, where there is room, as a drawing of the same.

use yew::{Html, html};

use super::scene::Scene;
use super::shelf::Shelf;
use super::{answers, chain, graph, parts, statement};
use crate::fault;
use crate::model::{Carried, ClaimId, Group, ReportId, Stance};
use crate::texts::Word;

/// The entries.
pub fn list(scene: &Scene, found: &[ClaimId], shelf: &mut Shelf) -> Html {
    fault::at("sources", &scene.panel.title);
    let mut entries = Vec::new();
    for id in found {
        let weight = 4 + 2 * scene.panel.claim(*id).statements.len();
        shelf.put(&mut entries, id.0 as usize, weight, &|| entry(scene, *id));
    }
    html! { <ol part="routes" role="list">{ parts::all(entries) }</ol> }
}

fn entry(scene: &Scene, id: ClaimId) -> Html {
    let carried = scene.panel.carried(id);
    let title = scene.heading(0, "route-title", None, parts::claim_link(scene, id));
    let mut lines = vec![title, answers::rows(scene, id)];
    let mut routes = Vec::new();
    for id in &carried.direct {
        let one = scene.panel.statement(*id);
        let said = scene.sentence(Word::SaidDirectly, &[parts::linked_name(scene, one.by)]);
        let (medium, quote) = (one.medium.as_deref(), one.quote.as_deref());
        let how = statement::details(scene, None, medium, one.url.as_ref(), quote, one.archive_url.as_ref());
        routes.push(parts::li("report", parts::all(vec![said, how])));
    }
    for party in &carried.unrecorded {
        let remark = parts::text(scene.texts.say(Word::ReportUnrecorded));
        routes.push(parts::li("report", scene.brackets(parts::linked_name(scene, *party), vec![remark])));
    }
    let mut told = Vec::new();
    for origin in carried.origins(&scene.panel) {
        routes.push(outwards(scene, id, &carried, origin, &mut told, 0));
    }
    if routes.is_empty() {
        lines.push(parts::p("none", parts::text(scene.texts.say(Word::NoSource))));
    } else {
        lines.push(html! { <ol part="reports" role="list">{ parts::all(routes) }</ol> });
    }
    lines.push(graph::of(scene, &carried));
    parts::li("route", parts::all(lines))
}

/// A report and those that cite it. What was told already is not told again.
fn outwards(
    scene: &Scene,
    claim: ClaimId,
    carried: &Carried,
    id: ReportId,
    told: &mut Vec<ReportId>,
    depth: usize,
) -> Html {
    let mut remarks = Vec::new();
    let positions = scene.panel.positions(claim);
    let outlet = scene.panel.report(id).outlet;
    let own = positions.iter().find(|position| position.party == outlet).map(|position| position.stance);
    // What an outlet has taken back or doubts is no source any more, and is not counted as one.
    if let Some(stance) = own.filter(|stance| *stance == Stance::Retracts || stance.group() == Group::Denies) {
        remarks.push(parts::text(scene.texts.stance(stance)));
    }
    let is_again = told.contains(&id);
    told.push(id);
    let mut citing = Vec::new();
    if depth < chain::MOST_LEVELS && !is_again {
        for other in carried.citing(&scene.panel, id) {
            citing.push(outwards(scene, claim, carried, other, told, depth + 1));
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

/// What lies deeper than lists are nested stands in the innermost one, each with what it cites.
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
