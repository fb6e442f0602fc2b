//! The reply travels with the claim into every view, and each view keeps different things apart.

use std::rc::Rc;

use claim_panel::texts::{Intl, Message, Texts};
use claim_panel::view::state::View;
use claim_panel_cli::static_html;
use story::model::{ClaimId, ClaimKind, PartyId, Story};

use crate::bridge::{document, stories, story};
use crate::rows::words;
use serde_json::json;

/// The other views, each with the HTML with which its entries begin.
const VIEWS: [(View, &str); 3] = [
    (View::People, "<div part=\"position\">"),
    (View::Timeline, "<div part=\"position\">"),
    (View::Sources, "<div part=\"position\">"),
];

/// A party's answers to a claim as readers may see them: the one of now, and in the timeline those of any day.
fn answers(story: &Story, claim: ClaimId, party: PartyId, view: View) -> Vec<String> {
    let texts = Texts::for_language(&story.lang, Intl::NONE);
    let are_several = story.party(party).count.is_some_and(|count| count > 1);
    let mut answers = match story.position(claim, party) {
        Some(position) => vec![texts.stance(position.stance, are_several).to_owned()],
        None => vec![texts.say(Message::NoStatementFound).to_owned()],
    };
    if view == View::Timeline {
        answers.push(texts.say(Message::NoStatementThen).to_owned());
        for (_, stance) in &story.claim(claim).statements {
            answers.push(texts.stance(*stance, are_several).to_owned());
        }
    }
    answers.push(texts.say(Message::States).to_owned());
    answers
}

