//! One statement: its stance on a claim, the words, when and how it was made, and how it is known.

use yew::{AttrValue, Html, html};

use super::context::ViewContext;
use super::{answers, chain, corrections, elements};
use crate::texts::Message;
use story::model::{Attempt, Group, Link, Party, PartyId, PartyKind, Stance, Statement, StatementId, When};

/// A statement in the entry of the party whose position it is. What an occasion says for all of its statements is left
/// out.
pub fn piece(context: &ViewContext, party: PartyId, id: StatementId, stance: Stance, has_head: bool) -> Html {
    let statement = context.story.statement(id);
    let mut via = vec![answers::said(context, party, stance)];
    if statement.by != party {
        via.push(elements::text(" "));
        via.push(elements::span("via", context.sentence(Message::Through, &[introduction(context, statement.by)])));
    }
    // The space separates the two where they are on one line.
    let mut lines = vec![elements::p("stance-line", elements::all(via)), elements::text(" "), words(context, id)];
    if statement.by != party {
        lines.push(sourced(context, context.story.party(statement.by)));
    }
    for attempt in &statement.attempts {
        elements::add(&mut lines, asked(context, attempt).map(|asked| elements::p("meta", asked)));
    }
    if let Some(deadline) = &statement.deadline {
        lines.push(elements::p("meta", context.sentence(Message::Deadline, &[context.time(deadline)])));
    }
    if !has_head {
        lines.push(when_and_where(context, statement, stance));
    }
    lines.push(answered(context, statement));
    lines.push(chain::of(context, id, statement.by));
    elements::all(lines)
}

/// To whom a statement replies.
pub fn answered(context: &ViewContext, statement: &Statement) -> Html {
    let Some(id) = statement.reply_to else { return Html::default() };
    let party = context.story.speaks_for(context.story.statement(id));
    elements::p("meta", context.sentence(Message::InReplyTo, &[elements::name(context, party)]))
}

/// When, how and where a statement was made.
pub fn when_and_where(context: &ViewContext, statement: &Statement, stance: Stance) -> Html {
    let prefix = match (stance.group(), context.story.party(statement.by).kind) {
        (Group::NoAnswer, _) => Some(Message::AsOf),
        (_, PartyKind::Outlet) => Some(Message::Published),
        _ => None,
    };
    let title = statement.occasion.and_then(|id| context.story.occasion(id).title.as_deref());
    let how = title.or(statement.medium.as_deref());
    let is_document = context.story.party(statement.by).kind == PartyKind::Document;
    let when = time(context, prefix, statement.date.as_ref(), how.is_some() || is_document);
    let quote = statement.quote.as_deref();
    let (url, archive) = (statement.url.as_ref(), statement.archive_url.as_ref());
    details(context, how, when, statement.date_note.as_deref(), url, quote, archive)
}

/// A date with the word that says what happened on it, unless what was made on it says so.
pub fn time(context: &ViewContext, prefix: Option<Message>, date: Option<&When>, has_medium: bool) -> Option<Html> {
    let date = context.time(date?);
    match prefix.or((!has_medium).then_some(Message::Said)) {
        Some(word) => Some(context.sentence(word, &[date])),
        None => Some(date),
    }
}

/// A party's name and role.
pub fn introduction(context: &ViewContext, id: PartyId) -> Html {
    let party = context.story.party(id);
    let mut known = vec![elements::linked_name(context, id)];
    elements::add(&mut known, party.role.as_ref().map(|role| elements::span("role", elements::own(context, role))));
    elements::add(&mut known, people(context, party));
    if let Some(circular) = party.circular {
        known.push(context.sentence(Message::SpeaksInCircle, &[elements::name(context, circular)]));
    }
    context.commas(known).unwrap_or_default()
}

fn people(context: &ViewContext, party: &Party) -> Option<Html> {
    let count = party.count.filter(|count| *count > 1)?;
    Some(elements::text(&context.texts.number(count.into(), Message::People)))
}

/// What more is said of a party, and for an unnamed source why it is not named and how it knows.
pub fn sourced(context: &ViewContext, party: &Party) -> Html {
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

/// Whether a statement has words of its own, or anything else that one line cannot say.
pub fn has_words(context: &ViewContext, id: StatementId) -> bool {
    let one = context.story.statement(id);
    one.quote.is_some()
        || one.text.is_some()
        || one.translation.is_some()
        || one.note.is_some()
        || context.story.corrections.iter().any(|correction| correction.statement == Some(id))
}

/// The statement's text: through whom the words came, the quotation, the newsroom's words, and the note and corrections
/// that must accompany them everywhere.
pub fn words(context: &ViewContext, id: StatementId) -> Html {
    let statement = context.story.statement(id);
    let mut words = vec![chain::relayed(context, id), quotation(context, statement)];
    elements::add(
        &mut words,
        statement.text.as_ref().map(|text| elements::p("paraphrase", elements::own(context, text))),
    );
    elements::add(&mut words, statement.note.as_ref().map(|note| elements::p("remark", elements::own(context, note))));
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
    let words = elements::lines(&context.texts.fill(Message::Quotation, std::slice::from_ref(quote)));
    let words = html! { <p {lang} dir="auto">{ words }</p> };
    elements::element("blockquote", "quote", elements::joined([words, translation]))
}

/// How, when and where, in one line.
pub fn details(
    context: &ViewContext,
    how: Option<&str>,
    when: Option<Html>,
    note: Option<&str>,
    url: Option<&Link>,
    quote: Option<&str>,
    archive: Option<&Link>,
) -> Html {
    let mut row = Vec::new();
    elements::add(&mut row, how.map(|how| elements::own(context, how)));
    elements::add(&mut row, when);
    elements::add(&mut row, note.map(|note| elements::own(context, note)));
    if let Some(host) = url.map(Link::host) {
        let source = context.sentence(Message::Source, &[elements::isolated(host)]);
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

/// One attempt to get an answer.
pub fn asked(context: &ViewContext, attempt: &Attempt) -> Option<Html> {
    let by = attempt.by.as_ref().map(|by| elements::own(context, by));
    let date = attempt.date.as_ref().map(|date| context.time(date));
    let (word, known) = match (by, date) {
        (Some(by), Some(date)) => (Message::AskedByOn, vec![by, date]),
        (Some(by), None) => (Message::AskedBy, vec![by]),
        (None, Some(date)) => (Message::AskedOn, vec![date]),
        (None, None) => return None,
    };
    Some(context.sentence(word, &known))
}
