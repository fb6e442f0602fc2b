//! What a reader shares of a claim, as plain text.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/workspace.rs"]
mod workspace;

use std::fs;
use std::rc::Rc;

use claim_panel::view::share;
use claim_panel_cli::intl::INTL;
use story::check;
use story::model::Story;

fn story(bytes: &[u8]) -> Rc<Story> {
    Rc::new(check::read(bytes).story.unwrap())
}

fn of_file(path: &str) -> Rc<Story> {
    story(&fs::read(workspace::path(path)).unwrap())
}

#[test]
fn a_claim_is_shared_with_its_authors_and_every_answer() {
    let text = share::text(&of_file("www/demo/kennedy-harris.json"), INTL, "declined");
    let expected = "Reported by The Telegraph, citing The Washington Post
Harris declined a meeting
Kamala Harris: no statement found";
    assert_eq!(text, expected);
}

#[test]
fn corrections_come_after_the_answers() {
    let text = share::text(&of_file("www/demo/bridge.json"), INTL, "cost");
    // In dates, the day is not separated from its month.
    let text = text.replace('\u{a0}', " ");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.get(1), Some(&"The repair will cost £6.4 million, twice the council’s estimate"));
    assert_eq!(lines.get(3), Some(&"Petra Quill: could not be reached"));
    let correction = "Corrected 23 March 2031: We first gave the figure as £6.9 million.";
    assert!(lines.iter().skip(4).any(|line| line.starts_with(correction)), "{text}");
}

#[test]
fn a_story_from_right_to_left_is_shared_in_its_own_words() {
    let story = of_file("tests/pictures/arabic.json");
    let text = share::text(&story, INTL, "log");
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.get(1), Some(&"طلب غسان الديباجي شطب صفحة من سجل الفحص"));
    assert_eq!(lines.get(2), Some(&"غسان الديباجي: نفي"));
    assert_eq!(lines.last(), Some(&"ملاحظة هيئة التحرير: الحديث هنا عن الطلب وحده. لا يقول أحد إن صفحة شُطبت فعلًا."));
    for (_, claim) in story.all_claims() {
        let text = share::text(&story, INTL, &claim.key);
        assert!(text.lines().all(|line| !line.trim().is_empty()), "{text}");
    }
}

#[test]
fn every_part_has_a_line_of_its_own() {
    let document = r#"{
        "version": 1, "lang": "en", "title": "A story",
        "parties": {
            "a": { "name": "Ada Finn", "kind": "person" },
            "b": { "name": "Brook Lund", "kind": "person" }
        },
        "claims": [
            {
                "id": "c", "text": "It was\nsold", "about": ["b"], "note": "Nobody saw it.",
                "legal": { "text": "Charged; not tried", "url": "https://example.org/", "date": "2031-03-04" }
            },
            { "id": "d", "text": "Nothing is known", "about": [] }
        ],
        "statements": [
            { "by": "a", "stances": { "c": "asserts" }, "date": "2031-03-01" },
            { "by": "b", "stances": { "c": "denies" }, "date": "2031-03-02" }
        ],
        "corrections": [
            { "text": "The day was wrong.", "claim": "c", "date": "2031-03-05" },
            { "text": "Another claim was wrong.", "claim": "d" }
        ]
    }"#;
    let story = story(document.as_bytes());
    let expected = "Said by Ada Finn
It was
sold
March 4, 2031: Charged; not tried
Brook Lund: denies
Corrected March 5, 2031: The day was wrong.
Editors’ note: Nobody saw it.";
    assert_eq!(share::text(&story, INTL, "c"), expected);
    assert!(share::text(&story, INTL, "d").contains("Nothing is known\n"));
    assert_eq!(share::text(&story, INTL, "nothing"), "");
}
