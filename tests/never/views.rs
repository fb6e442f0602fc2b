//! The reply travels with the claim into every view, and each view keeps apart what is not the same.

use std::rc::Rc;

use claim_panel::model::{ClaimId, Panel, PartyId};
use claim_panel::page;
use claim_panel::texts::{Intl, Texts, Word};
use claim_panel::view::state::View;

use crate::bridge::{panel, panels, story};
use crate::rows::words;
use serde_json::json;

/// The views besides the claims, and what an entry begins with in each.
const VIEWS: [(View, &str); 3] = [
    (View::People, "<li part=\"position\">"),
    (View::Timeline, "<li part=\"moment"),
    (View::Sources, "<li part=\"route\">"),
];

/// The latest answer of somebody to a claim, in the words that readers see.
fn answer(panel: &Panel, claim: ClaimId, party: PartyId) -> String {
    let texts = Texts::for_language(&panel.lang, Intl::NONE);
    match panel.position(claim, party) {
        Some(position) => texts.stance(position.stance).to_owned(),
        None => texts.say(Word::NoAnswerRecorded).to_owned(),
    }
}

/// Fails where an entry of a view shows a claim without the answers to it.
fn check(case: &str, panel: &Rc<Panel>, view: View, entry: &str) -> usize {
    let html = page::render_view(Rc::clone(panel), 3, view);
    let mut shown = 0;
    for piece in html.split(entry).skip(1) {
        let said = words(piece);
        for (id, claim) in panel.all_claims() {
            let is_shown = piece.contains("<p part=\"about\">") || piece.contains("part=\"route-title\"");
            if !is_shown || !said.contains(&claim.text) {
                continue;
            }
            shown += 1;
            for party in &claim.about {
                let answer = answer(panel, id, *party);
                assert!(
                    said.contains(&answer),
                    "{case}, {view:?}: “{answer}” is missing beside “{}”: {said}",
                    claim.text
                );
            }
        }
    }
    shown
}

#[test]
fn no_view_shows_a_claim_without_the_answers_to_it() {
    let mut shown = 0;
    for (case, panel) in panels() {
        let panel = Rc::new(panel);
        for (view, entry) in VIEWS {
            shown += check(&case, &panel, view, entry);
        }
    }
    assert!(shown > 300, "the views have lost their claims: {shown}");
}

#[test]
fn every_party_stands_among_the_people() {
    for (case, panel) in panels() {
        let names: Vec<String> = panel.all_parties().map(|(_, party)| party.name.clone()).collect();
        let html = words(&page::render_view(Rc::new(panel), 3, View::People));
        for name in names {
            assert!(html.contains(&name), "{case}: {name}");
        }
    }
}

/// A headline can make a claim: it does not stand beside a name without the answers to it.
#[test]
fn no_headline_stands_with_an_outlet_that_is_only_cited() {
    let mut story = story(&json!([{ "by": "rowe", "stances": { "meeting": "denies" } }]));
    story["parties"]["wire"] = json!({ "name": "The Wire", "kind": "outlet" });
    story["reports"] = json!({ "wire": { "outlet": "wire", "title": "Rowe pocketed it" } });
    let html = words(&page::render_view(Rc::new(panel(&story)), 3, View::People));
    assert!(html.contains("The WireNo statement by them is recorded."), "{html}");
    assert!(!html.contains("pocketed"), "{html}");
}

/// Also whoever speaks for somebody who only speaks for others.
#[test]
fn a_spokesperson_of_a_spokesperson_stands_among_the_people() {
    let mut story = story(&json!([{ "by": "lee", "stances": { "meeting": "denies" } }]));
    story["parties"]["corp"] = json!({ "name": "Corp", "kind": "organisation" });
    story["parties"]["office"] = json!({ "name": "The Office", "kind": "organisation", "represents": "corp" });
    story["parties"]["lee"] = json!({ "name": "Kim Lee", "kind": "person", "represents": "office" });
    let html = words(&page::render_view(Rc::new(panel(&story)), 3, View::People));
    assert!(html.contains("Kim Lee"), "{html}");
}

/// Whoever judges a claim, or whose report carries what somebody says about it, has said something.
#[test]
fn outlets_and_judges_are_not_said_to_have_said_nothing() {
    let mut story = story(&json!([{ "by": "rowe", "stances": { "meeting": "denies" }, "reports": ["late"] }]));
    story["parties"] = json!({
        "rowe": { "name": "Dana Rowe", "kind": "person" },
        "paper": { "name": "The Paper", "kind": "outlet" },
        "desk": { "name": "The Desk", "kind": "organisation" },
        "nobody": { "name": "Pat Nobody", "kind": "person" },
    });
    story["reports"] = json!({ "late": { "outlet": "paper", "title": "Rowe says no" } });
    story["claims"][0]["findings"] = json!([{ "by": "desk", "label": "Unproven" }]);
    let html = page::render_view(Rc::new(panel(&story)), 3, View::People);
    let entry = |name: &str| {
        let mut entries = html.split("<li part=\"party\">").map(words);
        entries.find(|entry| entry.trim_start().starts_with(name)).unwrap_or_default()
    };
    assert!(entry("The Paper").contains("Known through Rowe says no"), "{html}");
    assert!(entry("The Desk").contains("finds: Unproven"), "{html}");
    for (name, is_silent) in [("The Paper", false), ("The Desk", false), ("Pat Nobody", true)] {
        let entry = entry(name);
        assert_eq!(entry.contains("No statement by them is recorded."), is_silent, "{entry}");
        assert!(is_silent || entry.contains("Dana Rowe: denies"), "{entry}");
    }
}

