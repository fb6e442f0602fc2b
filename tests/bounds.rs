//! The output is bounded by the document: the static HTML is less than 20 times as long as the document, and a document
//! of twice the length does not give much more than twice the output, in any view.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::rc::Rc;

use claim_panel::view::state::View;
use claim_panel_cli::static_html;
use story::check;

/// A document with entries that a function writes for each number.
fn document(claims: &str, count: usize, statement: &dyn Fn(usize) -> String, kind: &str, reports: &str) -> String {
    let (mut parties, mut statements) = (String::new(), String::new());
    for number in 0..count {
        let comma = if number == 0 { "" } else { "," };
        write!(parties, r#"{comma}"p{number}":{{"name":"Party {number}","kind":"{kind}"}}"#).unwrap();
        write!(statements, "{comma}{}", statement(number)).unwrap();
    }
    format!(
        r#"{{"version":1,"lang":"en","title":"T","parties":{{{parties}}},"claims":[{claims}],"statements":[{statements}]{reports}}}"#
    )
}

fn list(count: usize, entry: &dyn Fn(usize) -> String) -> String {
    (0..count).map(entry).collect::<Vec<_>>().join(",")
}

/// Everybody denies one claim, and it is about all of them.
fn about_everybody(count: usize) -> String {
    let about = list(count, &|number| format!(r#""p{number}""#));
    let claim = format!(r#"{{"id":"c","text":"C","about":[{about}]}}"#);
    document(&claim, count, &|number| format!(r#"{{"by":"p{number}","stances":{{"c":"denies"}}}}"#), "person", "")
}

/// Everybody says the same.
fn said_by_everybody(count: usize) -> String {
    let statement = |number| {
        let stance = ["asserts", "denies", "disputes"].get(number % 3).unwrap();
        format!(r#"{{"by":"p{number}","stances":{{"c":"{stance}"}}}}"#)
    };
    document(r#"{"id":"c","text":"C","about":[]}"#, count, &statement, "person", "")
}

/// Every outlet reports every claim, and cites all outlets before it.
fn cited_by_everybody(count: usize) -> String {
    let claims = list(count, &|number| format!(r#"{{"id":"c{number}","text":"C","about":[]}}"#));
    let stances = list(count, &|number| format!(r#""c{number}":"reports""#));
    let reports = list(count, &|number| {
        let cites = list(number, &|cited| format!(r#""r{cited}""#));
        format!(r#""r{number}":{{"outlet":"p{number}","cites":[{cites}]}}"#)
    });
    let statement = |number| format!(r#"{{"by":"p{number}","stances":{{{stances}}},"reports":["r{number}"]}}"#);
    document(&claims, count, &statement, "outlet", &format!(r#","reports":{{{reports}}}"#))
}

/// How many times as long as the document each view is.
fn ratios(document: &str) -> Vec<(View, f64)> {
    let story = Rc::new(check::read(document.as_bytes()).story.unwrap());
    let ratio = |view| static_html::render_view(Rc::clone(&story), 3, view).len() as f64 / document.len() as f64;
    View::ALL.iter().map(|view| (*view, ratio(*view))).collect()
}

fn check(name: &str, write: &dyn Fn(usize) -> String, count: usize) {
    let (once, twice) = (ratios(&write(count)), ratios(&write(2 * count)));
    for ((view, once), (_, twice)) in once.into_iter().zip(twice) {
        assert!(view != View::Claims || once < 20.0, "{name}: the static HTML is {once:.1} times as long");
        assert!(twice < 1.25 * once, "{name}, {view:?}: {once:.1} times as long, then {twice:.1}");
    }
}

#[test]
fn a_claim_about_everybody() {
    check("about everybody", &about_everybody, 100);
}

#[test]
fn replies_that_are_left_out_are_counted() {
    let story = Rc::new(check::read(about_everybody(100).as_bytes()).story.unwrap());
    let people = static_html::render_view(story, 3, View::People);
    // One's own position, twelve of the others, and the rest.
    assert!(people.contains("87 more"), "the number of the other replies is missing");
}

#[test]
fn a_claim_that_everybody_makes_or_denies() {
    check("said by everybody", &said_by_everybody, 400);
}

#[test]
fn outlets_that_cite_one_another() {
    check("cited by everybody", &cited_by_everybody, 24);
}
