//! An opened claim: its rows grow into entries, one for each party, with everything that was said about the claim. What
//! one line can say for many is one line.

use yew::{Html, html};

use super::context::ViewContext;
use super::{answers, author, chain, corrections, elements, origin, statement};
use crate::texts::Message;
use story::model::{
    Claim, ClaimId, ClaimKind, Finding, OccasionId, PartyId, PartyKind, Position, Relation, Stance, StatementId,
};

/// The content of an opened claim.
pub fn opened(context: &ViewContext, id: ClaimId, claim: &Claim) -> Html {
    let mut opened = vec![corrections::list(context, |correction| correction.claim == Some(id))];
    let positions = in_order(context, id, claim);
    let mut entries = Vec::new();
    let (mut reporters, mut silent) = (Vec::new(), Vec::new());
    let is_outlet = |party: PartyId| context.story.party(party).kind == PartyKind::Outlet;
    for position in &positions {
        let is_worded = all(position).iter().any(|(one, _)| statement::has_words(context, *one));
        match position.stance {
            _ if is_worded => entries.push(entry(context, position)),
            Stance::Reports if position.rest.is_empty() && is_outlet(position.party) => reporters.push(position),
            Stance::Declined | Stance::NoResponse => silent.push(position),
            _ => entries.push(entry(context, position)),
        }
    }
    // Somebody whom the claim is about and who only speaks for others: the words are in the entry of those others.
    for (party, position) in claim.about.iter().zip(context.story.answers(id)) {
        if let Some(position) = position.filter(|_| !positions.iter().any(|one| one.party == *party)) {
            let answer = answers::answer(context, *party, Some(&position));
            let who = who(context, *party);
            entries.push(elements::li("entry", elements::joined([who, elements::div("body", answer)])));
        }
    }
    opened.push(elements::ol("statements", entries));
    opened.push(reported(context, &reporters));
    opened.push(unanswered(context, &silent));
    opened.push(unfound(context, id, claim));
    opened.push(origin::line(context, id));
    for one in &claim.findings {
        opened.push(verdict(context, one));
    }
    elements::add(&mut opened, claim.note.as_ref().map(|note| elements::note(context, note)));
    for (other, relation) in &claim.related {
        let word = match relation {
            Relation::Narrower => Message::NarrowerClaim,
            Relation::Broader => Message::BroaderClaim,
            Relation::Contrary => Message::ContraryClaim,
            Relation::Related => Message::RelatedClaim,
        };
        // Here, too, readers see first who says so. What follows are the other claim's status and the replies to it.
        let claim = [author::of(context, *other, None).line.clone(), elements::claim_link(context, *other)];
        let line = context.sentence(word, &[context.sentence(Message::Reply, &claim)]);
        let legal = elements::legal(context, *other, None);
        let replies = elements::ul("replies", None, answers::replies(context, *other, None));
        opened.push(elements::div("related", elements::joined([html! { <p>{ line }</p> }, legal, replies])));
    }
    elements::all(opened)
}

/// All statements of a position, the one that says where the party stands first.
fn all(position: &Position) -> Vec<(StatementId, Stance)> {
    let mut all = vec![(position.latest, position.stance)];
    for one in position.rest.iter().rev() {
        all.push(*one);
    }
    all
}

/// The positions on a claim: those who put it forward, those whom it is about, and the others.
fn in_order(context: &ViewContext, id: ClaimId, claim: &Claim) -> Vec<Position> {
    let authors = author::of(context, id, None);
    let rank = |party: PartyId| match (authors.parties.contains(&party), claim.about.contains(&party)) {
        (true, _) => 0,
        (_, true) => 1,
        _ => 2,
    };
    let mut ordered = Vec::new();
    let positions = context.story.positions(id);
    for wanted in 0..3 {
        for one in &positions {
            if rank(one.party) == wanted {
                ordered.push(one.clone());
            }
        }
    }
    ordered
}

/// A party with all that it said on the claim. Statements of one occasion stand under one head.
fn entry(context: &ViewContext, position: &Position) -> Html {
    let party = position.party;
    let mut body = Vec::new();
    let mut of_occasions: Vec<(OccasionId, Vec<(StatementId, Stance)>)> = Vec::new();
    for (one, stance) in all(position) {
        let occasion = context.story.statement(one).occasion;
        match occasion {
            Some(id) => match of_occasions.iter_mut().find(|(other, _)| *other == id) {
                Some((_, statements)) => statements.push((one, stance)),
                None => {
                    of_occasions.push((id, vec![(one, stance)]));
                    body.push(Err(id));
                }
            },
            None => body.push(Ok((one, stance))),
        }
    }
    let mut said = Vec::new();
    for piece in body {
        said.push(match piece {
            Ok((one, stance)) => elements::div("statement", statement::piece(context, party, one, stance, false)),
            Err(id) => {
                let statements = of_occasions.iter().find(|(other, _)| *other == id).map(|(_, list)| list.as_slice());
                occasion(context, party, id, statements.unwrap_or_default())
            }
        });
    }
    let who = who(context, party);
    let known = statement::sourced(context, context.story.party(party));
    elements::li(
        "entry",
        elements::joined([who, elements::div("body", elements::all(vec![known, elements::all(said)]))]),
    )
}

