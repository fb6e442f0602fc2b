//! One statement: who made it, its stance on the claim, the words, the date, and how it is known.

use yew::{AttrValue, Html, html};

use super::scene::Scene;
use super::{answers, chain, corrections, parts};
use crate::texts::Word;
use story::model::{Attempt, ClaimId, Group, Link, Order, Party, PartyId, PartyKind, Stance, Statement, StatementId};

/// A statement in an opened claim, with its stance on that claim.
pub fn entry(scene: &Scene, claim: ClaimId, id: StatementId, stance: Stance) -> Html {
    let statement = scene.panel.statement(id);
    let mut entry = vec![who(scene, statement), answers::stance(scene, stance), words(scene, id)];
    for attempt in &statement.attempts {
        asked(scene, attempt, &mut entry);
    }
    if let Some(deadline) = &statement.deadline {
        entry.push(parts::p("meta", scene.sentence(Word::Deadline, &[scene.time(deadline)])));
    }
    let date = statement.date.as_ref();
    let (url, archive) = (statement.url.as_ref(), statement.archive_url.as_ref());
    let word = match (stance.group(), scene.panel.party(statement.by).kind) {
        (Group::NoAnswer, _) => Word::AsOf,
        (_, PartyKind::Outlet) => Word::Published,
        _ => Word::Said,
    };
    let date = date.map(|date| scene.sentence(word, &[scene.time(date)]));
    let quote = statement.quote.as_deref();
    entry.push(details(scene, date, statement.medium.as_deref(), url, quote, archive));
    entry.push(chain::of(scene, id, statement.by));
    history(scene, claim, id, &mut entry);
    parts::li("statement", parts::all(entry))
}

/// The speaker with role, the party that they speak for, and for an unnamed source all that can be said about it.
pub fn who(scene: &Scene, statement: &Statement) -> Html {
    let party = scene.panel.party(statement.by);
    let mut known = Vec::new();
    for spoken_for in scene.panel.speaks_as(statement) {
        if spoken_for != statement.by {
            known.push(scene.sentence(Word::OnBehalfOf, &[parts::name(scene, spoken_for)]));
        }
    }
    if let Some(circular) = party.circular {
        known.push(scene.sentence(Word::SpeaksInCircle, &[parts::name(scene, circular)]));
    }
    parts::all(vec![introduced(scene, statement.by, known), sourced(scene, party)])
}

/// What is known about a party besides its name: its role, how many people it is, and for an unnamed source all that
/// can be said about it.
pub fn known_of(scene: &Scene, id: PartyId) -> Html {
    let party = scene.panel.party(id);
    let mut known = Vec::new();
    parts::add(&mut known, party.role.as_ref().map(|role| parts::own(scene, role)));
    parts::add(&mut known, people(scene, party));
    if let Some(circular) = party.circular {
        known.push(scene.sentence(Word::SpeaksInCircle, &[parts::name(scene, circular)]));
    }
    let mut lines = Vec::new();
    parts::add(&mut lines, scene.commas(known).map(|known| parts::p("role", known)));
    lines.push(sourced(scene, party));
    parts::all(lines)
}

fn people(scene: &Scene, party: &Party) -> Option<Html> {
    party.count.filter(|count| *count > 1).map(|count| parts::text(&scene.texts.number(count.into(), Word::People)))
}

fn sourced(scene: &Scene, party: &Party) -> Html {
    let mut lines = Vec::new();
    if let Some(description) = &party.description {
        lines.push(parts::p("source", parts::own(scene, description)));
    }
    for (text, word) in [(&party.reason, Word::WhyUnnamed), (&party.how_they_know, Word::HowTheyKnow)] {
        if let Some(text) = text {
            lines.push(parts::said(scene, "source", word, text));
        }
    }
    parts::all(lines)
}

/// A party with its role, and with what else is known about this statement's speaker.
pub fn introduced(scene: &Scene, id: PartyId, more: Vec<Html>) -> Html {
    let party = scene.panel.party(id);
    let mut known = vec![parts::linked_name(scene, id)];
    if let Some(role) = &party.role {
        known.push(parts::own(scene, role));
    }
    parts::add(&mut known, people(scene, party));
    for one in more {
        known.push(one);
    }
    parts::p("who", scene.commas(known).unwrap_or_default())
}

