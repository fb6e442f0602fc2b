//! Dates of exactly the known precision, in a subset of EDTF (ISO 8601-2:2019).

/// A date of the document: its text, and its value if it could be parsed.
#[derive(Clone, Debug, PartialEq)]
pub struct When {
    /// The text as written.
    pub text: String,
    /// The parsed value; readers see the text if there is none.
    pub date: Option<Date>,
}

impl When {
    /// Whether it includes a time of day.
    pub fn has_clock_time(&self) -> bool {
        let timed = |point: Option<Point>| point.is_some_and(|point| point.time.is_some());
        match self.date {
            Some(Date::At(at)) => timed(Some(at)),
            Some(Date::Span { from, to }) => timed(from) || timed(to),
            None => false,
        }
    }
}

/// A single date or a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Date {
    /// A single date.
    At(Point),
    /// A span from one date to another, either of which may be unknown.
    Span {
        /// The beginning, if known.
        from: Option<Point>,
        /// The end, if known.
        to: Option<Point>,
    },
}

/// A year, a month, a day or a minute of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From 1 to 9999.
    pub year: u16,
    /// From 1 to 12.
    pub month: Option<u8>,
    /// From 1 to the last day of the month; present only with a month.
    pub day: Option<u8>,
    /// Present only with a day.
    pub time: Option<Time>,
    /// Approximate, written `~`.
    pub about: bool,
    /// Uncertain, written `?`.
    pub uncertain: bool,
}

/// A time of day, to the minute, and the zone in which it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// From 0 to 23.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
    /// Offset of the zone from UTC in minutes, positive east of Greenwich. A time without an offset (`None`) is in the
    /// document's zone.
    pub offset: Option<i16>,
}

/// The smallest and the largest offset of a zone from UTC, in minutes.
const WESTERNMOST: i16 = -12 * 60;
const EASTERNMOST: i16 = 14 * 60;

impl Date {
    /// Whether a clock time in it has no zone of its own.
    pub fn needs_zone(&self) -> bool {
        let needs =
            |point: &Option<Point>| point.and_then(|point| point.time).is_some_and(|time| time.offset.is_none());
        match self {
            Self::At(point) => needs(&Some(*point)),
            Self::Span { from, to } => needs(from) || needs(to),
        }
    }

    /// Parses a date in one of the forms that the format allows.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once('/') else {
            return Point::parse(text).map(Self::At);
        };
        let (from, to) = match (from, to) {
            ("..", to) => (None, Some(Point::parse(to)?)),
            (from, "..") => (Some(Point::parse(from)?), None),
            (from, to) => (Some(Point::parse(from)?), Some(Point::parse(to)?)),
        };
        let date = Self::Span { from, to };
        let is_backwards = from.zip(to).is_some_and(|(from, to)| to.is_before(&from));
        (!is_backwards).then_some(date)
    }

    /// A sort key for the last day that the date can mean, which is larger for a later day; `None` for an open end. Of
    /// dates with the same last day, a less precise one has a larger key.
    pub fn last_day(&self) -> Option<i64> {
        match self {
            Self::At(point) => Some(point.last_day()),
            Self::Span { to, .. } => to.map(|to| to.last_day()),
        }
    }

    /// The same key, but for a span with an open end that of its beginning.
    pub fn last_known_day(&self) -> i64 {
        let begin = match self {
            Self::At(_) => None,
            Self::Span { from, .. } => from.map(|from| from.last_day()),
        };
        self.last_day().or(begin).unwrap_or(i64::MIN)
    }

    /// Whether it is certainly before the other, whichever of its possible days or minutes each of them means.
    pub fn is_before(&self, other: &Self) -> bool {
        self.last().zip(other.first()).is_some_and(|(last, first)| last.is_before(first))
    }

    fn first(&self) -> Option<&Point> {
        match self {
            Self::At(point) => Some(point),
            Self::Span { from, .. } => from.as_ref(),
        }
    }

    fn last(&self) -> Option<&Point> {
        match self {
            Self::At(point) => Some(point),
            Self::Span { to, .. } => to.as_ref(),
        }
    }
}

/// The latest beginnings of some dates, or the limits that beginnings must exceed to be after another date, in minutes
/// since the beginning of 1970. They allow comparing a date with many others at once.
#[derive(Clone, Copy)]
pub(super) struct Minutes {
    /// Of all of them, as written.
    written: i64,
    /// Of those without a clock time, as written.
    days: i64,
    /// Of those with a clock time in a known zone, in UTC.
    moments: i64,
    /// Of those with a clock time in the document's zone, as written.
    clocks: i64,
}

