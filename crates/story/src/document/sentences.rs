//! The sentences of all rules and their phrases, as the file that the element loads when a document
//! has problems.

use super::fields::Document;
use super::read::Read;
use super::schema::collect;
use super::shape::{Type, every_word, meaning};
use super::write::Json;
use crate::problem::{ALL, CHARACTERS, PHRASES, PHRASES_OF_ADDRESSES, with_code};

/// The sentences as JSON text with a final line break: `rules` maps each code to its message and
/// remedy, `phrases` maps each key to its text, and `addressed` has the phrases that differ for documents that were
/// loaded from an address.
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
    for (code, name) in CHARACTERS {
        json.text_field(code, &with_code(name, code));
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
    json.key("addressed");
    json.open('{');
    for (key, text) in PHRASES_OF_ADDRESSES {
        json.text_field(key, text);
    }
    json.close('}');
    json.close('}');
    json.finish()
}

/// The name and the words of the enumeration that a type contains, if it contains one.
fn words(of: &Type) -> Option<(&'static str, &'static [&'static str])> {
    match of {
        Type::Word { name, words, .. } => Some((name, words)),
        Type::Map { value, .. } => words(value),
        _ => None,
    }
}
