//! Stories for property tests, which choose their graphs and dates.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use story::check::{self, Checked};
use story::model::{ClaimId, ReportId, Story};

/// Reads a document given as a JSON value.
pub fn read(document: &Value) -> Checked {
    check::read(document.to_string().as_bytes())
}

/// Reads a document that must be shown.
pub fn story(document: &Value) -> Story {
    let checked = read(document);
    checked.story.unwrap_or_else(|| panic!("refused: {:?}\n{document}", checked.problems))
}

/// The first claim of a story.
pub fn claim(story: &Story) -> ClaimId {
    story.all_claims().next().expect("a claim").0
}

/// An id for a number: `r00`, `r01` …, whose alphabetical order is the numerical one.
pub fn id(kind: char, number: usize) -> String {
    format!("{kind}{number:02}")
}

/// A story with one claim and the given parties, statements and reports.
pub fn document(parties: &Map<String, Value>, statements: &[Value], reports: &Map<String, Value>) -> Value {
    json!({
        "version": 1, "lang": "en", "title": "A story",
        "parties": parties,
        "claims": [{ "id": "c", "text": "A claim" }],
        "statements": statements,
        "reports": reports,
    })
}

/// A graph of citations: for each report, the numbers of the reports that it cites.
pub type Graph = Vec<Vec<usize>>;

/// Up to nine reports that cite one another in any way, including cycles and duplicates.
pub fn citations() -> impl Strategy<Value = Graph> {
    (1..10_usize).prop_flat_map(|count| prop::collection::vec(prop::collection::vec(0..count, 0..4), count))
}

/// A story in which outlet n published report n, and one statement is known through the reports in `starts`.
pub fn document_of_reports(graph: &Graph, starts: &[usize], stance: &str) -> Value {
    let mut parties = Map::new();
    let mut reports = Map::new();
    for (number, cites) in graph.iter().enumerate() {
        parties.insert(id('p', number), json!({ "name": format!("Outlet {number}"), "kind": "outlet" }));
        let cites: Vec<String> = cites.iter().map(|cited| id('r', *cited)).collect();
        reports.insert(id('r', number), json!({ "outlet": id('p', number), "cites": cites }));
    }
    let through: Vec<String> = starts.iter().map(|start| id('r', *start)).collect();
    let statement = json!({ "by": "p00", "stances": { "c": stance }, "reports": through });
    document(&parties, &[statement], &reports)
}

/// The number in the id of a report.
pub fn number(story: &Story, report: ReportId) -> usize {
    story.report(report).key[1..].parse().expect("a number")
}
