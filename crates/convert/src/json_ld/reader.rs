//! Reads nodes of JSON-LD into a document.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value};
use story::problem::{Place, Problem, Rule};

use super::rules::*;
use super::values::{Index, addresses, date, get, list, objects, texts, types};
use crate::conversion::{Conversion, Count, Places};
use crate::dates::Reading;
use crate::ids::Ids;

/// Maximum number of problems of one kind.
const MAX_ALIKE: usize = 100;
/// The types of nodes that describe the page of an article.
const ARTICLES: &[&str] = &[
    "NewsArticle", "Article", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "ReviewNewsArticle",
    "BackgroundNewsArticle", "LiveBlogPosting", "BlogPosting",
];

/// A document in the making.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) document: Map<String, Value>,
    parties: Map<String, Value>,
    claims: Vec<Map<String, Value>>,
    statements: Vec<Value>,
    party_ids: Ids,
    claim_ids: Ids,
    party_of: HashMap<String, String>,
    claim_of: HashMap<String, usize>,
    reviews: HashSet<String>,
    pub(super) problems: Vec<Problem>,
    counts: BTreeMap<&'static str, usize>,
    places: Places,
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
        Conversion { document, problems: self.problems, count: self.count, places: self.places }
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

    fn place(&self, pointer: &str) -> Place {
        let (line, column) = self.offsets.get(pointer).copied().unwrap_or((1, 1));
        let steps = pointer.split('/').skip(1).map(|step| {
            if step.bytes().all(|byte| byte.is_ascii_digit()) { format!("[{step}]") } else { format!(".{step}") }
        });
        let path: String = steps.collect();
        let path = path.trim_start_matches('.').to_owned();
        Place { pointer: pointer.to_owned(), path, line: line + self.first_line, column }
    }

    fn article(&mut self, node: &Map<String, Value>, pointer: &str, index: &Index<'_>) {
        let used = [
            "headline", "name", "inLanguage", "dateModified", "datePublished", "url", "mainEntityOfPage", "publisher",
            "review", "mainEntity", "hasPart",
        ];
        let title = self.text(node, "headline", pointer).or_else(|| self.text(node, "name", pointer));
        self.set("title", title, pointer);
        let lang = get(node, "inLanguage").and_then(|value| match objects(Some(value), index).first() {
            Some(language) => texts(get(language, "alternateName").or(get(language, "name"))).0.into_iter().next(),
            None => self.text(node, "inLanguage", pointer),
        });
        self.set("lang", lang, pointer);
        let updated = self.date(node, "dateModified", pointer).or_else(|| self.date(node, "datePublished", pointer));
        self.set("updated", updated, pointer);
        let address = self.address(node, "url", pointer, index);
        let address = address.or_else(|| self.address(node, "mainEntityOfPage", pointer, index));
        self.set("article", address, pointer);
        if let Some(publisher) = objects(get(node, "publisher"), index).first() {
            let mut object = Map::new();
            for (key, value) in [
                ("name", texts(get(publisher, "name")).0.into_iter().next()),
                ("url", addresses(get(publisher, "url"), index).into_iter().next()),
            ] {
                if let Some(value) = value {
                    object.insert(key.to_owned(), Value::from(value));
                }
            }
            if object.contains_key("name") {
                self.document.entry("publisher".to_owned()).or_insert(Value::Object(object));
            }
        }
        self.unused(node, &used, pointer);
    }

    fn set(&mut self, key: &str, value: Option<String>, pointer: &str) {
        let Some(value) = value else { return };
        match self.document.get(key).and_then(Value::as_str).map(str::to_owned) {
            None => {
                let place = self.place(pointer);
                self.places.insert(format!("/{key}"), place);
                self.document.insert(key.to_owned(), Value::from(value));
            }
            Some(old) if old == value => {}
            Some(old) => self.add(&CONFLICT, pointer, &[key, &value, &old]),
        }
    }

    /// Reads a review. Returns whether it was used, at least for its claim.
    fn review(&mut self, node: &Map<String, Value>, pointer: &str, index: &Index<'_>) -> bool {
        let used = [
            "claimReviewed", "url", "datePublished", "author", "publisher", "reviewRating", "itemReviewed", "reviewBody",
            "description",
        ];
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
        let by = self.party(get(node, "author"), pointer, index);
        let by = by.into_iter().next().or_else(|| self.party(get(node, "publisher"), pointer, index).into_iter().next());
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
        let mut finding = Map::from_iter([("by".to_owned(), Value::from(by)), ("label".to_owned(), Value::from(label))]);
        for (key, value) in [("explanation", body), ("url", url), ("date", date)] {
            if let Some(value) = value {
                finding.insert(key.to_owned(), Value::from(value));
            }
        }
        if !self.reviews.insert(format!("{claim} {}", Value::Object(finding.clone()))) {
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
            let value = Value::Object((*item).clone());
            let authors = if is_author { self.party(Some(&value), pointer, index) } else { self.party(get(item, "author"), pointer, index) };
            let date = if is_author { None } else { self.date(item, "datePublished", pointer) };
            let place_of = ["firstAppearance", "appearance", "url", "sameAs"];
            let url = place_of.iter().find_map(|key| if is_author { None } else { self.address(item, key, pointer, index) });
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
                if !self.reviews.insert(statement.to_string()) {
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

    /// The ids of the parties that a property names.
    fn party(&mut self, value: Option<&Value>, pointer: &str, index: &Index<'_>) -> Vec<String> {
        let mut ids = Vec::new();
        for one in list(value) {
            let object = objects(Some(one), index).first().copied();
            let name = object.map_or_else(|| texts(Some(one)).0, |object| texts(get(object, "name")).0).into_iter().next();
            let Some(name) = name else { continue };
            let id = match self.party_of.get(&name) {
                Some(id) => id.clone(),
                None => {
                    let id = self.party_ids.make(&name);
                    self.party_of.insert(name.clone(), id.clone());
                    let place = self.place(pointer);
                    self.places.insert(format!("/parties/{id}"), place);
                    self.parties.insert(id.clone(), Value::Object(Map::from_iter([("name".to_owned(), Value::from(name))])));
                    id
                }
            };
            if let (Some(object), Some(Value::Object(party))) = (object, self.parties.get_mut(&id)) {
                let kind = types(object).into_iter().find_map(|of| match of {
                    "Person" => Some("person"),
                    "NewsMediaOrganization" => Some("outlet"),
                    of if of.ends_with("Organization") || of == "Corporation" => Some("organisation"),
                    _ => None,
                });
                let url = addresses(get(object, "url").or(get(object, "sameAs")), index).into_iter().next();
                let role = texts(get(object, "jobTitle")).0.into_iter().next();
                for (key, value) in [("kind", kind.map(str::to_owned)), ("role", role), ("url", url)] {
                    if let Some(value) = value {
                        party.entry(key.to_owned()).or_insert(Value::from(value));
                    }
                }
            }
            ids.push(id);
        }
        ids
    }

    fn text(&mut self, node: &Map<String, Value>, key: &str, pointer: &str) -> Option<String> {
        let (found, entity) = texts(get(node, key));
        if let Some(entity) = entity {
            self.add(&ENTITIES, pointer, &[&entity]);
        }
        self.first(found, key, pointer)
    }

    fn address(&mut self, node: &Map<String, Value>, key: &str, pointer: &str, index: &Index<'_>) -> Option<String> {
        self.first(addresses(get(node, key), index), key, pointer)
    }

    fn first(&mut self, found: Vec<String>, key: &str, pointer: &str) -> Option<String> {
        let mut found = found.into_iter();
        let first = found.next()?;
        let rest: Vec<String> = found.collect();
        if !rest.is_empty() {
            self.add(&SEVERAL, pointer, &[key, &first, &rest.join(", ")]);
        }
        Some(first)
    }

    fn date(&mut self, node: &Map<String, Value>, key: &str, pointer: &str) -> Option<String> {
        let text = self.text(node, key, pointer)?;
        match date(&text) {
            Reading::Date(date) => return Some(date),
            Reading::Ambiguous(one, other) => self.add(&AMBIGUOUS_DATE, pointer, &[&text, &one, &other]),
            Reading::Number | Reading::Unknown => self.add(&BAD_DATE, pointer, &[&text]),
        }
        None
    }

    fn unused(&mut self, node: &Map<String, Value>, used: &[&str], pointer: &str) {
        let is_unused = |key: &&str| !key.starts_with('@') && *key != "type" && !used.contains(key);
        let keys: Vec<&str> = node.keys().map(|key| super::values::local(key)).filter(is_unused).take(30).collect();
        if !keys.is_empty() {
            self.add(&UNUSED_FIELDS, pointer, &[&keys.join(", ")]);
        }
    }
}

/// Collects the nodes at the top and in graphs, the reviews anywhere, and all nodes with an `@id`.
fn collect<'a>(
    value: &'a Value,
    pointer: &str,
    is_top: bool,
    nodes: &mut Vec<(String, &'a Map<String, Value>)>,
    index: &mut Index<'a>,
) {
    /// Longer pointers are cut, so that the work stays linear in the text.
    const MAX_POINTER_BYTES: usize = 300;
    let inner = |step: &str| {
        let step = step.replace('~', "~0").replace('/', "~1");
        if pointer.len() + step.len() > MAX_POINTER_BYTES { pointer.to_owned() } else { format!("{pointer}/{step}") }
    };
    match value {
        Value::Array(list) => {
            for (number, one) in list.iter().enumerate() {
                collect(one, &inner(&number.to_string()), is_top, nodes, index);
            }
        }
        Value::Object(node) => {
            if let Some(id) = node.get("@id").and_then(Value::as_str).filter(|_| node.len() > 1) {
                index.entry(id).or_insert(node);
            }
            let is_wrapper = node.contains_key("@graph") && types(node).is_empty();
            if (is_top && !is_wrapper) || types(node).contains(&"ClaimReview") {
                nodes.push((pointer.to_owned(), node));
            }
            for (key, one) in node {
                collect(one, &inner(key), is_top && key == "@graph", nodes, index);
            }
        }
        _ => {}
    }
}

/// Collects the ids to which nodes refer.
fn refer<'a>(value: &'a Value, referred: &mut HashSet<&'a str>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| refer(one, referred)),
        Value::Object(node) => {
            if let Some(id) = node.get("@id").and_then(Value::as_str).filter(|_| node.len() == 1) {
                referred.insert(id);
            }
            node.values().for_each(|one| refer(one, referred));
        }
        _ => {}
    }
}
