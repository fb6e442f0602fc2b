//! A panel as text that people can read and compare.
//!
//! The outline contains the whole model. It destructures every struct field by field, so that a new
//! field that is missing here is a compile error.

use story::model::{
    Attempt, Claim, ClaimId, Correction, Finding, Group, Order, Panel, Party, PartyId, PartyKind, Passage, Publisher,
    Report, Stance, Statement, StatementId, Step,
};

use crate::lines::{Lines, shorten, word};

/// The whole panel.
pub fn outline(panel: &Panel) -> String {
    let mut lines = Lines::default();
    lines.add(0, &format!("{} ({})", shorten(&panel.title), panel.lang));
    lines.maybe(1, "summary", &panel.summary);
    lines.maybe(1, "updated", &panel.updated);
    lines.maybe(1, "time zone", &panel.time_zone);
    lines.maybe(1, "article", &panel.article);
    if let Some(Publisher { name, url, corrections_url, contact_url }) = &panel.publisher {
        lines.add(1, &format!("publisher: {name}"));
        lines.maybe(2, "url", url);
        lines.maybe(2, "corrections", corrections_url);
        lines.maybe(2, "contact", contact_url);
    }
    for one in &panel.corrections {
        correction(panel, one, 1, &mut lines);
    }
    let many = panel.all_parties().count() > 100 || panel.all_claims().count() > 100;
    if many {
        let (parties, claims) = (panel.all_parties().count(), panel.all_claims().count());
        lines.add(0, &format!("{parties} parties, {claims} claims, {} statements", panel.all_statements().count()));
        return lines.text();
    }
    for (_, one) in panel.all_parties() {
        party(panel, one, &mut lines);
    }
    for (_, one) in panel.all_reports() {
        report(panel, one, &mut lines);
    }
    for (id, one) in panel.all_claims() {
        claim(panel, id, one, &mut lines);
    }
    lines.text()
}

fn name(panel: &Panel, party: PartyId) -> String {
    shorten(&panel.party(party).name)
}

fn correction(panel: &Panel, correction: &Correction, depth: usize, lines: &mut Lines) {
    let Correction { date, text, claim, statement } = correction;
    lines.add(depth, &format!("correction: {text}"));
    lines.maybe(depth + 1, "date", date);
    if let Some(claim) = claim {
        lines.add(depth + 1, &format!("of claim {}", panel.claim(*claim).key));
    }
    if let Some(statement) = statement {
        lines.add(
            depth + 1,
            &format!("of statement {}", panel.statement(*statement).key.as_deref().unwrap_or("without id")),
        );
    }
}

fn party(panel: &Panel, party: &Party, lines: &mut Lines) {
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
    lines.maybe(1, "represents", &represents.map(|id| self::name(panel, id)));
    lines.maybe(1, "would represent", &circular.map(|id| self::name(panel, id)));
    lines.maybe(1, "description", description);
    lines.maybe(1, "reason", reason);
    lines.maybe(1, "how they know", how_they_know);
    lines.maybe(1, "count", count);
}

fn report(panel: &Panel, report: &Report, lines: &mut Lines) {
    let Report { key, outlet, title, url, archive_url, date, cites, circular } = report;
    lines.add(0, &format!("report {key}: {}", name(panel, *outlet)));
    lines.maybe(1, "title", title);
    lines.maybe(1, "url", url);
    lines.maybe(1, "archive", archive_url);
    lines.maybe(1, "date", date);
    for id in cites {
        lines.add(1, &format!("cites {}", panel.report(*id).key));
    }
    for id in circular {
        lines.add(1, &format!("would cite {}", panel.report(*id).key));
    }
}

