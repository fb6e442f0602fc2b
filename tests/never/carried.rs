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

/// The moments of the timeline that contain these words.
fn moments(document: &Value, wanted: &str) -> Vec<String> {
    let html = static_html::render_view(Rc::new(story(document)), 3, View::Timeline);
    html.split("<li part=\"moment").map(words).filter(|entry| entry.contains(wanted)).collect()
}

/// The timeline shows what was held on that day, never a later position under an earlier date.
#[test]
fn no_later_position_stands_under_an_earlier_date() {
    let mut document = document(&json!([
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-01" },
        { "by": "rowe", "stances": { "meeting": "confirms" }, "date": "2031-03-02", "reports": ["early"] },
        { "by": "b", "stances": { "meeting": "reports" }, "date": "2031-03-03" },
        { "by": "rowe", "stances": { "meeting": "denies" }, "date": "2031-03-05" },
        { "by": "c", "stances": { "meeting": "reports" }, "date": "2031-03-05" },
    ]));
    document["reports"] = json!({ "early": { "outlet": "d", "title": "Rowe admits it", "date": "2031-03-02" } });
    for (outlet, reply) in [
        ("The Argus", "Dana Rowe no statement by then"),
        ("The Bugle", "Dana Rowe confirms"),
        ("The Courier", "Dana Rowe denies (earlier: confirms)"),
    ] {
        let found = moments(&document, outlet);
        assert!(found.iter().any(|moment| moment.contains(reply)), "{outlet}: {found:?}");
    }
    assert_eq!(moments(&document, "Rowe admits it").len(), 1, "nothing stands on the timeline twice");
}

/// A position that rests on undated statements may be later than the day beside which it stands.
#[test]
fn a_reply_without_a_date_says_so_on_the_timeline() {
    let document = document(&json!([
        { "by": "a", "stances": { "meeting": "reports" }, "date": "2031-03-01" },
        { "by": "rowe", "stances": { "meeting": "denies" } },
    ]));
    let found = moments(&document, "The Argus");
    assert!(found[0].contains("Dana Rowe denies (date not known)"), "{found:?}");
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
    let found = moments(&document, "What they say");
    let lee = found.iter().find(|moment| moment.starts_with("Kim Lee"));
    assert!(found.len() == 2 && lee.is_some_and(|moment| moment.contains("denies")), "{found:?}");
}

/// Without the editor's note, a joke reads as a confession.
#[test]
fn notes_and_corrections_stand_wherever_the_words_stand() {
    let mut document = document(&json!([
        { "id": "joke", "by": "rowe", "stances": { "meeting": "responds" }, "quote": "Yes, I met them.", "note": "A joke." },
    ]));
    document["corrections"] = json!([{ "date": "2031-03-06", "text": "We left out a word.", "statement": "joke" }]);
    for view in [View::Claims, View::Timeline] {
        let html = view_text(&document, view);
        let (_, after) = html.split_once("Yes, I met them.").unwrap();
        assert!(after.contains("A joke.") && after.contains("We left out a word."), "{view:?}: {html}");
    }
}

/// This holds for parties that the claim is not about, too.
#[test]
fn whoever_was_asked_and_gave_no_answer_stands_among_the_people() {
    let document = document(&json!([
        { "by": "rowe", "stances": { "meeting": "denies" } },
        { "by": "b", "stances": { "meeting": "declined" } },
    ]));
    let html = static_html::render_view(Rc::new(story(&document)), 3, View::People);
    let mut entries = html.split("<li part=\"party\">").map(words);
    let entry = entries.find(|entry| entry.starts_with("The Bugle")).unwrap_or_default();
    assert!(entry.contains("declined to comment") && entry.contains("Dana Rowe denies"), "{entry}");
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
    assert!(html.contains("The Argus (retracts) (how this became known is not recorded)"), "{html}");
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
