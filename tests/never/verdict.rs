//! The panel never decides who is right: replies, denials and sources are shown as they are.

use serde_json::{Value, json};
use story::model::{Basis, Group, PartyKind, Stance};

use crate::bridge::{document, party, stories, story};

/// The panel never decides who is right: every judgement on a claim is that of a named party.
#[test]
fn a_judgement_is_always_signed_by_somebody_named() {
    for (case, story) in stories() {
        for (_, claim) in story.all_claims() {
            for finding in &claim.findings {
                assert!(!story.party(finding.by).name.is_empty(), "{case}: “{}” is signed by nobody", finding.label);
                let kind = story.party(finding.by).kind;
                assert_ne!(kind, PartyKind::Unnamed, "{case}: “{}” is signed by an unnamed party", finding.label);
            }
        }
    }
}

/// The reply travels with the claim.
#[test]
fn whoever_a_claim_is_about_has_a_recorded_answer_or_is_known_to_have_none() {
    for (case, story) in stories() {
        for (id, claim) in story.all_claims() {
            for party in &claim.about {
                // This repeats the rule on purpose: a party's own statements count, those made on its behalf,
                // and those of its representatives.
                let said = claim.statements.iter().any(|(one, _)| {
                    let one = story.statement(*one);
                    let in_name_of = one.on_behalf_of.unwrap_or(one.by);
                    let mut speaks_for = vec![in_name_of];
                    let mut next = story.party(in_name_of).represents.filter(|_| one.on_behalf_of != Some(one.by));
                    while let Some(party) = next {
                        speaks_for.push(party);
                        next = story.party(party).represents;
                    }
                    speaks_for.contains(party)
                });
                assert_eq!(
                    story.position(id, *party).is_some(),
                    said,
                    "{case}: {} on “{}”",
                    story.party(*party).name,
                    claim.text
                );
            }
        }
    }
}

#[test]
fn a_spokesperson_answers_for_whom_she_speaks() {
    let story = story(&document(&json!([
        { "by": "a", "stances": { "meeting": "reports" } },
        { "by": "vale", "stances": { "meeting": "denies" } },
    ])));
    let (claim, _) = story.all_claims().next().unwrap();
    assert_eq!(story.position(claim, party(&story, "rowe")).unwrap().stance, Stance::Denies);
    let statement = story.statement(story.position(claim, party(&story, "rowe")).unwrap().latest);
    assert_eq!(story.party(statement.by).name, "Imogen Vale", "and it is still seen that she said it");
}

#[test]
fn a_spokesperson_who_is_spoken_of_has_answered_for_herself() {
    let mut document = document(&json!([
        { "by": "a", "stances": { "meeting": "reports" } },
        { "by": "vale", "stances": { "meeting": "denies" } },
    ]));
    document["claims"][0]["about"] = json!(["vale"]);
    let story = story(&document);
    let (claim, _) = story.all_claims().next().unwrap();
    assert_eq!(story.position(claim, party(&story, "vale")).map(|one| one.stance), Some(Stance::Denies));
}

/// A denial names what it denies.
#[test]
fn only_a_denial_is_shown_as_a_denial() {
    for (case, story) in stories() {
        for (id, claim) in story.all_claims() {
            for (_, stance) in story.in_group(id, Group::Denies) {
                let is_denial = matches!(stance, Stance::Denies | Stance::Disputes | Stance::Questions);
                assert!(is_denial, "{case}: {stance:?} of “{}” is shown as a denial", claim.text);
            }
        }
    }
}

#[test]
fn an_answer_to_another_point_is_no_denial() {
    let story = story(&document(&json!([
        { "by": "a", "stances": { "meeting": "reports", "gift": "reports" } },
        { "by": "rowe", "stances": { "meeting": "responds", "gift": "denies" } },
    ])));
    let claims: Vec<_> = story.all_claims().map(|(id, _)| id).collect();
    assert_eq!(story.in_group(claims[0], Group::Denies).len(), 0);
    assert_eq!(story.in_group(claims[0], Group::AnsweredOtherwise).len(), 1);
    assert_eq!(story.in_group(claims[1], Group::Denies).len(), 1, "the denial is shown with the claim that it denies");
}

#[test]
fn a_statement_is_shown_with_the_claims_that_it_names_and_no_others() {
    let story = story(&document(&json!([{ "by": "rowe", "stances": { "gift": "denies" } }])));
    let shown: Vec<usize> = story.all_claims().map(|(_, claim)| claim.statements.len()).collect();
    assert_eq!(shown, [0, 1]);
}

/// The numbers of outlets with their own reporting, of those that cite others, and of those whose sources are not
/// recorded, if the reports of four outlets cite one another like this.
fn sources(cites: &Value) -> (usize, usize, usize) {
    let mut document = document(&json!([
        { "by": "a", "stances": { "meeting": "reports" }, "reports": ["a"] },
        { "by": "b", "stances": { "meeting": "reports" }, "reports": ["b"] },
        { "by": "c", "stances": { "meeting": "asserts" }, "reports": ["c"] },
        { "by": "d", "stances": { "meeting": "confirms" }, "reports": ["d"] },
        { "by": "rowe", "stances": { "meeting": "denies" }, "reports": ["d"] },
    ]));
    document["reports"] = json!({});
    for outlet in ["a", "b", "c", "d"] {
        document["reports"][outlet] = json!({ "outlet": outlet });
        if let Some(cites) = cites.get(outlet) {
            document["reports"][outlet]["cites"] = cites.clone();
        }
    }
    let story = story(&document);
    let sources = story.sources(story.all_claims().next().unwrap().0);
    let count = |basis| sources.with(basis).count();
    (count(Basis::OwnReporting), count(Basis::Cites), count(Basis::NotRecorded))
}

/// Nothing is guessed: a report whose sources nobody recorded is no original source.
#[test]
fn only_recorded_reporting_is_called_own_reporting() {
    let own = json!([]);
    assert_eq!(sources(&json!({})), (0, 0, 4), "nothing is recorded");
    assert_eq!(sources(&json!({ "a": own, "b": own, "c": own, "d": own })), (4, 0, 0), "each has its own");
    assert_eq!(sources(&json!({ "a": own, "b": ["a"], "c": ["a"], "d": ["a"] })), (1, 3, 0), "all cite one");
    assert_eq!(sources(&json!({ "b": ["a"], "c": ["b"], "d": ["c"] })), (0, 3, 1), "each cites the one before");
    let cycle = json!({ "a": ["b"], "b": ["c"], "c": ["d"], "d": ["a"] });
    assert_eq!(sources(&cycle), (0, 3, 1), "in a cycle");
    assert_eq!(sources(&json!({ "a": own, "b": ["a"], "c": ["a", "b"] })), (1, 2, 1), "one says nothing");
}
