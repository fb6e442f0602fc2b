//! What differs by language besides words, as the Unicode CLDR has it.

use crate::model::Point;

/// How languages write numbers, dates and lists, and how far time zones are ahead of UTC.
///
/// The browser's own `Intl` and, natively, ICU4X each know this; whoever draws the panel hands one in.
/// `&str` is a BCP 47 tag, but for `offset`.
#[derive(Clone, Copy, Debug)]
pub struct Intl {
    /// From an IANA name and a moment (minutes since the beginning of 1970, UTC) to minutes ahead
    /// of UTC; nothing for a zone that is not known.
    pub offset: fn(&str, i64) -> Option<i16>,
    /// The cardinal plural category of a number: `one`, `few` …
    pub plural: fn(&str, u32) -> String,
    /// A whole number in digits.
    pub number: fn(&str, u32) -> String,
    /// A year, a month or a day in words, as far as the point is known.
    pub date: fn(&str, &Point) -> String,
    /// Hours and minutes.
    pub time: fn(&str, u8, u8) -> String,
    /// What stands between the names of a list that says that it holds for all of them.
    pub list: fn(&str, &[String]) -> Vec<String>,
    /// A text without what a search should not depend on: case, accents, forms of letters.
    pub fold: fn(&str) -> String,
}

impl Intl {
    /// Plain forms, for those who have no better ones.
    pub const NONE: Self = Self {
        offset: |_, _| None,
        plural: |_, number| if number == 1 { "one" } else { "other" }.to_owned(),
        number: |_, number| number.to_string(),
        date: |_, point| u32::from(point.year).to_string(),
        time: |_, hour, minute| format!("{hour:02}:{minute:02}"),
        list: |_, names| vec![", ".to_owned(); names.len().saturating_sub(1)],
        fold: str::to_lowercase,
    };

    /// The place in the name of a zone that is known: “New York” for `America/New_York`.
    pub fn place(self, zone: &str) -> Option<String> {
        // In “Etc/GMT+5” the sign means the opposite of what people read.
        (self.offset)(zone, 0).filter(|_| !zone.starts_with("Etc/"))?;
        let begin = zone.bytes().rposition(|byte| byte == b'/').map_or(0, |slash| slash + 1);
        zone.get(begin..).map(|place| place.replace('_', " "))
    }
}
