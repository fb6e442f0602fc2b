//! What browsers know as `Intl`, natively: ICU4X for languages, jiff for time zones.
//!
//! Both rest on the Unicode CLDR, so that static HTML says the same as the panel that takes its place. A
//! language that ICU4X does not know, or a tag that is none, gets what its root data say.

use icu_datetime::fieldsets::{T, Y, YM, YMD};
use icu_datetime::input::{Date, Time};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::Point;
use crate::texts::Intl;

/// The tables that this program carries.
pub const INTL: Intl = Intl { offset, plural, number, date, time, list, fold: Intl::NONE.fold };

fn offset(zone: &str, moment: i64) -> Option<i16> {
    let zone = TimeZone::get(zone).ok()?;
    let moment = Timestamp::from_second(moment.checked_mul(60)?).ok()?;
    i16::try_from(zone.to_offset(moment).seconds() / 60).ok()
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap_or(Locale::UNKNOWN)
}

fn plural(tag: &str, number: u32) -> String {
    let category = PluralRules::try_new_cardinal(locale(tag).into()).map(|rules| rules.category_for(number));
    match category {
        Ok(PluralCategory::Zero) => "zero",
        Ok(PluralCategory::One) => "one",
        Ok(PluralCategory::Two) => "two",
        Ok(PluralCategory::Few) => "few",
        Ok(PluralCategory::Many) => "many",
        Ok(PluralCategory::Other) | Err(_) => "other",
    }
    .to_owned()
}

fn number(tag: &str, number: u32) -> String {
    match DecimalFormatter::try_new(locale(tag).into(), Default::default()) {
        Ok(formatter) => formatter.format(&number.into()).to_string(),
        Err(_) => number.to_string(),
    }
}

fn date(tag: &str, point: &Point) -> String {
    let (year, month, day) = (i32::from(point.year), point.month.unwrap_or(1), point.day.unwrap_or(1));
    let Ok(date) = Date::try_new_gregorian(year, month, day) else { return point.year.to_string() };
    // As browsers do: a month alone is written out, and so is that of a day.
    let gregorian = format!("{tag}-u-ca-gregory");
    let prefs = || locale(&gregorian).into();
    let words = match (point.month, point.day) {
        (None, _) => {
            DateTimeFormatter::try_new(prefs(), Y::long()).map(|formatter| formatter.format(&date).to_string())
        }
        (_, None) => {
            DateTimeFormatter::try_new(prefs(), YM::long()).map(|formatter| formatter.format(&date).to_string())
        }
        (_, _) => DateTimeFormatter::try_new(prefs(), YMD::long()).map(|formatter| formatter.format(&date).to_string()),
    };
    words.unwrap_or_else(|_| point.year.to_string())
}

fn time(tag: &str, hour: u8, minute: u8) -> String {
    let time = Time::try_new(hour, minute, 0, 0);
    let formatter = NoCalendarFormatter::try_new(locale(tag).into(), T::hm());
    match (time, formatter) {
        (Ok(time), Ok(formatter)) => {
            // As the newspapers of the United States write it.
            formatter.format(&time).to_string().replace("\u{202f}AM", " a.m.").replace("\u{202f}PM", " p.m.")
        }
        _ => format!("{hour:02}:{minute:02}"),
    }
}

fn list(tag: &str, names: &[String]) -> Vec<String> {
    // The comma before “and” is left out in newspapers on either side of the Atlantic.
    let tag = if tag == "en" || tag.starts_with("en-") { "en-GB" } else { tag };
    let Ok(formatter) = ListFormatter::try_new_and(locale(tag).into(), ListFormatterOptions::default()) else {
        return (Intl::NONE.list)(tag, names);
    };
    let whole = formatter.format(names.iter()).to_string();
    let mut between = Vec::new();
    let mut rest = whole.as_str();
    for (place, name) in names.iter().enumerate() {
        let Some((before, after)) = rest.split_once(name.as_str()) else { break };
        if place > 0 {
            between.push(before.to_owned());
        }
        rest = after;
    }
    between
}
