//! Reads nodes of JSON-LD into a document.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value};
use story::problem::{Place, Problem, Rule};

use super::article::ARTICLES;
use super::nodes::{collect, refer};
use super::rules::*;
use super::values::{Index, get, objects, texts, types};
use crate::conversion::{Conversion, Count, Places};
use crate::ids::Ids;
use crate::pointer::path;

/// Size in bytes from which no further reviews are added, the maximum size of a document.
const MAX_SIZE: usize = 4 * 1024 * 1024;
/// Maximum number of problems of one kind.
const MAX_ALIKE: usize = 100;
/// A document in the making.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) document: Map<String, Value>,
    pub(super) parties: Map<String, Value>,
    claims: Vec<Map<String, Value>>,
    statements: Vec<Value>,
    pub(super) party_ids: Ids,
    claim_ids: Ids,
    pub(super) party_of: HashMap<String, String>,
    claim_of: HashMap<String, usize>,
    reviews: HashSet<String>,
    /// About how many bytes the document has.
    pub(super) size: usize,
    pub(super) problems: Vec<Problem>,
    counts: BTreeMap<&'static str, usize>,
    pub(super) places: Places,
    count: Count,
    /// Where objects begin, by pointer, and the pointer and the line at which the current text begins.
    pub(super) offsets: BTreeMap<String, (u32, u32)>,
    pub(super) first_line: u32,
}

impl Reader {
    /// Reads everything in one JSON text.
    pub(super) fn root(&mut self, root: &Value) {
        let mut nodes = Vec::new();
        let mut index = Index::new();
        collect(root, "", true, &mut nodes, &mut index);
        let mut referred = HashSet::new();
        refer(root, &mut referred);
        for (pointer, node) in nodes {
            self.count.total += 1;
            let types = types(node);
            let is_used = if types.contains(&"ClaimReview") {
                self.review(node, &pointer, &index)
            } else if types.iter().any(|of| ARTICLES.contains(of)) {
                self.article(node, &pointer, &index);
                true
            } else {
                node.get("@id").and_then(Value::as_str).is_some_and(|id| referred.contains(id))
            };
            if is_used {
                self.count.used += 1;
            } else if !types.contains(&"ClaimReview") {
                let of = if types.is_empty() { "(none)".to_owned() } else { types.join(", ") };
                self.add(&UNUSED_NODE, &pointer, &[&of]);
            }
        }
    }

    /// The document and what was not used.
    pub(super) fn finish(mut self) -> Conversion {
        for (code, count) in self.counts.iter().filter(|(_, count)| **count > MAX_ALIKE) {
            let words = vec![(count - MAX_ALIKE).to_string(), (*code).to_owned()];
            self.problems.push(Problem::new(&FURTHER, Place::default(), words));
        }
        let mut document = Map::new();
        document.insert("version".to_owned(), Value::from(1));
        for key in ["lang", "title", "updated", "article", "publisher"] {
            if let Some(value) = self.document.shift_remove(key) {
                document.insert(key.to_owned(), value);
            }
        }
        document.insert("parties".to_owned(), Value::Object(self.parties));
        document.insert("claims".to_owned(), self.claims.into_iter().map(Value::Object).collect());
        document.insert("statements".to_owned(), Value::Array(self.statements));
        Conversion { document, problems: self.problems, count: self.count, places: self.places, reworded: None }
    }

    /// Reports a problem at a node.
    pub(super) fn add(&mut self, rule: &'static Rule, pointer: &str, words: &[&str]) {
        let count = self.counts.entry(rule.code).or_default();
        *count += 1;
        if *count <= MAX_ALIKE {
            let place = self.place(pointer);
            let words = words.iter().map(|word| word.chars().take(200).collect()).collect();
            self.problems.push(Problem::new(rule, place, words));
        }
    }

    pub(super) fn place(&self, pointer: &str) -> Place {
        let (line, column) = self.offsets.get(pointer).copied().unwrap_or((1, 1));
        Place { pointer: pointer.to_owned(), path: path(pointer), line: line + self.first_line, column }
    }

