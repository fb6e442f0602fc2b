//! What follows a name, between commas: when, how and through whom.

use super::fields::{Entry, Form, field};
use super::names::{Found, braced};
use super::read::{Reader, shown};
use super::rules::*;
use super::source::Line;
use super::text::{Quoted, opens, quoted, split, unescape};
use crate::language::{Language, Section};
use crate::plain_dates;

/// More parts are taken as one.
const MAX_PARTS: usize = 40;

/// One part.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// A date, as EDTF.
    Date(String),
    /// A title in quotation marks.
    Title(&'t str),
    /// Words such as “according to”, by their name, and what follows them.
    Words(&'static str, &'t str),
    /// Anything else.
    Other(&'t str),
}

impl Reader {
    /// The names of the field whose words a text begins with, and what follows the words.
    pub(super) fn leading_words<'t>(&self, text: &'t str) -> Option<(Vec<&'static str>, &'t str)> {
        let longest = self.language.longest(Section::Fields);
        let ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at).take(longest);
        let ends: Vec<usize> = ends.collect();
        ends.into_iter().rev().find_map(|end| {
            let (words, rest) = text.split_at_checked(end)?;
            let names = self.language.names(Section::Fields, words);
            (!names.is_empty()).then(|| (names, rest.trim()))
        })
    }

    /// Whether a text is a word of the section of other words.
    pub(super) fn is_word(&self, text: &str, name: &str) -> bool {
        self.language.names(Section::Words, text).contains(&name)
    }

    /// The first part of a text, and what follows its comma.
    pub(super) fn part<'t>(&self, _line: &Line<'_>, text: &'t str, entry: Entry) -> (Part<'t>, &'t str) {
        let parts = split(text, ',', 5);
        let up_to = |count: usize| -> Option<(&'t str, &'t str)> {
            let first = parts.first()?;
            let last = parts.get(count - 1).filter(|_| count < 5 || parts.len() < 5)?;
            let start = offset(text, first)?;
            let end = offset(text, last)? + last.len();
            let rest = text.get(end..)?.trim_start().strip_prefix(',').unwrap_or_default();
            Some((text.get(start..end)?, rest.trim()))
        };
        for count in (1..=parts.len()).rev() {
            let Some((part, rest)) = up_to(count) else { continue };
            if let Some(date) = plain_dates::read(part, self.language) {
                return (Part::Date(date), rest);
            }
        }
        let is_title = matches!(entry, Entry::Report | Entry::Occasion);
        if is_title && opens(text) {
            let all = split(text, ',', MAX_PARTS);
            for last in all.iter().rev() {
                let Some(end) = offset(text, last).map(|start| start + last.len()) else { continue };
                let (part, rest) = text.split_at_checked(end).unwrap_or((text, ""));
                if let Quoted::Whole(title) = quoted(part) {
                    return (Part::Title(title), rest.trim_start().trim_start_matches(',').trim());
                }
            }
        }
        let (part, rest) = up_to(1).unwrap_or((text, ""));
        if let Some((names, value)) = self.leading_words(part) {
            let known = names.iter().find(|name| self.takes(entry, name, value));
            if let Some(name) = known {
                return (Part::Words(name, value), rest);
            }
        }
        if self.is_word(part, "directly") && entry != Entry::Report {
            return (Part::Words("according-to", part), rest);
        }
        if self.is_word(part, "own-reporting") {
            return (Part::Words("citing", part), rest);
        }
        if entry == Entry::Report && self.language.names(Section::Fields, part).contains(&"disowned") {
            return (Part::Words("disowned", part), rest);
        }
        (Part::Other(part), rest)
    }

    /// Whether words such as “for” are those of a field. “at” and “for” often belong to the medium instead, unless an
    /// occasion or a party has the name behind them.
    fn takes(&self, entry: Entry, name: &str, value: &str) -> bool {
        match (entry, name) {
            (Entry::Statement, "for") => braced(value).is_some() || self.parties.find(value) != Found::None,
            (Entry::Statement, "at") => braced(value).is_some() || self.occasions.find(value) != Found::None,
            (Entry::Statement, "according-to" | "citing" | "relayed-by") => true,
            (Entry::Statement, "reply-to") => braced(value).is_some() || self.statements.contains(value),
            (Entry::Statement, "in-report") => {
                self.reports.find(value) != Found::None || self.report_of_outlet(value) != Found::None
            }
            (Entry::Report, "citing" | "republishing") => true,
            (Entry::Occasion, "according-to" | "citing") => true,
            _ => false,
        }
    }

    /// Reads all parts of a text into the current entry.
    pub(super) fn parts(&mut self, line: &Line<'_>, text: &str, entry: Entry) {
        let mut medium: Option<(usize, usize)> = None;
        // A word such as “Monday”. Beside a date, it is a part of the medium: “post on X, Monday morning”.
        let mut day = None;
        let mut rest = text;
        for _ in 0..MAX_PARTS {
            if rest.is_empty() {
                break;
            }
            let (part, after) = self.part(line, rest, entry);
            let written = rest;
            rest = after;
            match part {
                Part::Date(date) => self.put(line, written, "date", date.into()),
                Part::Title(title) => self.put(line, title, "title", unescape(title).into()),
                Part::Words(name, value) => {
                    let Some(field) = field(entry, &[name]) else { continue };
                    let value = if field.form == Form::YesNo { self.yes() } else { value.to_owned() };
                    self.apply_part(line, field, &value, written);
                }
                Part::Other("") => {}
                Part::Other(part) if entry == Entry::Statement && opens(part) => {
                    return self.report(line, written, &QUOTATION_AS_MEDIUM, &[&shown(written)]);
                }
                Part::Other(part) if part.contains("://") => {
                    self.report(line, part, &ADDRESS_AS_MEDIUM, &[&shown(part)]);
                }
                Part::Other(part) if entry == Entry::Statement && self.names_an_entry(part) => {
                    self.report(line, part, &NAME_AS_MEDIUM, &[&shown(part)]);
                }
                Part::Other(part) => {
                    let Some(start) = offset(text, part) else { continue };
                    let end = start + part.len();
                    let follows = |(_, before): (usize, usize)| {
                        text.get(before..start).is_some_and(|between| between.trim() == ",")
                    };
                    medium = match medium {
                        _ if entry == Entry::Report => None,
                        None => Some((start, end)),
                        Some(range) if follows(range) => Some((range.0, end)),
                        _ => {
                            self.report(line, part, &UNCLEAR_PART, &[&shown(part)]);
                            continue;
                        }
                    };
                    if medium.is_some() && names_a_day(part, self.language) {
                        day = day.or(Some(part));
                    } else if medium.is_some() && self.looks_like_a_time(part) {
                        self.report(line, part, &TIME_AS_MEDIUM, &[&shown(part)]);
                    }
                    if medium.is_none() {
                        self.report(line, part, &UNCLEAR_PART, &[&shown(part)]);
                    }
                }
            }
        }
        if !rest.is_empty() {
            self.report(line, rest, &UNCLEAR_PART, &[&shown(rest)]);
        }
        let has_date = self.object().is_some_and(|entry| entry.contains_key("date"));
        if let Some(day) = day.filter(|_| !has_date) {
            self.report(line, day, &TIME_AS_MEDIUM, &[&shown(day)]);
        }
        if let Some(medium) = medium.and_then(|(start, end)| text.get(start..end)) {
            self.put(line, medium, "medium", unescape(medium).into());
        }
    }

    /// Whether a text that is no date names a month or a year.
    pub(super) fn looks_like_a_time(&self, text: &str) -> bool {
        looks_like_a_time(text, self.language) || names_a_day(text, self.language)
    }

    /// Whether a part such as “in The Gazette” or “through Dana Rowe” has the name of a party behind its first word, or
    /// one that is spelt almost like an occasion behind “at”.
    fn names_an_entry(&mut self, part: &str) -> bool {
        let Some((word, name)) = part.split_once(' ').map(|(word, name)| (word, name.trim())) else { return false };
        let names = self.language.names(Section::Fields, word);
        if names.contains(&"at") && self.nearest.find(name, self.occasions.spellings()).is_some() {
            return true;
        }
        let is_through = matches!(word.to_lowercase().as_str(), "through" | "via" | "durch");
        match self.parties.find(name) {
            Found::One(id) if names.contains(&"in-report") => self.kinds.get(&id).is_some_and(|kind| kind == "outlet"),
            found => is_through && found != Found::None,
        }
    }

    fn yes(&self) -> String {
        self.language.phrase(Section::Words, "yes").to_owned()
    }
}

