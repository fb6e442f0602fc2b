//! Where and when something was said, as far as its sentence tells.

use crate::rules::Class;
use crate::text::{Index, Sentence};

/// The medium in the article's words, and the date in EDTF. A weekday is resolved if the article's date is known.
pub fn when(sentence: &Sentence, index: &Index, article: &str) -> (String, String) {
    (medium(sentence, index), date(sentence, article))
}

fn medium(sentence: &Sentence, index: &Index) -> String {
    let limit = sentence.len();
    let Some(place) = (1..limit).find(|at| {
        let token = sentence.at(*at);
        let starts = at.saturating_sub(4)..*at;
        let is_outlet = token.is(Class::Outlet) && token.is_capital();
        token.is(Class::Place)
            && !is_outlet
            && starts.rev().take_while(|at| sentence.at(*at).is_word).any(|at| sentence.at(at).is(Class::Via))
    }) else {
        return String::new();
    };
    let start = (place.saturating_sub(4)..place).rev().find(|at| sentence.at(*at).is(Class::Via)).unwrap_or(place);
    let mut end = place + 1;
    // “a post on X”: the medium of the medium.
    let is_inner = sentence.at(end).is(Class::Prep) && sentence.at(end + 1).is_capital();
    if is_inner && !sentence.at(end + 1).is(Class::Weekday) && !sentence.at(end + 1).is(Class::Month) {
        end += 2;
    }
    index.slice(&sentence.span(start..end)).to_owned()
}

const MONTHS: [&[&str]; 12] = [
    &["january", "jan.", "januar", "janvier", "enero"],
    &["february", "feb.", "februar", "février", "febrero"],
    &["march", "mar.", "märz", "mars", "marzo"],
    &["april", "apr.", "avril", "abril"],
    &["may", "mai", "mayo"],
    &["june", "jun.", "juni", "juin", "junio"],
    &["july", "jul.", "juli", "juillet", "julio"],
    &["august", "aug.", "août", "agosto"],
    &["september", "sept.", "sep.", "septembre", "septiembre"],
    &["october", "oct.", "oktober", "octobre", "octubre"],
    &["november", "nov.", "novembre", "noviembre"],
    &["december", "dec.", "dezember", "décembre", "diciembre"],
];

const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "montag", "lundi", "lunes"],
    &["tuesday", "dienstag", "mardi", "martes"],
    &["wednesday", "mittwoch", "mercredi", "miércoles"],
    &["thursday", "donnerstag", "jeudi", "jueves"],
    &["friday", "freitag", "vendredi", "viernes"],
    &["saturday", "samstag", "samedi", "sábado"],
    &["sunday", "sonntag", "dimanche", "domingo"],
];

fn number(text: &str) -> Option<i64> {
    let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
    if digits.len() > 4 { None } else { digits.parse().ok() }
}

fn date(sentence: &Sentence, article: &str) -> String {
    for at in 0..sentence.len() {
        let token = sentence.at(at);
        if token.is(Class::Month) {
            let month =
                (1..).zip(MONTHS).find(|(_, names)| names.contains(&token.lower.as_ref())).map(|(month, _)| month);
            if let Some(found) = month.and_then(|month| around(sentence, at, month, article)) {
                return found;
            }
        }
    }
    let weekday = sentence.tokens.iter().find(|token| token.is(Class::Weekday));
    let day = weekday.and_then(|token| {
        (0_i64..).zip(WEEKDAYS).find(|(_, names)| names.contains(&token.lower.as_ref())).map(|(day, _)| day)
    });
    day.and_then(|day| resolved(day, article)).unwrap_or_default()
}

/// “March 3, 2031” and “3 March 2031”, with the article's year if there is none.
fn around(sentence: &Sentence, at: usize, month: i64, article: &str) -> Option<String> {
    let is_day = |day: &i64| (1..=31).contains(day);
    let is_year = |year: &i64| (1000..=2999).contains(year);
    let number_at = |at: usize| number(sentence.at(at).text);
    let skip = usize::from(sentence.before(at).is_any(&["de", "."])) + 1;
    let before = at.checked_sub(skip).and_then(number_at).filter(is_day);
    let after = number_at(at + 1).filter(is_day);
    let mut next = if after.is_some() && before.is_none() { at + 2 } else { at + 1 };
    while sentence.at(next).is_any(&[",", "de", "del"]) {
        next += 1;
    }
    let year = number_at(next).filter(is_year).or_else(|| article.get(..4).and_then(number))?;
    Some(match before.or(after) {
        Some(day) => format!("{year:04}-{month:02}-{day:02}"),
        None if number_at(next).filter(is_year).is_some() => format!("{year:04}-{month:02}"),
        None => return None,
    })
}

/// The last such weekday up to a date.
fn resolved(weekday: i64, article: &str) -> Option<String> {
    let mut parts = article.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let days = days(year, month, day);
    // 1970-01-01 was a Thursday.
    let today = (days + 3).rem_euclid(7);
    let (year, month, day) = civil(days - (today - weekday).rem_euclid(7));
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Days since 1970-01-01 in the Gregorian calendar. Years begin in March here, so that leap days end them.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9).rem_euclid(12);
    let of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
}

fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}
