//! Dates of every precision: their order, and their conversion between time zones.

use proptest::prelude::*;
use story::model::{Date, Point};

use crate::config;
use crate::targets::dates::date;

/// A day, a month or a year as written, within a few years so that dates often overlap.
fn plain() -> impl Strategy<Value = String> {
    (2023..2026, 1..13, 1..29, 0..3).prop_map(|(year, month, day, precision)| match precision {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn point() -> impl Strategy<Value = String> {
    (plain(), prop::sample::select(vec!["", "", "", "~", "?"])).prop_map(|(date, sign)| date + sign)
}

/// Text that is a date of any year or almost one. Every part can be missing or out of range.
fn almost_a_date() -> impl Strategy<Value = String> {
    let year = (0..10_000, 0..14, 0..33).prop_map(|(year, month, day)| format!("{year:04}-{month:02}-{day:02}"));
    let clock = (0..25, 0..61, "(Z|[+-](0[0-9]|1[0-5]):[0-6][0-9])?");
    let clock = clock.prop_map(|(hour, minute, zone)| format!("T{hour:02}:{minute:02}{zone}"));
    let clock = prop_oneof![Just(String::new()), clock];
    let point = (year, prop::sample::select(vec![4, 7, 10, 10, 10]), clock, "[~?]?");
    let point = point.prop_map(|(day, length, clock, sign)| format!("{}{clock}{sign}", &day[..length]));
    let end =
        prop_oneof![3 => Just(String::new()), 1 => point.clone().prop_map(|to| "/".to_owned() + &to), 1 => "/\\.\\."];
    (prop_oneof![9 => point, 1 => Just("..".to_owned())], end).prop_map(|(from, to)| from + &to)
}

/// Any date of the format without a time of day.
pub fn date_without_clock() -> impl Strategy<Value = String> {
    let span = (point(), point()).prop_map(|(from, to)| format!("{from}/{to}"));
    let span = span.prop_filter("not backwards", |span| Date::parse(span).is_some());
    prop_oneof![
        4 => point(),
        1 => span,
        1 => point().prop_map(|to| format!("../{to}")),
        1 => point().prop_map(|from| format!("{from}/..")),
    ]
}

fn clock_with_zone(zone: impl Strategy<Value = i16>) -> impl Strategy<Value = String> {
    (2023..2026, 1..13, 1..29, 0..24, 0..60, zone).prop_map(|(year, month, day, hour, minute, zone)| {
        let (sign, ahead) = if zone < 0 { ('-', -zone) } else { ('+', zone) };
        format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}{sign}{:02}:{:02}", ahead / 60, ahead % 60)
    })
}

/// A point with a clock time in any zone.
pub fn clock_point() -> impl Strategy<Value = String> {
    clock_with_zone(-14 * 60 - 59..=14 * 60 + 59_i16)
}

fn parse(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is not read"))
}

fn clock(text: &str) -> Point {
    match parse(text) {
        Date::At(point) => point,
        Date::Span { .. } => panic!("{text} is a span"),
    }
}

/// Clock times are compared as moments and days as written, and these two orders can contradict each other, but never
/// in a cycle. The test is exhaustive for four days, because the zones that matter are rare.
#[test]
fn the_order_of_three_dates_has_no_cycle() {
    let mut clocks = Vec::new();
    for day in 1..5 {
        for hour in [0, 12, 23] {
            for zone in ["+14:59", "+05:30", "Z", "-12:00", "-14:59"] {
                clocks.push(parse(&format!("2024-05-{day:02}T{hour:02}:30{zone}")));
            }
        }
    }
    for day in ["2024-05-02", "2024-05-03", "2024-05-02~", "2024-05-03?"].map(parse) {
        for one in &clocks {
            for other in &clocks {
                assert!(
                    !(one.is_before(other) && other.is_before(&day) && day.is_before(one)),
                    "{one:?} {other:?} {day:?}"
                );
            }
        }
    }
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn no_date_is_before_itself(date in prop_oneof![date_without_clock(), clock_point()]) {
        prop_assert!(!parse(&date).is_before(&parse(&date)));
    }

    /// As in the other properties, spans between clock times in two zones are left out. Days are
    /// compared as written and clock times as moments, and with zones a day apart in one date the two
    /// orders can contradict each other.
    #[test]
    fn two_dates_are_not_each_before_the_other(
        one in prop_oneof![date_without_clock(), clock_point()],
        other in prop_oneof![date_without_clock(), clock_point()],
    ) {
        let (one, other) = (parse(&one), parse(&other));
        prop_assert!(!(one.is_before(&other) && other.is_before(&one)));
    }

    #[test]
    fn before_what_is_before_is_before(dates in prop::array::uniform3(date_without_clock())) {
        let [a, b, c] = dates.map(|date| parse(&date));
        prop_assert!(!(a.is_before(&b) && b.is_before(&c)) || a.is_before(&c));
    }

    #[test]
    fn the_same_holds_with_clock_times_of_one_zone(
        dates in prop::array::uniform3(prop_oneof![date_without_clock(), clock_with_zone(Just(-240))]),
    ) {
        let [a, b, c] = dates.map(|date| parse(&date));
        prop_assert!(!(a.is_before(&b) && b.is_before(&c)) || a.is_before(&c));
    }

    /// Compares the texts: the last day of the earlier date sorts before the first day of the later one.
    #[test]
    fn a_date_is_before_another_if_its_last_day_is_before_the_others_first(one in plain(), other in plain()) {
        let last = format!("{one}-99");
        let first = format!("{other}-00");
        prop_assert_eq!(parse(&one).is_before(&parse(&other)), last < first, "{} and {}", one, other);
    }

    #[test]
    fn about_and_perhaps_never_make_an_order_more_certain(one in plain(), other in plain(), sign in "[~?]") {
        let vague = parse(&format!("{one}{sign}"));
        let (one, other) = (parse(&one), parse(&other));
        prop_assert!(!vague.is_before(&other) || one.is_before(&other));
        prop_assert!(!other.is_before(&vague) || other.is_before(&one));
    }

    /// If a date is before another, its last day is smaller, so a list sorted by last days agrees.
    #[test]
    fn last_days_are_in_the_order_of_the_dates(one in date_without_clock(), other in date_without_clock()) {
        let (one, other) = (parse(&one), parse(&other));
        let (last, after) = (one.last_day(), other.last_day());
        prop_assert!(!one.is_before(&other) || after.is_none() || last.is_some_and(|last| Some(last) < after));
        prop_assert!(last.is_none() || last == Some(one.last_known_day()));
    }

    #[test]
    fn an_open_end_comes_before_nothing(from in point(), other in date_without_clock()) {
        let [since, until] = [format!("{from}/.."), format!("../{from}")].map(|date| parse(&date));
        let other = parse(&other);
        prop_assert!(!since.is_before(&other));
        prop_assert!(!other.is_before(&until));
    }

    #[test]
    fn a_moment_leads_back_to_its_clock(date in clock_point()) {
        let point = clock(&date);
        let moment = point.moment().unwrap();
        prop_assert_eq!(Point::at_moment(moment, point.time.unwrap().offset.unwrap()), Some(point));
    }

    #[test]
    fn a_moment_is_the_same_on_every_clock(date in clock_point(), offset in -899..900_i16) {
        let moment = clock(&date).moment().unwrap();
        let there = Point::at_moment(moment, offset).unwrap();
        prop_assert_eq!(there.moment(), Some(moment));
        prop_assert_eq!(there.time.unwrap().offset, Some(offset));
    }

    #[test]
    fn every_day_of_the_calendar_is_a_day(year in 2..9999_i32, month in 1..13, day in 1..32) {
        let text = format!("{year:04}-{month:02}-{day:02}T12:00Z");
        let Some(Date::At(point)) = Date::parse(&text) else {
            // Only days after the end of a short month are invalid.
            prop_assert!(day > 28);
            return Ok(());
        };
        let next = Point::at_moment(point.moment().unwrap() + 24 * 60, 0).unwrap();
        prop_assert_eq!(Point::at_moment(next.moment().unwrap() - 24 * 60, 0), Some(point));
        let is_next = next.day == Some(day as u8 + 1) || (next.day == Some(1) && day >= 28);
        prop_assert!(is_next, "{next:?} follows {point:?}");
    }

    #[test]
    fn a_date_means_what_it_says(text in almost_a_date()) {
        date(text.as_bytes());
    }

    #[test]
    fn any_text_is_read_or_not(text in "([0-9]{1,5}|[-T:/~?.Z+ ]|\\PC){0,12}") {
        date(text.as_bytes());
    }
}

/// An approximate or uncertain date extends by its own length on either side.
#[test]
fn what_is_vague_is_certain_only_beyond_its_margin() {
    let is_before = |one: &str, other: &str| parse(one).is_before(&parse(other));
    for sign in ["~", "?"] {
        let vague = |date: &str| format!("{date}{sign}");
        assert!(!is_before(&vague("2024-08-15"), "2024-08-16") && is_before(&vague("2024-08-15"), "2024-08-17"));
        assert!(!is_before("2024-08-14", &vague("2024-08-15")) && is_before("2024-08-13", &vague("2024-08-15")));
        assert!(!is_before(&vague("2024-08"), "2024-09-30") && is_before(&vague("2024-08"), "2024-11"));
        assert!(!is_before("2023", &vague("2024")) && is_before("2021", &vague("2024")));
    }
}
