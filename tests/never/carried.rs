//! Every view shows what was said as it was said: what a report carried, with notes, corrections and retractions.

use std::rc::Rc;

use claim_panel::view::state::View;
use claim_panel_cli::static_html;

use crate::bridge::{document, story};
use crate::rows::words;
use serde_json::{Value, json};

/// The text of a view.
fn view_text(document: &Value, view: View) -> String {
    words(&static_html::render_view(Rc::new(story(document)), 3, view))
}

/// The last entry of the timeline that contains this headline.
fn published(document: &Value, title: &str) -> String {
    let html = static_html::render_view(Rc::new(story(document)), 3, View::Timeline);
    let entries = html.split("<li part=\"moment").map(words);
    entries.filter(|entry| entry.contains(title)).last().unwrap_or_default()
}

/// A report carries the confirmation that was made in it, even if its speaker denied the claim later.
#[test]
fn a_report_carries_what_was_said_in_it() {
    let mut document = document(&json!([
        { "by": "rowe", "stances": { "meeting": "confirms" }, "date": "2031-03-01", "reports": ["early"] },
        { "by": "rowe", "stances": { "meeting": "denies" }, "date": "2031-03-05" },
    ]));
    document["reports"] = json!({ "early": { "outlet": "a", "title": "Rowe admits it", "date": "2031-03-01" } });
    let entry = published(&document, "Rowe admits it");
    assert!(entry.contains("Dana Rowe: confirms"), "{entry}");
    assert!(entry.contains("Dana Rowe: denies (earlier: confirms)"), "{entry}");
}

/// A party that has retracted its statement since must not appear as if it still made it.
#[test]
fn a_report_says_what_became_of_what_it_carried() {
    let mut document = document(&json!([
        { "by": "lee", "stances": { "meeting": "asserts" }, "date": "2031-03-01", "reports": ["early"] },
        { "by": "lee", "stances": { "meeting": "retracts" }, "date": "2031-03-05" },
    ]));
    document["parties"]["lee"] = json!({ "name": "Kim Lee", "kind": "person" });
    document["reports"] = json!({ "early": { "outlet": "a", "title": "A witness speaks", "date": "2031-03-01" } });
    let entry = published(&document, "A witness speaks");
    assert!(entry.contains("Kim Lee: says so (later: retracts)"), "{entry}");
}

/// An outlet that speaks in its own report is named once, and the statements of others in it are shown too.
#[test]
fn an_outlet_that_speaks_in_its_own_report_hides_nobody() {
    let mut document = document(&json!([
        { "by": "a", "stances": { "meeting": "reports" }, "reports": ["early"] },
        { "by": "lee", "stances": { "meeting": "denies" }, "reports": ["early"] },
    ]));
    document["parties"]["lee"] = json!({ "name": "Kim Lee", "kind": "person" });
    document["reports"] = json!({ "early": { "outlet": "a", "title": "What they say", "date": "2031-03-01" } });
    let entry = published(&document, "What they say");
    assert!(entry.contains("Kim Lee: denies") && !entry.contains("The Argus: reports"), "{entry}");
}

/// Without the editor's note, a joke reads as a confession.
#[test]
fn notes_and_corrections_stand_wherever_the_words_stand() {
    let mut document = document(&json!([
        { "id": "joke", "by": "rowe", "stances": { "meeting": "responds" }, "quote": "Yes, I met them.", "note": "A joke." },
    ]));
    document["corrections"] = json!([{ "date": "2031-03-06", "text": "We left out a word.", "statement": "joke" }]);
    for view in [View::People, View::Timeline] {
        let html = view_text(&document, view);
        let (_, after) = html.split_once("Yes, I met them.").unwrap();
        assert!(after.contains("A joke.") && after.contains("We left out a word."), "{view:?}: {html}");
    }
}

/// This holds for parties that the claim is not about, too.
#[test]
fn whoever_was_asked_and_gave_no_answer_stands_among_the_missing() {
    let html = view_text(
        &document(&json!([
            { "by": "rowe", "stances": { "meeting": "denies" } },
            { "by": "b", "stances": { "meeting": "declined" } },
        ])),
        View::People,
    );
    let (_, missing) = html.split_once("Missing answers").unwrap();
    assert!(missing.contains("The Bugle: declined to comment") && missing.contains("Dana Rowe: denies"), "{missing}");
}

/// A later answer does not make an outlet a source again.
#[test]
fn a_retraction_is_not_undone_by_an_answer() {
    let html = view_text(
        &document(&json!([
            { "by": "a", "stances": { "meeting": "asserts" }, "date": "2031-03-01" },
            { "by": "a", "stances": { "meeting": "retracts" }, "date": "2031-03-02" },
            { "by": "a", "stances": { "meeting": "responds" }, "date": "2031-03-03" },
        ])),
        View::Sources,
    );
    assert!(html.contains("The Argus (how this became known is not recorded; retracts)"), "{html}");
}

/// Clock times of another zone are on the day that they have in the story's time zone.
#[test]
fn a_span_of_hours_stands_where_it_belongs() {
    let mut document = document(&json!([
        { "by": "rowe", "stances": { "meeting": "denies" }, "date": "2031-03-03T01:00Z" },
        { "by": "b", "stances": { "meeting": "asserts" }, "date": "2031-03-02T22:00-05:00/2031-03-02T23:00-05:00" },
    ]));
    document["timeZone"] = json!("Europe/London");
    let html = view_text(&document, View::Timeline);
    let (_, after) = html.split_once("Dana Rowe").unwrap();
    assert!(after.contains("The Bugle") && !html.contains("UTC"), "{html}");
}
