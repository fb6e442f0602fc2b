//! Who puts a claim forward, and through whom that is known: the first thing that readers see of a claim.

use std::cell::RefCell;
use std::rc::Rc;

use yew::Html;

use super::context::ViewContext;
use super::elements;
use super::standing::Signature;
use crate::texts::Message;
use story::model::{ClaimId, ClaimKind, Date, Group, PartyId, PartyKind, Stance, StatementId, When};

/// The most names in the line. The opened claim has all of them.
pub const MAX_NAMES: usize = 3;

/// The most outlets in a row that cite one another. The opened claim has the whole chain.
const MAX_CITATIONS: usize = 4;

/// Who puts a claim forward.
#[derive(Default)]
pub struct Authors {
    /// The parties, each once.
    pub parties: Vec<PartyId>,
    /// The line that names them.
    pub line: Html,
    /// What two claims have in common if their lines are the same.
    pub signature: Signature,
    /// The statements, with their stances.
    statements: Vec<(StatementId, Stance)>,
    /// Whether all of the parties have taken their words back.
    is_taken_back: bool,
}

/// The authors of each claim as last asked for, with a date and without. Every entry of the people and of the timeline
/// names the authors of its claims, and a claim can have thousands.
#[derive(Default)]
pub struct Cache(RefCell<Vec<Option<Cached>>>);

type Cached = (Option<Date>, Rc<Authors>);

impl Cache {
    /// Frees the lines, which a long panel would otherwise keep twice.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }
}

/// Who puts a claim forward. With a date, statements that were certainly made later are left out.
pub fn of(context: &ViewContext, id: ClaimId, by: Option<&Date>) -> Rc<Authors> {
    let place = 2 * id.index() + usize::from(by.is_some());
    let known = context.authors.0.borrow().get(place).cloned().flatten().filter(|(known, _)| known.as_ref() == by);
    if let Some((_, authors)) = known {
        return authors;
    }
    let mut authors = statements(context, id, by);
    authors.parties = parties(context, &authors.statements);
    authors.line = line(context, id, &authors);
    authors.signature = sign(context, id, &authors.statements);
    let authors = Rc::new(authors);
    let mut cache = context.authors.0.borrow_mut();
    if cache.len() <= place {
        cache.resize(place + 1, None);
    }
    if let Some(entry) = cache.get_mut(place) {
        *entry = Some((by.copied(), Rc::clone(&authors)));
    }
    authors
}

/// The statements that put a claim forward: those that say so, otherwise those that affirm it, otherwise the reports.
/// Parties that have taken their words back are authors only if nobody else says the same.
fn statements(context: &ViewContext, id: ClaimId, by: Option<&Date>) -> Authors {
    const RANKS: [&[Stance]; 3] = [
        &[Stance::Asserts, Stance::Corroborates, Stance::StandsBy],
        &[Stance::Confirms, Stance::ConfirmsPart],
        &[Stance::Reports],
    ];
    let mut contesting = Vec::new();
    for one in context.story.positions(id) {
        if one.contests().is_some() || one.stance == Stance::WalksBack {
            contesting.push(one.party);
        }
    }
    for stances in RANKS {
        let (mut now, mut taken_back) = (Vec::new(), Vec::new());
        for (one, stance) in context.story.claim(id).statements.iter().filter(|(_, stance)| stances.contains(stance)) {
            let on = known_on(context, *one).and_then(|when| when.date);
            if !by.zip(on).is_some_and(|(by, on)| by.is_before(&on)) {
                let is_taken_back = contesting.contains(&author(context, *one));
                if is_taken_back { &mut taken_back } else { &mut now }.push((*one, *stance));
            }
        }
        let is_taken_back = now.is_empty();
        let statements = if is_taken_back { taken_back } else { now };
        if !statements.is_empty() {
            return Authors { statements, is_taken_back, ..Authors::default() };
        }
    }
    Authors::default()
}

/// What two claims have in common if their lines are the same.
fn sign(context: &ViewContext, id: ClaimId, statements: &[(StatementId, Stance)]) -> Signature {
    let mut signature = vec![u32::from(context.story.claim(id).kind == ClaimKind::Opinion)];
    for (one, stance) in statements {
        signature.push(context.story.statement(*one).by.index() as u32);
        signature.push(*stance as u32);
        for (depth, report) in context.story.nearest_reports(*one) {
            signature.push(depth as u32);
            signature.push(report.index() as u32);
        }
    }
    signature
}