/// What carries a denial must not read as if it carried the claim: who denies it stands there too.
#[test]
fn a_report_says_who_takes_which_stance_in_it() {
    let mut story = story(&json!([{ "by": "lee", "stances": { "meeting": "denies" }, "reports": ["late"] }]));
    story["parties"]["lee"] = json!({ "name": "Kim Lee", "kind": "person" });
    story["reports"] = json!({ "late": { "outlet": "a", "title": "A witness speaks" } });
    let panel = Rc::new(panel(&story));
    for (view, entry) in [(View::People, "<li part=\"position\">"), (View::Timeline, "<li part=\"moment")] {
        let html = page::render_view(Rc::clone(&panel), 3, view);
        let mut entries = html.split(entry).map(words);
        let told =
            entries.find(|entry| entry.contains("A witness speaks") && !entry.contains("Known through The Argus"));
        let told = told.unwrap_or_default();
        assert!(told.contains("Kim Lee: denies") && told.contains("Dana Rowe: no answer recorded"), "{view:?}: {html}");
    }
}

/// Who has not answered is told for each claim: they may have denied another.
#[test]
fn a_missing_answer_names_its_claim() {
    let mut story = story(&json!([
        { "by": "rowe", "stances": { "meeting": "denies" } },
        { "by": "rowe", "stances": { "letter": "declined" } },
    ]));
    story["claims"] = json!([
        { "id": "meeting", "text": "They met.", "about": ["rowe"] },
        { "id": "letter", "text": "They wrote.", "about": ["rowe"] },
    ]);
    let html = words(&page::render_view(Rc::new(panel(&story)), 3, View::People));
    let (_, missing) = html.split_once("Missing answers").unwrap();
    assert!(missing.contains("They wrote.") && missing.contains("declined to comment"), "{missing}");
    assert!(!missing.contains("They met."), "{missing}");
}

/// Whoever has taken back what they said is no source of it any more.
#[test]
fn a_source_that_was_taken_back_says_so() {
    let story = story(&json!([
        { "by": "rowe", "stances": { "meeting": "asserts" }, "date": "2031-03-01", "medium": "letter" },
        { "by": "rowe", "stances": { "meeting": "retracts" }, "date": "2031-03-02", "medium": "letter" },
        { "by": "a", "stances": { "meeting": "asserts" }, "date": "2031-03-01" },
        { "by": "a", "stances": { "meeting": "retracts" }, "date": "2031-03-02" },
    ]));
    let html = words(&page::render_view(Rc::new(panel(&story)), 3, View::Sources));
    assert!(html.contains("Said directly by Dana Rowe (retracts)"), "{html}");
    assert!(html.contains("The Argus (how this became known is not recorded; retracts)"), "{html}");
}

/// A headline can make a claim: it stands on the timeline only with that claim, and so with the answers to it.
#[test]
fn no_headline_stands_on_the_timeline_without_a_claim() {
    let mut story = story(&json!([{ "by": "rowe", "stances": { "meeting": "denies" }, "reports": ["late"] }]));
    story["reports"] = json!({
        "early": { "outlet": "a", "title": "Rowe pocketed it" },
        "late": { "outlet": "a", "title": "Rowe denies it", "cites": ["early"] },
    });
    let html = words(&page::render_view(Rc::new(panel(&story)), 3, View::Timeline));
    assert!(html.contains("Rowe denies it") && !html.contains("Rowe pocketed it"), "{html}");
}

/// However long the chain is: lists are nested only so deep.
#[test]
fn every_report_stands_among_the_sources() {
    let last = 14;
    let mut story =
        story(&json!([{ "by": "a", "stances": { "meeting": "reports" }, "reports": [format!("r{last}")] }]));
    for number in 0..=last {
        let cites = if number == 0 { json!([]) } else { json!([format!("r{}", number - 1)]) };
        story["reports"][format!("r{number}")] =
            json!({ "outlet": "a", "title": format!("Headline {number}."), "cites": cites });
    }
    let html = words(&page::render_view(Rc::new(panel(&story)), 3, View::Sources));
    for number in 0..=last {
        assert!(html.contains(&format!("Headline {number}.")), "{number}: {html}");
    }
}

#[test]
fn every_statement_stands_on_the_timeline() {
    for (case, panel) in panels() {
        let panel = Rc::new(panel);
        let html = page::render_view(Rc::clone(&panel), 3, View::Timeline);
        let said = html.matches("<li part=\"moment").count();
        assert!(said >= panel.all_statements().count(), "{case}: {said}");
    }
}

/// A day, a month and nothing: each under a heading that says what is known.
#[test]
fn a_vague_date_is_not_sorted_as_if_it_were_exact() {
    let panel = panel(&story(&json!([
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-20" },
        { "by": "rowe", "stances": { "meeting": "denies" }, "date": "2031-03" },
        { "by": "a", "stances": { "meeting": "could-not-verify" }, "date": "2031-03-02" },
        { "by": "rowe", "stances": { "meeting": "responds" } },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-04-01" },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-05~" },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-06" },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-02/.." },
    ])));
    let html = page::render_view(Rc::new(panel), 3, View::Timeline);
    let days: Vec<String> =
        html.split("part=\"day-title\">").skip(1).map(|day| words(day.split("</h").next().unwrap())).collect();
    let expected = [
        "March 2, 2031",
        // Until the sixth, perhaps.
        "March 6, 2031",
        "about March 5, 2031",
        "March 20, 2031",
        "March 2031, day not known",
        "April 1, 2031",
        "February 2031 or later",
        "Date not known",
    ];
    assert_eq!(days, expected);
}
