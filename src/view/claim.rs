//! One claim: closed with its answers, or open with everything that was said about it.

use yew::{Html, html};

use super::context::ViewContext;
use super::entry_cache::EntryCache;
use super::{answers, corrections, elements, icon, statement};
use crate::fault;
use crate::texts::Message;
use story::model::{Claim, ClaimId, Finding, Group};

/// The list of claims.
pub fn list(
    context: &ViewContext,
    found: &[ClaimId],
    is_open: &dyn Fn(ClaimId) -> bool,
    can_share: bool,
    cache: &mut EntryCache,
) -> Html {
    let mut entries = Vec::new();
    for id in found {
        let (claim, open) = (context.story.claim(*id), is_open(*id));
        let weight = 4 + claim.statements.len() * if open { 3 } else { 1 };
        cache.put_open(&mut entries, id.index(), open, weight, &|| {
            // The text is part of the key, so that a translation by the browser never stays behind when the text
            // changes.
            let key = format!("{}\0{}", claim.key, claim.text);
            let part = if open && !context.target.is_static() { "claim open" } else { "claim" };
            (key.into(), elements::li(part, entry(context, *id, claim, open, can_share)))
        });
    }
    html! { <ol part="claims" role="list">{ elements::all(entries) }</ol> }
}

fn entry(context: &ViewContext, id: ClaimId, claim: &Claim, open: bool, can_share: bool) -> Html {
    fault::failpoint("claim", &claim.text);
    if !context.target.is_static() {
        return live(context, id, claim, open, can_share);
    }
    html! {
        <>
            { context.heading(0, "claim-title", None, elements::own(context, &claim.text)) }
            { answers::rows(context, id) }
            <details>
                <summary>{ context.texts.number(claim.statements.len(), Message::Statements) }</summary>
                { opened(context, id, claim) }
            </details>
        </>
    }
}

/// A heading that contains one button, as in the ARIA disclosure pattern.
fn live(context: &ViewContext, id: ClaimId, claim: &Claim, open: bool, can_share: bool) -> Html {
    let region = format!("claim-{}", id.index());
    let button = html! {
        <button
            type="button"
            part="claim-button"
            data-act="toggle"
            data-value={claim.key.clone()}
            aria-expanded={elements::truth(open)}
            aria-controls={region.clone()}
        >
            <span part="claim-text">{ elements::own(context, &claim.text) }</span>
            { icon::chevron() }
        </button>
    };
    html! {
        <>
            { context.heading(0, "claim-title", None, button) }
            { answers::rows(context, id) }
            <div id={region} part="opened" hidden={!open}>
                if open {
                    { opened(context, id, claim) }
                    if can_share {
                        { elements::button("share", "share", &claim.key, None, elements::text(context.texts.say(Message::Share))) }
                    }
                }
            </div>
        </>
    }
}

/// The content below the answers of an open claim.
fn opened(context: &ViewContext, id: ClaimId, claim: &Claim) -> Html {
    let mut opened = vec![corrections::list(context, |correction| correction.claim == Some(id))];
    if let Some(note) = &claim.note {
        opened.push(elements::note(context, note));
    }
    for of in Group::ALL {
        let mut statements = Vec::new();
        for (one, stance) in context.story.in_group(id, of) {
            statements.push(statement::entry(context, id, one, stance));
        }
        if of == Group::NoAnswer {
            unrecorded(context, id, claim, &mut statements);
        }
        opened.push(group(context, context.texts.group(of), statements));
    }
    let mut findings = Vec::new();
    for one in &claim.findings {
        findings.push(finding(context, one));
    }
    opened.push(group(context, context.texts.say(Message::Findings), findings));
    elements::all(opened)
}

/// Lists the parties that the claim is about and that have no recorded answer, since their silence is part of the record.
fn unrecorded(context: &ViewContext, id: ClaimId, claim: &Claim, entries: &mut Vec<Html>) {
    for party in &claim.about {
        if context.story.position(id, *party).is_none() {
            let none = elements::span("none", elements::text(context.texts.say(Message::NoAnswerRecorded)));
            entries.push(elements::li(
                "statement",
                elements::all(vec![
                    statement::introduced(context, *party, Vec::new()),
                    elements::p("stance-line", none),
                ]),
            ));
        }
    }
}

/// A heading and its entries, or nothing if there are no entries.
fn group(context: &ViewContext, title: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <div part="group">
            { context.heading(1, "group-title", None, elements::text(title)) }
            { elements::ul("statements", None, entries) }
        </div>
    }
}

/// A finding, always with the name of the party that made it.
fn finding(context: &ViewContext, finding: &Finding) -> Html {
    let by = statement::introduced(context, finding.by, Vec::new());
    elements::li("statement", elements::all(vec![by, judgement(context, finding)]))
}

/// The content of a finding, without the name of the party.
pub fn judgement(context: &ViewContext, finding: &Finding) -> Html {
    let label = html! { <b>{ elements::own(context, &finding.label) }</b> };
    let mut entry = vec![elements::p("stance-line", context.sentence(Message::Finds, &[label]))];
    if let Some(explanation) = &finding.explanation {
        entry.push(elements::p("paraphrase", elements::own(context, explanation)));
    }
    let date = finding.date.as_ref().map(|date| context.sentence(Message::Published, &[context.time(date)]));
    entry.push(statement::details(context, date, None, finding.url.as_ref(), None, None));
    elements::all(entry)
}
