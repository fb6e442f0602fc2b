//! Any text as a date: a date that parses means what its text says, and the day exists.

use jiff::civil;
use jiff::tz::{Offset, TimeZone};
use story::model::{Date, Point};

/// Reads bytes as a date. Returns whether it is accepted.
pub fn date(bytes: &[u8]) -> bool {
    let text = &*String::from_utf8_lossy(bytes);
    let read = Date::parse(text);
    if is_shaped_like_a_day(text) {
        let exists = text.parse::<civil::Date>().is_ok_and(|day| day.year() > 0);
        assert_eq!(read.is_some(), exists, "{text}");
    }
    let Some(date) = read else { return false };
    // The text may be one that programs write, with seconds or without a colon in the zone. It means the same.
    assert!(written(&date).len() <= text.len() + 2, "{text} is read as {}", written(&date));
    assert_eq!(Date::parse(&written(&date)), Some(date), "{text}");
    assert!(!date.is_before(&date), "{text} is before itself");
    let (first, last) = match date {
        Date::At(point) => (Some(point), Some(point)),
        Date::Span { from, to } => (from, to),
    };
    assert!(first.or(last).is_some(), "{text} is a span without an end");
    assert_eq!(date.last_day().is_some(), last.is_some(), "{text}");
    [first, last].into_iter().flatten().for_each(|point| exists(text, &point));
    true
}

fn is_shaped_like_a_day(text: &str) -> bool {
    let shape =
        |(number, byte): (usize, u8)| if matches!(number, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

/// The text of a date in the form that editors write.
fn written(date: &Date) -> String {
    let end = |point: &Option<Point>| point.as_ref().map_or("..".to_owned(), written_point);
    match date {
        Date::At(point) => written_point(point),
        Date::Span { from, to } => format!("{}/{}", end(from), end(to)),
    }
}

fn written_point(point: &Point) -> String {
    let mut text = format!("{:04}", point.year);
    for element in [point.month, point.day].into_iter().flatten() {
        text += &format!("-{element:02}");
    }
    if let Some(time) = point.time {
        text += &format!("T{:02}:{:02}", time.hour, time.minute);
        match time.offset {
            None => {}
            Some(0) => text.push('Z'),
            Some(offset) => {
                let ahead = offset.unsigned_abs();
                text.push(if offset < 0 { '-' } else { '+' });
                text += &format!("{:02}:{:02}", ahead / 60, ahead % 60);
            }
        }
    }
    text + if point.about { "~" } else { "" } + if point.uncertain { "?" } else { "" }
}

/// Compares a point with an established calendar.
fn exists(text: &str, point: &Point) {
    assert!((1..=9999).contains(&point.year), "{text}");
    assert!(point.day.is_none() || point.month.is_some(), "{text}");
    assert!(point.time.is_none() || point.day.is_some() && !point.about && !point.uncertain, "{text}");
    let (month, day) = (point.month.unwrap_or(1) as i8, point.day.unwrap_or(1) as i8);
    let day = civil::Date::new(point.year as i16, month, day).expect(text);
    let Some((time, offset)) = point.time.and_then(|time| Some((time, time.offset?))) else { return };
    let zone = TimeZone::fixed(Offset::from_seconds(i32::from(offset) * 60).expect(text));
    let clock = day.at(time.hour as i8, time.minute as i8, 0, 0);
    // The calendar ends with the year 9999, and a zone can move a clock time beyond it.
    if let Ok(zoned) = clock.to_zoned_datetime(zone) {
        assert_eq!(point.moment(), Some(zoned.timestamp().as_second().div_euclid(60)), "{text}");
    }
    let moment = point.moment().expect(text);
    assert_eq!(Point::at_moment(moment, offset), Some(*point), "{text}");
}
