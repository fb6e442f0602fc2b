//! A story as text that people can read and compare.
//!
//! The outline contains the whole model. It destructures every struct field by field, so that a new
//! field that is missing here is a compile error.

use story::model::{
    Attempt, Basis, Claim, ClaimId, ClaimKind, Correction, Finding, Group, Legal, Occasion, Order, Party, PartyId,
    PartyKind, Passage, Publisher, Report, Stance, Statement, StatementId, Step, Story, Update,
};

use crate::lines::{Lines, shorten};
use crate::stances::word;

/// The whole story.
pub fn outline(story: &Story) -> String {
    let mut lines = Lines::default();
    lines.add(0, &format!("{} ({})", shorten(&story.title), story.lang));
    lines.maybe(1, "summary", &story.summary);
    lines.maybe(1, "updated", &story.updated);
    lines.maybe(1, "time zone", &story.time_zone);
    lines.maybe(1, "article", &story.article);
    if let Some(Publisher { name, url, corrections_url, contact_url }) = &story.publisher {
        lines.add(1, &format!("publisher: {name}"));
        lines.maybe(2, "url", url);
        lines.maybe(2, "corrections", corrections_url);
        lines.maybe(2, "contact", contact_url);
    }
    for one in &story.corrections {
        correction(story, one, 1, &mut lines);
    }
    let many = story.all_parties().count() > 100 || story.all_claims().count() > 100;
    if many {
        let (parties, claims) = (story.all_parties().count(), story.all_claims().count());
        lines.add(0, &format!("{parties} parties, {claims} claims, {} statements", story.all_statements().count()));
        return lines.text();
    }
    for (_, one) in story.all_parties() {
        party(story, one, &mut lines);
    }
    for (_, one) in story.all_reports() {
        report(story, one, &mut lines);
    }
    for (_, one) in story.all_occasions() {
        occasion(story, one, &mut lines);
    }
    for (id, one) in story.all_claims() {
        claim(story, id, one, &mut lines);
    }
    lines.text()
}

fn name(story: &Story, party: PartyId) -> String {
    shorten(&story.party(party).name)
}

fn correction(story: &Story, correction: &Correction, depth: usize, lines: &mut Lines) {
    let Correction { date, text, claim, statement } = correction;
    lines.add(depth, &format!("correction: {text}"));
    lines.maybe(depth + 1, "date", date);
    if let Some(claim) = claim {
        lines.add(depth + 1, &format!("of claim {}", story.claim(*claim).key));
    }
    if let Some(statement) = statement {
        lines.add(
            depth + 1,
            &format!("of statement {}", story.statement(*statement).key.as_deref().unwrap_or("without id")),
        );
    }
}

fn party(story: &Story, party: &Party, lines: &mut Lines) {
    let Party { key, name, kind, aliases, role, url, represents, circular, description, reason, how_they_know, count } =
        party;
    let kind = match kind {
        PartyKind::Person => "person",
        PartyKind::Organisation => "organisation",
        PartyKind::Outlet => "outlet",
        PartyKind::Unnamed => "unnamed",
        PartyKind::Document => "document",
    };
    lines.add(0, &format!("party {key}: {}, {kind}", shorten(name)));
    for alias in aliases {
        lines.add(1, &format!("also called {alias}"));
    }
    lines.maybe(1, "role", role);
    lines.maybe(1, "url", url);
    lines.maybe(1, "represents", &represents.map(|id| self::name(story, id)));
    lines.maybe(1, "would represent", &circular.map(|id| self::name(story, id)));
    lines.maybe(1, "description", description);
    lines.maybe(1, "reason", reason);
    lines.maybe(1, "how they know", how_they_know);
    lines.maybe(1, "count", count);
}

fn report(story: &Story, report: &Report, lines: &mut Lines) {
    let Report { key, outlet, title, url, archive_url, date, cites, circular, syndicates, is_disowned, updates } =
        report;
    lines.add(0, &format!("report {key}: {}", name(story, *outlet)));
    lines.maybe(1, "title", title);
    lines.maybe(1, "url", url);
    lines.maybe(1, "archive", archive_url);
    lines.maybe(1, "date", date);
    citations(story, cites.as_deref(), lines, 1);
    for id in circular {
        lines.add(1, &format!("would cite {}", story.report(*id).key));
    }
    lines.maybe(1, "republishes", &syndicates.map(|id| story.report(id).key.clone()));
    if *is_disowned {
        lines.add(1, "disowned by the outlet");
    }
    for Update { date, text, url } in updates {
        lines.add(1, &format!("update: {text}"));
        lines.maybe(2, "date", date);
        lines.maybe(2, "url", url);
    }
}