impl Minutes {
    /// The beginnings of no dates.
    pub(super) const NONE: Self = Self { written: i64::MIN, days: i64::MIN, moments: i64::MIN, clocks: i64::MIN };

    /// Adds the beginning of a date.
    pub(super) fn extend(&mut self, date: &Date) {
        let Some(first) = date.first() else { return };
        let written = first.minutes().0;
        self.written = self.written.max(written);
        let (kind, begin) = match first.time.map(|time| time.offset) {
            None => (&mut self.days, written),
            Some(Some(offset)) => (&mut self.moments, written - i64::from(offset)),
            Some(None) => (&mut self.clocks, written),
        };
        *kind = (*kind).max(begin);
    }

    /// The limits that the beginnings of later dates exceed; `None` if no date is later.
    pub(super) fn end(date: &Date) -> Option<Self> {
        const NEVER: i64 = i64::MAX;
        let last = date.last()?;
        let written = last.minutes().1;
        Some(match last.time.map(|time| time.offset) {
            None => Self { written, days: NEVER, moments: NEVER, clocks: NEVER },
            Some(Some(offset)) => {
                let moments = written - i64::from(offset);
                Self { written: NEVER, days: written, moments, clocks: moments + i64::from(EASTERNMOST) }
            }
            Some(None) => {
                let moments = written - i64::from(WESTERNMOST);
                Self { written: NEVER, days: written, moments, clocks: written }
            }
        })
    }

    /// Whether some of these beginnings may exceed the limits of a date. If not, none of the dates is later.
    pub(super) fn may_follow(&self, end: &Self) -> bool {
        self.written > end.written || self.days > end.days || self.moments > end.moments || self.clocks > end.clocks
    }
}

impl Point {
    fn parse(text: &str) -> Option<Self> {
        let (text, about, uncertain) = match text.strip_suffix('~') {
            Some(text) => (text, true, false),
            None => text.strip_suffix('?').map_or((text, false, false), |text| (text, false, true)),
        };
        let (date, time) = match text.split_once(['T', ' ']) {
            Some((date, time)) if !about && !uncertain => (date, Some(Time::parse(time)?)),
            Some(_) => return None,
            None => (text, None),
        };
        let mut elements = date.split('-');
        let year = digits(elements.next()?, 4).filter(|year| *year > 0)?;
        let month = match elements.next() {
            Some(month) => Some(digits(month, 2).filter(|month| (1..=12).contains(month))? as u8),
            None => None,
        };
        let day = match elements.next() {
            Some(day) => Some(digits(day, 2)? as u8),
            None => None,
        };
        let is_day = match (month, day) {
            (Some(month), Some(day)) => (1..=days_in(year, month)).contains(&day),
            _ => true,
        };
        let is_complete = is_day && elements.next().is_none() && (time.is_none() || day.is_some());
        is_complete.then_some(Self { year, month, day, time, about, uncertain })
    }

    fn is_before(&self, other: &Self) -> bool {
        if let (Some(time), Some(other_time)) = (self.time, other.time) {
            // Two clock times are compared as moments in UTC. If the written days are in the opposite order and a
            // whole day lies between them, the order is undecided. Compared as written, that day is after `other` and
            // before `self`, so the order would otherwise contain a cycle.
            let day = |point: &Self| point.minutes().0.div_euclid(24 * 60);
            let moment = |point: &Self, offset: i16| point.minutes().0 - i64::from(offset);
            // The document's zone is not known here. Two of its times are compared as written, and one of them with a time
            // of another zone only if the order is the same in every zone of the world.
            let (last, first) = match (time.offset, other_time.offset) {
                (Some(one), Some(other)) => (one, other),
                (None, None) => (0, 0),
                (None, Some(other)) => (WESTERNMOST, other),
                (Some(one), None) => (one, EASTERNMOST),
            };
            return day(self) <= day(other) + 1 && moment(self, last) < moment(other, first);
        }
        // Otherwise days are compared as written, because a written day is the day at the place where it
        // happened.
        self.minutes().1 < other.minutes().0
    }

    fn last_day(&self) -> i64 {
        let vague = match (self.month, self.day) {
            (_, Some(_)) => i64::from(self.about || self.uncertain),
            (Some(_), None) => 2,
            (None, None) => 3,
        };
        self.minutes().1.div_euclid(24 * 60) * 4 + vague
    }

