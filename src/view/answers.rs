//! What a claim shows even while it is closed: who says so, and the answers of everybody whom it is about. The reply
//! travels with the claim, so this is rendered wherever a claim is.

use yew::{Html, html};

use super::scene::Scene;
use super::{icon, parts};
use crate::texts::Word;
use story::model::{ClaimId, Group, Order, PartyId, Position, Stance, StatementId};

/// The most names shown of those who say so or report it. The opened claim lists all of them. A party that contests the
/// claim or answers is never left out.
const MOST_NAMES: usize = 8;

/// The most original sources named beside their number.
const MOST_ORIGINS: usize = 2;

/// The other stances, row by row. A row attributes nothing to a party that the party did not say.
const ROWS: &[(Word, &[Stance])] = &[
    (Word::AssertedBy, &[Stance::Asserts, Stance::Confirms, Stance::Corroborates, Stance::StandsBy]),
    (Word::ReportedBy, &[Stance::Reports]),
    (Word::NotVerifiedBy, &[Stance::CouldNotVerify]),
    (Word::DeniedBy, &[Stance::Denies]),
    (Word::DisputedBy, &[Stance::Disputes]),
    (Word::QuestionedBy, &[Stance::Questions]),
    (Word::ChangedBy, &[Stance::Clarifies, Stance::WalksBack, Stance::Retracts]),
    (Word::AnsweredBy, &[Stance::Responds, Stance::NoKnowledge]),
    (Word::NoAnswerFrom, &[Stance::Declined, Stance::NoResponse, Stance::Unreachable, Stance::NotAsked]),
];

/// The rows below a claim's text.
pub fn rows(scene: &Scene, id: ClaimId) -> Html {
    let claim = scene.panel.claim(id);
    let positions = scene.panel.positions(id);
    let mut rows = Vec::new();
    for (word, stances) in ROWS {
        let mut names = Vec::new();
        for position in &positions {
            if stances.contains(&position.stance) && !claim.about.contains(&position.party) {
                names.push(name_and_stance(scene, position, stances.len() > 1));
            }
        }
        if !names.is_empty() {
            let more = names.len().saturating_sub(MOST_NAMES);
            if more > 0 && matches!(word, Word::AssertedBy | Word::ReportedBy) {
                names.truncate(MOST_NAMES);
                let more = scene.texts.number(more, Word::More);
                names.push((more.clone(), parts::text(&more)));
            }
            rows.push(parts::pair("by", parts::text(scene.texts.say(*word)), scene.list(names)));
        }
    }
    for party in &claim.about {
        let position = scene.panel.position(id, *party);
        rows.push(parts::pair("answer", parts::name(scene, *party), answer(scene, position.as_ref())));
    }
    rows.push(sources(scene, id));
    if claim.statements.is_empty() && claim.about.is_empty() {
        return parts::p("none", parts::text(scene.texts.say(Word::NoStatementRecorded)));
    }
    html! { <dl part="answers">{ parts::all(rows) }</dl> }
}

/// A name, with the stance if the row's heading does not already state it.
fn name_and_stance(scene: &Scene, position: &Position, is_mixed: bool) -> (String, Html) {
    let mut remarks = Vec::new();
    if is_mixed && position.stance != Stance::Asserts {
        remarks.push(parts::text(scene.texts.stance(position.stance)));
    }
    remarks_on(scene, position, &mut remarks);
    let (text, name) = listed(scene, position.party);
    (text, scene.brackets(name, remarks))
}

/// A name as it appears in a list.
fn listed(scene: &Scene, party: PartyId) -> (String, Html) {
    (scene.panel.party(party).name.clone(), parts::name(scene, party))
}

/// The current stance of a party that the claim is about, in words.
pub fn words(scene: &Scene, position: Option<&Position>) -> &'static str {
    position.map_or(scene.texts.say(Word::NoAnswerRecorded), |position| scene.texts.stance(position.stance))
}

/// A stance with its icon, as a line.
pub fn stance(scene: &Scene, stance: Stance) -> Html {
    let words = parts::span("stance", parts::text(scene.texts.stance(stance)));
    parts::p("stance-line", parts::all(vec![icon::of_group(scene, stance.group()), words]))
}

/// A party's current and earlier stances, as a line.
pub fn line(scene: &Scene, position: Option<&Position>) -> Html {
    parts::p("stance-line", answer(scene, position))
}

/// The answers of everybody whom the claim is about, except one party whose answer is already shown. The reply travels
/// with the claim.
pub fn replies(scene: &Scene, id: ClaimId, but: Option<PartyId>) -> Html {
    let mut replies = Vec::new();
    for party in &scene.panel.claim(id).about {
        if Some(*party) != but {
            replies.push(reply(scene, *party, scene.panel.position(id, *party).as_ref()));
        }
    }
    parts::all(replies)
}