/// What a report or a statement is recorded to rely on.
fn citations(story: &Story, cites: Option<&[story::model::ReportId]>, lines: &mut Lines, depth: usize) {
    match cites {
        None => {}
        Some([]) => lines.add(depth, "own reporting"),
        Some(cites) => cites.iter().for_each(|id| lines.add(depth, &format!("cites {}", story.report(*id).key))),
    }
}

fn occasion(story: &Story, occasion: &Occasion, lines: &mut Lines) {
    let Occasion { key, by, title, date, medium, url, archive_url } = occasion;
    let by = by.map(|by| format!(", {}", name(story, by))).unwrap_or_default();
    lines.add(0, &format!("occasion {key}{by}"));
    lines.maybe(1, "title", title);
    lines.maybe(1, "date", date);
    lines.maybe(1, "medium", medium);
    lines.maybe(1, "url", url);
    lines.maybe(1, "archive", archive_url);
}

fn claim(story: &Story, id: ClaimId, claim: &Claim, lines: &mut Lines) {
    let Claim { key, text, kind, legal, related, about, passages, note, findings, statements } = claim;
    let kind = if *kind == ClaimKind::Opinion { " (opinion)" } else { "" };
    lines.add(0, &format!("claim {key}: {}{kind}", shorten(text)));
    if let Some(Legal { text, date, url }) = legal {
        lines.add(1, &format!("legal status: {text}"));
        lines.maybe(2, "date", date);
        lines.maybe(2, "url", url);
    }
    for (other, relation) in related {
        lines.add(1, &format!("{}: {}", word(relation), story_claim(story, *other)));
    }
    for party in about {
        lines.add(1, &format!("about {}", answer(story, id, *party)));
    }
    for Passage { exact, prefix, suffix } in passages {
        let (prefix, suffix) = (prefix.as_deref().unwrap_or_default(), suffix.as_deref().unwrap_or_default());
        lines.add(1, &format!("passage: {prefix}[{exact}]{suffix}"));
    }
    lines.maybe(1, "note", note);
    for Finding { by, label, explanation, url, date } in findings {
        lines.add(1, &format!("finding of {}: {label}", name(story, *by)));
        lines.maybe(2, "explanation", explanation);
        lines.maybe(2, "url", url);
        lines.maybe(2, "date", date);
    }
    for one in story.corrections.iter().filter(|one| one.claim == Some(id)) {
        correction(story, one, 1, lines);
    }
    for group in Group::ALL {
        let in_group = story.in_group(id, group);
        if in_group.is_empty() {
            continue;
        }
        lines.add(1, &format!("{}:", word(&group).replace('-', " ")));
        for (number, stance) in in_group {
            statement(story, number, stance, lines);
        }
    }
    if statements.is_empty() {
        lines.add(1, "no statements");
    }
    positions(story, id, lines);
    sources(story, id, lines);
}

fn story_claim(story: &Story, id: ClaimId) -> String {
    story.claim(id).key.clone()
}

/// Where the claim comes from, as far as it is recorded.
fn sources(story: &Story, id: ClaimId, lines: &mut Lines) {
    let sources = story.sources(id);
    for carrier in &sources.carriers {
        let cited: Vec<String> = carrier.cites.iter().map(|id| name(story, story.report(*id).outlet)).collect();
        let on = match (carrier.basis(), cited.is_empty()) {
            (Basis::NotRecorded, _) => "not recorded whom it relies on".to_owned(),
            (Basis::OwnReporting, true) => "its own reporting".to_owned(),
            (Basis::OwnReporting, false) => format!("its own reporting, and cites {}", cited.join(", ")),
            (Basis::Cites, _) => format!("cites {}", cited.join(", ")),
        };
        lines.add(1, &format!("source {}: {on}", name(story, carrier.outlet)));
    }
    for (outlet, of) in &sources.copies {
        lines.add(1, &format!("copy by {} of {}", name(story, *outlet), name(story, *of)));
    }
    for report in &sources.disowned {
        lines.add(1, &format!("disowned: {}", story.report(*report).key));
    }
    for statement in &sources.direct {
        lines.add(1, &format!("said directly by {}", name(story, story.statement(*statement).by)));
    }
    for party in &sources.unrecorded {
        lines.add(1, &format!("not recorded how known: {}", name(story, *party)));
    }
}