    /// The first and the last minute that it can mean, in minutes since the beginning of 1970 in its own zone.
    fn minutes(&self) -> (i64, i64) {
        let (first_month, last_month) = self.month.map_or((1, 12), |month| (month, month));
        let last_of_month = days_in(self.year, last_month);
        let (first_day, last_day) = self.day.map_or((1, last_of_month), |day| (day, day));
        let (from, to) = match self.time {
            Some(time) => {
                let minute = i64::from(time.hour) * 60 + i64::from(time.minute);
                (minute, minute)
            }
            None => (0, 24 * 60 - 1),
        };
        let first = days(self.year, first_month, first_day) * 24 * 60 + from;
        let last = days(self.year, last_month, last_day) * 24 * 60 + to;
        // An approximate or uncertain date extends by its own length on either side.
        let margin = if self.about || self.uncertain { last - first + 1 } else { 0 };
        (first - margin, last + margin)
    }

    /// Minutes since the beginning of 1970 in UTC, for a point with a time of day in a known zone.
    pub fn moment(&self) -> Option<i64> {
        let offset = self.time?.offset?;
        Some(self.minutes().0 - i64::from(offset))
    }

    /// Converts a moment in minutes since the beginning of 1970 (UTC) to local time at an offset from UTC in minutes.
    pub fn at_moment(moment: i64, offset: i16) -> Option<Self> {
        let local = moment + i64::from(offset);
        let (day_number, minute) = (local.div_euclid(24 * 60), local.rem_euclid(24 * 60));
        let (year, month, day) = calendar(day_number)?;
        let time = Time { hour: (minute / 60) as u8, minute: (minute % 60) as u8, offset: Some(offset) };
        Some(Self { year, month: Some(month), day: Some(day), time: Some(time), about: false, uncertain: false })
    }
}

impl Time {
    fn parse(text: &str) -> Option<Self> {
        let (clock, rest) = text.split_at_checked(5)?;
        let (hour, minute) = clock_time(clock)?;
        let zone = without_seconds(rest)?;
        let offset = match zone.strip_prefix(['+', '-']) {
            Some(ahead) => {
                let (hours, minutes) = offset(ahead).filter(|(hours, _)| *hours <= 14)?;
                let ahead = i16::from(hours) * 60 + i16::from(minutes);
                Some(if zone.starts_with('-') { -ahead } else { ahead })
            }
            None if zone == "Z" => Some(0),
            None if zone.is_empty() => None,
            None => return None,
        };
        Some(Self { hour, minute, offset })
    }
}

/// What follows the seconds and their fraction, if there are any.
fn without_seconds(text: &str) -> Option<&str> {
    let Some(rest) = text.strip_prefix(':') else { return Some(text) };
    let (seconds, rest) = rest.split_at_checked(2)?;
    digits(seconds, 2).filter(|second| *second < 60)?;
    let Some(fraction) = rest.strip_prefix(['.', ',']) else { return Some(rest) };
    let end = fraction.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(fraction.len());
    fraction.get(end..).filter(|_| end > 0)
}

/// The hours and minutes of an offset, written `01:00` or, as many programs do, `0100`.
fn offset(text: &str) -> Option<(u8, u8)> {
    match text.split_at_checked(2) {
        Some((hours, minutes)) if minutes.len() == 2 => {
            let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2).filter(|minutes| *minutes < 60)?);
            Some((hours as u8, minutes as u8))
        }
        _ => clock_time(text),
    }
}

fn clock_time(text: &str) -> Option<(u8, u8)> {
    let (hour, minute) = text.split_once(':')?;
    let hour = digits(hour, 2).filter(|hour| *hour < 24)?;
    let minute = digits(minute, 2).filter(|minute| *minute < 60)?;
    Some((hour as u8, minute as u8))
}

/// Parses a number of exactly `length` digits.
fn digits(text: &str, length: usize) -> Option<u16> {
    let is_digits = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    if is_digits { text.parse().ok() } else { None }
}

fn days_in(year: u16, month: u8) -> u8 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from 1 March of the year 0 to 1 January 1970.
const DAYS_TO_1970: i64 = 719_468;

/// Days since 1 January 1970. Internally a year starts in March, so that a leap day is its last day.
fn days(year: u16, month: u8, day: u8) -> i64 {
    let (year, month) = (i64::from(year), i64::from(month));
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    year * 365 + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + i64::from(day)
        - 1
        - DAYS_TO_1970
}

/// Year, month and day for a number of days since 1 January 1970; the inverse of [`days`].
fn calendar(number: i64) -> Option<(u16, u8, u8)> {
    // The estimate from the mean length of a year is at most one year off.
    let mut year = u16::try_from((number + DAYS_TO_1970) * 400 / 146_097).ok()?;
    while days(year + 1, 1, 1) <= number {
        year = year.checked_add(1)?;
    }
    let month = (1..=12).rev().find(|month| days(year, *month, 1) <= number)?;
    let day = u8::try_from(number - days(year, month, 1) + 1).ok()?;
    Some((year, month, day))
}
