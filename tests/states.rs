//! The state of the view after any sequence of actions.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use claim_panel::protocol::ActionName;
use claim_panel::view::state::{Action, Notice, State, View};
use proptest::prelude::*;
use story::model::Group;

/// Possible values of every action. The element handles `Share` itself.
fn values(name: ActionName) -> &'static [&'static str] {
    match name {
        ActionName::Toggle | ActionName::Open | ActionName::Reveal | ActionName::Copied => &["a", "b", "c"],
        ActionName::SetView => &["claims", "people", "timeline", "sources"],
        ActionName::Search => &["", "bridge", "  "],
        ActionName::FilterByParty => &["", "rowe"],
        ActionName::FilterByPosition => &["", "0", "5", "6", "x"],
        ActionName::NotCopied => &["https://example.org/"],
        ActionName::OpenAll
        | ActionName::CloseAll
        | ActionName::ToggleOrder
        | ActionName::ToggleSearch
        | ActionName::ClearSearch
        | ActionName::ShowAllMatches
        | ActionName::RenderMore => &[""],
        ActionName::Share => &[],
    }
}

/// An action's name and its value.
type Done = (ActionName, &'static str);

fn after(done: &[Done]) -> State {
    done.iter().fold(State::default(), |state, (name, value)| {
        state.after(&Action::parse(name.text(), (*value).to_owned()).unwrap())
    })
}

fn anything() -> impl Strategy<Value = Done> {
    let all: Vec<Done> =
        ActionName::ALL.iter().flat_map(|name| values(*name).iter().map(|value| (*name, *value))).collect();
    (0..all.len()).prop_map(move |place| all[place])
}

proptest! {
    #[test]
    fn what_is_open_depends_on_what_opens_and_closes_alone(done in proptest::collection::vec(anything(), 0..40)) {
        let moves = [ActionName::Toggle, ActionName::Open, ActionName::Reveal, ActionName::CloseAll];
        let only: Vec<_> = done.iter().copied().filter(|(name, _)| moves.contains(name)).collect();
        for claim in ["a", "b", "c"] {
            prop_assert_eq!(after(&done).is_open(claim), after(&only).is_open(claim));
        }
    }

    #[test]
    fn a_search_that_ends_looks_for_nothing(done in proptest::collection::vec(anything(), 0..40)) {
        let state = after(&done).after(&Action::ClearSearch);
        prop_assert!(!state.is_filtered());
        prop_assert_eq!(state.notice, None);
    }

    #[test]
    fn a_view_is_only_changed_by_selecting_it_or_revealing_a_claim(
        done in proptest::collection::vec(anything(), 0..40),
    ) {
        let changes = [ActionName::SetView, ActionName::Reveal];
        let last = done.iter().rev().find(|(name, _)| changes.contains(name));
        let expected = match last {
            Some((ActionName::SetView, view)) => View::named(view).unwrap(),
            _ => View::Claims,
        };
        prop_assert_eq!(after(&done).view, expected);
    }
}

#[test]
fn a_position_that_is_none_is_every_position() {
    let position = ActionName::FilterByPosition;
    assert_eq!(after(&[(position, "5")]).group, Some(Group::NoAnswer));
    assert_eq!(after(&[(position, "5"), (position, "6")]).group, None);
}

#[test]
fn an_announcement_lasts_until_the_next_action_but_not_until_more_is_rendered() {
    let copied = (ActionName::Copied, "a");
    let announced = Some(Notice::Copied("a".to_owned()));
    assert_eq!(after(&[copied, (ActionName::RenderMore, "")]).notice, announced);
    assert_eq!(after(&[copied, (ActionName::Toggle, "b")]).notice, None);
    assert_eq!(after(&[copied, copied]).announcements, 2);
}

#[test]
fn every_action_has_a_name_of_its_own() {
    for name in ActionName::ALL {
        assert_eq!(ActionName::parse(name.text()), Some(*name));
        let value = values(*name).first().copied().unwrap_or_default().to_owned();
        assert_eq!(Action::parse(name.text(), value).is_none(), *name == ActionName::Share);
    }
}

#[test]
fn a_name_that_no_control_carries_is_no_action() {
    assert_eq!(Action::parse("", String::new()), None);
    assert_eq!(Action::parse("set-view", "sideways".to_owned()), None);
}
