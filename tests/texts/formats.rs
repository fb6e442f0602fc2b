//! What ICU4X formats, in every language. The browser tests compare it with browsers.

use std::collections::BTreeSet;

use claim_panel::texts::Intl;
use claim_panel_cli::intl::INTL;
use story::model::Point;

use crate::all;

/// If the tables of a language lack a form, ICU4X panics in debug builds, and leaves out parts in others.
#[test]
fn every_language_has_every_form_of_a_date_and_of_a_clock_time() {
    for lang in all() {
        for month in 1..=12 {
            for day in [None, Some(1), Some(28)] {
                let point = Point { year: 2031, month: Some(month), day, time: None, about: false, uncertain: false };
                let written = (INTL.date)(lang, &point);
                assert_ne!(written, (Intl::NONE.date)(lang, &point), "{lang}");
            }
        }
        let times: BTreeSet<String> = (0..24).map(|hour| (INTL.time)(lang, hour, 30)).collect();
        assert_eq!(times.len(), 24, "{lang}: {times:?}");
    }
}
