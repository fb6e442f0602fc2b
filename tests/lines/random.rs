//! Random text and random documents.

use std::collections::BTreeSet;

use convert::lines;
use convert::losses::losses;
use convert::normal::{normal, trimmed};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Pieces of lines, so that random text reaches all parts of the reader.
const PIECES: &[&str] = &[
    "\n",
    "\n",
    "  ",
    "# ",
    "@",
    "? ",
    "// ",
    "• ",
    "> ",
    "Dana Rowe",
    "Rowe",
    "rowe",
    "{rowe}",
    "{",
    "}",
    "denies",
    "says: no knowledge of it",
    "did not respond",
    ", ",
    ": ",
    "“",
    "”",
    "\"",
    "„",
    "radio",
    "3 March 2031",
    "2031-03-03T10:00",
    "(about Rowe)",
    "(unnamed; 2 people)",
    "report: ",
    "occasion: ",
    "correction: ",
    "in article: ",
    "[[",
    "]]",
    "asked: ",
    "also denies: ",
    "at ",
    "for ",
    "according to ",
    "citing ",
    "own reporting",
    "directly",
    "legal: ",
    "verdict: ",
    "____",
    "\\",
    "\\u00AD",
    "\u{a0}",
    "\u{ad}",
    "https://example.org/",
    "title: ",
    "lang: de",
    "bestreitet das",
    "é",
    "\r\n",
    "\t",
    ";",
    "about: ",
    "speaks for: ",
    "kind: ",
    "by: ",
];

/// Texts that documents hold, with everything that lines give a meaning to.
fn words() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES).prop_map(str::to_owned);
    let part = prop_oneof![4 => "[a-zA-Z]{1,9}", 2 => piece, 1 => "\\PC{1,4}", 1 => Just(" ".to_owned())];
    prop::collection::vec(part, 1..7).prop_map(|parts| format!("w{}", parts.concat()))
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    prop::collection::hash_set("[a-z]{1,6}|[a-z{}/~ ]{1,5}|\\PC{1,3}", 2..5).prop_map(|ids| {
        let ids = ids.into_iter().map(|id| trimmed(&format!("i{id}")).to_owned());
        ids.collect::<BTreeSet<String>>().into_iter().collect()
    })
}

/// A document whose references are all to its own entries.
fn documents() -> impl Strategy<Value = Map<String, Value>> {
    (ids(), prop::collection::vec(words(), 40), prop::collection::vec(0..1000_usize, 40)).prop_map(|(ids, words, numbers)| {
        let word = |at: usize| words[at % words.len()].clone();
        let number = |at: usize| numbers[at % numbers.len()];
        let id = |at: usize| ids[number(at) % ids.len()].clone();
        let kinds = ["person", "organisation", "outlet", "document"];
        let stances = ["asserts", "denies", "reports", "declined", "no-knowledge", "responds"];
        let dates = ["2031", "2031-03", "2031-03-05", "2031-03-05T07:25", "2031-03-05T07:25+01:00", "../2031-03-05", "soon"];
        let mut parties = Map::new();
        let mut reports = Map::new();
        let mut occasions = Map::new();
        let mut claims = Vec::new();
        for (at, key) in ids.iter().enumerate() {
            parties.insert(key.clone(), json!({ "name": word(at), "kind": kinds[number(at) % 4], "role": word(at + 5), "represents": id(at) }));
            reports.insert(key.clone(), json!({ "outlet": id(at + 1), "title": word(at + 7), "cites": [id(at + 2)], "date": dates[number(at + 3) % 7] }));
            occasions.insert(key.clone(), json!({ "by": id(at + 3), "medium": word(at + 9), "title": word(at + 11) }));
            claims.push(json!({
                "id": key, "text": word(at + 13), "about": [id(at + 4), id(at + 5)],
                "passages": [{ "exact": word(at + 15), "prefix": word(at + 17), "suffix": word(at + 16) }],
                "legal": { "text": word(at + 19), "date": dates[number(at) % 7] },
            }));
        }
        let statement = |at: usize| {
            let mut statement = json!({
                "by": id(at), "stances": { id(at + 1): stances[number(at) % 6], id(at + 2): stances[number(at + 1) % 6] },
                "date": dates[number(at + 2) % 7], "medium": word(at), "note": word(at + 3),
                "reports": [id(at + 7)], "attempts": [{ "date": dates[number(at) % 7], "by": word(at + 4) }],
            });
            let key = if number(at) % 2 == 0 { "quote" } else { "text" };
            statement[key] = word(at + 21).into();
            if number(at) % 3 == 0 {
                statement["occasion"] = id(at + 8).into();
            }
            statement
        };
        let statements: Vec<Value> = (0..4).map(statement).collect();
        let lang = ["en", "de", "fr", "zu"][number(0) % 4];
        let Value::Object(document) = json!({
            "version": 1, "lang": lang, "title": word(30), "summary": word(31),
            "parties": parties, "claims": claims, "statements": statements, "occasions": occasions, "reports": reports,
            "corrections": [{ "text": word(32), "claim": id(9) }],
        }) else {
            return Map::new();
        };
        document
    })
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60), noise in "\\PC{0,20}") {
        let text = pieces.concat() + &noise;
        let conversion = lines::read(&text);
        let lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).count();
        prop_assert!(conversion.count.total <= lines);
        prop_assert!(conversion.count.used <= conversion.count.total);
        let _ = conversion.check();
    }

    #[test]
    fn a_random_document_is_the_same_after_lines(document in documents()) {
        let export = lines::write(&document);
        let read = lines::read(&export.text);
        prop_assert_eq!(&losses(&normal(&document), &read.document), &export.losses);
        let found: Vec<String> = export.losses.iter().map(|loss| format!("{} {}", loss.place.pointer, loss.message())).collect();
        prop_assert!(found.is_empty(), "{}\n{}", found.join("\n"), export.text);
    }
}
