//! The sentences of all rules and their phrases, as the file that the element loads when a document
//! has problems.

use super::fields::Document;
use super::read::Read;
use super::schema::collect;
use super::shape::{Type, every_word, meaning};
use super::write::Json;
use crate::problem::{ALL, CHARACTERS, NOT_JSON, OPENINGS, PHRASES, with_code};

/// The sentences as JSON text with a final line break: `rules` maps each code to its message and
/// remedy, and `phrases` maps each key to its text. A third entry of a rule lists regular expressions for its first word,
/// each followed by the words for the sentences.
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
        if **rule == NOT_JSON {
            openings(&mut json);
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
    json.close('}');
    json.finish()
}

/// How the element recognizes what stands in the place of a document.
fn openings(json: &mut Json) {
    json.entry();
    json.open('[');
    for opening in OPENINGS {
        json.entry();
        json.open('[');
        for part in [opening.pattern, opening.found, opening.remedy] {
            json.entry();
            json.string(part);
        }
        json.close(']');
    }
    json.close(']');
}

/// The name and the words of the enumeration that a type contains, if it contains one.
fn words(of: &Type) -> Option<(&'static str, &'static [&'static str])> {
    match of {
        Type::Word { name, words, .. } => Some((name, words)),
        Type::Map { value, .. } => words(value),
        _ => None,
    }
}
