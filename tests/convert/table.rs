//! Tables.

use std::fs;

use convert::table;
use proptest::prelude::*;
use serde_json::{Map, Value};

use crate::check::check;
use crate::documents;
use crate::expectation::{compare, settle};
use crate::workspace;

#[test]
fn cases_of_tables() {
    check("table", table::read, table::write);
}

/// Documents that a table does not hold as they are, with the pointers of what differs.
const LOSSES: &[(&str, &[&str])] = &[];

#[test]
fn a_table_holds_every_document() {
    let faults: Vec<String> = documents::valid().iter().flat_map(|(name, document)| faults(name, document)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn faults(name: &str, document: &Map<String, Value>) -> Vec<String> {
    let export = table::write(document);
    let lost: Vec<&str> = export.losses.iter().map(|loss| loss.place.pointer.as_str()).collect();
    let listed = LOSSES.iter().find(|(of, _)| *of == name).map_or(&[] as &[&str], |(_, losses)| losses);
    let back = table::read(export.text.as_bytes());
    let mut faults = Vec::new();
    if lost != listed {
        faults.push(format!("{name}: the losses are {lost:?}"));
    }
    if (back.document == *document) != listed.is_empty() {
        faults.push(format!("{name}: a difference is not listed"));
    }
    for key in ["parties", "reports", "occasions"] {
        let ids = |of: &Map<String, Value>| -> Vec<String> {
            of.get(key).and_then(Value::as_object).map(|map| map.keys().cloned().collect()).unwrap_or_default()
        };
        if listed.is_empty() && ids(&back.document) != ids(document) {
            faults.push(format!("{name}: {key} are in another order"));
        }
    }
    if back.count.used != back.count.total || !back.problems.is_empty() {
        faults.push(format!("{name}: {:?}", back.problems));
    }
    if table::write(&back.document).text != export.text {
        faults.push(format!("{name}: the table of the table differs"));
    }
    faults
}

#[test]
fn stances_have_the_words_of_the_panel() {
    let mut languages: Vec<_> = fs::read_dir(workspace::path("src/texts/languages")).unwrap().flatten().collect();
    languages.sort_by_key(fs::DirEntry::path);
    let texts: Vec<String> = languages.iter().map(|file| fs::read_to_string(file.path()).unwrap()).collect();
    let file = workspace::path("crates/convert/src/table/stances.txt");
    let known = fs::read_to_string(&file).unwrap();
    let mut found = String::new();
    for stance in known.lines().filter_map(|line| line.split_once(" = ")).map(|(stance, _)| stance) {
        let mut phrases: Vec<&str> = Vec::new();
        for (key, words) in texts.iter().flat_map(|text| text.lines()).filter_map(|line| line.split_once(" = ")) {
            let of = match key {
                "states" => "asserts",
                "states-part" => "confirms-part",
                key => key,
            };
            if of == stance {
                for phrase in words.trim().split(" | ").filter(|phrase| !phrases.contains(phrase)).collect::<Vec<_>>() {
                    phrases.push(phrase);
                }
            }
        }
        found += &format!("{stance} = {}\n", phrases.join(" | "));
    }
    settle([compare(&file, &found)]);
}

#[test]
fn the_example_for_editors_is_a_valid_document() {
    let page = fs::read_to_string(workspace::path("docs/tables.md")).unwrap();
    let example = page.split("```csv\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let conversion = table::read(example.as_bytes());
    assert_eq!(conversion.problems, []);
    assert_eq!(conversion.count.used, conversion.count.total);
    let checked = conversion.check();
    assert!(checked.story.is_some(), "{:?}", checked.problems);
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let conversion = table::read(&bytes);
        let _ = conversion.check();
    }

    #[test]
    fn any_cells_are_read(cells in proptest::collection::vec("[a-z0-9 ,;\"'=|\\n\\t./-]{0,12}", 0..40)) {
        let text = format!("claim,party,stance,date,about,report outlet,row,more\n{}", cells.join(","));
        let conversion = table::read(text.as_bytes());
        prop_assert!(conversion.count.used <= conversion.count.total);
        let _ = conversion.check();
    }
}
