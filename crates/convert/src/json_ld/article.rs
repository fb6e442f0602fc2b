//! The node of an article's page: title, language, date, address and publisher.

use serde_json::{Map, Value};

use super::reader::Reader;
use super::rules::CONFLICT;
use super::values::{Index, addresses, get, objects, texts};

/// The types of nodes that describe the page of an article.
pub(super) const ARTICLES: &[&str] = &[
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "ReviewNewsArticle",
    "BackgroundNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
];

impl Reader {
    /// Reads the node of a page. What several nodes say, the first one decides.
    pub(super) fn article(&mut self, node: &Map<String, Value>, pointer: &str, index: &Index<'_>) {
        let used = [
            "headline",
            "name",
            "inLanguage",
            "dateModified",
            "datePublished",
            "url",
            "mainEntityOfPage",
            "publisher",
            "review",
            "mainEntity",
            "hasPart",
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
}
