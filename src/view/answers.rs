//! Where everybody stands on a claim: the rows of a closed claim, and the replies that travel with it everywhere.

use yew::Html;

use super::context::ViewContext;
use super::{author, elements, icon, origin};
use crate::texts::Message;
use story::model::{ClaimId, ClaimKind, Date, Group, Order, Other, PartyId, PartyKind, Position, Stance};

/// The most rows of parties that the claim is not about. Those whom it is about are never left out.
const MAX_ROWS: usize = 6;

/// The most replies that travel with a claim outside of its own entry. With one of everybody, the people and the timeline
/// of a claim about hundreds would have tens of thousands.
const MAX_REPLIES: usize = 12;

/// The rows below a claim's text.
pub fn rows(context: &ViewContext, id: ClaimId) -> Html {
    let claim = context.story.claim(id);
    let mut rows = Vec::new();
    for (party, position) in claim.about.iter().zip(context.story.answers(id)) {
        if position.is_some() || claim.kind == ClaimKind::Fact {
            rows.push(row(context, *party, position.as_ref()));
        }
    }
    let others = others(context, id);
    for position in others.iter().take(MAX_ROWS) {
        rows.push(row(context, position.party, Some(position)));
    }
    if others.len() > MAX_ROWS {
        let more = context.texts.number(others.len() - MAX_ROWS, Message::More);
        rows.push(elements::pair("more", elements::text(&more), Html::default()));
    }
    for finding in &claim.findings {
        let label = elements::span("stance", elements::own(context, &finding.label));
        let verdict = context.sentence(Message::VerdictOf, &[elements::name(context, finding.by), label]);
        rows.push(elements::pair("verdict", verdict, Html::default()));
    }
    elements::add(&mut rows, origin::row(context, id));
    if rows.is_empty() { Html::default() } else { elements::element("dl", "answers", elements::all(rows)) }
}

fn row(context: &ViewContext, party: PartyId, position: Option<&Position>) -> Html {
    elements::pair("answer", elements::name(context, party), answer(context, party, position))
}

/// The positions of parties that the claim is not about, except those that the line of its authors has said already
/// and outlets that only pass it on.
fn others(context: &ViewContext, id: ClaimId) -> Vec<Position> {
    let about = &context.story.claim(id).about;
    let authors = author::of(context, id, None);
    let mut others = Vec::new();
    for one in context.story.positions(id) {
        let is_said = one.stance == Stance::Reports
            || one.stance == Stance::Asserts
                && authors.parties.contains(&one.party)
                && context.story.others(&one).is_empty();
        if !about.contains(&one.party) && !is_said {
            others.push(one);
        }
    }
    others
}

/// The words of a stance. A document says nothing: it states.
pub fn words(context: &ViewContext, party: PartyId, stance: Stance) -> &'static str {
    let are_several = context.story.party(party).count.is_some_and(|count| count > 1);
    match (context.story.party(party).kind, stance) {
        (PartyKind::Document, Stance::Asserts) => context.texts.say(Message::States),
        (PartyKind::Document, Stance::ConfirmsPart) => context.texts.say(Message::StatesPart),
        _ => context.texts.stance(stance, are_several),
    }
}

/// A stance with its icon.
pub fn said(context: &ViewContext, party: PartyId, stance: Stance) -> Html {
    with_icon(context, stance, words(context, party, stance))
}

/// A stance with its icon, as all of these parties take it.
pub fn said_by(context: &ViewContext, parties: &[PartyId], stance: Stance) -> Html {
    match parties {
        [party] => said(context, *party, stance),
        _ => with_icon(context, stance, context.texts.stance(stance, true)),
    }
}

fn with_icon(context: &ViewContext, stance: Stance, words: &'static str) -> Html {
    let words = elements::span("stance", elements::text(words));
    elements::span("said", elements::joined([icon::of_group(context, stance.group()), words]))
}

