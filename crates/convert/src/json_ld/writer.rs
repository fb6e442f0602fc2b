//! Writes a document as a graph of schema.org.

use serde_json::{Map, Value, json};
use story::check;
use story::model::{ClaimId, ClaimKind, Date, Group, PartyId, PartyKind, Statement, StatementId, Story, When};
use story::problem::{Place, Problem};

use super::rules::{INVALID, LOSS};
use super::words::{language, words};
use crate::address;
use crate::conversion::Export;
use crate::pointer::{path, step};

/// Writes the claims, the quotations and the publisher's own reviews.
pub(super) fn write(document: &Map<String, Value>) -> Export {
    let text = Value::Object(document.clone()).to_string();
    let Some(story) = check::read(text.as_bytes()).story else {
        let losses = vec![Problem::new(&INVALID, Place::default(), Vec::new())];
        return Export { text: String::new(), losses };
    };
    let own = language(&story.lang);
    let mut writer = Writer {
        story: &story,
        language: own.unwrap_or("en"),
        has_language: own.is_some(),
        losses: Vec::new(),
        is_written: vec![false; story.all_statements().count()],
    };
    let mut graph = Vec::new();
    for (id, _) in story.all_claims() {
        let claim = writer.claim(id);
        graph.push(claim);
    }
    for (id, statement) in story.all_statements() {
        graph.extend(writer.quotation(id, statement));
    }
    for (id, _) in story.all_claims() {
        graph.extend(writer.reviews(id));
    }
    writer.list_rest(document);
    let root = json!({ "@context": "https://schema.org", "@graph": graph });
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    Export { text, losses: writer.losses }
}

struct Writer<'a> {
    story: &'a Story,
    /// The language of the panel's own words: that of the document, or English if the panel has none in it.
    language: &'static str,
    has_language: bool,
    losses: Vec<Problem>,
    is_written: Vec<bool>,
}

