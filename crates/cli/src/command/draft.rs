//! `claim-panel draft`: proposes who says what in an article, for a person to confirm.

use std::io::{self, Write};
use std::ops::Range;

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
            out.write_all(lines(&drafted).as_bytes())?;
        }
    }
    let is_complete = problems.iter().all(|problem| problem.rule.severity == Severity::Advice);
    Ok(if is_complete { GOOD } else { BAD })
}

/// The proposals for an article.
struct Drafted {
    /// The text in which their places are.
    text: String,
    /// Its language.
    lang: String,
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
    let is_extracted = content(bytes) == Content::Page;
    let text = article.nodes.concat();
    let mut problems = Vec::new();
    let lang = match lang.map(str::to_owned).or(article.lang) {
        Some(lang) => lang,
        None => match guess::language(&text) {
            Some(lang) => {
                problems.push(of_file(&rules::LANGUAGE_ASSUMED, &[lang]));
                lang.to_owned()
            }
            None => return (None, vec![of_file(&rules::LANGUAGE_UNKNOWN, &[])]),
        },
    };
    let draft = draft::draft(&text, &lang);
    if !draft.is_supported {
        problems.push(of_file(&rules::LANGUAGE_WITHOUT_RULES, &[&lang]));
        return (None, problems);
    }
    if draft.rows.is_empty() {
        problems.push(of_file(&rules::NOTHING_FOUND, &[]));
    }
    (Some(Drafted { text, lang, is_extracted, draft }), problems)
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

/// The proposals as lines to edit. The question mark makes each a proposal, which cannot become a statement before a person
/// removes it. No line has a stance: whether a sentence denies a claim is not decided here.
fn lines(drafted: &Drafted) -> String {
    let letters: Vec<char> = drafted.text.chars().collect();
    let words = |ranges: &[Range<usize>]| {
        let pieces = ranges.iter().map(|range| letters.get(range.clone()).unwrap_or_default().iter().collect());
        pieces.collect::<Vec<String>>().join(" … ").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut lines = format!("lang: {}\n", drafted.lang);
    for row in &drafted.draft.rows {
        let trigger = words(&row.cue);
        let trigger = if trigger.is_empty() { String::new() } else { format!(": “{trigger}”") };
        let check = if row.is_sure { "" } else { "; check who speaks" };
        let reason = if row.reason.is_empty() { String::new() } else { format!("; {}", row.reason) };
        let parts: Vec<&str> = [&row.speaker, &row.medium, &row.date].map(String::as_str).into_iter().collect();
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let content = words(&row.content);
        lines.push_str(&format!("\n// {}{trigger}{check}{reason}\n", word(row.kind)));
        lines.push_str(format!("? {}: {content}", parts.join(", ")).trim_end_matches([':', ' ']));
        lines.push('\n');
    }
    lines
}
