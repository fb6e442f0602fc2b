//! `claim-panel verify`: says which passages of a document the article still has.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use story::document::MAX_BYTES;
use story::problem::{Place, Problem};

use super::arguments::Arguments;
use super::article::Article;
use super::form::{Content, Form, content};
use super::passages::{self, Found, Passage};
use super::report::{self, Format};
use super::rules::{self, of_file};
use super::source::Source;
use super::{BAD, GOOD};
use crate::files::Files;

/// Writes what became of each passage to `out`, and to `err` what to do about those that are not as the document has
/// them.
pub fn verify(
    arguments: &Arguments<'_>,
    files: &mut dyn Files,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let format = Format::of(arguments.get("--format"));
    let [page, document] = arguments.files.as_slice() else { return Ok(super::USAGE) };
    let Some(bytes) = super::bytes_in(format, page, files, err)? else { return Ok(BAD) };
    let article = match read(&bytes) {
        Ok(article) => article,
        Err(problem) => {
            report::print(format, (page, ""), &[problem], Map::new(), err)?;
            return Ok(BAD);
        }
    };
    let Some(bytes) = super::bytes_in(format, document, files, err)? else { return Ok(BAD) };
    let source = Source::read(&bytes, arguments.get("--from").and_then(Form::named));
    if source.story.is_none() {
        report::print(format, (document, &source.text), &source.faults(), Map::new(), err)?;
        return Ok(BAD);
    }
    let article = passages::Article::new(&article.nodes);
    let (mut results, mut problems) = (Vec::new(), Vec::new());
    for (number, claim) in list(source.conversion.document.get("claims")).iter().enumerate() {
        for (place, passage) in list(claim.get("passages")).iter().enumerate() {
            let passage = of_value(passage);
            let found = article.find(&passage);
            let id = claim.get("id").and_then(Value::as_str).unwrap_or_default();
            if format == Format::Text {
                writeln!(out, "{id}: {}: {}", found.word(), one_line(passage.exact))?;
            }
            let pointer = format!("/claims/{number}/passages/{place}");
            let mut result = json!({ "claim": id, "pointer": pointer, "exact": passage.exact, "found": found.word() });
            if let (Found::Changed(words), Some(fields)) = (&found, result.as_object_mut()) {
                fields.insert("changed".to_owned(), words.as_str().into());
            }
            results.push(result);
            let place = Place { pointer, path: format!("claims[{number}].passages[{place}]"), ..Place::default() };
            problems.extend(problem(&found, &passage, place));
        }
    }
    source.place(&mut problems);
    problems.sort_by_key(|problem| (problem.place.line, problem.place.column));
    let exact = results.len() - problems.len();
    if format == Format::Json {
        let diagnostics = report::diagnostics(document, &problems);
        report::print_json(&json!({ "passages": results, "diagnostics": diagnostics }), out)?;
    } else {
        report::print_text(document, &source.text, &problems, err)?;
        writeln!(err, "{page}: {exact} of {} passages are exact", results.len())?;
    }
    Ok(if problems.is_empty() { GOOD } else { BAD })
}

/// The article in a file.
pub fn read(bytes: &[u8]) -> Result<Article, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(of_file(&rules::INPUT_TOO_LARGE, &[]));
    }
    let text = String::from_utf8_lossy(bytes);
    let article = match content(bytes) {
        Content::Binary(what) => return Err(of_file(&rules::BINARY_FILE, &[what])),
        Content::Empty => return Err(of_file(&rules::EMPTY_INPUT, &[])),
        Content::Page => Article::of_page(&text),
        _ => Article::of_text(&text),
    };
    if article.is_empty() { Err(of_file(&rules::PAGE_WITHOUT_ARTICLE, &[])) } else { Ok(article) }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A passage of the document: its words, or an object with the words around them.
fn of_value(value: &Value) -> Passage<'_> {
    let field = |name| value.get(name).and_then(Value::as_str).unwrap_or_default();
    match value.as_str() {
        Some(exact) => Passage { exact, ..Passage::default() },
        None => Passage { exact: field("exact"), prefix: field("prefix"), suffix: field("suffix") },
    }
}

/// What is to do about a passage.
fn problem(found: &Found, passage: &Passage<'_>, place: Place) -> Option<Problem> {
    let exact = one_line(passage.exact);
    let (rule, words) = match found {
        Found::Exact => return None,
        Found::Twice => (&rules::PASSAGE_TWICE, vec![exact]),
        Found::Moved => (&rules::PASSAGE_MOVED, vec![exact]),
        Found::Changed(words) => (&rules::PASSAGE_CHANGED, vec![exact, words.clone()]),
        Found::Gone => (&rules::PASSAGE_GONE, vec![exact]),
    };
    Some(Problem::new(rule, place, words))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