impl Writer<'_> {
    fn lose(&mut self, pointer: &str, what: &str) {
        let place = Place { pointer: pointer.to_owned(), path: path(pointer), ..Place::default() };
        self.losses.push(Problem::new(&LOSS, place, vec![what.to_owned()]));
    }

    fn mark(&mut self, id: StatementId) {
        if let Some(written) = self.is_written.get_mut(id.index()) {
            *written = true;
        }
    }

    /// The address by which nodes refer to a claim: the panel's link to it, if the article's address is known.
    fn claim_address(&self, id: ClaimId) -> String {
        let article = self.story.article.as_ref().and_then(|link| link.href()).unwrap_or_default();
        address::of_claim(article, &self.story.claim(id).key)
    }

    fn claim(&mut self, id: ClaimId) -> Value {
        let claim = self.story.claim(id);
        let pointer = format!("/claims/{}", id.index());
        let mut node = Map::new();
        put(&mut node, "@type", json!("Claim"));
        put(&mut node, "@id", json!(self.claim_address(id)));
        put(&mut node, "text", json!(claim.text));
        put(&mut node, "inLanguage", json!(self.story.lang));
        // The legal status belongs to the claim wherever it is read.
        if let Some(legal) = &claim.legal {
            put(&mut node, "description", json!(legal.text));
            if legal.date.is_some() || legal.url.is_some() {
                self.lose(&format!("{pointer}/legal"), "the date and the address of the legal status are");
            }
        }
        let about = claim.about.iter().map(|party| self.party(*party)).collect();
        put(&mut node, "about", several(about));
        let mut speakers: Vec<PartyId> = Vec::new();
        for (statement, _) in self.story.in_group(id, Group::SaysSo) {
            let speaker = self.story.speaks_for(self.story.statement(statement));
            if self.story.party(speaker).kind != PartyKind::Document && !speakers.contains(&speaker) {
                speakers.push(speaker);
            }
        }
        put(&mut node, "author", several(speakers.iter().map(|party| self.party(*party)).collect()));
        if let Some(article) = self.story.article.as_ref().and_then(|link| link.href()) {
            put(&mut node, "appearance", json!({ "@type": "CreativeWork", "url": article }));
        }
        let comments = self.comments(id);
        put(&mut node, "comment", several(comments));
        for (key, is_lost, what) in [
            ("passages", !claim.passages.is_empty(), "passages belong to Web Annotations and are"),
            ("related", !claim.related.is_empty(), "the related claims are"),
            ("note", claim.note.is_some(), "the editor’s note is"),
            ("kind", claim.kind == ClaimKind::Opinion, "the kind of claim is"),
        ] {
            if is_lost {
                self.lose(&format!("{pointer}/{key}"), what);
            }
        }
        Value::Object(node)
    }

    /// The position of each party that a claim is about, and all other answers that are not quotations.
    fn comments(&mut self, id: ClaimId) -> Vec<Value> {
        let claim = self.story.claim(id);
        let mut comments = Vec::new();
        let mut answered = Vec::new();
        for (party, position) in claim.about.iter().zip(self.story.answers(id)) {
            if let Some(position) = position {
                let all =
                    position.in_order().map(|(statement, stance)| (statement, word_of(stance))).collect::<Vec<_>>();
                for (statement, stance) in all {
                    answered.push(statement);
                    comments.push(self.comment(statement, stance));
                }
            } else if claim.kind == ClaimKind::Fact && self.story.party(*party).kind != PartyKind::Document {
                let name = &self.story.party(*party).name;
                let text = format!("{name}: {}", words(self.language, "no-statement-found"));
                let mut node = Map::new();
                put(&mut node, "@type", json!("Comment"));
                put(&mut node, "about", self.party(*party));
                put(&mut node, "text", json!(text));
                put(&mut node, "inLanguage", self.comment_language());
                comments.push(Value::Object(node));
            }
        }
        for (statement, stance) in claim.statements.clone() {
            let is_contrary = matches!(stance.group(), Group::Denies | Group::ChangedPosition | Group::NoAnswer);
            let is_quotation = self.story.statement(statement).quote.is_some();
            if !answered.contains(&statement) && (is_contrary || !is_quotation) {
                comments.push(self.comment(statement, word_of(stance)));
            }
        }
        comments
    }

    fn comment(&mut self, id: StatementId, stance: &'static str) -> Value {
        let statement = self.story.statement(id);
        self.mark(id);
        let said = statement.translation.as_ref().or(statement.quote.as_ref());
        let in_marks = words(self.language, "quotation");
        let name = &self.story.party(statement.by).name;
        let words = format!("{name}: {}", words(self.language, stance));
        let text = match (said, &statement.text) {
            (Some(quote), _) => format!("{words}: {}", story::sentence::fill(in_marks, std::slice::from_ref(quote))),
            (None, Some(text)) => format!("{words}. {text}"),
            (None, None) => words,
        };
        let mut node = Map::new();
        put(&mut node, "@type", json!("Comment"));
        // Who was silent, or is only paraphrased, has written nothing.
        self.speaker(&mut node, statement, if said.is_some() { "author" } else { "about" });
        put(&mut node, "text", json!(text));
        put(&mut node, "inLanguage", self.comment_language());
        if let Some(date) = self.story.said_on(id).and_then(iso) {
            put(&mut node, "dateCreated", json!(date));
        }
        if let Some(url) = statement.url.as_ref().and_then(|link| link.href()) {
            put(&mut node, "url", json!(url));
        }
        Value::Object(node)
    }

    /// The language of comments; nothing if English words are mixed into them.
    fn comment_language(&self) -> Value {
        if self.has_language { json!(self.story.lang) } else { Value::Null }
    }

    /// The words of a statement, with the claims that they are about.
    fn quotation(&mut self, id: StatementId, statement: &Statement) -> Option<Value> {
        let quote = statement.quote.as_ref()?;
        self.mark(id);
        let mut node = Map::new();
        put(&mut node, "@type", json!("Quotation"));
        put(&mut node, "text", json!(quote));
        put(&mut node, "inLanguage", json!(statement.lang.as_ref().unwrap_or(&self.story.lang)));
        self.speaker(&mut node, statement, "spokenByCharacter");
        let about = statement.stances.iter().map(|(claim, _)| json!({ "@id": self.claim_address(*claim) })).collect();
        put(&mut node, "about", several(about));
        if let Some(date) = self.story.said_on(id).and_then(iso) {
            put(&mut node, "dateCreated", json!(date));
        }
        if let Some(url) = statement.url.as_ref().and_then(|link| link.href()) {
            put(&mut node, "url", json!(url));
        }
        let reports = statement.reports.iter().filter_map(|report| self.story.report(*report).url.as_ref()?.href());
        let reports = reports.map(|url| json!({ "@type": "CreativeWork", "url": url })).collect();
        put(&mut node, "isBasedOn", several(reports));
        Some(Value::Object(node))
    }

    /// Who speaks. A document is no author: what it says is based on it.
    fn speaker(&self, node: &mut Map<String, Value>, statement: &Statement, key: &str) {
        let key = if self.story.party(statement.by).kind == PartyKind::Document { "isBasedOn" } else { key };
        put(node, key, self.party(statement.by));
    }

    fn reviews(&mut self, id: ClaimId) -> Vec<Value> {
        let claim = self.story.claim(id);
        let mut reviews = Vec::new();
        for (index, finding) in claim.findings.iter().enumerate() {
            let by = self.story.party(finding.by);
            if self.story.publisher.as_ref().is_none_or(|publisher| publisher.name != by.name) {
                self.lose(
                    &format!("/claims/{}/findings/{index}", id.index()),
                    "a review is published by its own author, so this finding is",
                );
                continue;
            }
            let mut node = Map::new();
            put(&mut node, "@type", json!("ClaimReview"));
            put(&mut node, "claimReviewed", json!(claim.text));
            put(&mut node, "inLanguage", json!(self.story.lang));
            put(&mut node, "itemReviewed", json!({ "@id": self.claim_address(id) }));
            put(&mut node, "author", self.party(finding.by));
            put(&mut node, "reviewRating", json!({ "@type": "Rating", "alternateName": finding.label }));
            if let Some(explanation) = &finding.explanation {
                put(&mut node, "reviewBody", json!(explanation));
            }
            if let Some(date) = finding.date.as_ref().and_then(iso) {
                put(&mut node, "datePublished", json!(date));
            }
            if let Some(url) = finding.url.as_ref().and_then(|link| link.href()) {
                put(&mut node, "url", json!(url));
            }
            reviews.push(Value::Object(node));
        }
        reviews
    }

    fn party(&self, id: PartyId) -> Value {
        let party = self.story.party(id);
        let kind = match party.kind {
            PartyKind::Person | PartyKind::Unnamed => "Person",
            PartyKind::Organisation => "Organization",
            PartyKind::Outlet => "NewsMediaOrganization",
            PartyKind::Document => "CreativeWork",
        };
        let mut node = Map::new();
        put(&mut node, "@type", json!(kind));
        let key = if party.kind == PartyKind::Unnamed { "description" } else { "name" };
        put(&mut node, key, json!(party.name));
        if let Some(url) = party.url.as_ref().and_then(|link| link.href()) {
            put(&mut node, "url", json!(url));
        }
        Value::Object(node)
    }

    /// Lists what the graph does not hold.
    fn list_rest(&mut self, document: &Map<String, Value>) {
        let unwritten: Vec<usize> =
            self.is_written.iter().enumerate().filter(|(_, written)| !**written).map(|(index, _)| index).collect();
        for index in unwritten {
            self.lose(&format!("/statements/{index}"), "the statement is");
        }
        let kept =
            ["note", "deadline", "attempts", "relayedBy", "onBehalfOf", "replyTo", "dateNote", "cites", "medium"];
        for (index, statement) in document.get("statements").and_then(Value::as_array).into_iter().flatten().enumerate()
        {
            for key in kept.iter().filter(|key| statement.get(**key).is_some()) {
                self.lose(&format!("/statements/{index}/{key}"), "the value is");
            }
        }
        for key in [
            "title",
            "summary",
            "updated",
            "timeZone",
            "publisher",
            "occasions",
            "reports",
            "corrections",
            "mainReport",
        ] {
            if document.contains_key(key) {
                let what = match key {
                    "reports" => "of the reports, only addresses are written; their other fields are",
                    "publisher" => "the publisher is written only as the author of reviews, and otherwise",
                    _ => "the value is",
                };
                self.lose(&format!("/{key}"), what);
            }
        }
        for (id, party) in document.get("parties").and_then(Value::as_object).into_iter().flatten() {
            let lost = ["aliases", "role", "represents", "reason", "howTheyKnow", "count"];
            for key in lost.iter().filter(|key| party.get(**key).is_some()) {
                self.lose(&format!("/parties/{}/{key}", step(id)), "the value is");
            }
        }
    }
}

