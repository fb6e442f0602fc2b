//! What a claim shows even while it is closed: who says so, and the answers of everybody whom it is about. The reply
//! travels with the claim, so this is rendered wherever a claim is.

use yew::{Html, html};

use super::context::ViewContext;
use super::{elements, icon};
use crate::texts::Message;
use story::model::{ClaimId, Group, Order, PartyId, Position, Stance, StatementId};

/// The most names shown of those who say so or report it. The opened claim lists all of them. A party that contests the
/// claim or answers is never left out.
const MAX_NAMES: usize = 8;

/// The most original sources named beside their number.
const MAX_ORIGINS: usize = 2;

/// The other stances, row by row. A row attributes nothing to a party that the party did not say.
const ROWS: &[(Message, &[Stance])] = &[
    (Message::AssertedBy, &[Stance::Asserts, Stance::Confirms, Stance::Corroborates, Stance::StandsBy]),
    (Message::ReportedBy, &[Stance::Reports]),
    (Message::NotVerifiedBy, &[Stance::CouldNotVerify]),
    (Message::DeniedBy, &[Stance::Denies]),
    (Message::DisputedBy, &[Stance::Disputes]),
    (Message::QuestionedBy, &[Stance::Questions]),
    (Message::ChangedBy, &[Stance::Clarifies, Stance::WalksBack, Stance::Retracts]),
    (Message::AnsweredBy, &[Stance::Responds, Stance::NoKnowledge]),
    (Message::NoAnswerFrom, &[Stance::Declined, Stance::NoResponse, Stance::Unreachable, Stance::NotAsked]),
];

/// The rows below a claim's text.
pub fn rows(context: &ViewContext, id: ClaimId) -> Html {
    let claim = context.story.claim(id);
    let positions = context.story.positions(id);
    let mut rows = Vec::new();
    for (word, stances) in ROWS {
        let mut names = Vec::new();
        for position in &positions {
            if stances.contains(&position.stance) && !claim.about.contains(&position.party) {
                names.push(name_and_stance(context, position, stances.len() > 1));
            }
        }
        if !names.is_empty() {
            let more = names.len().saturating_sub(MAX_NAMES);
            if more > 0 && matches!(word, Message::AssertedBy | Message::ReportedBy) {
                names.truncate(MAX_NAMES);
                let more = context.texts.number(more, Message::More);
                names.push((more.clone(), elements::text(&more)));
            }
            rows.push(elements::pair("by", elements::text(context.texts.say(*word)), context.list(names)));
        }
    }
    for party in &claim.about {
        let position = context.story.position(id, *party);
        rows.push(elements::pair("answer", elements::name(context, *party), answer(context, position.as_ref())));
    }
    rows.push(sources(context, id));
    if claim.statements.is_empty() && claim.about.is_empty() {
        return elements::p("none", elements::text(context.texts.say(Message::NoStatementRecorded)));
    }
    html! { <dl part="answers">{ elements::all(rows) }</dl> }
}

/// A name, with the stance if the row's heading does not already state it.
fn name_and_stance(context: &ViewContext, position: &Position, is_mixed: bool) -> (String, Html) {
    let mut remarks = Vec::new();
    if is_mixed && position.stance != Stance::Asserts {
        remarks.push(elements::text(context.texts.stance(position.stance)));
    }
    remarks_on(context, position, &mut remarks);
    let (text, name) = listed(context, position.party);
    (text, context.brackets(name, remarks))
}

/// A name as it appears in a list.
fn listed(context: &ViewContext, party: PartyId) -> (String, Html) {
    (context.story.party(party).name.clone(), elements::name(context, party))
}

/// The current stance of a party that the claim is about, in words.
pub fn words(context: &ViewContext, position: Option<&Position>) -> &'static str {
    position.map_or(context.texts.say(Message::NoAnswerRecorded), |position| context.texts.stance(position.stance))
}

/// A stance with its icon, as a line.
pub fn stance(context: &ViewContext, stance: Stance) -> Html {
    let words = elements::span("stance", elements::text(context.texts.stance(stance)));
    elements::p("stance-line", elements::all(vec![icon::of_group(context, stance.group()), words]))
}

/// A party's current and earlier stances, as a line.
pub fn line(context: &ViewContext, position: Option<&Position>) -> Html {
    elements::p("stance-line", answer(context, position))
}

/// The answers of everybody whom the claim is about, except one party whose answer is already shown. The reply travels
/// with the claim.
pub fn replies(context: &ViewContext, id: ClaimId, but: Option<PartyId>) -> Html {
    let mut replies = Vec::new();
    for party in &context.story.claim(id).about {
        if Some(*party) != but {
            replies.push(reply(context, *party, context.story.position(id, *party).as_ref()));
        }
    }
    elements::all(replies)
}

