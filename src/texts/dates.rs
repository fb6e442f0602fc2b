//! Dates in words, with exactly the precision that is known.

use super::{Texts, Word};
use crate::model::{Date, Point, When};

/// How far a time zone is ahead of UTC at a moment.
///
/// The browser and the command line each know time zones in their own way, so whoever draws the
/// panel hands one in.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    /// From an IANA name and a moment (minutes since the beginning of 1970, UTC) to minutes ahead
    /// of UTC; nothing for a zone that is not known.
    pub offset: fn(&str, i64) -> Option<i16>,
}

impl Clock {
    /// A clock that knows no zone: times are shown in the zone in which they are written.
    pub const NONE: Self = Self { offset: |_, _| None };
}

impl Texts {
    /// A date in words; clock times in the document's zone where that is known.
    pub fn date(&self, when: &When, zone: Option<&str>, clock: Clock) -> String {
        let point = |point: &Point| self.point(point, zone, clock);
        match &when.date {
            None => when.text.clone(),
            Some(Date::At(at)) => point(at),
            Some(Date::Span { from: Some(from), to: Some(to) }) => self.fill(Word::Between, &[point(from), point(to)]),
            Some(Date::Span { from: Some(from), to: None }) => self.fill(Word::OrLater, &[point(from)]),
            Some(Date::Span { from: None, to: Some(to) }) => self.fill(Word::OrEarlier, &[point(to)]),
            Some(Date::Span { from: None, to: None }) => when.text.clone(),
        }
    }

    fn point(&self, written: &Point, zone: Option<&str>, clock: Clock) -> String {
        let moved = zone
            .zip(written.moment())
            .and_then(|(zone, moment)| Point::at_moment(moment, (clock.offset)(zone, moment)?));
        let point = moved.unwrap_or(*written);
        let day = self.day(&point);
        let dated = match point.time {
            None => day,
            Some(time) => {
                let clock_time = self.clock_time(time.hour, time.minute);
                // That times are those of the document's zone is said once, above all of them.
                let clock_time = match moved {
                    Some(_) => clock_time,
                    None => self.fill(Word::ZoneTime, &[clock_time, utc(time.offset)]),
                };
                self.fill(Word::DateAndTime, &[day, clock_time])
            }
        };
        if point.about {
            self.fill(Word::About, &[dated])
        } else if point.uncertain {
            self.fill(Word::Uncertain, &[dated])
        } else {
            dated
        }
    }

    fn day(&self, point: &Point) -> String {
        let year = point.year;
        let Some(month) = point.month.and_then(|month| self.month(month)) else {
            return year.to_string();
        };
        match point.day {
            None => format!("{month} {year}"),
            Some(day) if self.american => format!("{month} {day}, {year}"),
            Some(day) => format!("{day} {month} {year}"),
        }
    }

    fn clock_time(&self, hour: u8, minute: u8) -> String {
        if !self.american {
            return format!("{hour:02}:{minute:02}");
        }
        let half = if hour < 12 { "a.m." } else { "p.m." };
        let hour = match hour % 12 {
            0 => 12,
            hour => hour,
        };
        format!("{hour}:{minute:02} {half}")
    }

    fn month(&self, month: u8) -> Option<&'static str> {
        let index = usize::from(month).checked_sub(1)?;
        self.words.get(Word::January as usize + index).copied()
    }
}

impl Clock {
    /// The place in the name of a zone that this clock knows: “New York” for `America/New_York`.
    pub fn place(self, zone: &str) -> Option<String> {
        // In “Etc/GMT+5” the sign means the opposite of what people read.
        (self.offset)(zone, 0).filter(|_| !zone.starts_with("Etc/"))?;
        zone.rsplit('/').next().map(|place| place.replace('_', " "))
    }
}

/// A zone that has no name: “UTC−4”, “UTC+5:30”.
fn utc(offset: i16) -> String {
    let (hours, minutes) = (offset.unsigned_abs() / 60, offset.unsigned_abs() % 60);
    match (offset, minutes) {
        (0, _) => "UTC".to_owned(),
        (..0, 0) => format!("UTC−{hours}"),
        (..0, _) => format!("UTC−{hours}:{minutes:02}"),
        (_, 0) => format!("UTC+{hours}"),
        (_, _) => format!("UTC+{hours}:{minutes:02}"),
    }
}
