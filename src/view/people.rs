//! Everybody who appears in the story: who they are, and where they stand on each claim. The words are in the claims.

use yew::{Html, html};

use super::context::ViewContext;
use super::entry_cache::EntryCache;
use super::standing::{self, Signature};
use super::{answers, author, elements, entries, statement};
use crate::fault;
use crate::texts::Message;
use story::model::{ClaimId, ClaimKind, PartyId, PartyKind, Position, ReportId, Stance, StatementId, Story};

/// What connects a party to a claim.
#[derive(Clone)]
enum Part {
    /// Its position, or `None` if it has none on a claim that is about it.
    Position(Option<Position>),
    /// Its finding, by the index among the claim's findings.
    Finding(usize),
    /// Its report, and the stances on the claim that are known through it.
    Report(ReportId, Vec<(StatementId, Stance)>),
}

/// What connects a party to the claims that are shown.
type Record = Vec<(ClaimId, Part)>;

/// Parties that share a record.
type Shared<'a> = (Vec<PartyId>, &'a [(ClaimId, Part)]);

/// The data of the view.
pub struct People {
    /// Indexed by party.
    records: Vec<Record>,
    /// Whether one of the claims shown is about the party.
    is_about: Vec<bool>,
    /// Pairs of a spokesperson and the party that they speak for.
    spokespeople: Vec<(PartyId, PartyId)>,
}

impl People {
    /// Collects what connects the parties to these claims.
    pub fn new(story: &Story, found: &[ClaimId]) -> Self {
        let mut is_about = vec![false; story.all_parties().count()];
        for claim in found {
            for party in &story.claim(*claim).about {
                if let Some(is_about) = is_about.get_mut(party.index()) {
                    *is_about = true;
                }
            }
        }
        Self { records: records(story, found), is_about, spokespeople: spokespeople(story) }
    }

    fn section(&self, story: &Story, party: PartyId) -> Message {
        if self.is_about.get(party.index()).copied().unwrap_or_default() {
            return Message::AboutParties;
        }
        match story.party(party).kind {
            PartyKind::Person | PartyKind::Organisation => Message::NamedParties,
            PartyKind::Outlet => Message::OutletParties,
            PartyKind::Unnamed => Message::UnnamedParties,
            PartyKind::Document => Message::DocumentParties,
        }
    }
}

/// The sections in their order.
const SECTIONS: [Message; 5] = [
    Message::AboutParties,
    Message::NamedParties,
    Message::UnnamedParties,
    Message::DocumentParties,
    Message::OutletParties,
];

/// The sections with their entries.
pub fn list(context: &ViewContext, people: &People, is_filtered: bool, cache: &mut EntryCache) -> Html {
    fault::failpoint("people", &context.story.title);
    let People { records, spokespeople, .. } = people;
    let record = |party: PartyId| records.get(party.index()).map_or(&[][..], Vec::as_slice);
    let speaks = |party: PartyId| spokespeople.iter().any(|(speaker, _)| *speaker == party);
    // A spokesperson is listed with the party, unless that party is itself listed elsewhere for the same reason.
    let stands_elsewhere = |party: PartyId| spokespeople.iter().any(|(speaker, of)| *speaker == party && !speaks(*of));
    let mut sections = Vec::new();
    for word in SECTIONS {
        let mut entries = Vec::new();
        for (parties, record) in alike(context, people, word, &record) {
            let Some(first) = parties.first().copied() else { continue };
            // A party that only speaks for others is listed with them.
            if record.is_empty() && (is_filtered || stands_elsewhere(first)) {
                continue;
            }
            let weight = 4 + parties.len() + 4 * record.len();
            cache.put(&mut entries, first.index(), weight, &|| entry(context, &parties, record, spokespeople));
        }
        sections.push(section(context, word, entries));
    }
    elements::div("people", elements::all(sections))
}