/// A party's position on a claim, in one line.
pub fn answer(story: &Story, claim: ClaimId, party: PartyId) -> String {
    match story.position(claim, party) {
        Some(position) => format!("{}: {}", name(story, party), word(&position.stance)),
        None => format!("{}: no answer recorded", name(story, party)),
    }
}

/// Adds the positions of parties that also took another stance.
fn positions(story: &Story, claim: ClaimId, lines: &mut Lines) {
    for position in story.positions(claim) {
        let others: Vec<String> = story
            .others(&position)
            .iter()
            .map(|other| format!("{} {}", order(other.order), word(&other.stance)))
            .collect();
        if !others.is_empty() {
            let party = name(story, position.party);
            lines.add(1, &format!("position of {party}: {}, {}", word(&position.stance), others.join(", ")));
        }
    }
}

fn order(order: Order) -> &'static str {
    match order {
        Order::Earlier => "earlier",
        Order::Together => "at the same time",
        Order::Unknown => "also",
        Order::Undecided => "order not known:",
        Order::Later => "later",
    }
}

fn statement(story: &Story, id: StatementId, stance: Stance, lines: &mut Lines) {
    let one = story.statement(id);
    // The caller has resolved `stances`; `reports` are in the chain below.
    let Statement {
        key,
        occasion,
        by,
        on_behalf_of,
        stances: _,
        quote,
        text,
        lang,
        translation,
        date,
        date_note,
        medium,
        url,
        archive_url,
        reports: _,
        is_direct,
        cites,
        relayed_by,
        reply_to,
        note,
        attempts,
        deadline,
    } = one;
    let party = story.speaks_for(one);
    let behalf = if party == *by { String::new() } else { format!(", for {}", name(story, party)) };
    let through = on_behalf_of
        .filter(|behalf| *behalf != party && *behalf != *by)
        .map(|behalf| format!(" through {}", name(story, behalf)));
    let key = key.as_ref().map(|key| format!(" #{key}")).unwrap_or_default();
    lines.add(2, &format!("{}{behalf}{}: {}{key}", name(story, *by), through.unwrap_or_default(), word(&stance)));
    lines.maybe(3, "occasion", &occasion.map(|id| story.occasion(id).key.clone()));
    lines.maybe(3, "date", date);
    lines.maybe(3, "time", date_note);
    lines.maybe(3, "quote", &quote.as_ref().map(|quote| format!("“{}”", shorten(quote))));
    lines.maybe(3, "text", text);
    lines.maybe(3, "language", lang);
    lines.maybe(3, "translation", translation);
    lines.maybe(3, "medium", medium);
    lines.maybe(3, "url", url);
    lines.maybe(3, "archive", archive_url);
    if *is_direct {
        lines.add(3, "said directly");
    }
    citations(story, cites.as_deref(), lines, 3);
    for party in relayed_by {
        lines.add(3, &format!("relayed by {}", name(story, *party)));
    }
    lines.maybe(3, "reply to", &reply_to.and_then(|id| story.statement(id).key.clone()));
    for Step { depth, report, again } in story.chain(id) {
        let report = story.report(report);
        let how = if depth == 0 { "known through" } else { "citing" };
        let again = if again { ", as above" } else { "" };
        lines.add(3 + depth, &format!("{how} {}, {}{again}", name(story, report.outlet), report.key));
    }
    lines.maybe(3, "note", note);
    for Attempt { date, by } in attempts {
        lines.add(3, &format!("asked by {}", by.as_deref().unwrap_or("means not recorded")));
        lines.maybe(4, "date", date);
    }
    lines.maybe(3, "deadline", deadline);
    for one in story.corrections.iter().filter(|one| one.statement == Some(id)) {
        correction(story, one, 3, lines);
    }
}
