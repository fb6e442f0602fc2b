//! Web Annotations.

use convert::{Conversion, web_annotation};
use serde_json::Value;

use crate::check::check;
use crate::documents;

#[test]
fn cases_of_web_annotations() {
    check("web-annotation", |_| Conversion::default(), web_annotation::write);
}

#[test]
fn every_passage_is_an_annotation_or_a_loss() {
    for (name, document) in documents::valid() {
        let export = web_annotation::write(&document);
        let root: Value = serde_json::from_str(&export.text).unwrap();
        let claims = document["claims"].as_array().unwrap();
        let passages = claims.iter().filter_map(|claim| claim.get("passages")?.as_array()).map(Vec::len).sum::<usize>();
        let items = root["first"]["items"].as_array().map_or(0, Vec::len);
        assert_eq!(items + export.losses.len(), passages, "{name}");
        assert_eq!(root["total"], items, "{name}");
    }
}