fn word_of(stance: story::model::Stance) -> &'static str {
    use story::model::Stance;
    match stance {
        Stance::Asserts => "asserts",
        Stance::Confirms => "confirms",
        Stance::Corroborates => "corroborates",
        Stance::ConfirmsPart => "confirms-part",
        Stance::StandsBy => "stands-by",
        Stance::Reports => "reports",
        Stance::CouldNotVerify => "could-not-verify",
        Stance::Denies => "denies",
        Stance::Disputes => "disputes",
        Stance::Questions => "questions",
        Stance::Responds => "responds",
        Stance::NoKnowledge => "no-knowledge",
        Stance::Clarifies => "clarifies",
        Stance::WalksBack => "walks-back",
        Stance::Retracts => "retracts",
        Stance::Declined => "declined",
        Stance::NoResponse => "no-response",
        Stance::Unreachable => "unreachable",
        Stance::NotAsked => "not-asked",
    }
}

/// A date in ISO 8601, unless it is a span, approximate or uncertain.
fn iso(when: &When) -> Option<String> {
    match when.date? {
        Date::At(point) if !point.about && !point.uncertain => Some(when.text.replace(' ', "T")),
        _ => None,
    }
}

fn put(node: &mut Map<String, Value>, key: &str, value: Value) {
    if !value.is_null() {
        node.insert(key.to_owned(), value);
    }
}

/// One value as it is, several as a list, none as nothing.
fn several(mut values: Vec<Value>) -> Value {
    match values.len() {
        0 => Value::Null,
        1 => values.swap_remove(0),
        _ => Value::Array(values),
    }
}