/// That no statement was found.
pub fn none(context: &ViewContext, word: Message) -> Html {
    let words = elements::span("none", elements::text(context.texts.say(word)));
    elements::span("said", elements::joined([icon::of_group(context, Group::NoAnswer), words]))
}

/// Where a party stands, with its other statements on the claim as remarks, or that no statement was found.
pub fn answer(context: &ViewContext, party: PartyId, position: Option<&Position>) -> Html {
    let Some(position) = position else { return none(context, Message::NoStatementFound) };
    let mut remarks = Vec::new();
    let speaker = context.story.statement(position.latest).by;
    if speaker != position.party {
        remarks.push(context.sentence(Message::Through, &[elements::name(context, speaker)]));
    }
    let others = context.story.others(position);
    for (orders, word) in [
        (&[Order::Earlier][..], Message::Earlier),
        (&[Order::Together, Order::Unknown], Message::Also),
        (&[Order::Undecided], Message::Undecided),
        (&[Order::Later], Message::Later),
    ] {
        let mut named: Vec<Stance> = Vec::new();
        let mut stances = Vec::new();
        // Words that came through others are not the party's own.
        let is_own = |other: &&Other| context.story.statement(other.statement).relayed_by.is_empty();
        for other in others.iter().filter(|other| orders.contains(&other.order)).filter(is_own) {
            if !named.contains(&other.stance) {
                named.push(other.stance);
                let stance = words(context, party, other.stance);
                stances.push((stance.to_owned(), elements::text(stance)));
            }
        }
        if !stances.is_empty() {
            remarks.push(context.sentence(word, &[context.list(stances)]));
        }
    }
    context.brackets(said(context, party, position.stance), remarks)
}

/// A party with where it stands, as a list item.
pub fn reply(context: &ViewContext, party: PartyId, answer: Html) -> Html {
    elements::li("reply", elements::joined([elements::name(context, party), elements::text(" "), answer]))
}

/// The answers of everybody whom the claim is about, except one party whose answer is already shown. The reply travels
/// with the claim.
pub fn replies(context: &ViewContext, id: ClaimId, but: Option<PartyId>) -> Vec<Html> {
    replied(context, id, but, context.story.answers(id), &|party, position| answer(context, party, position))
}

/// The same as it was known by a date. A position that rests on undated statements says so.
pub fn replies_by(context: &ViewContext, id: ClaimId, but: Option<PartyId>, date: &Date) -> Vec<Html> {
    let positions = context.story.positions_by(id, &context.story.claim(id).about, date);
    replied(context, id, but, positions, &|party, position| {
        let Some(position) = position else { return none(context, Message::NoStatementThen) };
        let answer = answer(context, party, Some(position));
        match context.story.said_on(position.latest) {
            // A vague date may mean a later day than this one.
            Some(when) if when.date.is_some_and(|said| said.last_day() > date.last_day()) => {
                context.brackets(answer, vec![context.time(when)])
            }
            Some(when) if when.date.is_some() => answer,
            _ => context.brackets(answer, vec![elements::text(context.texts.say(Message::Undated))]),
        }
    })
}

/// The replies, with a link to the claim in the place of those for which there is no room.
fn replied(
    context: &ViewContext,
    id: ClaimId,
    but: Option<PartyId>,
    positions: Vec<Option<Position>>,
    answer: &dyn Fn(PartyId, Option<&Position>) -> Html,
) -> Vec<Html> {
    let claim = context.story.claim(id);
    let (mut replies, mut more) = (Vec::new(), 0);
    for (party, position) in claim.about.iter().zip(positions) {
        if Some(*party) == but || position.is_none() && claim.kind == ClaimKind::Opinion {
            continue;
        }
        if replies.len() < MAX_REPLIES {
            replies.push(reply(context, *party, answer(*party, position.as_ref())));
        } else {
            more += 1;
        }
    }
    if more > 0 {
        let more = elements::text(&context.texts.number(more, Message::More));
        replies.push(elements::li("reply", elements::to_claim(context, id, more)));
    }
    replies
}
