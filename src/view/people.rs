//! Everybody who appears in the story: who they are, and what they say about each claim now and said before.

use yew::{Html, html};

use super::answers::{self, CarriedStance};
use super::context::ViewContext;
use super::entry_cache::EntryCache;
use super::{chain, claim, elements, statement};
use crate::fault;
use crate::texts::Message;
use story::model::{ClaimId, Group, Order, PartyId, PartyKind, Position, ReportId, Story};

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
    pub fn new(story: &Story, found: &[ClaimId]) -> Self {
        let mut unanswered = found.to_vec();
        unanswered.retain(|claim| {
            let is_silent =
                |position: Option<Position>| position.is_none_or(|one| one.stance.group() == Group::NoAnswer);
            let claim = *claim;
            story.claim(claim).about.iter().any(|party| is_silent(story.position(claim, *party)))
                || story.positions(claim).into_iter().any(|position| is_silent(Some(position)))
        });
        Self { records: records(story, found), unanswered, spokespeople: spokespeople(story) }
    }
}

/// The sections with their entries.
pub fn list(context: &ViewContext, people: &People, is_filtered: bool, cache: &mut EntryCache) -> Html {
    fault::failpoint("people", &context.story.title);
    let People { records, unanswered, spokespeople } = people;
    let record = |party: PartyId| records.get(party.index()).map_or(&[][..], Vec::as_slice);
    let speaks = |party: PartyId| spokespeople.iter().any(|(speaker, _)| *speaker == party);
    // A spokesperson is listed with the party, unless that party is itself listed elsewhere for the same reason.
    let stands_elsewhere = |party: PartyId| spokespeople.iter().any(|(speaker, of)| *speaker == party && !speaks(*of));
    let mut sections = Vec::new();
    for (word, kinds) in [
        (Message::NamedParties, &[PartyKind::Person, PartyKind::Organisation][..]),
        (Message::OutletParties, &[PartyKind::Outlet]),
        (Message::UnnamedParties, &[PartyKind::Unnamed]),
    ] {
        let mut entries = Vec::new();
        for (id, party) in context.story.all_parties() {
            let record = record(id);
            // A party that only speaks for others is listed with them.
            let is_left_out = record.is_empty() && (is_filtered || stands_elsewhere(id));
            if kinds.contains(&party.kind) && !is_left_out {
                let weight = 4 + 4 * record.len();
                cache.put(&mut entries, id.index(), weight, &|| entry(context, id, record, spokespeople));
            }
        }
        sections.push(section(context, word, "parties", entries));
    }
    let mut silent = Vec::new();
    for claim in unanswered {
        let weight = 2 + 2 * context.story.claim(*claim).about.len();
        cache.put(&mut silent, records.len() + claim.index(), weight, &|| {
            let (silences, replies) = (answers::silences(context, *claim), answers::replies(context, *claim, None));
            elements::li("position", elements::all(vec![elements::claim(context, *claim), silences, replies]))
        });
    }
    sections.push(section(context, Message::NotAnswered, "positions", silent));
    html! { <div part="people">{ elements::all(sections) }</div> }
}

fn section(context: &ViewContext, word: Message, part: &'static str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let title = context.heading(0, "section-title", None, elements::text(context.texts.say(word)));
    // Yew matches children without keys from the end, where sections are added.
    html! { <div part="section" key={word as usize}>{ title }{ elements::ul(part, None, entries) }</div> }
}

fn records(story: &Story, found: &[ClaimId]) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    records.resize_with(story.all_parties().count(), Vec::new);
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
        let claim = story.claim(*id);
        for party in &claim.about {
            add(*party, *id, Part::Position(story.position(*id, *party)));
        }
        for position in story.positions(*id) {
            if !claim.about.contains(&position.party) {
                add(position.party, *id, Part::Position(Some(position)));
            }
        }
        for (number, finding) in claim.findings.iter().enumerate() {
            add(finding.by, *id, Part::Finding(number));
        }
        for (one, stance) in &claim.statements {
            // A report need not contain everything that the reports citing it carry.
            for step in story.chain(*one).iter().filter(|step| step.depth == 0) {
                let carried = vec![(*id, *one, *stance)];
                add(story.report(step.report).outlet, *id, Part::Report(step.report, carried));
            }
        }
    }
    records
}

