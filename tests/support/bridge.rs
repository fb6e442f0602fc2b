//! A small story about a bridge, and the panels of all cases.

use std::fs;

use serde_json::{Value, json};
use story::check::{self, Reading};
use story::model::{Panel, PartyId};

use crate::{folder, recipe};

/// The panels of all cases that are not refused.
pub fn panels() -> Vec<(String, Panel)> {
    let read = |case: &std::path::PathBuf| {
        let recipe = fs::read_to_string(case.join("recipe.txt")).ok();
        let bytes = recipe
            .map_or_else(|| fs::read(case.join("document.json")).unwrap(), |recipe| recipe::cook(&recipe).unwrap());
        Some((folder::name(case), check::read(&bytes).panel?))
    };
    let panels: Vec<_> = folder::cases().iter().filter_map(read).collect();
    assert!(panels.len() > 50, "only {} cases are shown", panels.len());
    panels
}

pub fn read(document: &Value) -> Reading {
    check::read(document.to_string().as_bytes())
}

pub fn panel(document: &Value) -> Panel {
    let reading = read(document);
    reading.panel.unwrap_or_else(|| panic!("{:?}", reading.problems))
}

/// A story about a bridge with these statements.
pub fn story(statements: &Value) -> Value {
    json!({
        "version": 1, "lang": "en", "title": "The bridge",
        "parties": {
            "rowe": { "name": "Dana Rowe", "kind": "person" },
            "vale": { "name": "Imogen Vale", "kind": "person", "represents": "rowe" },
            "a": { "name": "The Argus", "kind": "outlet" },
            "b": { "name": "The Bugle", "kind": "outlet" },
            "c": { "name": "The Courier", "kind": "outlet" },
            "d": { "name": "The Dispatch", "kind": "outlet" },
        },
        "claims": [
            { "id": "meeting", "text": "Rowe met the contractor", "about": ["rowe"] },
            { "id": "gift", "text": "Rowe took a gift", "about": ["rowe"] },
        ],
        "statements": statements,
    })
}

pub fn party(panel: &Panel, key: &str) -> PartyId {
    panel.all_parties().find(|(_, party)| party.key == key).unwrap().0
}
