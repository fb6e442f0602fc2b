//! A small story about a bridge, and the stories of all cases.

use std::fs;

use serde_json::{Value, json};
use story::check::{self, Checked};
use story::model::{PartyId, Story};

use crate::{folder, recipe};

/// the stories of all cases that are not refused.
pub fn stories() -> Vec<(String, Story)> {
    let read = |case: &std::path::PathBuf| {
        let recipe = fs::read_to_string(case.join("recipe.txt")).ok();
        let bytes = recipe
            .map_or_else(|| fs::read(case.join("document.json")).unwrap(), |recipe| recipe::cook(&recipe).unwrap());
        Some((folder::name(case), check::read(&bytes).story?))
    };
    let stories: Vec<_> = folder::cases().iter().filter_map(read).collect();
    assert!(stories.len() > 50, "only {} cases are shown", stories.len());
    stories
}

pub fn read(document: &Value) -> Checked {
    check::read(document.to_string().as_bytes())
}

pub fn story(document: &Value) -> Story {
    let checked = read(document);
    checked.story.unwrap_or_else(|| panic!("{:?}", checked.problems))
}

/// A story about a bridge with these statements.
pub fn document(statements: &Value) -> Value {
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

pub fn party(story: &Story, key: &str) -> PartyId {
    story.all_parties().find(|(_, party)| party.key == key).unwrap().0
}
