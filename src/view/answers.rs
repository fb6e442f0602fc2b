//! What a claim shows even while it is closed: who says so, and what everybody whom it is about
//! answers. The reply travels with the claim: this is drawn wherever a claim is.

use yew::{Html, html};

use super::scene::Scene;
use super::{icon, parts};
use crate::model::{ClaimId, Group, Position, Stance};
use crate::texts::Word;

/// So many names of those who say so are shown; all of them stand in the opened claim. Answers
/// of those whom the claim is about are never cut.
const MOST_NAMES: usize = 8;

/// So many original sources are named beside their number.
const MOST_ORIGINS: usize = 2;

/// The rows below a claim's text.
pub fn rows(scene: &Scene, id: ClaimId) -> Html {
    let claim = scene.panel.claim(id);
    let positions = scene.panel.positions(id);
    let mut rows = Vec::new();
    for (group, word) in [
        (Group::SaysSo, Word::SayingSo),
        (Group::Reported, Word::ReportedBy),
        (Group::Denies, Word::DeniedBy),
        (Group::ChangedPosition, Word::ChangedBy),
    ] {
        let mut names = Vec::new();
        for position in &positions {
            if position.stance.group() == group && !claim.about.contains(&position.party) {
                names.push(name_and_stance(scene, position));
            }
        }
        if !names.is_empty() {
            let more = names.len().saturating_sub(MOST_NAMES);
            if more > 0 {
                names.truncate(MOST_NAMES);
                names.push(parts::text(&scene.texts.fill(Word::More, &[more.to_string()])));
            }
            let term = html! { <>{ icon::of_group(scene, group) }{ scene.texts.say(word) }</> };
            rows.push(parts::pair("by", term, scene.list(names)));
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
    html! { <dl class="answers" part="answers">{ parts::all(rows) }</dl> }
}

/// A name, with the stance where the row's heading does not say it already.
fn name_and_stance(scene: &Scene, position: &Position) -> Html {
    let mut words = vec![parts::name(scene, position.party)];
    if !matches!(position.stance, Stance::Asserts | Stance::Reports | Stance::Denies) {
        words.push(scene.sentence(Word::InBrackets, &[parts::text(scene.texts.stance(position.stance))]));
    }
    words.push(others(scene, position));
    parts::all(words)
}

/// What somebody whom the claim is about says now, or that nothing is recorded.
fn answer(scene: &Scene, position: Option<&Position>) -> Html {
    let (group, class, words) = match position {
        Some(position) => (position.stance.group(), "stance", scene.texts.stance(position.stance)),
        None => (Group::NoAnswer, "none", scene.texts.say(Word::NoAnswerRecorded)),
    };
    let others = position.map(|position| others(scene, position)).unwrap_or_default();
    parts::all(vec![icon::of_group(scene, group), parts::span(class, parts::text(words)), others])
}

/// What the same party said earlier, or also said, each stance once.
fn others(scene: &Scene, position: &Position) -> Html {
    let others = scene.panel.others(position);
    let mut sentences = Vec::new();
    for (is_earlier, word) in [(true, Word::Earlier), (false, Word::Also)] {
        let mut named: Vec<Stance> = Vec::new();
        let mut stances = Vec::new();
        for other in &others {
            if other.is_earlier == is_earlier && !named.contains(&other.stance) {
                named.push(other.stance);
                stances.push(parts::text(scene.texts.stance(other.stance)));
            }
        }
        if !stances.is_empty() {
            sentences.push(parts::span("other", scene.sentence(word, &[scene.list(stances)])));
        }
    }
    parts::all(sentences)
}

/// On how many original reports the outlets rest that carry the claim, and on which.
fn sources(scene: &Scene, id: ClaimId) -> Html {
    let sources = scene.panel.sources(id);
    if sources.outlets.len() < 2 {
        return Html::default();
    }
    let texts = scene.texts;
    let outlets = texts.number(sources.outlets.len(), Word::OneOutlet, Word::Outlets);
    let origins = texts.number(sources.origins.len(), Word::OneOrigin, Word::Origins);
    let mut said = vec![parts::text(&texts.fill(Word::OutletsAndOrigins, &[outlets, origins]))];
    if sources.origins.len() <= MOST_ORIGINS {
        let mut names = Vec::new();
        for origin in &sources.origins {
            names.push(parts::name(scene, scene.panel.report(*origin).outlet));
        }
        said.push(scene.sentence(Word::InBrackets, &[scene.list(names)]));
    }
    parts::pair("sources", parts::text(texts.say(Word::Sources)), parts::all(said))
}
