//! Dates as people write them: “2 March 2031”, “2. März 2031, 19:30 Uhr”. The format has EDTF.

use story::model::Date;

use crate::language::{Language, Section, fold};

/// Longer texts are not dates.
const MAX_BYTES: usize = 80;

/// The names of the months in `language/LANG.txt`.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a date: EDTF as it is, and a plain date of the language or of English as EDTF. `None` if it is neither.
pub fn read(text: &str, language: &Language) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_BYTES {
        return None;
    }
    if Date::parse(text).is_some() {
        return Some(text.to_owned());
    }
    // Word processors turn hyphens between digits into dashes.
    let text: String = text.chars().map(|c| if matches!(c, '\u{2010}'..='\u{2013}') { '-' } else { c }).collect();
    if Date::parse(&text).is_some() {
        return Some(text);
    }
    plain(&text, language)
}

/// Writes an EDTF date as a plain date of the language, if that has the same meaning, and otherwise as it is.
pub fn write(date: &str, tag: &str) -> String {
    let language = Language::of(tag);
    let written = plainly(date, tag, language).filter(|written| read(written, language).as_deref() == Some(date));
    written.unwrap_or_else(|| date.to_owned())
}

fn plainly(date: &str, tag: &str, language: &Language) -> Option<String> {
    let (day, time) = date.split_once('T').map_or((date, None), |(day, time)| (day, Some(time)));
    let mut parts = day.split('-');
    let year = parts.next()?;
    let month: usize = parts.next()?.parse().ok()?;
    let month = language.phrase(Section::Dates, MONTHS.get(month.checked_sub(1)?)?);
    let Some(day) = parts.next() else { return Some(format!("{month} {year}")) };
    let day = day.trim_start_matches('0');
    let is_american = tag.eq_ignore_ascii_case("en") || tag.to_ascii_lowercase().starts_with("en-us");
    let pattern = if is_american { "M D, Y" } else { language.phrase(Section::Dates, "day") };
    let mut written = String::new();
    for c in pattern.chars() {
        match c {
            'D' => written.push_str(day),
            'M' => written.push_str(month),
            'Y' => written.push_str(year),
            _ => written.push(c),
        }
    }
    if let Some(time) = time {
        written.push_str(", ");
        written.push_str(time);
    }
    Some(written)
}

#[derive(Default)]
struct Found {
    year: Option<u16>,
    month: Option<usize>,
    day: Option<u8>,
    time: Option<String>,
    /// Whether the last word was a clock time, which “p.m.” may follow.
    offset: String,
}

fn plain(text: &str, language: &Language) -> Option<String> {
    let mut found = Found::default();
    for word in text.split([' ', ',', '\u{a0}', '\u{202f}', '\t']).filter(|word| !word.is_empty()) {
        found.word(word, language)?;
    }
    let year = found.year?;
    let mut date = format!("{year:04}");
    match (found.month, found.day) {
        (Some(month), Some(day)) => date.push_str(&format!("-{month:02}-{day:02}")),
        (Some(month), None) => date.push_str(&format!("-{month:02}")),
        (None, Some(_)) => return None,
        (None, None) => {}
    }
    if let Some(time) = found.time {
        date.push('T');
        date.push_str(&time);
        date.push_str(&found.offset);
    }
    Date::parse(&date).map(|_| date)
}

impl Found {
    fn word(&mut self, word: &str, language: &Language) -> Option<()> {
        let names = language.names(Section::Dates, word);
        if let Some(month) = names.iter().find_map(|name| MONTHS.iter().position(|month| month == name)) {
            return put(&mut self.month, month + 1);
        }
        if names.contains(&"pm") || names.contains(&"am") {
            let (hour, minute) = self.time.as_deref()?.split_once(':')?;
            let hour: u8 = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
            let hour = hour % 12 + if names.contains(&"pm") { 12 } else { 0 };
            self.time = Some(format!("{hour:02}:{minute}"));
            return Some(());
        }
        if names.contains(&"filler") || names.contains(&"weekday") {
            return Some(());
        }
        if self.time.is_some() && self.offset.is_empty() && is_offset(word) {
            self.offset = word.to_owned();
            return Some(());
        }
        let folded = fold(word);
        if let Some((time, offset)) = clock(&folded, word) {
            self.offset = offset;
            return put(&mut self.time, time);
        }
        let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
        let rest = folded.trim_start_matches(|c: char| c.is_ascii_digit());
        match (digits.len(), rest) {
            (4, "") => put(&mut self.year, digits.parse().ok()?),
            (1 | 2, "" | "." | "st" | "nd" | "rd" | "th" | "er" | "º" | "ª" | "°") => {
                put(&mut self.day, digits.parse().ok()?)
            }
            (1 | 2, _) => self.dotted(&folded, language),
            _ => None,
        }
    }

    /// “02.03.2031”, in languages that write the day first.
    fn dotted(&mut self, word: &str, language: &Language) -> Option<()> {
        let mut parts = word.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        // Elsewhere, only where the first number cannot be a month.
        let is_clear = day.parse::<u8>().is_ok_and(|day| day > 12);
        if !is_clear && !language.phrase(Section::Dates, "day").starts_with("D.") {
            return None;
        }
        if year.len() != 4 || parts.next().is_some() {
            return None;
        }
        put(&mut self.day, day.parse().ok()?)?;
        put(&mut self.month, month.parse().ok()?)?;
        put(&mut self.year, year.parse().ok()?)
    }
}

/// A date has each part once.
fn put<T>(part: &mut Option<T>, value: T) -> Option<()> {
    part.is_none().then(|| *part = Some(value))
}

/// A clock time as `HH:MM`, and what follows it as an offset: “19:30+01:00”, “19.30”, “19h30”.
fn clock(folded: &str, word: &str) -> Option<(String, String)> {
    let (hour, rest) = folded.split_once([':', '.', 'h'])?;
    let minute = rest.get(..2).filter(|minute| minute.bytes().all(|b| b.is_ascii_digit()))?;
    let hour: u8 = hour.parse().ok().filter(|hour| *hour < 24)?;
    let offset = word.get(word.len().checked_sub(rest.len().checked_sub(2)?)?..)?;
    let is_time = offset.is_empty() || is_offset(offset);
    is_time.then(|| (format!("{hour:02}:{minute}"), offset.to_owned()))
}

fn is_offset(text: &str) -> bool {
    text == "Z" || text.starts_with(['+', '-'])
}
