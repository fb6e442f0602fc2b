//! Everybody who appears in the story: who they are, and what they say about each claim now and said before.

use yew::{Html, html};

use super::answers::{self, CarriedStance};
use super::scene::Scene;
use super::shelf::Shelf;
use super::{chain, claim, parts, statement};
use crate::fault;
use crate::texts::Word;
use story::model::{ClaimId, Group, Order, Panel, PartyId, PartyKind, Position, ReportId};

/// What connects a party to the claims that are shown.
type Record = Vec<(ClaimId, Part)>;

/// What connects a party to a claim.
enum Part {
    /// Its position, or `None` if it has none on a claim that is about it.
    Position(Option<Position>),
    /// Its finding, by the index among the claim's findings.
    Finding(usize),
    /// Its report, and the statements known through it with their stances on the claim.
    Report(ReportId, Vec<CarriedStance>),
}

/// The data of the view.
pub struct People {
    /// Indexed by party.
    records: Vec<Record>,
    /// The claims with a missing answer.
    unanswered: Vec<ClaimId>,
    /// Pairs of a spokesperson and the party that they speak for.
    spokespeople: Vec<(PartyId, PartyId)>,
}

impl People {
    /// Collects what connects the parties to these claims.
    pub fn new(panel: &Panel, found: &[ClaimId]) -> Self {
        let mut unanswered = found.to_vec();
        unanswered.retain(|claim| {
            let is_silent =
                |position: Option<Position>| position.is_none_or(|one| one.stance.group() == Group::NoAnswer);
            let claim = *claim;
            panel.claim(claim).about.iter().any(|party| is_silent(panel.position(claim, *party)))
                || panel.positions(claim).into_iter().any(|position| is_silent(Some(position)))
        });
        Self { records: records(panel, found), unanswered, spokespeople: spokespeople(panel) }
    }
}

/// The sections with their entries.
pub fn list(scene: &Scene, people: &People, is_filtered: bool, shelf: &mut Shelf) -> Html {
    fault::at("people", &scene.panel.title);
    let People { records, unanswered, spokespeople } = people;
    let record = |party: PartyId| records.get(party.index()).map_or(&[][..], Vec::as_slice);
    let speaks = |party: PartyId| spokespeople.iter().any(|(speaker, _)| *speaker == party);
    // A spokesperson is listed with the party, unless that party is itself listed elsewhere for the same reason.
    let stands_elsewhere = |party: PartyId| spokespeople.iter().any(|(speaker, of)| *speaker == party && !speaks(*of));
    let mut sections = Vec::new();
    for (word, kinds) in [
        (Word::NamedParties, &[PartyKind::Person, PartyKind::Organisation][..]),
        (Word::OutletParties, &[PartyKind::Outlet]),
        (Word::UnnamedParties, &[PartyKind::Unnamed]),
    ] {
        let mut entries = Vec::new();
        for (id, party) in scene.panel.all_parties() {
            let record = record(id);
            // A party that only speaks for others is listed with them.
            let is_left_out = record.is_empty() && (is_filtered || stands_elsewhere(id));
            if kinds.contains(&party.kind) && !is_left_out {
                let weight = 4 + 4 * record.len();
                shelf.put(&mut entries, id.index(), weight, &|| entry(scene, id, record, spokespeople));
            }
        }
        sections.push(section(scene, word, "parties", entries));
    }
    let mut silent = Vec::new();
    for claim in unanswered {
        let weight = 2 + 2 * scene.panel.claim(*claim).about.len();
        shelf.put(&mut silent, records.len() + claim.index(), weight, &|| {
            let (silences, replies) = (answers::silences(scene, *claim), answers::replies(scene, *claim, None));
            parts::li("position", parts::all(vec![parts::claim(scene, *claim), silences, replies]))
        });
    }
    sections.push(section(scene, Word::NotAnswered, "positions", silent));
    html! { <div part="people">{ parts::all(sections) }</div> }
}

fn section(scene: &Scene, word: Word, part: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let title = scene.heading(0, "section-title", None, parts::text(scene.texts.say(word)));
    // Yew matches children without keys from the end, where sections are added.
    html! { <div part="section" key={word as usize}>{ title }{ parts::ul(part, None, entries) }</div> }
}

