//! One statement: who made it, its stance on the claim, the words, the date, and how it is known.

use yew::{AttrValue, Html, html};

use super::context::ViewContext;
use super::{answers, chain, corrections, elements};
use crate::texts::Message;
use story::model::{Attempt, ClaimId, Group, Link, Order, Party, PartyId, PartyKind, Stance, Statement, StatementId};

/// A statement in an opened claim, with its stance on that claim.
pub fn entry(context: &ViewContext, claim: ClaimId, id: StatementId, stance: Stance) -> Html {
    let statement = context.story.statement(id);
    let mut entry = vec![who(context, statement), answers::stance(context, stance), words(context, id)];
    for attempt in &statement.attempts {
        asked(context, attempt, &mut entry);
    }
    if let Some(deadline) = &statement.deadline {
        entry.push(elements::p("meta", context.sentence(Message::Deadline, &[context.time(deadline)])));
    }
    let date = statement.date.as_ref();
    let (url, archive) = (statement.url.as_ref(), statement.archive_url.as_ref());
    let word = match (stance.group(), context.story.party(statement.by).kind) {
        (Group::NoAnswer, _) => Message::AsOf,
        (_, PartyKind::Outlet) => Message::Published,
        _ => Message::Said,
    };
    let date = date.map(|date| context.sentence(word, &[context.time(date)]));
    let quote = statement.quote.as_deref();
    entry.push(details(context, date, statement.medium.as_deref(), url, quote, archive));
    entry.push(chain::of(context, id, statement.by));
    history(context, claim, id, &mut entry);
    elements::li("statement", elements::all(entry))
}

/// The speaker with role, the party that they speak for, and for an unnamed source all that can be said about it.
pub fn who(context: &ViewContext, statement: &Statement) -> Html {
    let party = context.story.party(statement.by);
    let mut known = Vec::new();
    for spoken_for in context.story.speaks_as(statement) {
        if spoken_for != statement.by {
            known.push(context.sentence(Message::OnBehalfOf, &[elements::name(context, spoken_for)]));
        }
    }
    if let Some(circular) = party.circular {
        known.push(context.sentence(Message::SpeaksInCircle, &[elements::name(context, circular)]));
    }
    elements::all(vec![introduced(context, statement.by, known), sourced(context, party)])
}

/// What is known about a party besides its name: its role, how many people it is, and for an unnamed source all that
/// can be said about it.
pub fn known_of(context: &ViewContext, id: PartyId) -> Html {
    let party = context.story.party(id);
    let mut known = Vec::new();
    elements::add(&mut known, party.role.as_ref().map(|role| elements::own(context, role)));
    elements::add(&mut known, people(context, party));
    if let Some(circular) = party.circular {
        known.push(context.sentence(Message::SpeaksInCircle, &[elements::name(context, circular)]));
    }
    let mut lines = Vec::new();
    elements::add(&mut lines, context.commas(known).map(|known| elements::p("role", known)));
    lines.push(sourced(context, party));
    elements::all(lines)
}

fn people(context: &ViewContext, party: &Party) -> Option<Html> {
    party
        .count
        .filter(|count| *count > 1)
        .map(|count| elements::text(&context.texts.number(count.into(), Message::People)))
}

fn sourced(context: &ViewContext, party: &Party) -> Html {
    let mut lines = Vec::new();
    if let Some(description) = &party.description {
        lines.push(elements::p("source", elements::own(context, description)));
    }
    for (text, word) in [(&party.reason, Message::WhyUnnamed), (&party.how_they_know, Message::HowTheyKnow)] {
        if let Some(text) = text {
            lines.push(elements::said(context, "source", word, text));
        }
    }
    elements::all(lines)
}

/// A party with its role, and with what else is known about this statement's speaker.
pub fn introduced(context: &ViewContext, id: PartyId, more: Vec<Html>) -> Html {
    let party = context.story.party(id);
    let mut known = vec![elements::linked_name(context, id)];
    if let Some(role) = &party.role {
        known.push(elements::own(context, role));
    }
    elements::add(&mut known, people(context, party));
    for one in more {
        known.push(one);
    }
    elements::p("who", context.commas(known).unwrap_or_default())
}

