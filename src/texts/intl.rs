//! Formats that differ by language, as the Unicode CLDR defines them.

use story::model::Point;

/// Formats for numbers, dates and lists, and the offsets of time zones from UTC.
///
/// The caller that renders the panel provides one: the browser build uses the browser's `Intl`, and
/// native builds use ICU4X. The first argument is a BCP 47 tag, except in `offset` and `fold`.
#[derive(Clone, Copy, Debug)]
pub struct Intl {
    /// The offset from UTC in minutes of an IANA time zone at a moment, in minutes since the beginning
    /// of 1970 (UTC); `None` for an unknown zone.
    pub offset: fn(&str, i64) -> Option<i16>,
    /// The cardinal plural category of a number: `one`, `few` …
    pub plural: fn(&str, u32) -> String,
    /// A whole number in digits.
    pub number: fn(&str, u32) -> String,
    /// A year, a month or a day, with the precision of the point.
    pub date: fn(&str, &Point) -> String,
    /// Hours and minutes.
    pub time: fn(&str, u8, u8) -> String,
    /// The separators of a list that joins its names with “and”.
    pub list: fn(&str, &[String]) -> Vec<String>,
    /// A text without the differences that a search ignores: case, accents and letter forms.
    pub fold: fn(&str) -> String,
}

impl Intl {
    /// Language-independent formats, for callers without an implementation.
    pub const NONE: Self = Self {
        offset: |_, _| None,
        plural: |_, number| if number == 1 { "one" } else { "other" }.to_owned(),
        number: |_, number| number.to_string(),
        date: |_, point| u32::from(point.year).to_string(),
        time: |_, hour, minute| format!("{hour:02}:{minute:02}"),
        list: |_, names| vec![", ".to_owned(); names.len().saturating_sub(1)],
        fold: str::to_lowercase,
    };

    /// The place in the name of a known zone: “New York” for `America/New_York`.
    pub fn place(self, zone: &str) -> Option<String> {
        // The sign in `Etc/GMT+5` means the opposite of what people expect.
        (self.offset)(zone, 0).filter(|_| !zone.starts_with("Etc/"))?;
        let begin = zone.bytes().rposition(|byte| byte == b'/').map_or(0, |slash| slash + 1);
        zone.get(begin..).map(|place| place.replace('_', " "))
    }
}