/// When a statement became known at the latest: its own date, or that of the first report through which it is known. A
/// silence is known once its deadline or the last attempt to end it has passed.
pub fn known_on(context: &ViewContext, id: StatementId) -> Option<&When> {
    let one = context.story.statement(id);
    let of_report = || one.reports.iter().find_map(|report| context.story.report(*report).date.as_ref());
    let of_attempt = || one.attempts.iter().rev().find_map(|attempt| attempt.date.as_ref());
    let is_silent = one.stances.iter().all(|(_, stance)| stance.group() == Group::NoAnswer);
    if is_silent {
        return one.date.as_ref().or(one.deadline.as_ref()).or_else(of_attempt);
    }
    one.date.as_ref().or_else(of_report)
}

/// Who puts a claim forward by a statement. Words that came through others are those of the last one who told them.
fn author(context: &ViewContext, id: StatementId) -> PartyId {
    let one = context.story.statement(id);
    one.relayed_by.last().copied().unwrap_or_else(|| context.story.speaks_for(one))
}

fn parties(context: &ViewContext, statements: &[(StatementId, Stance)]) -> Vec<PartyId> {
    let mut parties = Vec::new();
    for (one, _) in statements {
        let party = author(context, *one);
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    parties
}

/// The line: “Said by A, according to The Gazette, citing The Post · Stated in the affidavit of B”.
fn line(context: &ViewContext, id: ClaimId, authors: &Authors) -> Html {
    let Authors { statements, is_taken_back, .. } = authors;
    let Some((_, stance)) = statements.first() else {
        return elements::text(context.texts.say(Message::AuthorUnknown));
    };
    let (mut stated, mut said) = (Vec::new(), Vec::new());
    for one in statements {
        let kind = context.story.party(context.story.statement(one.0).by).kind;
        if kind == PartyKind::Document { &mut stated } else { &mut said }.push(*one);
    }
    let is_opinion = context.story.claim(id).kind == ClaimKind::Opinion;
    let word = match *stance {
        Stance::Reports => Message::ReportedBy,
        _ if *is_taken_back => Message::EarlierSaidBy,
        _ if is_opinion => Message::OpinionOf,
        _ => Message::SaidBy,
    };
    let mut row = Vec::new();
    for (word, statements) in [(word, said), (Message::StatedIn, stated)] {
        if !statements.is_empty() {
            row.push(known(context, word, &statements));
        }
    }
    context.row(row)
}

/// Only through whom it is known that the authors say so: “According to The Gazette, citing The Post”, or of an outlet's
/// own report “Citing The Post”. Nothing if they are known directly.
pub fn route_line(context: &ViewContext, id: ClaimId) -> Option<Html> {
    let authors = of(context, id, None);
    let mut route = Route::of(context, &authors.statements);
    route.leave_out(&authors.parties);
    let mut word = Message::KnownThrough;
    let mut first = route.through();
    if first.is_empty() {
        word = Message::CitingOnly;
        first = std::mem::take(route.levels.get_mut(1)?);
    }
    (!first.is_empty()).then(|| route.cited(context, context.sentence(word, &[names(context, &first)])))
}

/// Everybody whom the line names.
pub fn named(context: &ViewContext, id: ClaimId) -> Vec<PartyId> {
    let authors = of(context, id, None);
    let route = Route::of(context, &authors.statements);
    let mut named = authors.parties.clone();
    for party in route.levels.iter().flatten() {
        named.push(*party);
    }
    named
}

/// Authors of one kind, and through whom their statements are known.
fn known(context: &ViewContext, word: Message, statements: &[(StatementId, Stance)]) -> Html {
    let mut route = Route::of(context, statements);
    let mut authors = parties(context, statements);
    // Of outlets that only pass on what others of them report, the last one is named first: it cites the others.
    if word == Message::ReportedBy {
        let last = without(&authors, route.levels.get(1..).unwrap_or_default());
        if !last.is_empty() {
            authors = last;
        }
    }
    route.leave_out(&authors);
    let mut line = context.sentence(word, &[names(context, &authors)]);
    if let ([party], Some((first, _))) = (authors.as_slice(), statements.first()) {
        let first = context.story.statement(*first);
        let speaker = first.by;
        let is_told = first.relayed_by.is_empty() && speaker != *party;
        if is_told && statements.iter().all(|(one, _)| context.story.statement(*one).by == speaker) {
            let through = context.sentence(Message::Through, &[elements::name(context, speaker)]);
            line = context.brackets(line, vec![through]);
        }
    }
    let through = route.through();
    if !through.is_empty() {
        line = context.sentence(Message::AccordingTo, &[line, names(context, &through)]);
    }
    route.cited(context, line)
}

/// Through whom statements are known.
struct Route {
    /// The people who relayed the words.
    relays: Vec<PartyId>,
    /// The outlets of the reports, then those that these cite, and so on. Each is named once.
    levels: Vec<Vec<PartyId>>,
}

impl Route {
    fn of(context: &ViewContext, statements: &[(StatementId, Stance)]) -> Self {
        let mut route = Self { relays: Vec::new(), levels: Vec::new() };
        let mut seen: Vec<(PartyId, usize)> = Vec::new();
        for (one, _) in statements {
            let relays = &context.story.statement(*one).relayed_by;
            // The last one is the author.
            for party in relays.iter().take(relays.len().saturating_sub(1)) {
                if !route.relays.contains(party) {
                    route.relays.push(*party);
                }
            }
            for step in context.story.chain(*one) {
                let report = context.story.report(step.report);
                if step.depth >= MAX_CITATIONS || report.is_disowned {
                    continue;
                }
                // An outlet that others cite is named where it is cited.
                match seen.iter_mut().find(|(outlet, _)| *outlet == report.outlet) {
                    Some((_, depth)) => *depth = (*depth).max(step.depth),
                    None => seen.push((report.outlet, step.depth)),
                }
            }
        }
        for (outlet, depth) in seen {
            while route.levels.len() <= depth {
                route.levels.push(Vec::new());
            }
            if let Some(level) = route.levels.get_mut(depth) {
                level.push(outlet);
            }
        }
        route
    }

    fn leave_out(&mut self, parties: &[PartyId]) {
        for level in &mut self.levels {
            *level = without(level, &[parties.to_vec()]);
        }
    }

    /// Those through whom the statements are known in the first place.
    fn through(&self) -> Vec<PartyId> {
        let mut through = self.relays.clone();
        for outlet in self.levels.first().map_or(&[][..], Vec::as_slice) {
            through.push(*outlet);
        }
        through
    }

    /// A line followed by the outlets that these cite, then those that they cite in turn.
    fn cited(&self, context: &ViewContext, mut line: Html) -> Html {
        for level in self.levels.iter().skip(1).filter(|level| !level.is_empty()) {
            line = context.sentence(Message::Citing, &[line, names(context, level)]);
        }
        line
    }
}

fn without(list: &[PartyId], others: &[Vec<PartyId>]) -> Vec<PartyId> {
    let mut left = Vec::new();
    for party in list {
        if !others.iter().any(|others| others.contains(party)) {
            left.push(*party);
        }
    }
    left
}

/// Names, or for many outlets their number.
pub fn names(context: &ViewContext, parties: &[PartyId]) -> Html {
    let is_outlet = |party: &PartyId| context.story.party(*party).kind == PartyKind::Outlet;
    if parties.len() > MAX_NAMES && parties.iter().all(is_outlet) {
        return elements::text(&context.texts.number(parties.len(), Message::Outlets));
    }
    first_names(context, parties)
}

/// The first names, and how many more there are.
pub fn first_names(context: &ViewContext, parties: &[PartyId]) -> Html {
    let mut named = Vec::new();
    for party in parties.iter().take(MAX_NAMES) {
        named.push((context.story.party(*party).name.clone(), elements::name(context, *party)));
    }
    let more = parties.len().saturating_sub(MAX_NAMES);
    if more > 0 {
        let more = context.texts.number(more, Message::More);
        named.push((more.clone(), elements::text(&more)));
    }
    context.list(named)
}
