//! The JSON Schema of the format, generated from the description by which documents are read.
//!
//! Text editors use it to complete and explain fields. The panel does not use it, and it finds less
//! than the panel: only `check` finds ids that refer to nothing, for example.

use super::fields::Document;
use super::read::Read;
use super::shape::{Field, Shape, Type};
use super::write::Json;
use super::{CONTACT, MAX_CHARACTERS, MAX_ITEMS};

/// The schema as JSON text (draft 2020-12), with a line break at the end.
pub fn json_schema() -> String {
    let mut shapes: Vec<&'static Shape> = Vec::new();
    collect(&Document::TYPE, &mut shapes);
    let mut json = Json::default();
    json.open('{');
    json.text_field("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.text_field("title", "claim-panel document, version 1");
    json.text_field("$ref", "#/$defs/Document");
    json.key("$defs");
    json.open('{');
    for shape in shapes {
        json.key(shape.name);
        object(shape, &mut json);
    }
    json.close('}');
    json.close('}');
    json.finish()
}

/// Collects the shapes that a type uses, each once, in the order of their first use.
pub(super) fn collect(of: &'static Type, shapes: &mut Vec<&'static Shape>) {
    match of {
        Type::Object(shape) if !shapes.iter().any(|known| known.name == shape.name) => {
            shapes.push(shape);
            for field in shape.fields {
                collect(&field.of, shapes);
            }
        }
        Type::List(of) | Type::Map { value: of, .. } => collect(of, shapes),
        _ => {}
    }
}

fn object(shape: &Shape, json: &mut Json) {
    json.open('{');
    json.text_field("description", shape.doc.trim());
    json.text_field("type", "object");
    json.key("properties");
    json.open('{');
    for field in shape.fields {
        json.key(field.key);
        value(&field.of, Some(field), json);
    }
    json.close('}');
    let required: Vec<&str> = shape.fields.iter().filter(|field| field.required).map(|field| field.key).collect();
    if !required.is_empty() {
        json.key("required");
        json.open('[');
        for key in required {
            json.entry();
            json.string(key);
        }
        json.close(']');
    }
    json.close('}');
}

/// What an address begins with.
const WEB: &str = "^[Hh][Tt][Tt][Pp][Ss]?://";
const WEB_OR_MAIL: &str = "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)";

fn value(of: &Type, field: Option<&Field>, json: &mut Json) {
    if let Type::Word { words, meanings, .. } = of {
        // Text editors show descriptions of constants, but not of the values of an `enum`.
        json.open('{');
        if let Some(field) = field {
            json.text_field("description", field.doc.trim());
        }
        json.key("oneOf");
        json.open('[');
        for (word, meaning) in words.iter().zip(*meanings) {
            json.entry();
            json.open('{');
            json.text_field("const", word);
            json.text_field("description", meaning);
            json.close('}');
        }
        json.close(']');
        json.close('}');
        return;
    }
    json.open('{');
    if let Some(field) = field {
        json.text_field("description", field.doc.trim());
    }
    match of {
        Type::Version => json.raw_field("const", "1"),
        Type::Count => {
            json.text_field("type", "integer");
            json.raw_field("minimum", "1");
            json.raw_field("maximum", "9999");
        }
        Type::Boolean => json.text_field("type", "boolean"),
        Type::List(of) => {
            json.text_field("type", "array");
            json.raw_field("maxItems", &MAX_ITEMS.to_string());
            json.key("items");
            value(of, None, json);
        }
        Type::Map { key, value: of } => {
            json.text_field("type", "object");
            json.key("propertyNames");
            json.open('{');
            json.text_field("description", &format!("the id of a {key}"));
            json.raw_field("minLength", "1");
            json.close('}');
            json.key("additionalProperties");
            value(of, None, json);
        }
        Type::Object(shape) => json.text_field("$ref", &format!("#/$defs/{}", shape.name)),
        Type::Word { .. } => {}
        Type::Link => {
            let is_contact = field.is_some_and(|field| field.key == CONTACT);
            json.text_field("type", "string");
            json.text_field("pattern", if is_contact { WEB_OR_MAIL } else { WEB });
        }
        Type::Reference(kind) => {
            if field.is_none() {
                json.text_field("description", &format!("the id of a {kind}"));
            }
            json.text_field("type", "string");
            json.raw_field("minLength", "1");
        }
        Type::Id => {
            json.text_field("type", "string");
            json.raw_field("minLength", "1");
        }
        Type::Text | Type::Date | Type::Language | Type::TimeZone => {
            json.text_field("type", "string");
            json.raw_field("maxLength", &MAX_CHARACTERS.to_string());
        }
    }
    json.close('}');
}
