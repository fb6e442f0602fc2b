//! One claim: closed with its answers, or open with everything that was said about it.

use yew::{Html, html};

use super::scene::Scene;
use super::shelf::Shelf;
use super::{answers, corrections, icon, parts, statement};
use crate::fault;
use crate::texts::Word;
use story::model::{Claim, ClaimId, Finding, Group};

/// The list of claims.
pub fn list(
    scene: &Scene,
    found: &[ClaimId],
    is_open: &dyn Fn(ClaimId) -> bool,
    can_share: bool,
    shelf: &mut Shelf,
) -> Html {
    let mut entries = Vec::new();
    for id in found {
        let (claim, open) = (scene.panel.claim(*id), is_open(*id));
        let weight = 4 + claim.statements.len() * if open { 3 } else { 1 };
        shelf.put_open(&mut entries, id.index(), open, weight, &|| {
            // The text is part of the key, so that a translation by the browser never stays behind when the text
            // changes.
            let key = format!("{}\0{}", claim.key, claim.text);
            let part = if open && !scene.form.is_static() { "claim open" } else { "claim" };
            (key.into(), parts::li(part, entry(scene, *id, claim, open, can_share)))
        });
    }
    html! { <ol part="claims" role="list">{ parts::all(entries) }</ol> }
}

fn entry(scene: &Scene, id: ClaimId, claim: &Claim, open: bool, can_share: bool) -> Html {
    fault::at("claim", &claim.text);
    if !scene.form.is_static() {
        return live(scene, id, claim, open, can_share);
    }
    html! {
        <>
            { scene.heading(0, "claim-title", None, parts::own(scene, &claim.text)) }
            { answers::rows(scene, id) }
            <details>
                <summary>{ scene.texts.number(claim.statements.len(), Word::Statements) }</summary>
                { opened(scene, id, claim) }
            </details>
        </>
    }
}

/// A heading that contains one button, as in the ARIA disclosure pattern.
fn live(scene: &Scene, id: ClaimId, claim: &Claim, open: bool, can_share: bool) -> Html {
    let region = format!("claim-{}", id.index());
    let button = html! {
        <button
            type="button"
            part="claim-button"
            data-act="toggle"
            data-value={claim.key.clone()}
            aria-expanded={parts::truth(open)}
            aria-controls={region.clone()}
        >
            <span part="claim-text">{ parts::own(scene, &claim.text) }</span>
            { icon::chevron() }
        </button>
    };
    html! {
        <>
            { scene.heading(0, "claim-title", None, button) }
            { answers::rows(scene, id) }
            <div id={region} part="opened" hidden={!open}>
                if open {
                    { opened(scene, id, claim) }
                    if can_share {
                        { parts::button("share", "share", &claim.key, None, parts::text(scene.texts.say(Word::Share))) }
                    }
                }
            </div>
        </>
    }
}

/// The content below the answers of an open claim.
fn opened(scene: &Scene, id: ClaimId, claim: &Claim) -> Html {
    let mut opened = vec![corrections::list(scene, |correction| correction.claim == Some(id))];
    if let Some(note) = &claim.note {
        opened.push(parts::note(scene, note));
    }
    for of in Group::ALL {
        let mut statements = Vec::new();
        for (one, stance) in scene.panel.in_group(id, of) {
            statements.push(statement::entry(scene, id, one, stance));
        }
        if of == Group::NoAnswer {
            unrecorded(scene, id, claim, &mut statements);
        }
        opened.push(group(scene, scene.texts.group(of), statements));
    }
    let mut findings = Vec::new();
    for one in &claim.findings {
        findings.push(finding(scene, one));
    }
    opened.push(group(scene, scene.texts.say(Word::Findings), findings));
    parts::all(opened)
}

/// Lists the parties that the claim is about and that have no recorded answer, since their silence is part of the record.
fn unrecorded(scene: &Scene, id: ClaimId, claim: &Claim, entries: &mut Vec<Html>) {
    for party in &claim.about {
        if scene.panel.position(id, *party).is_none() {
            let none = parts::span("none", parts::text(scene.texts.say(Word::NoAnswerRecorded)));
            entries.push(parts::li(
                "statement",
                parts::all(vec![statement::introduced(scene, *party, Vec::new()), parts::p("stance-line", none)]),
            ));
        }
    }
}

/// A heading and its entries, or nothing if there are no entries.
fn group(scene: &Scene, title: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <div part="group">
            { scene.heading(1, "group-title", None, parts::text(title)) }
            { parts::ul("statements", None, entries) }
        </div>
    }
}

/// A finding, always with the name of the party that made it.
fn finding(scene: &Scene, finding: &Finding) -> Html {
    let by = statement::introduced(scene, finding.by, Vec::new());
    parts::li("statement", parts::all(vec![by, judgement(scene, finding)]))
}

/// The content of a finding, without the name of the party.
pub fn judgement(scene: &Scene, finding: &Finding) -> Html {
    let label = html! { <b>{ parts::own(scene, &finding.label) }</b> };
    let mut entry = vec![parts::p("stance-line", scene.sentence(Word::Finds, &[label]))];
    if let Some(explanation) = &finding.explanation {
        entry.push(parts::p("paraphrase", parts::own(scene, explanation)));
    }
    let date = finding.date.as_ref().map(|date| scene.sentence(Word::Published, &[scene.time(date)]));
    entry.push(statement::details(scene, date, None, finding.url.as_ref(), None, None));
    parts::all(entry)
}
