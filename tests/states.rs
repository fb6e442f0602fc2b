//! The state of the view after any sequence of actions.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use claim_panel::view::state::{Action, State, View};
use proptest::prelude::*;
use story::model::Group;

/// The name of every action, with possible values.
const CONTROLS: &[(&str, &[&str])] = &[
    ("toggle", &["a", "b", "c"]),
    ("visit", &["a", "b", "c"]),
    ("open-all", &[""]),
    ("close-all", &[""]),
    ("choose", &["claims", "people", "timeline", "sources"]),
    ("reorder", &[""]),
    ("search", &[""]),
    ("find", &["", "bridge", "  "]),
    ("concern", &["", "rowe"]),
    ("position", &["", "0", "5", "6", "x"]),
    ("clear", &[""]),
    ("more", &[""]),
    ("rest", &[""]),
    ("copied", &[""]),
    ("not-copied", &["https://example.org/"]),
    ("claim-missing", &[""]),
];

fn after(controls: &[(&str, &str)]) -> State {
    controls
        .iter()
        .fold(State::default(), |state, (name, value)| state.after(&Action::named(name, (*value).to_owned()).unwrap()))
}

fn anything() -> impl Strategy<Value = (&'static str, &'static str)> {
    (0..CONTROLS.len(), 0_usize..5).prop_map(|(control, value)| {
        let (name, values) = CONTROLS[control];
        (name, values[value % values.len()])
    })
}

proptest! {
    #[test]
    fn what_is_open_depends_on_what_opens_and_closes_alone(done in proptest::collection::vec(anything(), 0..40)) {
        let moves = ["toggle", "visit", "close-all"];
        let only: Vec<_> = done.iter().copied().filter(|(name, _)| moves.contains(name)).collect();
        for claim in ["a", "b", "c"] {
            prop_assert_eq!(after(&done).is_open(claim), after(&only).is_open(claim));
        }
    }

    #[test]
    fn a_search_that_ends_looks_for_nothing(done in proptest::collection::vec(anything(), 0..40)) {
        let state = after(&done).after(&Action::Clear);
        prop_assert!(!state.is_filtered());
        prop_assert_eq!(state.notice, None);
    }

    #[test]
    fn a_view_is_only_changed_by_choosing_or_visiting(done in proptest::collection::vec(anything(), 0..40)) {
        let last = done.iter().rev().find(|(name, _)| ["choose", "visit"].contains(name));
        let expected = match last {
            Some(("choose", view)) => View::named(view).unwrap(),
            _ => View::Claims,
        };
        prop_assert_eq!(after(&done).view, expected);
    }
}

#[test]
fn a_position_that_is_none_is_every_position() {
    assert_eq!(after(&[("position", "5")]).group, Some(Group::NoAnswer));
    assert_eq!(after(&[("position", "5"), ("position", "6")]).group, None);
}

#[test]
fn a_name_that_no_control_carries_is_no_action() {
    assert_eq!(Action::named("", String::new()), None);
    assert_eq!(Action::named("choose", "sideways".to_owned()), None);
}
