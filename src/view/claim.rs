//! One claim. Closed, it shows who puts it forward and where everybody stands; open, everything that was said about it.

use yew::{Html, html};

use super::context::ViewContext;
use super::entry_cache::{EntryCache, EntryState};
use super::{answers, author, elements, entries, icon};
use crate::fault;
use crate::protocol::ActionName;
use crate::texts::Message;
use story::model::{Claim, ClaimId};

/// The list of claims.
pub fn list(
    context: &ViewContext,
    found: &[ClaimId],
    state_of: &dyn Fn(ClaimId) -> EntryState,
    can_share: bool,
    cache: &mut EntryCache,
) -> Html {
    let mut entries = Vec::new();
    for id in found {
        let (claim, state) = (context.story.claim(*id), state_of(*id));
        let count = claim.statements.len();
        cache.put_open(&mut entries, id.index(), state, (4 + count, 4 + 4 * count), &|is_full| {
            // The text is part of the key, so that a translation by the browser never stays behind when the text
            // changes.
            let key = format!("{}\0{}", claim.key, claim.text);
            let part = if state.is_open && !context.target.is_static() { "claim open" } else { "claim" };
            (key.into(), elements::li(part, entry(context, *id, claim, state, is_full, can_share)))
        });
    }
    elements::list("ol", "claims", None, entries)
}

fn entry(context: &ViewContext, id: ClaimId, claim: &Claim, state: EntryState, is_full: bool, can_share: bool) -> Html {
    fault::failpoint("claim", &claim.text);
    if !context.target.is_static() {
        return live(context, id, claim, state, is_full, can_share);
    }
    html! {
        <>
            { context.heading(0, "claim-title", None, words(context, id, claim)) }
            { elements::legal(context, id, None) }
            { answers::rows(context, id) }
            <details>
                <summary>{ context.texts.number(claim.statements.len(), Message::Statements) }</summary>
                { entries::opened(context, id, claim) }
            </details>
        </>
    }
}

/// Who puts the claim forward, and the claim. Only screen readers get the colon between them.
fn words(context: &ViewContext, id: ClaimId, claim: &Claim) -> Html {
    let line = author::of(context, id, None).line.clone();
    let author = elements::joined([line, elements::span("heard", elements::text(": "))]);
    elements::joined([
        elements::span("author", author),
        elements::span("claim-text", elements::own(context, &claim.text)),
    ])
}

/// A heading that contains one button, as in the ARIA disclosure pattern. The content of a closed claim is in the page,
/// where the browser's search finds it and opens the claim. The button is no `<button>`: readers cannot select the text
/// of one.
fn live(context: &ViewContext, id: ClaimId, claim: &Claim, state: EntryState, is_full: bool, can_share: bool) -> Html {
    let region = format!("claim-{}", id.index());
    let button = html! {
        <span
            role="button"
            tabindex="0"
            part="claim-button"
            data-act={ActionName::Toggle.text()}
            data-value={claim.key.clone()}
            aria-expanded={elements::truth(state.is_open)}
            aria-controls={region.clone()}
        >
            { elements::span("claim-words", words(context, id, claim)) }
            { icon::chevron() }
        </span>
    };
    let mut content = Html::default();
    if is_full {
        let share = if can_share { share(context, claim, state.is_copied) } else { Html::default() };
        content = elements::joined([entries::opened(context, id, claim), share]);
    }
    elements::joined([
        context.heading(0, "claim-title", None, button),
        elements::legal(context, id, None),
        answers::rows(context, id),
        elements::disclosed(region, state.is_open, content),
    ])
}

/// The button that shares a claim, with the result if the claim was copied: the status row may be far above. Screen
/// readers announce that row.
fn share(context: &ViewContext, claim: &Claim, is_copied: bool) -> Html {
    let mut words = vec![elements::text(context.texts.say(Message::Share))];
    if is_copied {
        words.push(html! { <span part="copied" aria-hidden="true">{ context.texts.say(Message::Copied) }</span> });
    }
    elements::button("share", ActionName::Share, &claim.key, None, elements::all(words))
}
