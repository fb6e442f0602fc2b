//! Dates as spreadsheets and publishers write them, in the forms that the format allows.

use story::model::Date;

/// The order of day and month in dates such as 02/03/2031.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 2 March.
    DayFirst,
    /// February 3.
    MonthFirst,
}

/// What a text says about time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A date in the form of the format.
    Date(String),
    /// Either of two dates: the first if the day comes first, the second if the month does.
    Ambiguous(String, String),
    /// A number that a spreadsheet would show as a date.
    Number,
    /// Not a date.
    Unknown,
}

/// Reads a date. Dates in the forms of the format stay as they are written.
pub fn read(text: &str, order: Option<Order>) -> Reading {
    let text = text.trim();
    if Date::parse(text).is_some() {
        return Reading::Date(text.to_owned());
    }
    if text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Reading::Number;
    }
    let (day, time) = split_time(text);
    let with_time = |date: String| if time.is_empty() { date } else { format!("{date}T{time}") };
    match numbers(day) {
        Some(Numbers::YearFirst(date)) => known(with_time(date)),
        Some(Numbers::YearLast { first, second, year }) => {
            let date = |day: u16, month: u16| with_time(format!("{year:04}-{month:02}-{day:02}"));
            let (by_day, by_month) = (date(first, second), date(second, first));
            match (Date::parse(&by_day).is_some(), Date::parse(&by_month).is_some(), order) {
                (true, true, _) if first == second => Reading::Date(by_day),
                (true, true, Some(Order::DayFirst)) | (true, false, _) => Reading::Date(by_day),
                (true, true, Some(Order::MonthFirst)) | (false, true, _) => Reading::Date(by_month),
                (true, true, None) => Reading::Ambiguous(by_day, by_month),
                (false, false, _) => Reading::Unknown,
            }
        }
        None => named(day).map_or(Reading::Unknown, |date| known(with_time(date))),
    }
}

/// The order that a date such as 25/03/2031 shows, in which one of the numbers can only be the day.
pub fn order_shown(text: &str) -> Option<Order> {
    match numbers(split_time(text.trim()).0)? {
        Numbers::YearLast { first, second, .. } if first > 12 && second <= 12 => Some(Order::DayFirst),
        Numbers::YearLast { first, second, .. } if second > 12 && first <= 12 => Some(Order::MonthFirst),
        _ => None,
    }
}

fn known(date: String) -> Reading {
    if Date::parse(&date).is_some() { Reading::Date(date) } else { Reading::Unknown }
}

/// A date and the time of day behind it, which is empty or in the form `14:30`.
fn split_time(text: &str) -> (&str, String) {
    let Some((date, time)) = text.rsplit_once(char::is_whitespace) else { return (text, String::new()) };
    let mut parts = time.split(':').map(|part| part.parse::<u16>().ok().filter(|_| part.len() <= 2));
    match (parts.next().flatten(), parts.next().flatten()) {
        (Some(hour), Some(minute)) if hour < 24 && minute < 60 => {
            (date.trim_end().trim_end_matches(','), format!("{hour:02}:{minute:02}"))
        }
        _ => (text, String::new()),
    }
}

enum Numbers {
    YearFirst(String),
    YearLast { first: u16, second: u16, year: u16 },
}

/// The numbers of a date that consists of three numbers with the same sign between them.
fn numbers(text: &str) -> Option<Numbers> {
    let sign = text.chars().find(|c| matches!(c, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(sign).map(str::trim).collect();
    let [one, two, three] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<u16>().ok().filter(|_| part.len() <= 4 && !part.starts_with('+'));
    let (first, second, third) = (number(one)?, number(two)?, number(three)?);
    if one.len() == 4 {
        return Some(Numbers::YearFirst(format!("{first:04}-{second:02}-{third:02}")));
    }
    (three.len() == 4 && one.len() <= 2 && two.len() <= 2).then_some(Numbers::YearLast { first, second, year: third })
}

/// A date with the name of its month: 2 March 2031, March 2, 2031, 2. März 2031, March 2031.
fn named(text: &str) -> Option<String> {
    const MAX_BYTES: usize = 60;
    if text.len() > MAX_BYTES {
        return None;
    }
    let (mut day, mut month, mut year) = (None, None, None);
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.' | '/')) {
        let bare = word.trim_matches(|c: char| matches!(c, '.' | ','));
        if bare.is_empty() || matches!(bare.to_lowercase().as_str(), "de" | "of" | "den" | "le" | "del") {
            continue;
        }
        let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
        let rest = bare.get(digits.len()..).unwrap_or_default();
        let slot = match digits.len() {
            0 => {
                let number = month_number(bare)?;
                if month.replace(number).is_some() {
                    return None;
                }
                continue;
            }
            1 | 2 if matches!(rest, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "°") => &mut day,
            4 if matches!(rest, "" | "г" | "р") => &mut year,
            _ => return None,
        };
        if slot.replace(digits).is_some() {
            return None;
        }
    }
    let (month, year) = (month?, year?);
    Some(day.map_or_else(|| format!("{year}-{month:02}"), |day| format!("{year}-{month:02}-{day:0>2}")))
}

/// The number of the month that has a name, from 1.
fn month_number(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let months = include_str!("dates/months.txt").lines().filter(|line| !line.starts_with('#'));
    months.enumerate().find(|(_, names)| names.split(' ').any(|one| one == name)).map(|(index, _)| index + 1)
}