/// Whether a text that is no date names a month or a year.
pub(super) fn looks_like_a_time(text: &str, language: &Language) -> bool {
    let is_time = |word: &str| {
        let is_year = word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit());
        let names = language.names(Section::Dates, word);
        is_year || (word.chars().count() > 3 && names.iter().any(|name| plain_dates::MONTHS.contains(name)))
    };
    // “13 May”, “13/05/2031”, “2.3.31”, “25:99”
    let mut words = text.split_whitespace();
    let day = words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let is_month = |word: &str| language.names(Section::Dates, word).iter().any(|n| plain_dates::MONTHS.contains(n));
    let is_number = |word: &str| matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit());
    let is_joined = |word: &str| {
        let mut parts = word.split(['/', '.', '-', ':']).filter(|part| !part.is_empty());
        parts.next().is_some_and(is_number) && parts.next().is_some_and(is_number)
    };
    text.split_whitespace().any(is_joined)
        || (day && words.next().is_some_and(is_month))
        || text.split(|c: char| !c.is_alphanumeric()).any(is_time)
}

/// Whether a text has a word such as “Monday” or “yesterday”.
fn names_a_day(text: &str, language: &Language) -> bool {
    let is_day = |name: &&str| matches!(*name, "weekday" | "relative-day");
    text.split(|c: char| !c.is_alphanumeric()).any(|word| language.names(Section::Dates, word).iter().any(is_day))
}

/// Where a part of a text begins in it.
pub(super) fn offset(text: &str, part: &str) -> Option<usize> {
    (part.as_ptr() as usize).checked_sub(text.as_ptr() as usize).filter(|offset| *offset <= text.len())
}