fn records(panel: &Panel, found: &[ClaimId]) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    records.resize_with(panel.all_parties().count(), Vec::new);
    let mut add = |party: PartyId, claim: ClaimId, part: Part| {
        let Some(record) = records.get_mut(party.index()) else { return };
        if let Part::Report(report, said) = &part {
            for (_, told) in record.iter_mut().rev().take_while(|(other, _)| *other == claim) {
                match told {
                    // The position already names the report in which the outlet takes it.
                    Part::Position(Some(_)) => return,
                    Part::Report(other, told) if other == report => {
                        told.extend(said);
                        return;
                    }
                    _ => {}
                }
            }
        }
        record.push((claim, part));
    };
    for id in found {
        let claim = panel.claim(*id);
        for party in &claim.about {
            add(*party, *id, Part::Position(panel.position(*id, *party)));
        }
        for position in panel.positions(*id) {
            if !claim.about.contains(&position.party) {
                add(position.party, *id, Part::Position(Some(position)));
            }
        }
        for (number, finding) in claim.findings.iter().enumerate() {
            add(finding.by, *id, Part::Finding(number));
        }
        for (one, stance) in &claim.statements {
            // A report need not contain everything that the reports citing it carry.
            for step in panel.chain(*one).iter().filter(|step| step.depth == 0) {
                let carried = vec![(*id, *one, *stance)];
                add(panel.report(step.report).outlet, *id, Part::Report(step.report, carried));
            }
        }
    }
    records
}

/// Who speaks for whom, according to the parties or to a statement.
fn spokespeople(panel: &Panel) -> Vec<(PartyId, PartyId)> {
    let mut pairs: Vec<(PartyId, PartyId)> = Vec::new();
    let mut add = |speaker: PartyId, party: Option<PartyId>| {
        if let Some(party) = party.filter(|party| *party != speaker && !pairs.contains(&(speaker, *party))) {
            pairs.push((speaker, party));
        }
    };
    for (id, _) in panel.all_parties() {
        panel.represented(id).for_each(|party| add(id, Some(party)));
    }
    for (_, one) in panel.all_statements() {
        add(one.by, one.on_behalf_of);
    }
    pairs
}

fn entry(scene: &Scene, id: PartyId, record: &[(ClaimId, Part)], spokespeople: &[(PartyId, PartyId)]) -> Html {
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
    for (claim, part) in record {
        positions.push(on_claim(scene, id, *claim, part));
    }
    if positions.is_empty() {
        entry.push(parts::p("none", parts::text(scene.texts.say(Word::NoPart))));
    }
    entry.push(parts::ul("positions", None, positions));
    parts::li("party", parts::all(entry))
}

/// A claim, what connects the party to it, and the answers of everybody whom the claim is about.
fn on_claim(scene: &Scene, id: PartyId, claim: ClaimId, part: &Part) -> Html {
    let (lines, replies) = match part {
        Part::Position(position) => {
            (position_lines(scene, position.as_ref()), answers::replies(scene, claim, Some(id)))
        }
        Part::Finding(number) => {
            let finding = scene.panel.claim(claim).findings.get(*number);
            let lines = finding.map(|finding| claim::judgement(scene, finding)).unwrap_or_default();
            (lines, answers::replies(scene, claim, None))
        }
        Part::Report(report, said) => {
            let report = chain::report(scene, *report, true);
            let line = parts::p("chain", scene.sentence(Word::KnownThrough, &[report]));
            (line, answers::carried(scene, claim, said))
        }
    };
    parts::li("position", parts::all(vec![parts::claim(scene, claim), lines, replies]))
}

/// What the party says about a claim now, and what it said before.
fn position_lines(scene: &Scene, position: Option<&Position>) -> Html {
    let mut lines = vec![answers::line(scene, position)];
    if let Some(position) = position {
        lines.push(statement::words(scene, position.latest));
        if let Some(date) = &scene.panel.statement(position.latest).date {
            lines.push(parts::p("meta", scene.time(date)));
        }
        for other in scene.panel.others(position) {
            if other.order == Order::Earlier && other.stance.group() != Group::NoAnswer {
                lines.push(statement::moved(scene, Word::EarlierPosition, other.statement, other.stance));
            }
        }
    }
    parts::all(lines)
}
