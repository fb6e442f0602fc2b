//! The passages of a document as Web Annotations (W3C Recommendation, 2017).
//!
//! The result is an `AnnotationCollection` with one page. Each annotation has the claim as its body, and as its target
//! the article with a `TextQuoteSelector`.

use serde_json::{Map, Value, json};
use story::problem::{Place, Problem, Rule, Severity};

use crate::{Export, address};

static NO_ARTICLE: Rule = Rule {
    code: "web-annotation-no-article",
    severity: Severity::Warning,
    message: "the document does not say which page the passage is in",
    remedy: "Add the address of the article as “article” to the document.",
};

/// Writes the passages of a document as an annotation collection in JSON-LD. Without an article, every passage is a
/// loss. Only passages, with the texts and ids of their claims, are written.
pub fn write(document: &Map<String, Value>) -> Export {
    let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().trim().to_owned();
    let root = Value::Object(document.clone());
    let (article, lang) = (text(&root, "article"), text(&root, "lang"));
    let mut losses = Vec::new();
    let mut items = Vec::new();
    for (number, claim) in list(document.get("claims")).iter().enumerate() {
        for (index, passage) in list(claim.get("passages")).iter().enumerate() {
            if article.is_empty() {
                let place = Place {
                    pointer: format!("/claims/{number}/passages/{index}"),
                    path: format!("claims[{number}].passages[{index}]"),
                    ..Place::default()
                };
                losses.push(Problem::new(&NO_ARTICLE, place, Vec::new()));
                continue;
            }
            let mut selector = Map::from_iter([("type".to_owned(), json!("TextQuoteSelector"))]);
            for key in ["exact", "prefix", "suffix"] {
                if let Some(Value::String(words)) = passage.get(key) {
                    selector.insert(key.to_owned(), json!(words));
                }
            }
            let claim_address = address::of_claim(&article, &text(claim, "id"));
            items.push(json!({
                "id": format!("{claim_address}&passage={}", index + 1),
                "type": "Annotation",
                "motivation": "identifying",
                "body": {
                    "type": "TextualBody",
                    "value": text(claim, "text"),
                    "format": "text/plain",
                    "language": lang,
                },
                "target": { "source": article, "selector": selector },
            }));
        }
    }
    let total = items.len();
    let mut collection = Map::new();
    collection.insert("@context".to_owned(), json!("http://www.w3.org/ns/anno.jsonld"));
    if !article.is_empty() {
        collection.insert("id".to_owned(), json!(format!("{article}#claim-panel-annotations")));
    }
    collection.insert("type".to_owned(), json!("AnnotationCollection"));
    collection.insert("label".to_owned(), json!(text(&root, "title")));
    collection.insert("total".to_owned(), json!(total));
    if total > 0 {
        let page = json!({
            "id": format!("{article}#claim-panel-annotations-1"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        });
        collection.insert("first".to_owned(), page);
    }
    let mut text = serde_json::to_string_pretty(&collection).unwrap_or_default();
    text.push('\n');
    Export { text, losses }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}