fn claim(panel: &Panel, id: ClaimId, claim: &Claim, lines: &mut Lines) {
    let Claim { key, text, about, passages, note, findings, statements } = claim;
    lines.add(0, &format!("claim {key}: {}", shorten(text)));
    for party in about {
        lines.add(1, &format!("about {}", answer(panel, id, *party)));
    }
    for Passage { exact, prefix, suffix } in passages {
        let (prefix, suffix) = (prefix.as_deref().unwrap_or_default(), suffix.as_deref().unwrap_or_default());
        lines.add(1, &format!("passage: {prefix}[{exact}]{suffix}"));
    }
    lines.maybe(1, "note", note);
    for Finding { by, label, explanation, url, date } in findings {
        lines.add(1, &format!("finding of {}: {label}", name(panel, *by)));
        lines.maybe(2, "explanation", explanation);
        lines.maybe(2, "url", url);
        lines.maybe(2, "date", date);
    }
    for one in panel.corrections.iter().filter(|one| one.claim == Some(id)) {
        correction(panel, one, 1, lines);
    }
    for group in Group::ALL {
        let in_group: Vec<_> = panel.in_group(id, group).collect();
        if in_group.is_empty() {
            continue;
        }
        lines.add(1, &format!("{}:", word(&group).replace('-', " ")));
        for (number, stance) in in_group {
            statement(panel, number, stance, lines);
        }
    }
    if statements.is_empty() {
        lines.add(1, "no statements");
    }
    positions(panel, id, lines);
    let sources = panel.sources(id);
    lines.add(1, &format!("sources: {} outlets, {} original", sources.outlets.len(), sources.count()));
}

/// A party's position on a claim, in one line.
pub fn answer(panel: &Panel, claim: ClaimId, party: PartyId) -> String {
    match panel.position(claim, party) {
        Some(position) => format!("{}: {}", name(panel, party), word(&position.stance)),
        None => format!("{}: no answer recorded", name(panel, party)),
    }
}

/// Adds the positions of parties that also took another stance.
fn positions(panel: &Panel, claim: ClaimId, lines: &mut Lines) {
    for position in panel.positions(claim) {
        let others: Vec<String> = panel
            .others(&position)
            .iter()
            .map(|other| format!("{} {}", order(other.order), word(&other.stance)))
            .collect();
        if !others.is_empty() {
            let party = name(panel, position.party);
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

fn statement(panel: &Panel, id: StatementId, stance: Stance, lines: &mut Lines) {
    let one = panel.statement(id);
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
    let party = panel.speaks_for(one);
    let behalf = if party == *by { String::new() } else { format!(", for {}", name(panel, party)) };
    let through = on_behalf_of
        .filter(|behalf| *behalf != party && *behalf != *by)
        .map(|behalf| format!(" through {}", name(panel, behalf)));
    let key = key.as_ref().map(|key| format!(" #{key}")).unwrap_or_default();
    lines.add(2, &format!("{}{behalf}{}: {}{key}", name(panel, *by), through.unwrap_or_default(), word(&stance)));
    lines.maybe(3, "date", date);
    lines.maybe(3, "quote", &quote.as_ref().map(|quote| format!("“{}”", shorten(quote))));
    lines.maybe(3, "text", text);
    lines.maybe(3, "language", lang);
    lines.maybe(3, "translation", translation);
    lines.maybe(3, "medium", medium);
    lines.maybe(3, "url", url);
    lines.maybe(3, "archive", archive_url);
    for Step { depth, report, again } in panel.chain(id) {
        let report = panel.report(report);
        let how = if depth == 0 { "known through" } else { "citing" };
        let again = if again { ", as above" } else { "" };
        lines.add(3 + depth, &format!("{how} {}, {}{again}", name(panel, report.outlet), report.key));
    }
    lines.maybe(3, "note", note);
    for Attempt { date, by } in attempts {
        lines.add(3, &format!("asked by {}", by.as_deref().unwrap_or("means not recorded")));
        lines.maybe(4, "date", date);
    }
    lines.maybe(3, "deadline", deadline);
    for one in panel.corrections.iter().filter(|one| one.statement == Some(id)) {
        correction(panel, one, 3, lines);
    }
}
