//! A story as text that people can read and compare.
//!
//! The outline contains the whole model. It destructures every struct field by field, so that a new
//! field that is missing here is a compile error.

use story::model::{
    Attempt, Claim, ClaimId, Correction, Finding, Group, Order, Party, PartyId, PartyKind, Passage, Publisher, Report,
    Stance, Statement, StatementId, Step, Story,
};

use crate::lines::{Lines, shorten, word};

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
    let Party { key, name, kind, role, url, represents, circular, description, reason, how_they_know, count } = party;
    let kind = match kind {
        PartyKind::Person => "person",
        PartyKind::Organisation => "organisation",
        PartyKind::Outlet => "outlet",
        PartyKind::Unnamed => "unnamed",
    };
    lines.add(0, &format!("party {key}: {}, {kind}", shorten(name)));
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
    let Report { key, outlet, title, url, archive_url, date, cites, circular } = report;
    lines.add(0, &format!("report {key}: {}", name(story, *outlet)));
    lines.maybe(1, "title", title);
    lines.maybe(1, "url", url);
    lines.maybe(1, "archive", archive_url);
    lines.maybe(1, "date", date);
    for id in cites {
        lines.add(1, &format!("cites {}", story.report(*id).key));
    }
    for id in circular {
        lines.add(1, &format!("would cite {}", story.report(*id).key));
    }
}

fn claim(story: &Story, id: ClaimId, claim: &Claim, lines: &mut Lines) {
    let Claim { key, text, about, passages, note, findings, statements } = claim;
    lines.add(0, &format!("claim {key}: {}", shorten(text)));
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
        let in_group: Vec<_> = story.in_group(id, group).collect();
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
    let sources = story.sources(id);
    lines.add(1, &format!("sources: {} outlets, {} original", sources.outlets.len(), sources.count()));
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
        Order::Unknown => "also",
        Order::Later => "later",
    }
}

fn statement(story: &Story, id: StatementId, stance: Stance, lines: &mut Lines) {
    let one = story.statement(id);
    // The caller has resolved `stances`; `reports` are in the chain below.
    let Statement {
        key,
        by,
        on_behalf_of,
        stances: _,
        quote,
        text,
        lang,
        translation,
        date,
        medium,
        url,
        archive_url,
        reports: _,
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
    lines.maybe(3, "date", date);
    lines.maybe(3, "quote", &quote.as_ref().map(|quote| format!("“{}”", shorten(quote))));
    lines.maybe(3, "text", text);
    lines.maybe(3, "language", lang);
    lines.maybe(3, "translation", translation);
    lines.maybe(3, "medium", medium);
    lines.maybe(3, "url", url);
    lines.maybe(3, "archive", archive_url);
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