/// The parties of a section with their records. Outlets that report the same claims in the same way share an entry.
fn alike<'a>(
    context: &ViewContext,
    people: &People,
    word: Message,
    record: &dyn Fn(PartyId) -> &'a [(ClaimId, Part)],
) -> Vec<Shared<'a>> {
    let mut alike: Vec<Shared<'_>> = Vec::new();
    let mut shared: Vec<(Signature, usize)> = Vec::new();
    for (id, _) in
        context.story.all_parties().filter(|(id, _)| people.section(&context.story, *id) as usize == word as usize)
    {
        let record = record(id);
        let Some(signature) = plain(context, id, record) else {
            alike.push((vec![id], record));
            continue;
        };
        match shared.iter().find(|(other, _)| *other == signature) {
            Some((_, place)) => {
                if let Some((parties, _)) = alike.get_mut(*place) {
                    parties.push(id);
                }
            }
            None => {
                shared.push((signature, alike.len()));
                alike.push((vec![id], record));
            }
        }
    }
    alike
}

/// Whether a part is a report of a claim without a position on it.
fn passes_on(part: &Part) -> bool {
    matches!(part, Part::Position(Some(one)) if one.stance == Stance::Reports && one.rest.is_empty())
}

/// The names of parties that share an entry, of which its heading has only the first.
fn all_names(context: &ViewContext, parties: &[PartyId]) -> Vec<Html> {
    if parties.len() <= author::MAX_NAMES {
        return Vec::new();
    }
    let mut named = Vec::new();
    for id in parties {
        named.push((context.story.party(*id).name.clone(), elements::linked_name(context, *id)));
    }
    vec![elements::p("source", context.list(named))]
}

/// The signature of an outlet that only passes on claims, without words of its own.
fn plain(context: &ViewContext, id: PartyId, record: &[(ClaimId, Part)]) -> Option<Signature> {
    let party = context.story.party(id);
    let is_bare = party.kind == PartyKind::Outlet && party.role.is_none() && party.description.is_none();
    let mut signature = Signature::new();
    for (claim, part) in record {
        match part {
            Part::Position(Some(one)) if passes_on(part) => {
                signature.push(claim.index() as u32);
                for (depth, report) in context.story.nearest_reports(one.latest) {
                    if depth > 0 {
                        signature.push(report.index() as u32);
                    }
                }
            }
            _ => return None,
        }
    }
    (is_bare && !record.is_empty()).then_some(signature)
}

fn section(context: &ViewContext, word: Message, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    let title = context.heading(0, "section-title", None, elements::text(context.texts.say(word)));
    // Yew matches children without keys from the end, where sections are added.
    html! { <div part="section" key={word as usize}>{ title }{ elements::ul("parties", None, entries) }</div> }
}

