//! Which claims the filters show. Neither a later statement nor the choice of a spokesperson hides a denial.

use super::super::state::State;
use super::*;
use story::check;

/// The party in the filter, the group, and whether the claim matches. The order of the statements makes no difference.
const FILTERS: &[(Option<&str>, Group, bool)] = &[
    (None, Group::Denies, true),
    (None, Group::AnsweredOtherwise, true),
    (None, Group::SaysSo, false),
    (Some("rowe"), Group::Denies, true),
    (Some("lee"), Group::Denies, true),
    (Some("lee"), Group::SaysSo, false),
    (Some("lee"), Group::AnsweredOtherwise, true),
    (Some("rowe"), Group::NoAnswer, false),
    (None, Group::NoAnswer, false),
    (Some("paper"), Group::Denies, false),
];

/// A spokesperson denies the claim, and a day later answers without addressing it.
const STORY: &str = r#"{
    "version": 1, "lang": "en", "title": "The bridge",
    "parties": {
        "rowe": { "name": "Dana Rowe", "kind": "person" },
        "lee": { "name": "Kim Lee", "kind": "person", "represents": "rowe" },
        "paper": { "name": "The Paper", "kind": "outlet" }
    },
    "claims": [{ "id": "meeting", "text": "They met.", "about": ["rowe"] }],
    "statements": [
        { "by": "rowe", "stances": { "meeting": "no-response" }, "date": "2031-02-28" },
        { "by": "lee", "stances": { "meeting": "denies" }, "date": "2031-03-01" },
        { "by": "lee", "stances": { "meeting": "responds" }, "date": "2031-03-02" }
    ]
}"#;

fn story(document: &str) -> Story {
    check::read_with(document.as_bytes(), |_| None).story.unwrap_or_default()
}

#[test]
fn a_denial_is_found_by_whose_it_is_and_who_made_it() {
    for document in [STORY.to_owned(), STORY.replace("2031-03-01", "2031-03-03")] {
        let story = story(&document);
        let index = Index::new(&story, str::to_lowercase);
        for (party, group, is_found) in FILTERS {
            let mut state = State::default();
            (state.party, state.group) = (party.map(str::to_owned), Some(*group));
            let found = found(&story, &state, Some(&index), str::to_lowercase);
            assert_eq!(!found.claims.is_empty(), *is_found, "{party:?}, {group:?}: {document}");
        }
    }
}

#[test]
fn what_nobody_answered_makes_no_claim_newer() {
    let document = STORY
        .replace(r#""about": ["rowe"] }]"#, r#""about": ["rowe"] }, { "id": "gift", "text": "He gave." }]"#)
        .replace(
            r#""statements": ["#,
            r#""statements": [{ "by": "rowe", "stances": { "gift": "not-asked" }, "date": "2032-01-01" },"#,
        );
    let story = story(&document);
    let mut state = State::default();
    state.is_newest_first = true;
    let found = found(&story, &state, None, str::to_lowercase);
    let keys: Vec<&str> = found.claims.iter().map(|id| story.claim(*id).key.as_str()).collect();
    assert_eq!(keys, ["meeting", "gift"]);
}
