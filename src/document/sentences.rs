//! The sentences of every rule, and the phrases in them, as the browser downloads them where a
//! document has problems.

use super::fields::Document;
use super::read::Read;
use super::schema::collect;
use super::shape::{Type, every_word, meaning};
use super::write::Json;
use crate::problem::{ALL, PHRASES};

/// Code → message and remedy, and key → phrase, as JSON text with a line break at the end.
pub fn problem_sentences() -> String {
    let mut json = Json::default();
    json.open('{');
    json.key("rules");
    json.open('{');
    for rule in ALL {
        json.key(rule.code);
        json.open('[');
        for sentence in [rule.message, rule.remedy] {
            json.entry();
            json.string(sentence);
        }
        json.close(']');
    }
    json.close('}');
    json.key("phrases");
    json.open('{');
    for (key, text) in PHRASES {
        json.text_field(key, text);
    }
    let mut shapes = Vec::new();
    collect(&Document::TYPE, &mut shapes);
    for shape in shapes {
        for field in shape.fields {
            if field.required {
                json.text_field(&format!("{}.{}", shape.name, field.key), &meaning(shape, field));
            }
            if let Some((name, words)) = words(&field.of) {
                json.text_field(name, &every_word(name, words));
            }
        }
    }
    json.close('}');
    json.close('}');
    json.finish()
}

/// The words of which one stands in a value of this type, and their name.
fn words(of: &Type) -> Option<(&'static str, &'static [&'static str])> {
    match of {
        Type::Word { name, words, .. } => Some((name, words)),
        Type::Map { value, .. } => words(value),
        _ => None,
    }
}