/// The statement's text: the quotation, the newsroom's words, and the note and corrections that must accompany them
/// everywhere.
pub fn words(scene: &Scene, id: StatementId) -> Html {
    let statement = scene.panel.statement(id);
    let mut words = vec![quotation(scene, statement)];
    parts::add(&mut words, statement.text.as_ref().map(|text| parts::p("paraphrase", parts::own(scene, text))));
    parts::add(&mut words, statement.note.as_ref().map(|note| parts::note(scene, note)));
    words.push(corrections::list(scene, |correction| correction.statement == Some(id)));
    parts::all(words)
}

/// The quotation and its translation. Only a quotation has quotation marks.
fn quotation(scene: &Scene, statement: &Statement) -> Html {
    let translation = match &statement.translation {
        Some(text) => parts::said(scene, "translation", Word::Translation, text),
        None => Html::default(),
    };
    let Some(quote) = &statement.quote else { return translation };
    let lang = statement.lang.clone().map(AttrValue::from).or_else(|| scene.own_lang());
    html! {
        <blockquote part="quote">
            <p {lang} dir="auto">{ scene.texts.fill(Word::Quotation, std::slice::from_ref(quote)) }</p>
            { translation }
        </blockquote>
    }
}

/// When, how and where, in one line.
pub fn details(
    scene: &Scene,
    date: Option<Html>,
    medium: Option<&str>,
    url: Option<&Link>,
    quote: Option<&str>,
    archive: Option<&Link>,
) -> Html {
    let mut row = Vec::new();
    parts::add(&mut row, date);
    if let Some(medium) = medium {
        row.push(parts::own(scene, medium));
    }
    if let Some(host) = url.map(Link::host) {
        let source = parts::text(&scene.texts.fill(Word::Source, &[host.to_owned()]));
        let href = url.and_then(|url| url.href_at(quote.unwrap_or_default()));
        // A link that cannot be followed is still readable as text.
        row.push(match href {
            Some(href) => parts::link(href, source),
            None => source,
        });
    }
    if archive.is_some() {
        row.push(parts::linked(scene, archive, parts::text(scene.texts.say(Word::ArchivedCopy))));
    }
    if row.is_empty() { Html::default() } else { parts::p("meta", scene.row(row)) }
}

fn asked(scene: &Scene, attempt: &Attempt, entry: &mut Vec<Html>) {
    let by = attempt.by.as_ref().map(|by| parts::own(scene, by));
    let date = attempt.date.as_ref().map(|date| scene.time(date));
    let (word, known) = match (by, date) {
        (Some(by), Some(date)) => (Word::AskedByOn, vec![by, date]),
        (Some(by), None) => (Word::AskedBy, vec![by]),
        (None, Some(date)) => (Word::AskedOn, vec![date]),
        (None, None) => return,
    };
    entry.push(parts::p("meta", scene.sentence(word, &known)));
}

/// How the party's position changed to or from this statement.
fn history(scene: &Scene, claim: ClaimId, id: StatementId, entry: &mut Vec<Html>) {
    let panel = &scene.panel;
    // As in the rows, words on behalf of others are no earlier position of the speaker's own.
    let party = panel.speaks_for(panel.statement(id));
    let position = if panel.claim(claim).about.contains(&party) {
        panel.position(claim, party)
    } else {
        panel.positions(claim).into_iter().find(|position| position.party == party)
    };
    let Some(position) = position.filter(|position| position.stance.group() != Group::NoAnswer) else { return };
    for other in panel.others(&position) {
        // A non-answer is no position.
        if other.stance.group() == Group::NoAnswer {
            continue;
        }
        if other.order == Order::Earlier && position.latest == id {
            entry.push(moved(scene, Word::EarlierPosition, other.statement, other.stance));
        }
        if other.order == Order::Earlier && other.statement == id {
            entry.push(moved(scene, Word::LaterPosition, position.latest, position.stance));
        }
    }
}

/// A party's earlier or later position.
pub fn moved(scene: &Scene, word: Word, statement: StatementId, stance: Stance) -> Html {
    let stance = parts::text(scene.texts.stance(stance));
    let dated = match &scene.panel.statement(statement).date {
        Some(date) => scene.sentence(Word::StanceDated, &[stance, scene.time(date)]),
        None => stance,
    };
    parts::p("history", scene.sentence(word, &[dated]))
}
