//! The reply travels with the claim: the closed rows of the static HTML.

use claim_panel_cli::static_html;
use serde_json::json;
use story::model::{ClaimId, ClaimKind, PartyId, Stance, Story};

use crate::bridge::{document, stories, story};
use crate::stances;

/// The text of each claim's closed rows, in the order of the claims.
fn rows(story: Story) -> Vec<String> {
    let html = static_html::render(story, 3);
    let claims = html.split("<li part=\"claim\">").skip(1);
    claims.map(|claim| words(claim.split("<details>").next().unwrap())).collect()
}

/// The text of a piece of HTML.
pub fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")];
    entities.into_iter().fold(words, |words, (entity, character)| words.replace(entity, character))
}

/// The parties that the rows of a claim must name: those that it is about, and those that took a stance on
/// it, themselves or through somebody else.
fn named(story: &Story, claim: ClaimId) -> Vec<PartyId> {
    // Nobody is expected to reply to an opinion.
    let is_fact = story.claim(claim).kind == ClaimKind::Fact;
    let mut parties = if is_fact { story.claim(claim).about.clone() } else { Vec::new() };
    parties.extend(story.positions(claim).iter().map(|position| position.party));
    parties
}

#[test]
fn a_closed_claim_names_everybody_who_answered_or_should_have() {
    let mut claims = 0;
    for (case, story) in stories() {
        let wanted: Vec<(String, Vec<String>)> = story
            .all_claims()
            .map(|(id, claim)| {
                let names = named(&story, id).into_iter().map(|party| story.party(party).name.clone());
                (claim.text.clone(), names.collect())
            })
            .collect();
        let rows = rows(story);
        assert_eq!(rows.len(), wanted.len(), "{case}");
        for (row, (text, names)) in rows.iter().zip(wanted) {
            claims += 1;
            // Of the parties that the claim is not about, the first few are named and the rest are counted.
            let is_cut = row.contains(" more") || row.contains(" outlets");
            for name in names {
                assert!(row.contains(&name) || is_cut, "{case}: “{name}” is missing beside “{text}”: {row}");
            }
        }
    }
    assert!(claims > 100, "the cases have lost their claims");
}

/// Whoever says that something is so, or passes it on, is named with it.
#[test]
fn every_stance_that_carries_a_claim_names_an_author() {
    for word in stances::words(Stance::carries) {
        let story = story(&document(&json!([{ "by": "a", "stances": { "meeting": word } }])));
        let html = words(&static_html::render(story, 3));
        // Nobody puts the other claim forward.
        assert_eq!(html.matches("It is not recorded who puts this forward").count(), 1, "{word}: {html}");
    }
}

#[test]
fn a_closed_claim_says_of_whom_nothing_is_recorded() {
    for (case, story) in stories() {
        let silent: Vec<usize> = story
            .all_claims()
            .map(|(id, claim)| {
                let about = claim.about.iter().filter(|_| claim.kind == ClaimKind::Fact);
                about.filter(|party| story.position(id, **party).is_none()).count()
            })
            .collect();
        for (row, silent) in rows(story).iter().zip(silent) {
            assert_eq!(row.matches("no statement found").count(), silent, "{case}: {row}");
        }
    }
}