/// The other parties whose answer is missing.
pub fn silences(scene: &Scene, id: ClaimId) -> Html {
    let mut silences = Vec::new();
    for position in scene.panel.positions(id) {
        if position.stance.group() == Group::NoAnswer && !scene.panel.claim(id).about.contains(&position.party) {
            silences.push(reply(scene, position.party, Some(&position)));
        }
    }
    parts::all(silences)
}

fn reply(scene: &Scene, party: PartyId, position: Option<&Position>) -> Html {
    parts::p("reply", scene.sentence(Word::Reply, &[parts::name(scene, party), answer(scene, position)]))
}

/// A stance on a claim that is known through a report.
pub type CarriedStance = (ClaimId, StatementId, Stance);

/// The stances on a claim that a report carries: first those of other parties, then the current answers of everybody
/// whom the claim is about.
pub fn carried(scene: &Scene, id: ClaimId, carried: &[CarriedStance]) -> Html {
    let mut lines = Vec::new();
    for (_, one, stance) in carried.iter().filter(|(claim, ..)| *claim == id) {
        let party = scene.panel.speaks_for(scene.panel.statement(*one));
        let is_about = scene.panel.claim(id).about.contains(&party);
        let position = scene.panel.position(id, party).filter(|position| position.stance != *stance);
        // The current answers follow below. What a party says in this report may differ from its answer.
        if !is_about || position.is_some() {
            let words = parts::span("stance", parts::text(scene.texts.stance(*stance)));
            let now = position
                .filter(|_| !is_about)
                .map(|position| scene.sentence(Word::Later, &[parts::text(scene.texts.stance(position.stance))]));
            let said = scene.brackets(words, now.into_iter().collect());
            lines.push(parts::p("reply", scene.sentence(Word::Reply, &[parts::name(scene, party), said])));
        }
    }
    lines.push(replies(scene, id, None));
    parts::all(lines)
}

/// The current answer of a party that the claim is about, or that nothing is recorded.
fn answer(scene: &Scene, position: Option<&Position>) -> Html {
    let (group, part) = position.map_or((Group::NoAnswer, "none"), |position| (position.stance.group(), "stance"));
    let words = words(scene, position);
    let mut remarks = Vec::new();
    if let Some(position) = position {
        remarks_on(scene, position, &mut remarks);
    }
    let said = parts::all(vec![icon::of_group(scene, group), parts::span(part, parts::text(words))]);
    scene.brackets(said, remarks)
}

/// The spokesperson, if any, and the party's earlier and later stances and those of unknown order, each once.
fn remarks_on(scene: &Scene, position: &Position, remarks: &mut Vec<Html>) {
    let speaker = scene.panel.statement(position.latest).by;
    if speaker != position.party {
        remarks.push(scene.sentence(Word::Through, &[parts::name(scene, speaker)]));
    }
    let others = scene.panel.others(position);
    for (order, word) in [(Order::Earlier, Word::Earlier), (Order::Unknown, Word::Also), (Order::Later, Word::Later)] {
        let mut named: Vec<Stance> = Vec::new();
        let mut stances = Vec::new();
        for other in &others {
            if other.order == order && !named.contains(&other.stance) {
                named.push(other.stance);
                let stance = scene.texts.stance(other.stance);
                stances.push((stance.to_owned(), parts::text(stance)));
            }
        }
        if !stances.is_empty() {
            remarks.push(scene.sentence(word, &[scene.list(stances)]));
        }
    }
}

/// The number of outlets that carry the claim, and the original sources that they rely on.
fn sources(scene: &Scene, id: ClaimId) -> Html {
    let sources = scene.panel.sources(id);
    if sources.outlets.len() < 2 {
        return Html::default();
    }
    let texts = &scene.texts;
    let outlets = texts.number(sources.outlets.len(), Word::Outlets);
    let is_all_known = !sources.is_any_unknown && !sources.is_any_unrecorded;
    let counted = if !is_all_known {
        parts::text(&texts.fill(Word::OutletsUnrecorded, &[outlets]))
    } else {
        let origins = texts.number(sources.count(), Word::Origins);
        parts::text(&texts.fill(Word::OutletsAndOrigins, &[outlets, origins]))
    };
    let mut names = Vec::new();
    if sources.count() <= MOST_ORIGINS && is_all_known {
        for origin in &sources.origins {
            names.push(listed(scene, *origin));
        }
    }
    let named = if names.is_empty() { Vec::new() } else { vec![scene.list(names)] };
    parts::pair("sources", parts::text(texts.say(Word::Sources)), scene.brackets(counted, named))
}
