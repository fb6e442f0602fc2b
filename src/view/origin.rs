//! The sources of the outlets that carry a claim, as far as they are recorded. Nothing is guessed: an outlet without
//! recorded sources is not called an original source.

use yew::Html;

use super::context::ViewContext;
use super::{author, elements};
use crate::texts::Message;
use story::model::{Basis, ClaimId, PartyId, Sources};

/// The row of a closed claim: what the line of the claim's authors does not say.
pub fn row(context: &ViewContext, id: ClaimId) -> Option<Html> {
    let sources = context.story.sources(id);
    let outlets = sources.carriers.len() + sources.copies.len();
    let is_said = is_named(context, id, &sources) && outlets <= MAX_OUTLETS && sources.disowned.is_empty();
    let pieces = pieces(context, &sources, !is_said, !is_said);
    (!pieces.is_empty()).then(|| {
        // Where nobody but a disowned report carries the claim, there is nothing to count.
        let outlets = match outlets {
            0 => elements::text(context.texts.say(Message::ViewSources)),
            _ => elements::text(&context.texts.number(outlets, Message::Outlets)),
        };
        elements::pair("sources", outlets, joined(context, pieces))
    })
}

/// The same as a line of an opened claim. What the line of its authors says is not repeated.
pub fn line(context: &ViewContext, id: ClaimId) -> Html {
    let sources = context.story.sources(id);
    let outlets = sources.carriers.len() + sources.copies.len();
    let is_said = is_named(context, id, &sources) && outlets <= MAX_OUTLETS;
    let pieces = pieces(context, &sources, !is_said, true);
    if pieces.is_empty() { Html::default() } else { elements::p("origin", joined(context, pieces)) }
}

/// The most outlets that the line of a claim's authors names, with those that they cite.
const MAX_OUTLETS: usize = 3;

/// Whether the line of the claim's authors names all outlets that carry it.
fn is_named(context: &ViewContext, id: ClaimId, sources: &Sources) -> bool {
    let named = author::named(context, id);
    sources.carriers.iter().all(|carrier| named.contains(&carrier.outlet))
}

fn joined(context: &ViewContext, pieces: Vec<Html>) -> Html {
    let mut row = None;
    for next in pieces {
        row = Some(match row {
            Some(row) => context.sentence(Message::ListRemarks, &[row, next]),
            None => next,
        });
    }
    row.unwrap_or_default()
}

/// What is known about the outlets: those with their own reporting, those that cite others, those that republish, and
/// those whose sources are not recorded.
fn pieces(context: &ViewContext, sources: &Sources, has_citations: bool, has_unrecorded: bool) -> Vec<Html> {
    let mut pieces = Vec::new();
    let with = |basis: Basis| {
        let mut outlets = Vec::new();
        for carrier in sources.with(basis) {
            outlets.push(carrier.outlet);
        }
        outlets
    };
    let mut add = |word: Message, outlets: &[PartyId], of: Option<PartyId>| {
        if !outlets.is_empty() {
            let of = of.map(|of| elements::name(context, of)).unwrap_or_default();
            pieces.push(context.sentence(word, &[author::names(context, outlets), of]));
        }
    };
    add(Message::OwnReporting, &with(Basis::OwnReporting), None);
    // Outlets that cite the same one are named together.
    let mut cited: Vec<(PartyId, Vec<PartyId>)> = Vec::new();
    for carrier in sources.carriers.iter().filter(|_| has_citations) {
        for report in &carrier.cites {
            let outlet = context.story.report(*report).outlet;
            match cited.iter_mut().find(|(other, _)| *other == outlet) {
                Some((_, citing)) if citing.contains(&carrier.outlet) => {}
                Some((_, citing)) => citing.push(carrier.outlet),
                None => cited.push((outlet, vec![carrier.outlet])),
            }
        }
    }
    for (outlet, citing) in &cited {
        add(Message::Cites, citing, Some(*outlet));
    }
    let mut republished: Vec<(PartyId, Vec<PartyId>)> = Vec::new();
    for (copy, of) in &sources.copies {
        match republished.iter_mut().find(|(other, _)| other == of) {
            Some((_, copies)) => copies.push(*copy),
            None => republished.push((*of, vec![*copy])),
        }
    }
    for (outlet, copies) in &republished {
        add(Message::Republishes, copies, Some(*outlet));
    }
    for report in &sources.disowned {
        add(Message::Disowned, &[context.story.report(*report).outlet], None);
    }
    if has_unrecorded {
        add(Message::NotRecorded, &with(Basis::NotRecorded), None);
    }
    pieces
}
