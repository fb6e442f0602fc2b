//! The events that leave the view.

use super::state::View;
use crate::protocol::EventName;

/// Something that happened in the panel and may interest the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The panel was rendered for the first time. True if there is more to render.
    FirstRender(bool),
    /// Something was rendered. True if there is more, which the host requests when there is time.
    Progress(bool),
    /// A claim was opened or closed.
    Select {
        /// The claim's id in the document.
        claim: String,
        /// Whether it is open now.
        open: bool,
    },
    /// Another view was selected.
    View(View),
    /// The answer to [`Action::Reveal`](super::state::Action::Reveal): the entry of this claim is rendered, unless the reader has hidden it again.
    Revealed(String),
    /// The answer to [`Action::Reveal`](super::state::Action::Reveal) if the story has no such claim.
    Missing(String),
}

impl Event {
    /// The event's type at the boundary.
    pub fn name(&self) -> EventName {
        match self {
            Self::FirstRender(_) => EventName::FirstRender,
            Self::Progress(_) => EventName::Progress,
            Self::Select { .. } => EventName::Select,
            Self::View(_) => EventName::View,
            Self::Revealed(_) => EventName::Revealed,
            Self::Missing(_) => EventName::Missing,
        }
    }
}