/// The statement's text: the quotation, the newsroom's words, and the note and corrections that must accompany them
/// everywhere.
pub fn words(context: &ViewContext, id: StatementId) -> Html {
    let statement = context.story.statement(id);
    let mut words = vec![quotation(context, statement)];
    elements::add(
        &mut words,
        statement.text.as_ref().map(|text| elements::p("paraphrase", elements::own(context, text))),
    );
    elements::add(&mut words, statement.note.as_ref().map(|note| elements::note(context, note)));
    words.push(corrections::list(context, |correction| correction.statement == Some(id)));
    elements::all(words)
}

/// The quotation and its translation. Only a quotation has quotation marks.
fn quotation(context: &ViewContext, statement: &Statement) -> Html {
    let translation = match &statement.translation {
        Some(text) => elements::said(context, "translation", Message::Translation, text),
        None => Html::default(),
    };
    let Some(quote) = &statement.quote else { return translation };
    let lang = statement.lang.clone().map(AttrValue::from).or_else(|| context.own_lang());
    html! {
        <blockquote part="quote">
            <p {lang} dir="auto">{ context.texts.fill(Message::Quotation, std::slice::from_ref(quote)) }</p>
            { translation }
        </blockquote>
    }
}

/// When, how and where, in one line.
pub fn details(
    context: &ViewContext,
    date: Option<Html>,
    medium: Option<&str>,
    url: Option<&Link>,
    quote: Option<&str>,
    archive: Option<&Link>,
) -> Html {
    let mut row = Vec::new();
    elements::add(&mut row, date);
    if let Some(medium) = medium {
        row.push(elements::own(context, medium));
    }
    if let Some(host) = url.map(Link::host) {
        let source = elements::text(&context.texts.fill(Message::Source, &[host.to_owned()]));
        let href = url.and_then(|url| url.href_at(quote.unwrap_or_default()));
        // A link that cannot be followed is still readable as text.
        row.push(match href {
            Some(href) => elements::link(href, source),
            None => source,
        });
    }
    if archive.is_some() {
        row.push(elements::linked(context, archive, elements::text(context.texts.say(Message::ArchivedCopy))));
    }
    if row.is_empty() { Html::default() } else { elements::p("meta", context.row(row)) }
}

fn asked(context: &ViewContext, attempt: &Attempt, entry: &mut Vec<Html>) {
    let by = attempt.by.as_ref().map(|by| elements::own(context, by));
    let date = attempt.date.as_ref().map(|date| context.time(date));
    let (word, known) = match (by, date) {
        (Some(by), Some(date)) => (Message::AskedByOn, vec![by, date]),
        (Some(by), None) => (Message::AskedBy, vec![by]),
        (None, Some(date)) => (Message::AskedOn, vec![date]),
        (None, None) => return,
    };
    entry.push(elements::p("meta", context.sentence(word, &known)));
}

/// How the party's position changed to or from this statement.
fn history(context: &ViewContext, claim: ClaimId, id: StatementId, entry: &mut Vec<Html>) {
    let story = &context.story;
    // As in the rows, words on behalf of others are no earlier position of the speaker's own.
    let party = story.speaks_for(story.statement(id));
    let position = if story.claim(claim).about.contains(&party) {
        story.position(claim, party)
    } else {
        story.positions(claim).into_iter().find(|position| position.party == party)
    };
    let Some(position) = position.filter(|position| position.stance.group() != Group::NoAnswer) else { return };
    for other in story.others(&position) {
        // A non-answer is no position.
        if other.stance.group() == Group::NoAnswer {
            continue;
        }
        if other.order == Order::Earlier && position.latest == id {
            entry.push(moved(context, Message::EarlierPosition, other.statement, other.stance));
        }
        if other.order == Order::Earlier && other.statement == id {
            entry.push(moved(context, Message::LaterPosition, position.latest, position.stance));
        }
    }
}

/// A party's earlier or later position.
pub fn moved(context: &ViewContext, word: Message, statement: StatementId, stance: Stance) -> Html {
    let stance = elements::text(context.texts.stance(stance));
    let dated = match &context.story.statement(statement).date {
        Some(date) => context.sentence(Message::StanceDated, &[stance, context.time(date)]),
        None => stance,
    };
    elements::p("history", context.sentence(word, &[dated]))
}
