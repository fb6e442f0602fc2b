//! `claim-panel draft`: proposes who says what in an article, for a person to confirm.

use std::io::{self, Write};
use std::ops::Range;

use draft::Head;
use draft::html::{self, Article};
use draft::{Draft, Kind, Row};
use serde_json::{Map, Value, json};
use story::problem::{Problem, Severity};

use super::arguments::Arguments;
use super::form::{Content, content};
use super::report::{self, Format};
use super::rules::{self, of_file};
use super::{BAD, GOOD, guess, verify};
use crate::files::Files;

/// Writes the proposals to `out`, as lines or as places in the text, and to `err` what stands in their way.
pub fn draft(
    arguments: &Arguments<'_>,
    files: &mut dyn Files,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let format = Format::of(arguments.get("--format"));
    let file = arguments.file();
    let Some(bytes) = super::bytes_in(format, file, files, err)? else {
        return Ok(BAD);
    };
    let (drafted, problems) = drafted(&bytes, arguments.get("--lang"));
    report::print(format, (file, ""), &problems, Map::new(), err)?;
    if let Some(drafted) = drafted {
        if arguments.has("--spans") {
            writeln!(out, "{}", spans(&drafted))?;
        } else {
            let Drafted { text, head, draft: found, .. } = &drafted;
            out.write_all(draft::lines(found, text, head).as_bytes())?;
        }
    }
    let is_complete = problems.iter().all(|problem| problem.rule.severity == Severity::Advice);
    Ok(if is_complete { GOOD } else { BAD })
}

/// The proposals for an article.
struct Drafted {
    /// The text in which their places are.
    text: String,
    /// Its title, language and address, as far as they are known.
    head: Head,
    /// Whether that text was taken out of a page.
    is_extracted: bool,
    draft: Draft,
}

/// The proposals for the article in a file, if its language has rules, and what is to be said about it.
fn drafted(bytes: &[u8], lang: Option<&str>) -> (Option<Drafted>, Vec<Problem>) {
    let article = match verify::read(bytes) {
        Ok(article) => article,
        Err(problem) => return (None, vec![problem]),
    };
    if std::str::from_utf8(bytes).is_err() {
        return (None, vec![of_file(&rules::NOT_UTF8, &[])]);
    }
    let is_extracted = content(bytes) == Content::Page;
    let article = if is_extracted {
        html::article(&String::from_utf8_lossy(bytes))
    } else {
        Article { text: article.nodes.concat(), ..Article::default() }
    };
    if article.text.trim().is_empty() {
        return (None, vec![of_file(&rules::PAGE_WITHOUT_ARTICLE, &[])]);
    }
    let text = article.text;
    let written = Some(article.lang).filter(|lang| !lang.is_empty());
    let mut problems = Vec::new();
    let lang = match lang.map(str::to_owned).or(written) {
        Some(lang) => lang,
        None => match guess::language(&text) {
            Some(lang) => {
                problems.push(of_file(&rules::LANGUAGE_ASSUMED, &[lang]));
                lang.to_owned()
            }
            None => return (None, vec![of_file(&rules::LANGUAGE_UNKNOWN, &[])]),
        },
    };
    let draft = draft::draft_dated(&text, &lang, &article.date);
    if !draft.is_supported {
        problems.push(of_file(&rules::LANGUAGE_WITHOUT_RULES, &[&lang]));
        return (None, problems);
    }
    let head = Head { title: article.title, lang, article: String::new() };
    if draft.rows.is_empty() {
        problems.push(of_file(&rules::NOTHING_FOUND, &[]));
    }
    (Some(Drafted { text, head, is_extracted, draft }), problems)
}

/// The proposals with their places in the text, in Unicode scalar values. The text stands beside them if it was taken
/// out of a page.
fn spans(drafted: &Drafted) -> Value {
    let rows: Vec<Value> = drafted.draft.rows.iter().map(row).collect();
    let mut whole = Map::new();
    if drafted.is_extracted {
        whole.insert("text".to_owned(), drafted.text.as_str().into());
    }
    whole.insert("rows".to_owned(), rows.into());
    whole.into()
}

fn row(row: &Row) -> Value {
    let places =
        |ranges: &[Range<usize>]| -> Vec<[usize; 2]> { ranges.iter().map(|range| [range.start, range.end]).collect() };
    let mut value = json!({
        "kind": word(row.kind),
        "speaker": row.speaker,
        "source": places(&row.source),
        "cue": places(&row.cue),
        "content": places(&row.content),
        "sure": row.is_sure,
    });
    if let Some(fields) = value.as_object_mut() {
        for (name, words) in [("reason", &row.reason), ("medium", &row.medium), ("date", &row.date)] {
            if !words.is_empty() {
                fields.insert(name.to_owned(), words.as_str().into());
            }
        }
    }
    value
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Quotation => "quotation",
        Kind::Paraphrase => "paraphrase",
        Kind::Denial => "denial",
        Kind::NoAnswer => "no-answer",
        Kind::Relay => "relay",
    }
}
