//! Formatting of dates with exactly the known precision.

use super::{Message, Texts};
use story::model::{Date, Point, When};

impl Texts {
    /// Formats a date. Clock times are converted to `zone` if it is known.
    pub fn date(&self, when: &When, zone: Option<&str>) -> String {
        let point = |point: &Point| self.point(point, zone);
        match &when.date {
            None => when.text.clone(),
            Some(Date::At(at)) => point(at),
            Some(Date::Span { from: Some(from), to: Some(to) }) => {
                self.fill(Message::Between, &[point(from), point(to)])
            }
            Some(Date::Span { from: Some(from), to: None }) => self.fill(Message::OrLater, &[point(from)]),
            Some(Date::Span { from: None, to: Some(to) }) => self.fill(Message::OrEarlier, &[point(to)]),
            Some(Date::Span { from: None, to: None }) => when.text.clone(),
        }
    }

    /// Converts a point to local time in a zone, if the zone is known and the point has a clock time.
    pub fn moved(&self, written: &Point, zone: Option<&str>) -> Option<Point> {
        let (zone, moment) = zone.zip(written.moment())?;
        Point::at_moment(moment, (self.intl.offset)(zone, moment)?)
    }

    fn point(&self, written: &Point, zone: Option<&str>) -> String {
        let point = self.moved(written, zone).unwrap_or(*written);
        let day = self.day(&point);
        let dated = match self.clock_time(written, zone) {
            None => day,
            Some(time) => self.fill(Message::DateAndTime, &[day, time]),
        };
        if point.about {
            self.fill(Message::About, &[dated])
        } else if point.uncertain {
            self.fill(Message::Uncertain, &[dated])
        } else {
            dated
        }
    }

    /// Formats a year, a month or a day, without marking it as approximate or uncertain.
    pub fn day(&self, point: &Point) -> String {
        (self.intl.date)(&self.tag, point)
    }

    /// Formats the clock time of a point. The panel names the document's zone once, above all times; a time
    /// that could not be converted to it names its own zone. A time without a zone is one of the document's.
    pub fn clock_time(&self, written: &Point, zone: Option<&str>) -> Option<String> {
        let moved = self.moved(written, zone);
        let time = moved.unwrap_or(*written).time?;
        let words = (self.intl.time)(&self.tag, time.hour, time.minute);
        Some(match time.offset.filter(|_| moved.is_none()) {
            Some(offset) => self.fill(Message::ZoneTime, &[words, utc(offset)]),
            None => words,
        })
    }
}

/// Formats an offset from UTC in minutes: “UTC−4”, “UTC+5:30”.
fn utc(offset: i16) -> String {
    let ahead = u32::from(offset.unsigned_abs());
    let (hours, minutes) = (ahead / 60, ahead % 60);
    match (offset, minutes) {
        (0, _) => "UTC".to_owned(),
        (..0, 0) => format!("UTC−{hours}"),
        (..0, _) => format!("UTC−{hours}:{minutes:02}"),
        (_, 0) => format!("UTC+{hours}"),
        (_, _) => format!("UTC+{hours}:{minutes:02}"),
    }
}
