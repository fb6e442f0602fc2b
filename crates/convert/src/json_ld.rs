//! schema.org: `ClaimReview` in as findings; `Claim`, `Quotation` and the publisher's own `ClaimReview` out; the
//! `NewsArticle` of a page in for title, date, publisher and language.

mod article;
mod nodes;
mod offsets;
mod parties;
mod properties;
mod reader;
mod repair;
mod rules;
mod values;
mod words;
mod writer;

use serde_json::{Map, Value};

use crate::{Conversion, Export};
use reader::Reader;

/// Maximum size of a text in bytes, the same as that of a document.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Reads JSON-LD, or a page that contains it. Each node becomes part of the document or is reported.
pub fn read(text: &str) -> Conversion {
    let mut reader = Reader::default();
    if text.len() > MAX_BYTES {
        reader.add(&rules::TOO_LARGE, "", &[]);
        return Conversion { problems: reader.problems, ..Conversion::default() };
    }
    let scripts = repair::scripts(text);
    if scripts.is_empty() {
        reader.add(&rules::NO_SCRIPT, "", &[]);
    }
    for (lines_above, json) in scripts {
        reader.first_line = lines_above;
        reader.offsets.clear();
        match parse(json.trim_start_matches('\u{FEFF}')) {
            Ok((root, json, repairs)) => {
                if !repairs.is_empty() {
                    reader.add(&rules::REPAIRED, "", &[&repairs.join(", ")]);
                }
                reader.offsets = offsets::objects(&json);
                reader.root(&root);
            }
            Err(error) => {
                let line = u32::try_from(error.line()).unwrap_or_default();
                reader.offsets.insert(String::new(), (line, u32::try_from(error.column()).unwrap_or_default()));
                reader.add(&rules::NO_JSON, "", &[&error.to_string()]);
            }
        }
    }
    reader.finish()
}

type Parsed = (Value, String, Vec<&'static str>);

/// Parses JSON as it is, or else repaired.
fn parse(json: &str) -> Result<Parsed, serde_json::Error> {
    match serde_json::from_str(json) {
        Ok(root) => Ok((root, json.to_owned(), Vec::new())),
        Err(error) => {
            let (repaired, repairs) = repair::repair(json);
            let root = serde_json::from_str(&repaired).map_err(|_| error)?;
            Ok((root, repaired, repairs))
        }
    }
}

/// Writes a document as JSON-LD. A claim about a party carries the party's answer, or the words that no statement was
/// found. Only the publisher's own findings become reviews.
pub fn write(document: &Map<String, Value>) -> Export {
    writer::write(document)
}
