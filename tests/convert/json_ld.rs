//! schema.org.

use std::fs;

use convert::json_ld;
use proptest::prelude::*;
use serde_json::Value;

use crate::check::check;
use crate::documents;
use crate::expectation::{compare, settle};
use crate::workspace;

#[test]
fn cases_of_json_ld() {
    check("json-ld", |bytes| json_ld::read(&String::from_utf8_lossy(bytes)), json_ld::write);
}

/// The types of schema.org that are written, each with its properties, also those of the types above it.
const TERMS: &[(&str, &[&str])] = &[
    ("Claim", &["text", "inLanguage", "description", "about", "author", "appearance", "comment"]),
    ("Comment", &["author", "about", "text", "inLanguage", "dateCreated", "url", "isBasedOn"]),
    ("Quotation", &["text", "inLanguage", "spokenByCharacter", "about", "dateCreated", "url", "isBasedOn"]),
    (
        "ClaimReview",
        &[
            "claimReviewed",
            "inLanguage",
            "itemReviewed",
            "author",
            "reviewRating",
            "reviewBody",
            "datePublished",
            "url",
        ],
    ),
    ("Rating", &["alternateName"]),
    ("Person", &["name", "description", "url"]),
    ("Organization", &["name", "url"]),
    ("NewsMediaOrganization", &["name", "url"]),
    ("CreativeWork", &["name", "url"]),
];

#[test]
fn every_document_gives_valid_terms_and_every_claim_carries_its_replies() {
    for (name, document) in documents::valid() {
        let export = json_ld::write(&document);
        let root: Value = serde_json::from_str(&export.text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let graph = root["@graph"].as_array().unwrap();
        graph.iter().for_each(|node| require_known_terms(&name, node));
        let nodes = graph.iter().filter(|node| node["@type"] == "Claim");
        let claims = document["claims"].as_array().unwrap();
        for (node, claim) in nodes.zip(claims) {
            let about = claim.get("about").and_then(Value::as_array).map_or(0, Vec::len);
            let comments = node.get("comment").map_or(0, |one| one.as_array().map_or(1, Vec::len));
            let is_document =
                |id: &Value| document["parties"][id.as_str().unwrap_or_default().trim()]["kind"] == "document";
            let all_documents =
                claim.get("about").is_some_and(|about| about.as_array().unwrap().iter().all(is_document));
            let may_lack = about == 0 || all_documents || claim.get("kind").is_some_and(|kind| kind == "opinion");
            assert!(may_lack || comments > 0, "{name}: {claim} has no reply");
        }
        let reviewers = graph.iter().filter(|node| node["@type"] == "ClaimReview").map(|node| &node["author"]["name"]);
        for reviewer in reviewers {
            assert_eq!(Some(reviewer), document.get("publisher").map(|publisher| &publisher["name"]), "{name}");
        }
    }
}

fn require_known_terms(document: &str, node: &Value) {
    let Some(fields) = node.as_object() else { return };
    if fields.len() == 1 && fields.contains_key("@id") {
        return;
    }
    let of = node["@type"].as_str().unwrap_or_default();
    let (_, known) = TERMS.iter().find(|(name, _)| *name == of).unwrap_or_else(|| panic!("{document}: type {of}"));
    for (key, value) in fields {
        assert!(key.starts_with('@') || known.contains(&key.as_str()), "{document}: {of} has no {key}");
        match value {
            Value::Array(list) => list.iter().for_each(|one| require_known_terms(document, one)),
            value => require_known_terms(document, value),
        }
    }
}

#[test]
fn replies_have_the_words_of_the_panel() {
    let mut files: Vec<_> = fs::read_dir(workspace::path("src/texts/languages")).unwrap().flatten().collect();
    files.sort_by_key(fs::DirEntry::path);
    let file = workspace::path("crates/convert/src/json_ld/words.txt");
    let known = fs::read_to_string(&file).unwrap();
    let english: Vec<&str> = known.lines().filter_map(|line| line.strip_prefix("en ")?.split(" = ").next()).collect();
    let mut found = String::new();
    for entry in files {
        let path = entry.path();
        let tag = path.file_stem().unwrap().to_string_lossy().into_owned();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((key, words)) = line.split_once(" = ").filter(|(key, _)| english.contains(key)) else { continue };
            found += &format!("{tag} {key} = {}\n", words.split(" | ").next().unwrap_or_default().trim());
        }
    }
    settle([compare(&file, &found)]);
}

proptest! {
    #[test]
    fn any_text_is_read(text in "[\\[\\]{}\"':,a-z@\\\\<>/ &;0-9\\n]{0,200}") {
        let _ = json_ld::read(&text).check();
    }

    #[test]
    fn any_values_are_read(
        value in r#"("[a-z:/ ]{0,20}"|[0-9]{1,5}|null|true|\{\}|\[\]|\[1,"a"\]|\{"@value":3\})"#,
    ) {
        let keys = "claimReviewed author url datePublished reviewRating itemReviewed @type @graph";
        for key in keys.split(' ') {
            let rest = format!(r#""author": "y", "reviewRating": "z", "{key}": {value}"#);
            let text = format!(r#"{{"@type": "ClaimReview", "claimReviewed": "x", {rest}}}"#);
            let _ = json_ld::read(&text).check();
        }
    }
}
