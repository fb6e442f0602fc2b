//! What a conversion gives: the result, and everything that it could not use.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use story::check::{self, Checked};
use story::problem::{Place, Problem, Rule};

/// A document made from another form.
#[derive(Debug, Default)]
pub struct Conversion {
    /// The document. It may be incomplete or invalid: `check` decides.
    pub document: Map<String, Value>,
    /// What could not be used, in the order of the source.
    pub problems: Vec<Problem>,
    /// How many units of the source were used.
    pub count: Count,
    /// Where in the source each value of the document was written.
    pub places: Places,
    /// Gives a rule of the format with its remedy in the words of the source's form.
    pub reworded: Option<fn(&'static Rule) -> &'static Rule>,
}

/// How much of a source was used, in the units of its form, such as “38 of 40 rows”.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Units that became part of the document.
    pub used: usize,
    /// Units that the source has.
    pub total: usize,
}

/// A document in another form, and what that form cannot hold.
#[derive(Debug, Default)]
pub struct Export {
    /// The document in the other form.
    pub text: String,
    /// What the form cannot hold, with places in the document.
    pub losses: Vec<Problem>,
}

/// Where in a source each value of a document was written: from JSON pointers (RFC 6901) to places.
#[derive(Debug, Default)]
pub struct Places(BTreeMap<String, Place>);

impl Places {
    /// Records where the value at a pointer was written.
    pub fn insert(&mut self, pointer: String, place: Place) {
        self.0.insert(pointer, place);
    }

    /// The place of the value at a pointer, or of the nearest value around it.
    pub fn of(&self, pointer: &str) -> Option<&Place> {
        let mut pointer = pointer;
        loop {
            if let Some(place) = self.0.get(pointer) {
                return Some(place);
            }
            pointer = pointer.rsplit_once('/')?.0;
        }
    }
}

impl Conversion {
    /// The document as JSON text, indented as people write it, with a line break at the end.
    pub fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(&self.document).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Checks the document. The places of all problems, also those of the conversion, are places in the source.
    pub fn check(&self) -> Checked {
        // Without a document, the problems say why there is none.
        if self.document.is_empty() {
            return Checked { story: None, problems: self.problems.clone() };
        }
        let Checked { story, problems } = check::read(self.json().as_bytes());
        let placed = problems.into_iter().map(|mut problem| {
            problem.place = self.places.of(&problem.place.pointer).cloned().unwrap_or_default();
            problem.rule = self.reworded.map_or(problem.rule, |reworded| reworded(problem.rule));
            problem
        });
        let mut problems: Vec<Problem> = self.problems.iter().cloned().chain(placed).collect();
        problems.sort_by_key(|problem| (problem.place.line, problem.place.column));
        Checked { story, problems }
    }
}
