//! Signed posts, and interviews whose paragraphs begin with a name.

use std::collections::HashMap;

use crate::draft::Reader;
use crate::names::Who;
use crate::rules::Class;
use crate::text::Sentence;
use crate::{Kind, Row};

/// Reads signed posts and interviews, and gives their paragraphs, which are not read again.
pub fn read(reader: &mut Reader, sentences: &[Sentence]) -> Vec<usize> {
    let mut done = Vec::new();
    let mut labels: HashMap<String, usize> = HashMap::new();
    for sentence in sentences.iter().filter(|sentence| sentence.is_first) {
        if let Some(end) = label(sentence) {
            let name = reader.index.slice(&sentence.span(0..end.max(1)));
            *labels.entry(name.to_owned()).or_default() += 1;
        }
    }
    // Who only asks is the interviewer.
    let mut asks_by: HashMap<String, bool> = HashMap::new();
    for (at, sentence) in sentences.iter().enumerate().filter(|(_, sentence)| sentence.is_first) {
        if let Some(end) = label(sentence) {
            let name = reader.index.slice(&sentence.span(0..end.max(1))).to_owned();
            let paragraph = sentences.iter().skip(at).take_while(|other| other.paragraph == sentence.paragraph);
            let is_question =
                paragraph.last().and_then(|last| last.tokens.last()).is_some_and(|token| token.text == "?");
            *asks_by.entry(name).or_insert(true) &= is_question;
        }
    }
    let is_interview = labels.values().filter(|count| **count > 1).count() > 0;
    let last_label = sentences.iter().rev().find(|other| other.is_first && label(other).is_some());
    let last_label = last_label.map(|sentence| sentence.paragraph).filter(|_| is_interview);
    let mut answering: Option<String> = None;
    let mut at = 0;
    while let Some(first) = sentences.get(at) {
        let length = sentences.iter().skip(at).take_while(|sentence| sentence.paragraph == first.paragraph).count();
        let paragraph = sentences.get(at..at + length).unwrap_or_default();
        at += length;
        if label(first).is_none() && answering.is_none() {
            for sentence in paragraph {
                reader.names.introduces(sentence, &reader.index, &reader.rules);
            }
        }
        if let Some(row) = signed(reader, paragraph) {
            reader.rows.push(row);
            done.push(first.paragraph);
        } else if let Some(row) = label(first).filter(|_| is_interview).map(|end| labelled(reader, paragraph, end)) {
            let asks = row.as_ref().and_then(|row| row.source.first()).map(|span| reader.index.slice(span));
            let is_question = asks.and_then(|name| asks_by.get(name)).copied().unwrap_or(false);
            answering = row.as_ref().filter(|_| !is_question).map(|row| row.speaker.clone());
            reader.rows.extend(row.filter(|_| !is_question));
        } else if let Some(speaker) = answering.clone().filter(|_| Some(first.paragraph) < last_label) {
            // The answer goes on in a paragraph of its own.
            let reason = "the answer goes on".to_owned();
            let who = Who { name: speaker, reason, ..Who::default() };
            let mut row = reader.row(Kind::Quotation, &who, first);
            let end = paragraph.last().map_or(0, |last| last.span(0..last.len()).end);
            row.content = vec![first.at(0).span.start..end];
            reader.rows.push(row);
        }
    }
    done
}

/// The end of a name before a colon at the start of a paragraph.
fn label(sentence: &Sentence) -> Option<usize> {
    let is_letter = sentence.at(0).is(Class::Question) || sentence.at(0).is(Class::Answer);
    if is_letter && sentence.at(0).text.ends_with('.') && sentence.at(0).is_capital() {
        return Some(0);
    }
    if is_letter && sentence.at(0).is_capital() && matches!(sentence.at(1).text, ":" | "." | "–" | "—") {
        return Some(1);
    }
    let end = (1..=6).find(|at| sentence.at(*at).text == ":")?;
    let is_part = |at: usize| {
        let token = sentence.at(at);
        token.is_capital() || token.is(Class::Particle) || token.text == "-" || token.text == "."
    };
    let is_name = sentence.at(0).is_capital() && (0..end).all(is_part);
    (is_name && sentence.len() > end + 1 && !sentence.at(0).is(Class::Common)).then_some(end)
}

fn labelled(reader: &mut Reader, paragraph: &[Sentence], end: usize) -> Option<Row> {
    let (first, last) = (paragraph.first()?, paragraph.last()?);
    let mut who = reader.names.who(first, &(0..end.max(1)), &reader.index, &reader.rules);
    if let Some(name) = reader.names.with_initials(reader.index.slice(&first.span(0..end.max(1)))) {
        who.name = name;
    }
    // The questions of an outlet are no statements.
    if first.at(0).is(Class::Question) {
        return None;
    }
    let is_answer = first.at(0).is(Class::Answer);
    if is_answer {
        who.name = reader.names.interviewee();
        who.is_sure = false;
        who.reason = format!("the answers are taken to be those of {}", who.name);
    }
    let last = if first.len() <= end + 1 { paragraph.get(1..)?.last()? } else { last };
    let begin = if first.len() > end + 1 { first.at(end + 1).span.start } else { paragraph.get(1)?.at(0).span.start };
    if who.is_outlet || !is_answer && first.at(0).text.chars().count() < 2 {
        return None;
    }
    let mut row = reader.row(Kind::Quotation, &who, first);
    row.source = vec![first.span(0..end.max(1))];
    if is_answer {
        row.source.clear();
    }
    row.content = vec![begin..last.span(0..last.len()).end];
    row.is_sure = !is_answer;
    reader.names.spoke(&row.speaker, first.paragraph);
    Some(row)
}

/// “… — Dana Rowe (@danarowe) March 3, 2031”.
fn signed(reader: &mut Reader, paragraph: &[Sentence]) -> Option<Row> {
    let last = paragraph.last()?;
    let handle = (2..last.len()).rev().find(|at| last.at(*at).text.starts_with('@') && last.before(*at).text == "(")?;
    let dash = (0..handle).rev().find(|at| matches!(last.at(*at).text, "—" | "–" | "-"))?;
    let source = dash + 1..handle - 1;
    if source.is_empty() || source.len() > 8 {
        return None;
    }
    let first = paragraph.first()?;
    let end =
        if dash > 0 { last.at(dash - 1).span.end } else { paragraph.iter().rev().nth(1)?.tokens.last()?.span.end };
    let start = first.at(0).span.start;
    if end <= start {
        return None;
    }
    let mut who = reader.names.who(last, &source, &reader.index, &reader.rules);
    if who.name.is_empty() {
        who = Who { name: reader.index.slice(&last.span(source.clone())).to_owned(), is_sure: true, ..Who::default() };
    }
    let mut row = reader.row(Kind::Quotation, &who, last);
    row.source = vec![last.span(source)];
    let inner = start..end;
    row.content = vec![inner];
    row.medium = "post".to_owned();
    Some(row)
}