/// The other parties whose answer is missing.
pub fn silences(context: &ViewContext, id: ClaimId) -> Html {
    let mut silences = Vec::new();
    for position in context.story.positions(id) {
        if position.stance.group() == Group::NoAnswer && !context.story.claim(id).about.contains(&position.party) {
            silences.push(reply(context, position.party, Some(&position)));
        }
    }
    elements::all(silences)
}

fn reply(context: &ViewContext, party: PartyId, position: Option<&Position>) -> Html {
    elements::p("reply", context.sentence(Message::Reply, &[elements::name(context, party), answer(context, position)]))
}

/// A stance on a claim that is known through a report.
pub type CarriedStance = (ClaimId, StatementId, Stance);

/// The stances on a claim that a report carries: first those of other parties, then the current answers of everybody
/// whom the claim is about.
pub fn carried(context: &ViewContext, id: ClaimId, carried: &[CarriedStance]) -> Html {
    let mut lines = Vec::new();
    for (_, one, stance) in carried.iter().filter(|(claim, ..)| *claim == id) {
        let party = context.story.speaks_for(context.story.statement(*one));
        let is_about = context.story.claim(id).about.contains(&party);
        let position = context.story.position(id, party).filter(|position| position.stance != *stance);
        // The current answers follow below. What a party says in this report may differ from its answer.
        if !is_about || position.is_some() {
            let words = elements::span("stance", elements::text(context.texts.stance(*stance)));
            let now = position.filter(|_| !is_about).map(|position| {
                context.sentence(Message::Later, &[elements::text(context.texts.stance(position.stance))])
            });
            let said = context.brackets(words, now.into_iter().collect());
            lines.push(elements::p("reply", context.sentence(Message::Reply, &[elements::name(context, party), said])));
        }
    }
    lines.push(replies(context, id, None));
    elements::all(lines)
}

/// The current answer of a party that the claim is about, or that nothing is recorded.
fn answer(context: &ViewContext, position: Option<&Position>) -> Html {
    let (group, part) = position.map_or((Group::NoAnswer, "none"), |position| (position.stance.group(), "stance"));
    let words = words(context, position);
    let mut remarks = Vec::new();
    if let Some(position) = position {
        remarks_on(context, position, &mut remarks);
    }
    let said = elements::all(vec![icon::of_group(context, group), elements::span(part, elements::text(words))]);
    context.brackets(said, remarks)
}

/// The spokesperson, if any, and the party's earlier and later stances and those of unknown order, each once.
fn remarks_on(context: &ViewContext, position: &Position, remarks: &mut Vec<Html>) {
    let speaker = context.story.statement(position.latest).by;
    if speaker != position.party {
        remarks.push(context.sentence(Message::Through, &[elements::name(context, speaker)]));
    }
    let others = context.story.others(position);
    for (order, word) in
        [(Order::Earlier, Message::Earlier), (Order::Unknown, Message::Also), (Order::Later, Message::Later)]
    {
        let mut named: Vec<Stance> = Vec::new();
        let mut stances = Vec::new();
        for other in &others {
            if other.order == order && !named.contains(&other.stance) {
                named.push(other.stance);
                let stance = context.texts.stance(other.stance);
                stances.push((stance.to_owned(), elements::text(stance)));
            }
        }
        if !stances.is_empty() {
            remarks.push(context.sentence(word, &[context.list(stances)]));
        }
    }
}

/// The number of outlets that carry the claim, and the original sources that they rely on.
fn sources(context: &ViewContext, id: ClaimId) -> Html {
    let sources = context.story.sources(id);
    if sources.outlets.len() < 2 {
        return Html::default();
    }
    let texts = &context.texts;
    let outlets = texts.number(sources.outlets.len(), Message::Outlets);
    let is_all_known = !sources.is_any_unknown && !sources.is_any_unrecorded;
    let counted = if !is_all_known {
        elements::text(&texts.fill(Message::OutletsUnrecorded, &[outlets]))
    } else {
        let origins = texts.number(sources.count(), Message::Origins);
        elements::text(&texts.fill(Message::OutletsAndOrigins, &[outlets, origins]))
    };
    let mut names = Vec::new();
    if sources.count() <= MAX_ORIGINS && is_all_known {
        for origin in &sources.origins {
            names.push(listed(context, *origin));
        }
    }
    let named = if names.is_empty() { Vec::new() } else { vec![context.list(names)] };
    elements::pair("sources", elements::text(texts.say(Message::Sources)), context.brackets(counted, named))
}
