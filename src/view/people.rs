//! Everybody who appears in the story: who they are, what they say about each claim now, and what they
//! said before.

use yew::{Html, html};

use super::scene::Scene;
use super::shelf::Shelf;
use super::{answers, parts, statement};
use crate::fault;
use crate::model::{ClaimId, Group, Order, Panel, PartyId, PartyKind, Position};
use crate::texts::Word;

/// What one party has to do with the claims that are shown: its position on each, or that it has none on
/// one that is about it.
type Record = Vec<(ClaimId, Option<Position>)>;

/// What the view is drawn from.
pub struct People {
    /// By the number of the party.
    records: Vec<Record>,
    /// Who speaks for whom.
    spokespeople: Vec<(PartyId, PartyId)>,
}

impl People {
    /// What everybody has to do with these claims.
    pub fn new(panel: &Panel, found: &[ClaimId]) -> Self {
        Self { records: records(panel, found), spokespeople: spokespeople(panel) }
    }
}

/// The entries.
pub fn list(scene: &Scene, people: &People, is_filtered: bool, shelf: &mut Shelf) -> Html {
    fault::at("people", &scene.panel.title);
    let People { records, spokespeople } = people;
    let record = |party: PartyId| records.get(party.0 as usize).map_or(&[][..], Vec::as_slice);
    let speaks = |party: PartyId| spokespeople.iter().any(|(speaker, _)| *speaker == party);
    // With whom they speak for, unless those are not there for the same reason.
    let stands_elsewhere = |party: PartyId| spokespeople.iter().any(|(speaker, of)| *speaker == party && !speaks(*of));
    let mut sections = Vec::new();
    shelf.put(&mut sections, records.len(), 1, &|| unanswered(scene, records));
    for (word, kinds) in [
        (Word::NamedParties, &[PartyKind::Person, PartyKind::Organisation][..]),
        (Word::OutletParties, &[PartyKind::Outlet]),
        (Word::UnnamedParties, &[PartyKind::Unnamed]),
    ] {
        let mut entries = Vec::new();
        for (id, party) in scene.panel.all_parties() {
            let record = record(id);
            // Who only speaks for others stands with them.
            let is_left_out = record.is_empty() && (is_filtered || stands_elsewhere(id));
            if kinds.contains(&party.kind) && !is_left_out {
                let weight = 4 + 4 * record.len();
                shelf.put(&mut entries, id.0 as usize, weight, &|| entry(scene, id, record, spokespeople));
            }
        }
        sections.push(section(scene, word, entries));
    }
    html! { <div part="people">{ parts::all(sections) }</div> }
}

fn section(scene: &Scene, word: Word, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let title = scene.heading(0, "section-title", None, parts::text(scene.texts.say(word)));
    // Yew matches what has no key from the end, where sections are added.
    html! { <div part="section" key={word as usize}>{ title }{ parts::ul("parties", None, entries) }</div> }
}

fn records(panel: &Panel, found: &[ClaimId]) -> Vec<Record> {
    let mut records: Vec<Record> = vec![Vec::new(); panel.all_parties().count()];
    let mut add = |party: PartyId, claim: ClaimId, position: Option<Position>| {
        if let Some(record) = records.get_mut(party.0 as usize) {
            record.push((claim, position));
        }
    };
    for id in found {
        let about = &panel.claim(*id).about;
        for party in about {
            add(*party, *id, panel.position(*id, *party));
        }
        for position in panel.positions(*id) {
            if !about.contains(&position.party) {
                add(position.party, *id, Some(position));
            }
        }
    }
    records
}

/// Who speaks for whom, by the parties' entries or in a statement.
fn spokespeople(panel: &Panel) -> Vec<(PartyId, PartyId)> {
    let mut pairs: Vec<(PartyId, PartyId)> = Vec::new();
    let mut add = |speaker: PartyId, party: Option<PartyId>| {
        if let Some(party) = party.filter(|party| *party != speaker && !pairs.contains(&(speaker, *party))) {
            pairs.push((speaker, party));
        }
    };
    for (id, party) in panel.all_parties() {
        add(id, party.represents);
    }
    for (_, one) in panel.all_statements() {
        add(one.by, one.on_behalf_of);
    }
    pairs
}

/// Whoever has not answered a claim about them, in one place.
fn unanswered(scene: &Scene, records: &[Record]) -> Html {
    let mut rows = Vec::new();
    for (id, _) in scene.panel.all_parties() {
        let mut words: Vec<&'static str> = Vec::new();
        for (claim, position) in records.get(id.0 as usize).map_or(&[][..], Vec::as_slice) {
            let is_silent = position.as_ref().is_none_or(|position| position.stance.group() == Group::NoAnswer);
            let word = answers::words(scene, position.as_ref());
            if is_silent && scene.panel.claim(*claim).about.contains(&id) && !words.contains(&word) {
                words.push(word);
            }
        }
        if !words.is_empty() {
            let mut said = Vec::new();
            for word in words {
                said.push((word.to_owned(), parts::span("none", parts::text(word))));
            }
            rows.push(parts::pair("answer", parts::name(scene, id), scene.list(said)));
        }
    }
    if rows.is_empty() {
        return Html::default();
    }
    let title = scene.heading(0, "section-title", None, parts::text(scene.texts.say(Word::NotAnswered)));
    html! { <div part="section">{ title }<dl part="answers">{ parts::all(rows) }</dl></div> }
}

fn entry(
    scene: &Scene,
    id: PartyId,
    record: &[(ClaimId, Option<Position>)],
    spokespeople: &[(PartyId, PartyId)],
) -> Html {
    let mut entry = vec![scene.heading(1, "party-name", None, parts::linked_name(scene, id))];
    entry.push(statement::known_of(scene, id));
    let mut speakers = Vec::new();
    for (speaker, _) in spokespeople.iter().filter(|(_, party)| *party == id) {
        let party = scene.panel.party(*speaker);
        let mut remarks = Vec::new();
        parts::add(&mut remarks, party.role.as_ref().map(|role| parts::own(scene, role)));
        speakers.push((party.name.clone(), scene.brackets(parts::linked_name(scene, *speaker), remarks)));
    }
    if !speakers.is_empty() {
        entry.push(parts::p("source", scene.sentence(Word::SpokenForBy, &[scene.list(speakers)])));
    }
    let mut positions = Vec::new();
    for (claim, position) in record {
        positions.push(on_claim(scene, id, *claim, position.as_ref()));
    }
    if positions.is_empty() {
        entry.push(parts::p("none", parts::text(scene.texts.say(Word::NoPart))));
    }
    entry.push(parts::ul("positions", None, positions));
    parts::li("party", parts::all(entry))
}

/// A claim, what the party says about it and said before, and what those answer whom it is about.
fn on_claim(scene: &Scene, id: PartyId, claim: ClaimId, position: Option<&Position>) -> Html {
    let mut lines = vec![parts::claim(scene, claim), answers::line(scene, position)];
    if let Some(position) = position {
        let latest = scene.panel.statement(position.latest);
        lines.push(statement::words(scene, latest));
        if let Some(date) = &latest.date {
            lines.push(parts::p("meta", scene.time(date)));
        }
        for other in scene.panel.others(position) {
            if other.order == Order::Earlier && other.stance.group() != Group::NoAnswer {
                lines.push(statement::moved(scene, Word::EarlierPosition, other.statement, other.stance));
            }
        }
    }
    lines.push(answers::replies(scene, claim, Some(id)));
    parts::li("position", parts::all(lines))
}