fn records(story: &Story, found: &[ClaimId]) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    records.resize_with(story.all_parties().count(), Vec::new);
    let mut add = |party: PartyId, claim: ClaimId, part: Part| {
        let Some(record) = records.get_mut(party.index()) else { return };
        match (record.last_mut(), part) {
            // The position says already that the outlet has to do with the claim.
            (Some((other, Part::Position(_))), Part::Report(..)) if *other == claim => {}
            (Some((other, Part::Report(report, carried))), Part::Report(same, more))
                if *other == claim && *report == same =>
            {
                for one in more {
                    carried.push(one);
                }
            }
            (_, part) => record.push((claim, part)),
        }
    };
    for id in found {
        let claim = story.claim(*id);
        for (party, position) in claim.about.iter().zip(story.answers(*id)) {
            // Nobody is expected to reply to an opinion.
            if position.is_some() || claim.kind == ClaimKind::Fact {
                add(*party, *id, Part::Position(position));
            }
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
            for (depth, report) in story.nearest_reports(*one) {
                if depth == 0 {
                    add(story.report(report).outlet, *id, Part::Report(report, vec![(*one, *stance)]));
                }
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

fn entry(
    context: &ViewContext,
    parties: &[PartyId],
    record: &[(ClaimId, Part)],
    spokespeople: &[(PartyId, PartyId)],
) -> Html {
    let mut entry = Vec::new();
    match parties {
        [id] => {
            entry.push(entries::who(context, *id));
            entry.push(statement::sourced(context, context.story.party(*id)));
            entry.push(spoken_for_by(context, *id, spokespeople));
        }
        _ => entry.push(context.heading(1, "who", None, author::first_names(context, parties))),
    }
    let id = parties.first().copied().unwrap_or_default();
    // Claims with the same position, authors and replies share them.
    let mut groups: Vec<(Signature, &Part, Vec<ClaimId>)> = Vec::new();
    for (claim, part) in record {
        let signature = sign(context, id, *claim, part);
        match groups.iter_mut().find(|(other, ..)| *other == signature) {
            Some((.., claims)) => claims.push(*claim),
            None => groups.push((signature, part, vec![*claim])),
        }
    }
    // Who only passes claims on gets one line for them.
    let (mut passed_on, mut count) = (all_names(context, parties), 0);
    for (_, part, claims) in &groups {
        let is_folded = passes_on(part) && !claims.iter().any(|claim| context.story.claim(*claim).about.contains(&id));
        let position = elements::div("position", position(context, id, part, claims));
        if is_folded {
            passed_on.push(position);
            count += claims.len();
        } else {
            entry.push(position);
        }
    }
    if count > 0 {
        let claims = elements::text(&context.texts.number(count, Message::Claims));
        let line = context.brackets(answers::said_by(context, parties, Stance::Reports), vec![claims]);
        entry.push(elements::folded(line, elements::all(passed_on)));
    }
    if groups.is_empty() {
        entry.push(elements::p("none", elements::text(context.texts.say(Message::NoPart))));
    }
    elements::li("party", elements::all(entry))
}

fn spoken_for_by(context: &ViewContext, id: PartyId, spokespeople: &[(PartyId, PartyId)]) -> Html {
    let mut speakers = Vec::new();
    for (speaker, _) in spokespeople.iter().filter(|(_, party)| *party == id) {
        let party = context.story.party(*speaker);
        let mut remarks = Vec::new();
        elements::add(&mut remarks, party.role.as_ref().map(|role| elements::own(context, role)));
        speakers.push((party.name.clone(), context.brackets(elements::linked_name(context, *speaker), remarks)));
    }
    if speakers.is_empty() {
        return Html::default();
    }
    elements::p("source", context.sentence(Message::SpokenForBy, &[context.list(speakers)]))
}

fn sign(context: &ViewContext, id: PartyId, claim: ClaimId, part: &Part) -> Signature {
    let mut signature = Signature::new();
    signature.push(match part {
        Part::Position(_) => 0,
        Part::Finding(_) => 1,
        Part::Report(..) => 2,
    });
    match part {
        Part::Position(position) => standing::sign_position(context, position.as_ref(), &mut signature),
        // A verdict is on one claim.
        Part::Finding(number) => {
            for part in [claim.index(), *number] {
                signature.push(part as u32);
            }
        }
        Part::Report(report, _) => {
            signature.push(claim.index() as u32);
            signature.push(report.index() as u32);
        }
    }
    standing::sign_replies(context, claim, Some(id), &mut signature);
    signature
}

fn position(context: &ViewContext, id: PartyId, part: &Part, claims: &[ClaimId]) -> Html {
    let (line, but) = match part {
        Part::Position(position) => {
            (elements::p("stance-line", answers::answer(context, id, position.as_ref())), Some(id))
        }
        Part::Finding(number) => {
            let finding = claims.first().and_then(|claim| context.story.claim(*claim).findings.get(*number));
            (finding.map(|finding| entries::verdict(context, finding)).unwrap_or_default(), None)
        }
        Part::Report(report, carried) => {
            let report = super::chain::report(context, *report, true);
            let mut lines = Vec::new();
            // A report of a denial must not read as if it carried the claim.
            for (one, stance) in carried {
                let party = context.story.speaks_for(context.story.statement(*one));
                lines.push(answers::reply(context, party, answers::said(context, party, *stance)));
            }
            let line = elements::p("chain", context.sentence(Message::InReport, &[report]));
            (elements::joined([line, elements::ul("replies", None, lines)]), None)
        }
    };
    standing::claims(context, line, claims, but, None, None)
}