/// Fails if an entry of a view shows a claim without the answers to it; returns the number of claims shown.
fn check(case: &str, story: &Rc<Story>, view: View, entry: &str) -> usize {
    let html = static_html::render_view(Rc::clone(story), 3, view);
    let mut shown = 0;
    for piece in html.split(entry).skip(1) {
        let said = words(piece);
        for (id, claim) in story.all_claims() {
            if !piece.contains("part=\"about\"") || !said.contains(&claim.text) || claim.kind == ClaimKind::Opinion {
                continue;
            }
            shown += 1;
            for party in &claim.about {
                let answers = answers(story, id, *party, view);
                assert!(
                    answers.iter().any(|answer| said.contains(answer)),
                    "{case}, {view:?}: none of {answers:?} is beside “{}”: {said}",
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
    for (case, story) in stories() {
        let story = Rc::new(story);
        for (view, entry) in VIEWS {
            shown += check(&case, &story, view, entry);
        }
    }
    assert!(shown > 300, "the views have lost their claims: {shown}");
}

#[test]
fn every_party_stands_among_the_people() {
    for (case, story) in stories() {
        let names: Vec<String> = story.all_parties().map(|(_, party)| party.name.clone()).collect();
        let html = words(&static_html::render_view(Rc::new(story), 3, View::People));
        for name in names {
            assert!(html.contains(&name), "{case}: {name}");
        }
    }
}

/// A headline can make a claim, so it must not appear beside a name without the answers to the claim.
#[test]
fn no_headline_stands_with_an_outlet_that_is_only_cited() {
    let mut document = document(&json!([{ "by": "rowe", "stances": { "meeting": "denies" } }]));
    document["parties"]["wire"] = json!({ "name": "The Wire", "kind": "outlet" });
    document["reports"] = json!({ "wire": { "outlet": "wire", "title": "Rowe pocketed it" } });
    let html = words(&static_html::render_view(Rc::new(story(&document)), 3, View::People));
    assert!(html.contains("The WireNo statement by them is recorded."), "{html}");
    assert!(!html.contains("pocketed"), "{html}");
}

/// This holds even if the party represented only speaks for others.
#[test]
fn a_spokesperson_of_a_spokesperson_stands_among_the_people() {
    let mut document = document(&json!([{ "by": "lee", "stances": { "meeting": "denies" } }]));
    document["parties"]["corp"] = json!({ "name": "Corp", "kind": "organisation" });
    document["parties"]["office"] = json!({ "name": "The Office", "kind": "organisation", "represents": "corp" });
    document["parties"]["lee"] = json!({ "name": "Kim Lee", "kind": "person", "represents": "office" });
    let html = words(&static_html::render_view(Rc::new(story(&document)), 3, View::People));
    assert!(html.contains("Kim Lee"), "{html}");
}

/// A party that judges a claim, or whose report carries a statement on it, has not been silent.
#[test]
fn outlets_and_judges_are_not_said_to_have_said_nothing() {
    let mut document = document(&json!([{ "by": "rowe", "stances": { "meeting": "denies" }, "reports": ["late"] }]));
    document["parties"] = json!({
        "rowe": { "name": "Dana Rowe", "kind": "person" },
        "paper": { "name": "The Paper", "kind": "outlet" },
        "desk": { "name": "The Desk", "kind": "organisation" },
        "nobody": { "name": "Pat Nobody", "kind": "person" },
    });
    document["reports"] = json!({ "late": { "outlet": "paper", "title": "Rowe says no" } });
    document["claims"][0]["findings"] = json!([{ "by": "desk", "label": "Unproven" }]);
    let html = static_html::render_view(Rc::new(story(&document)), 3, View::People);
    let entry = |name: &str| {
        let mut entries = html.split("<li part=\"party\">").map(words);
        entries.find(|entry| entry.trim_start().starts_with(name)).unwrap_or_default()
    };
    assert!(entry("The Paper").contains("In Rowe says noDana Rowe denies"), "{html}");
    assert!(entry("The Desk").contains("Verdict of The Desk: Unproven"), "{html}");
    for (name, is_silent) in [("The Paper", false), ("The Desk", false), ("Pat Nobody", true)] {
        let entry = entry(name);
        assert_eq!(entry.contains("No statement by them is recorded."), is_silent, "{entry}");
        assert!(is_silent || entry.contains("Dana Rowe denies"), "{entry}");
    }
}

/// A report of a denial must not read as if it carried the claim, so the entry names who denies it.
#[test]
fn a_report_says_who_takes_which_stance_in_it() {
    let mut document = document(&json!([{ "by": "lee", "stances": { "meeting": "denies" }, "reports": ["late"] }]));
    document["parties"]["lee"] = json!({ "name": "Kim Lee", "kind": "person" });
    document["reports"] = json!({ "late": { "outlet": "a", "title": "A witness speaks" } });
    let html = static_html::render_view(Rc::new(story(&document)), 3, View::People);
    let entry = html.split("<div part=\"position\">").map(words).find(|entry| entry.contains("A witness speaks"));
    let entry = entry.unwrap_or_default();
    assert!(entry.contains("Kim Lee denies") && entry.contains("Dana Rowe no statement found"), "{html}");
}

/// Silence is shown claim by claim, because the party may have denied another one.
#[test]
fn a_missing_answer_stands_with_its_claim() {
    let mut document = document(&json!([
        { "by": "rowe", "stances": { "meeting": "denies" } },
        { "by": "rowe", "stances": { "letter": "declined" } },
    ]));
    document["claims"] = json!([
        { "id": "meeting", "text": "They met.", "about": ["rowe"] },
        { "id": "letter", "text": "They wrote.", "about": ["rowe"] },
        { "id": "call", "text": "They called.", "about": ["rowe"] },
    ]);
    let html = static_html::render_view(Rc::new(story(&document)), 3, View::People);
    for (stance, claim) in
        [("denies", "They met."), ("declined to comment", "They wrote."), ("no statement found", "They called.")]
    {
        let entry = html.split("<div part=\"position\">").map(words).find(|entry| entry.starts_with(stance));
        let entry = entry.unwrap_or_default();
        assert!(entry.contains(claim) && entry.matches("They").count() == 1, "{entry}");
    }
}

/// A party that has retracted a claim is no longer a source of it.
#[test]
fn a_source_that_was_taken_back_says_so() {
    let document = document(&json!([
        { "by": "rowe", "stances": { "meeting": "asserts" }, "date": "2031-03-01", "medium": "letter" },
        { "by": "rowe", "stances": { "meeting": "retracts" }, "date": "2031-03-02", "medium": "letter" },
        { "by": "a", "stances": { "meeting": "asserts" }, "date": "2031-03-01" },
        { "by": "a", "stances": { "meeting": "retracts" }, "date": "2031-03-02" },
    ]));
    let html = words(&static_html::render_view(Rc::new(story(&document)), 3, View::Sources));
    assert!(html.contains("Said directlyDana Rowe (retracts)"), "{html}");
    assert!(html.contains("The Argus (retracts) (how this became known is not recorded)"), "{html}");
}

/// A headline can make a claim, so the timeline shows it only with a statement that is known through it.
#[test]
fn no_headline_stands_on_the_timeline_without_a_statement() {
    let mut document = document(&json!([{ "by": "rowe", "stances": { "meeting": "denies" }, "reports": ["late"] }]));
    document["parties"]["wire"] = json!({ "name": "The Wire", "kind": "outlet" });
    document["reports"] = json!({
        "early": { "outlet": "wire", "title": "Rowe pocketed it", "date": "2031-03-01" },
        "late": { "outlet": "a", "title": "Rowe denies it", "cites": ["early"] },
    });
    let html = static_html::render_view(Rc::new(story(&document)), 3, View::Timeline);
    let moments: Vec<String> = html.split("<li part=\"moment").skip(1).map(words).collect();
    assert!(moments[0].contains("The Wire") && !moments[0].contains("Rowe pocketed it"), "{html}");
    assert!(moments[1].contains("Rowe denies it") && moments[1].contains("denies"), "{html}");
}

/// The depth of nested lists is limited, but a long chain must still be complete.
#[test]
fn every_report_stands_among_the_sources() {
    let last = 14;
    let mut document =
        document(&json!([{ "by": "a", "stances": { "meeting": "reports" }, "reports": [format!("r{last}")] }]));
    for number in 0..=last {
        let cites = if number == 0 { json!([]) } else { json!([format!("r{}", number - 1)]) };
        document["reports"][format!("r{number}")] =
            json!({ "outlet": "a", "title": format!("Headline {number}."), "cites": cites });
    }
    let html = words(&static_html::render_view(Rc::new(story(&document)), 3, View::Sources));
    for number in 0..=last {
        assert!(html.contains(&format!("Headline {number}.")), "{number}: {html}");
    }
}

#[test]
fn every_statement_stands_on_the_timeline() {
    for (case, story) in stories() {
        let story = Rc::new(story);
        let html = static_html::render_view(Rc::clone(&story), 3, View::Timeline);
        let text = words(&html);
        for (_, one) in story.all_statements() {
            let name = &story.party(story.speaks_for(one)).name;
            assert!(text.contains(name.as_str()), "{case}: {name}");
            for said in [&one.quote, &one.text].into_iter().flatten() {
                assert!(text.contains(said.as_str()), "{case}: {said}");
            }
        }
    }
}

/// Each date is under a heading with its known precision.
#[test]
fn a_vague_date_is_not_sorted_as_if_it_were_exact() {
    let story = story(&document(&json!([
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-20" },
        { "by": "rowe", "stances": { "meeting": "denies" }, "date": "2031-03" },
        { "by": "a", "stances": { "meeting": "could-not-verify" }, "date": "2031-03-02" },
        { "by": "rowe", "stances": { "meeting": "responds" } },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-04-01" },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-05~" },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-06" },
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-02/.." },
    ])));
    let html = static_html::render_view(Rc::new(story), 3, View::Timeline);
    let days: Vec<String> =
        html.split("part=\"day-title\">").skip(1).map(|day| words(day.split("</h").next().unwrap())).collect();
    let expected = [
        "March 2, 2031",
        // It may mean the sixth, so it comes after it.
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
