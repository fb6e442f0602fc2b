//! An unobtrusive icon for each group of stances. It repeats the words beside it, so it is hidden from assistive
//! technology, and it has no colour of its own.

use yew::{Html, html};

use super::context::ViewContext;
use story::model::Group;

/// The icon of a group, drawn in the text's colour on a square of 16 units. Static HTML has none, since it must be
/// readable without a stylesheet.
pub fn of_group(context: &ViewContext, group: Group) -> Html {
    if context.target.is_static() {
        return Html::default();
    }
    drawn(match group {
        // A speech bubble.
        Group::SaysSo => "M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z",
        // A page with lines.
        Group::Reported => "M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5",
        // A speech bubble, struck through.
        Group::Denies => "M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2zM5.5 9.5l5-4.5",
        // An arrow that goes past.
        Group::AnsweredOtherwise => "M2.5 11.5c2-6 6-6 10.5-6M10 2.5l3 3-3 3",
        // An arrow that turns back.
        Group::ChangedPosition => "M5.5 2.5l-3 3 3 3M2.5 5.5h7a4 4 0 010 8h-4",
        // An empty ring.
        Group::NoAnswer => "M8 3.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9z",
    })
}

/// The icon of a claim's button. The stylesheet turns it when the claim is open.
pub fn chevron() -> Html {
    drawn("M4 6l4 4 4-4")
}

fn drawn(path: &'static str) -> Html {
    html! {
        <svg part="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={path} /></svg>
    }
}
