//! The native counterpart of the browser's `Intl`: ICU4X for languages, jiff for time zones.
//!
//! Both use the Unicode CLDR, so that static HTML says the same as the panel that replaces it. Adjustments that
//! `www/engine/intl.js` makes to the browser's output are made here too. The browser tests compare every language.

use icu_datetime::fieldsets::{T, Y, YM, YMD};
use icu_datetime::input::{Date, Time};
use icu_datetime::options::YearStyle;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::preferences::extensions::unicode::keywords::CalendarAlgorithm;
use icu_locale_core::subtags::{language, region, script};
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use claim_panel::texts::Intl;
use story::model::Point;

/// ICU4X and jiff, with the plain form for what they do not support.
pub const INTL: Intl = Intl {
    offset,
    plural: |tag, number| plural(tag, number).unwrap_or_else(|| (Intl::NONE.plural)(tag, number)),
    number: |tag, number| decimal(tag, number).unwrap_or_else(|| (Intl::NONE.number)(tag, number)),
    date: |tag, point| date(tag, point).unwrap_or_else(|| (Intl::NONE.date)(tag, point)),
    time: |tag, hour, minute| time(tag, hour, minute).unwrap_or_else(|| (Intl::NONE.time)(tag, hour, minute)),
    list: |tag, names| list(tag, names).unwrap_or_else(|| (Intl::NONE.list)(tag, names)),
    fold: Intl::NONE.fold,
};

fn offset(zone: &str, moment: i64) -> Option<i16> {
    let zone = TimeZone::get(zone).ok()?;
    let moment = Timestamp::from_second(moment.checked_mul(60)?).ok()?;
    i16::try_from(zone.to_offset(moment).seconds() / 60).ok()
}

fn locale(tag: &str) -> Locale {
    // Invalid tags are formatted as English.
    let mut locale: Locale = tag.parse().unwrap_or(locale!("en"));
    if locale.id.language == language!("zh") && locale.id.script == Some(script!("Hans")) {
        // The data has no entry for this script in a region where another one is usual.
        locale.id.region = None;
    }
    locale
}

fn plural(tag: &str, number: u32) -> Option<String> {
    let rules = PluralRules::try_new_cardinal(locale(tag).into()).ok()?;
    let category = match rules.category_for(number) {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    Some(category.to_owned())
}

fn decimal(tag: &str, number: u32) -> Option<String> {
    let formatter = DecimalFormatter::try_new(locale(tag).into(), Default::default()).ok()?;
    Some(formatter.format(&number.into()).to_string())
}

fn date(tag: &str, point: &Point) -> Option<String> {
    let (year, month, day) = (i32::from(point.year), point.month.unwrap_or(1), point.day.unwrap_or(1));
    let date = Date::try_new_gregorian(year, month, day).ok()?;
    let mut preferences: DateTimeFormatterPreferences = locale(tag).into();
    preferences.calendar_algorithm = Some(CalendarAlgorithm::Gregory);
    // As in browsers, a month is written out and a year has no era.
    let style = YearStyle::NoEra;
    let words = match (point.month, point.day) {
        (None, _) => {
            DateTimeFormatter::try_new(preferences, Y::long().with_year_style(style)).ok()?.format(&date).to_string()
        }
        (_, None) => {
            DateTimeFormatter::try_new(preferences, YM::long().with_year_style(style)).ok()?.format(&date).to_string()
        }
        _ => {
            DateTimeFormatter::try_new(preferences, YMD::long().with_year_style(style)).ok()?.format(&date).to_string()
        }
    };
    let mut tied = String::new();
    for c in words.chars() {
        // A no-break space after each number keeps “9. März” and “2031 г.” together, since browsers differ in the space
        // that they use there.
        let is_tied = c.is_whitespace() && tied.trim_end_matches('.').ends_with(char::is_numeric);
        tied.push(if is_tied { '\u{a0}' } else { c });
    }
    Some(tied)
}

fn time(tag: &str, hour: u8, minute: u8) -> Option<String> {
    let locale = locale(tag);
    let (language, region) = (locale.id.language, locale.id.region);
    // As in browsers: Korean and all Chinese have 24 hours, as on the mainland.
    let has_24_hours = language == language!("ko") || language == language!("zh");
    let locale = if has_24_hours { locale!("zh") } else { locale };
    let formatter = NoCalendarFormatter::try_new(locale.into(), T::hm()).ok()?;
    let time = formatter.format(&Time::try_new(hour, minute, 0, 0).ok()?).to_string();
    // A clock time stays on one line, and American newspapers write “a.m.” and “p.m.”.
    let time = time.replace(char::is_whitespace, "\u{a0}").replace("AM", "a.m.").replace("PM", "p.m.");
    if (language, region) == (language!("sv"), Some(region!("FI"))) {
        return Some(time.strip_prefix('0').unwrap_or(&time).replace(':', "."));
    }
    // CLDR has a second form here, with a leading zero, which browsers do not use.
    let has_second_form = language == language!("es") || (language, region) == (language!("ar"), Some(region!("IL")));
    let shorter = time.strip_prefix(['0', '٠']).filter(|rest| has_second_form && rest.starts_with(char::is_numeric));
    Some(shorter.map(str::to_owned).unwrap_or(time))
}

/// Occurs neither in names nor in separators.
const END: &str = "\0";

fn list(tag: &str, names: &[String]) -> Option<Vec<String>> {
    // British style, without the comma before “and”, is common in newspapers on both sides of the Atlantic.
    let tag = if tag == "en" || tag.starts_with("en-") { "en-GB" } else { tag };
    let formatter = ListFormatter::try_new_and(locale(tag).into(), ListFormatterOptions::default()).ok()?;
    // The mark at the end of each name separates names from conjunctions, whatever the names are. A conjunction depends
    // only on how the next name begins.
    let marked: Vec<String> = names.iter().map(|name| name.replace(END, "") + END).collect();
    let whole = formatter.format(marked.iter()).to_string();
    let pieces = whole.split_inclusive(END).zip(&marked).skip(1);
    let between = pieces.filter_map(|(piece, name)| piece.strip_suffix(name.as_str()));
    // Browsers use an ordinary hyphen after the Hebrew “and”.
    Some(between.map(|between| between.replace('\u{2011}', "-")).collect())
}