    /// Reads a review. Returns whether it was used, at least for its claim.
    fn review(&mut self, node: &Map<String, Value>, pointer: &str, index: &Index<'_>) -> bool {
        let used = [
            "claimReviewed",
            "url",
            "datePublished",
            "author",
            "publisher",
            "reviewRating",
            "itemReviewed",
            "reviewBody",
            "description",
        ];
        // Nodes that are referred to many times could otherwise make a document of any size.
        if self.size > MAX_SIZE {
            self.add(&DOCUMENT_TOO_LARGE, pointer, &[]);
            return false;
        }
        let items = objects(get(node, "itemReviewed"), index);
        let own = self.text(node, "claimReviewed", pointer);
        let text = own.or_else(|| items.iter().find_map(|item| texts(get(item, "text")).0.into_iter().next()));
        let Some(text) = text else {
            self.add(&NO_CLAIM, pointer, &[]);
            return false;
        };
        let claim = self.claim(&text, pointer);
        if !self.claimants(&items, claim, pointer, index) {
            self.add(&NO_ITEM, pointer, &[]);
        }
        self.unused(node, &used, pointer);
        let Some(label) = self.label(node, pointer, index) else {
            self.add(&NO_RATING, pointer, &[]);
            return true;
        };
        let by = self.reviewer(node, "author", pointer, index);
        let by = by.or_else(|| self.reviewer(node, "publisher", pointer, index));
        let Some(by) = by else {
            self.add(&NO_REVIEWER, pointer, &[]);
            return true;
        };
        let url = self.address(node, "url", pointer, index);
        let date = self.date(node, "datePublished", pointer);
        let body = self.text(node, "reviewBody", pointer).or_else(|| self.text(node, "description", pointer));
        let body = body.or_else(|| {
            let rating = objects(get(node, "reviewRating"), index);
            rating.first().and_then(|rating| texts(get(rating, "ratingExplanation")).0.into_iter().next())
        });
        let mut finding =
            Map::from_iter([("by".to_owned(), Value::from(by)), ("label".to_owned(), Value::from(label))]);
        for (key, value) in [("explanation", body), ("url", url), ("date", date)] {
            if let Some(value) = value {
                finding.insert(key.to_owned(), Value::from(value));
            }
        }
        let whole = format!("{claim} {}", Value::Object(finding.clone()));
        self.size += whole.len();
        if !self.reviews.insert(whole) {
            self.add(&TWICE, pointer, &[]);
            return true;
        }
        let place = self.place(pointer);
        if let Some(claim) = self.claims.get_mut(claim) {
            let findings = claim.entry("findings".to_owned()).or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(findings) = findings {
                findings.push(Value::Object(finding));
            }
        }
        self.places.insert(format!("/claims/{claim}/findings"), place);
        true
    }

    fn claim(&mut self, text: &str, pointer: &str) -> usize {
        if let Some(known) = self.claim_of.get(text) {
            return *known;
        }
        let id = self.claim_ids.make(text);
        let index = self.claims.len();
        let fields = [("id", id.as_str()), ("text", text)];
        self.claims.push(fields.into_iter().map(|(key, value)| (key.to_owned(), Value::from(value))).collect());
        self.claim_of.insert(text.to_owned(), index);
        let place = self.place(pointer);
        self.places.insert(format!("/claims/{index}"), place);
        index
    }

    /// Makes a statement for each author of a claim. Returns whether there is one.
    fn claimants(&mut self, items: &[&Map<String, Value>], claim: usize, pointer: &str, index: &Index<'_>) -> bool {
        let mut has_author = false;
        for item in items {
            let is_author = types(item).iter().any(|of| matches!(*of, "Person" | "Organization"));
            let authors = if is_author {
                self.described(item, pointer, index).into_iter().collect()
            } else {
                self.party(get(item, "author"), pointer, index)
            };
            let date = if is_author { None } else { self.date(item, "datePublished", pointer) };
            let place_of = ["firstAppearance", "appearance", "url", "sameAs"];
            let url =
                place_of.iter().find_map(|key| if is_author { None } else { self.address(item, key, pointer, index) });
            for by in authors {
                has_author = true;
                let id = self.claims.get(claim).and_then(|claim| claim.get("id")).cloned().unwrap_or_default();
                let stances = Map::from_iter([(id.as_str().unwrap_or_default().to_owned(), Value::from("asserts"))]);
                let mut statement = Map::from_iter([
                    ("by".to_owned(), Value::from(by.as_str())),
                    ("stances".to_owned(), Value::Object(stances)),
                ]);
                for (key, value) in [("date", &date), ("url", &url)] {
                    if let Some(value) = value {
                        statement.insert(key.to_owned(), Value::from(value.as_str()));
                    }
                }
                let statement = Value::Object(statement);
                let whole = statement.to_string();
                self.size += whole.len();
                if !self.reviews.insert(whole) {
                    continue;
                }
                let name = self.parties.get(&by).and_then(|party| party.get("name")).and_then(Value::as_str);
                let name = name.unwrap_or_default().to_owned();
                self.add(&STATEMENT_MADE, pointer, &[&name]);
                let place = self.place(pointer);
                self.places.insert(format!("/statements/{}", self.statements.len()), place);
                self.statements.push(statement);
            }
        }
        has_author
    }

    /// The judgement in words, or as a number with the best possible one.
    fn label(&mut self, node: &Map<String, Value>, pointer: &str, index: &Index<'_>) -> Option<String> {
        let rating = get(node, "reviewRating");
        let own = texts(rating).0.into_iter().next();
        let objects = objects(rating, index);
        let of = |key: &str| objects.iter().find_map(|rating| texts(get(rating, key)).0.into_iter().next());
        let words = of("alternateName").or_else(|| of("name")).or(own).or_else(|| of("ratingValue"))?;
        if words.trim_start_matches('-').parse::<f64>().is_err() {
            return Some(words);
        }
        let label = of("bestRating").map_or_else(|| words.clone(), |best| format!("{words}/{best}"));
        self.add(&NUMBER_ONLY, pointer, &[&label]);
        Some(label)
    }

    pub(super) fn unused(&mut self, node: &Map<String, Value>, used: &[&str], pointer: &str) {
        let is_unused = |key: &&str| !key.starts_with('@') && *key != "type" && !used.contains(key);
        let keys: Vec<&str> = node.keys().map(|key| super::values::local(key)).filter(is_unused).take(30).collect();
        if !keys.is_empty() {
            self.add(&UNUSED_FIELDS, pointer, &[&keys.join(", ")]);
        }
    }
}