/// The heading of a party's entry. The description of an unnamed source begins like a sentence there.
pub fn who(context: &ViewContext, party: PartyId) -> Html {
    let is_unnamed = context.story.party(party).kind == PartyKind::Unnamed;
    let part = if is_unnamed { "who unnamed" } else { "who" };
    context.heading(1, part, None, statement::introduction(context, party))
}

/// The statements of one occasion under what holds for all of them.
fn occasion(context: &ViewContext, party: PartyId, id: OccasionId, statements: &[(StatementId, Stance)]) -> Html {
    if let [(one, stance)] = statements {
        return elements::div("statement", statement::piece(context, party, *one, *stance, false));
    }
    let occasion = context.story.occasion(id);
    let how = occasion.title.as_deref().or(occasion.medium.as_deref());
    let when = statement::time(context, None, occasion.date.as_ref(), how.is_some());
    let head = statement::details(context, how, when, None, occasion.url.as_ref(), None, occasion.archive_url.as_ref());
    let mut points = Vec::new();
    for (one, stance) in statements {
        points.push(elements::li("statement", statement::piece(context, party, *one, *stance, true)));
    }
    elements::div("occasion", elements::joined([head, elements::ul("points", None, points)]))
}

/// A heading and what holds for all that it names, in one line.
fn group(context: &ViewContext, word: Message, names: Vec<(String, Html)>) -> Html {
    if names.is_empty() {
        return Html::default();
    }
    let title = context.heading(1, "group-title", None, elements::text(context.texts.say(word)));
    let names = elements::p("names", context.list(names));
    elements::div("group", elements::joined([title, elements::text(" "), names]))
}

/// The outlets that report the claim without words of their own, each with its report.
fn reported(context: &ViewContext, positions: &[&Position]) -> Html {
    let mut names = Vec::new();
    for position in positions {
        let name = context.story.party(position.party).name.clone();
        let own = context.story.own_report(position.latest);
        names.push((
            name,
            match own {
                Some(report) => chain::report_link(context, report),
                None => elements::linked_name(context, position.party),
            },
        ));
    }
    group(context, Message::ReportIt, names)
}

/// Those who were asked and did not answer, each with how and when.
fn unanswered(context: &ViewContext, positions: &[&Position]) -> Html {
    let mut names = Vec::new();
    for position in positions {
        let statement = context.story.statement(position.latest);
        let mut remarks = Vec::new();
        // The heading says of the others that they did not answer.
        if position.stance == Stance::Declined {
            remarks.push(elements::text(answers::words(context, position.party, position.stance)));
        }
        for attempt in &statement.attempts {
            elements::add(&mut remarks, statement::asked(context, attempt));
        }
        if let Some(deadline) = &statement.deadline {
            remarks.push(context.sentence(Message::Deadline, &[context.time(deadline)]));
        }
        if let Some(date) = &statement.date {
            remarks.push(context.sentence(Message::AsOf, &[context.time(date)]));
        }
        let name = context.story.party(position.party).name.clone();
        names.push((name, context.brackets(statement::introduction(context, position.party), remarks)));
    }
    group(context, Message::AskedNoAnswer, names)
}

/// The parties that the claim is about and of which no statement was found, since their silence is part of the record.
fn unfound(context: &ViewContext, id: ClaimId, claim: &Claim) -> Html {
    let mut names = Vec::new();
    for (party, position) in claim.about.iter().zip(context.story.answers(id)) {
        if position.is_none() && claim.kind == ClaimKind::Fact {
            let name = context.story.party(*party).name.clone();
            names.push((name, statement::introduction(context, *party)));
        }
    }
    group(context, Message::NoStatementFoundBy, names)
}

/// A judgement, always with the name of the party that made it.
pub fn verdict(context: &ViewContext, finding: &Finding) -> Html {
    let label = elements::span("stance", elements::own(context, &finding.label));
    let named = elements::linked_name(context, finding.by);
    let mut lines = vec![elements::p("stance-line", context.sentence(Message::VerdictOf, &[named, label]))];
    if let Some(explanation) = &finding.explanation {
        lines.push(elements::p("paraphrase", elements::own(context, explanation)));
    }
    let when = statement::time(context, Some(Message::Published), finding.date.as_ref(), false);
    lines.push(statement::details(context, None, when, None, finding.url.as_ref(), None, None));
    elements::div("verdict", elements::all(lines))
}
