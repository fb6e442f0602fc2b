//! Texts of a document, its dates and its addresses change the direction of nothing around them, and keep their paragraphs.

use std::fs;
use std::rc::Rc;

use claim_panel::view::share;
use claim_panel::view::state::View;
use claim_panel_cli::intl::INTL;
use claim_panel_cli::static_html;
use serde_json::Value;

use crate::bridge::story;
use crate::workspace;

/// A right-to-left override and what follows it.
const TURNING: &str = "\u{202E}15 August";

/// The fields of texts, dates and addresses.
const FIELDS: [&str; 23] = [
    "name",
    "role",
    "description",
    "reason",
    "howTheyKnow",
    "title",
    "summary",
    "text",
    "note",
    "quote",
    "translation",
    "medium",
    "label",
    "explanation",
    "date",
    "dateNote",
    "updated",
    "deadline",
    "url",
    "archiveUrl",
    "correctionsUrl",
    "contactUrl",
    "article",
];

/// Changes every text, date and address of a document.
fn change(value: &mut Value, new: &dyn Fn(&str) -> String) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text) if FIELDS.contains(&key.as_str()) => *text = new(text),
                    _ => change(value, new),
                }
            }
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| change(entry, new)),
        _ => {}
    }
}

fn changed(new: &dyn Fn(&str) -> String) -> Vec<Value> {
    let read = |case: &str| {
        let path = workspace::path(&format!("tests/cases/frozen/{case}/document.json"));
        let mut document = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        change(&mut document, new);
        document
    };
    ["every-field", "every-field-2"].map(read).to_vec()
}

/// The texts of some HTML that contain a character, each with whether an element around it isolates it.
fn isolation(html: &str, wanted: char) -> Vec<(String, bool)> {
    let (mut open, mut found) = (Vec::<(&str, bool)>::new(), Vec::new());
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop().map(|(name, _)| name), Some(name), "{html}");
        } else if name != "br" {
            open.push((name, name == "bdi" || tag.contains(" dir=\"auto\"")));
        }
        if text.contains(wanted) {
            found.push((text.to_owned(), open.iter().any(|(_, isolates)| *isolates)));
        }
    }
    found
}

#[test]
fn no_text_turns_what_is_around_it() {
    for document in changed(&|text| format!("{text}{TURNING}")) {
        let story = Rc::new(story(&document));
        for view in View::ALL {
            let found = isolation(&static_html::render_view(Rc::clone(&story), 3, view), '\u{202E}');
            assert!(found.len() > 20, "{view:?} shows {} texts", found.len());
            let loose: Vec<_> = found.iter().filter(|(_, is_isolated)| !is_isolated).collect();
            assert!(loose.is_empty(), "{view:?}: {loose:#?}");
        }
    }
}

/// Whether no override and no isolate is open at the end of a text, by the rules of UAX #9.
fn is_closed(text: &str) -> bool {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(false),
            '\u{2066}'..='\u{2068}' => open.push(true),
            '\u{202C}' if open.last() == Some(&false) => drop(open.pop()),
            '\u{2069}' if open.contains(&true) => while open.pop() == Some(false) {},
            _ => {}
        }
    }
    open.is_empty()
}

#[test]
fn no_text_turns_what_is_around_it_when_it_is_shared() {
    for turning in [
        TURNING,
        "\u{2069}\u{202E}a",
        "\u{2067}a",
        "\u{202C}\u{2069}\u{2069}\u{202D}b",
        "\u{2066}\u{2069}\u{2068}c\u{202B}",
    ] {
        for document in changed(&|text| format!("{text}{turning}")) {
            let story = Rc::new(story(&document));
            for (_, claim) in story.all_claims() {
                let text = share::text(&story, INTL, &claim.key);
                assert!(text.contains(turning), "{text}");
                assert!(text.lines().all(is_closed), "{turning:?}: {text:?}");
            }
        }
    }
}

#[test]
fn paragraphs_stay_apart_without_a_stylesheet_and_when_shared() {
    let is_multiline = |text: &str| format!("{text}\n\nSecond paragraph.");
    for document in changed(&|text| if text.contains(' ') { is_multiline(text) } else { text.to_owned() }) {
        let story = Rc::new(story(&document));
        for view in View::ALL {
            let html = static_html::render_view(Rc::clone(&story), 3, view);
            // Names are one line wherever they stand.
            let apart = html.matches("<br><br>Second paragraph.").count();
            let together =
                html.matches("\n\nSecond paragraph.").count() - html.matches("\n\nSecond paragraph.</bdi>").count();
            assert!(apart > 3, "{view:?}: {html}");
            assert_eq!(together, 0, "{view:?}: {html}");
        }
        let summary = story.summary.as_ref().unwrap().split('\n').next().unwrap().to_owned();
        let html = static_html::render_view(Rc::clone(&story), 3, View::Claims);
        assert!(html.contains(&format!("{summary}<br><br>Second paragraph.")), "{html}");
        for (_, claim) in story.all_claims() {
            let text = share::text(&story, INTL, &claim.key);
            let first = claim.text.split('\n').next().unwrap();
            assert!(text.contains(&format!("{first}\nSecond paragraph.\n")), "{text}");
        }
    }
}