/// Who speaks for whom, according to the parties or to a statement.
fn spokespeople(story: &Story) -> Vec<(PartyId, PartyId)> {
    let mut pairs: Vec<(PartyId, PartyId)> = Vec::new();
    let mut add = |speaker: PartyId, party: Option<PartyId>| {
        if let Some(party) = party.filter(|party| *party != speaker && !pairs.contains(&(speaker, *party))) {
            pairs.push((speaker, party));
        }
    };
    for (id, _) in story.all_parties() {
        story.represented(id).for_each(|party| add(id, Some(party)));
    }
    for (_, one) in story.all_statements() {
        add(one.by, one.on_behalf_of);
    }
    pairs
}

fn entry(context: &ViewContext, id: PartyId, record: &[(ClaimId, Part)], spokespeople: &[(PartyId, PartyId)]) -> Html {
    let mut entry = vec![context.heading(1, "party-name", None, elements::linked_name(context, id))];
    entry.push(statement::known_of(context, id));
    let mut speakers = Vec::new();
    for (speaker, _) in spokespeople.iter().filter(|(_, party)| *party == id) {
        let party = context.story.party(*speaker);
        let mut remarks = Vec::new();
        elements::add(&mut remarks, party.role.as_ref().map(|role| elements::own(context, role)));
        speakers.push((party.name.clone(), context.brackets(elements::linked_name(context, *speaker), remarks)));
    }
    if !speakers.is_empty() {
        entry.push(elements::p("source", context.sentence(Message::SpokenForBy, &[context.list(speakers)])));
    }
    let mut positions = Vec::new();
    for (claim, part) in record {
        positions.push(on_claim(context, id, *claim, part));
    }
    if positions.is_empty() {
        entry.push(elements::p("none", elements::text(context.texts.say(Message::NoPart))));
    }
    entry.push(elements::ul("positions", None, positions));
    elements::li("party", elements::all(entry))
}

/// A claim, what connects the party to it, and the answers of everybody whom the claim is about.
fn on_claim(context: &ViewContext, id: PartyId, claim: ClaimId, part: &Part) -> Html {
    let (lines, replies) = match part {
        Part::Position(position) => {
            (position_lines(context, position.as_ref()), answers::replies(context, claim, Some(id)))
        }
        Part::Finding(number) => {
            let finding = context.story.claim(claim).findings.get(*number);
            let lines = finding.map(|finding| claim::judgement(context, finding)).unwrap_or_default();
            (lines, answers::replies(context, claim, None))
        }
        Part::Report(report, said) => {
            let report = chain::report(context, *report, true);
            let line = elements::p("chain", context.sentence(Message::KnownThrough, &[report]));
            (line, answers::carried(context, claim, said))
        }
    };
    elements::li("position", elements::all(vec![elements::claim(context, claim), lines, replies]))
}

/// What the party says about a claim now, and what it said before.
fn position_lines(context: &ViewContext, position: Option<&Position>) -> Html {
    let mut lines = vec![answers::line(context, position)];
    if let Some(position) = position {
        lines.push(statement::words(context, position.latest));
        if let Some(date) = &context.story.statement(position.latest).date {
            lines.push(elements::p("meta", context.time(date)));
        }
        for other in context.story.others(position) {
            if other.order == Order::Earlier && other.stance.group() != Group::NoAnswer {
                lines.push(statement::moved(context, Message::EarlierPosition, other.statement, other.stance));
            }
        }
    }
    elements::all(lines)
}
