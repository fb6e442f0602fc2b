//! Nothing is dropped silently, and data stays text.

use std::fs;

use serde_json::{Value, json};
use story::check;
use story::model::{Group, Link};

use crate::bridge::{document, read, stories, story};
use crate::folder;

#[test]
fn a_document_is_shown_whole_or_not_at_all() {
    let good = document(&json!([
        { "by": "a", "stances": { "meeting": "asserts", "gift": "asserts" } },
        { "by": "rowe", "stances": { "meeting": "denies", "gift": "denies" } },
    ]));
    assert!(read(&good).story.is_some());
    for wrong in [json!("refutes"), json!(null), json!(["denies"]), json!("")] {
        let mut document = good.clone();
        document["statements"][1]["stances"]["gift"] = wrong;
        assert!(read(&document).story.is_none(), "an accusation would be shown without its denial");
    }
    for (field, wrong) in [("by", json!("row")), ("reports", json!(["nowhere"])), ("onBehalfOf", json!("nobody"))] {
        let mut document = good.clone();
        document["statements"][1][field] = wrong;
        assert!(read(&document).story.is_none(), "{field} refers to nothing");
    }
}

#[test]
fn every_statement_of_a_document_is_in_its_panel() {
    for case in folder::cases() {
        let Ok(bytes) = fs::read(case.join("document.json")) else { continue };
        let (Ok(document), Some(story)) = (serde_json::from_slice::<Value>(&bytes), check::read(&bytes).story) else {
            continue;
        };
        let written = document["statements"].as_array().unwrap();
        assert_eq!(story.all_statements().count(), written.len(), "{}", case.display());
        let stances: usize = written.iter().map(|one| one["stances"].as_object().unwrap().len()).sum();
        let shown: usize = story.all_claims().map(|(_, claim)| claim.statements.len()).sum();
        let grouped: usize = story
            .all_claims()
            .map(|(id, _)| Group::ALL.iter().map(|group| story.in_group(id, *group).len()).sum::<usize>())
            .sum();
        assert_eq!((shown, grouped), (stances, stances), "{}: a stance is shown not at all or twice", case.display());
        for (number, (_, statement)) in story.all_statements().enumerate() {
            for (field, text) in [("quote", &statement.quote), ("text", &statement.text), ("note", &statement.note)] {
                let words = written[number][field].as_str().map(str::trim).filter(|words| !words.is_empty());
                assert_eq!(text.as_deref(), words, "{}: “{field}” of statement {number}", case.display());
            }
        }
    }
}

#[test]
fn a_date_that_cannot_be_read_is_shown_as_it_is_written() {
    let story = story(&document(&json!([{ "by": "rowe", "stances": { "gift": "denies" }, "date": "the other day" }])));
    let (_, statement) = story.all_statements().next().unwrap();
    let when = statement.date.as_ref().unwrap();
    assert_eq!((when.text.as_str(), when.date), ("the other day", None));
}

/// Data is text: links are http(s) only, but for the publisher's address for e-mail.
#[test]
fn every_link_of_every_case_leads_to_the_web() {
    let mut links = 0;
    let mut look = |case: &str, link: &Option<Link>, may_be_mail: bool| {
        if let Some(href) = link.as_ref().and_then(Link::href) {
            let address = url::Url::parse(href).unwrap_or_else(|error| panic!("{case}: {href}: {error}"));
            let is_mail = may_be_mail && address.scheme() == "mailto";
            assert!(is_mail || matches!(address.scheme(), "http" | "https"), "{case}: {address}");
            links += 1;
        }
    };
    for (case, story) in stories() {
        look(&case, &story.article, false);
        if let Some(publisher) = &story.publisher {
            [&publisher.url, &publisher.corrections_url].into_iter().for_each(|link| look(&case, link, false));
            look(&case, &publisher.contact_url, true);
        }
        story.all_parties().for_each(|(_, party)| look(&case, &party.url, false));
        story.all_claims().for_each(|(_, claim)| claim.findings.iter().for_each(|one| look(&case, &one.url, false)));
        story
            .all_statements()
            .for_each(|(_, one)| [&one.url, &one.archive_url].into_iter().for_each(|link| look(&case, link, false)));
        story
            .all_reports()
            .for_each(|(_, one)| [&one.url, &one.archive_url].into_iter().for_each(|link| look(&case, link, false)));
    }
    assert!(links > 20, "only {links} links were checked");
}
