//! The events that leave the view.

use super::state::View;
use crate::protocol::EventName;

/// Something that happened in the panel and may interest the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The panel was rendered for the first time. True if there is more to render.
    FirstRender(bool),
    /// Something was rendered. The host requests the rest when there is time.
    Progress {
        /// Whether entries are missing.
        is_unfinished: bool,
        /// Whether the content of closed entries is missing, which takes no space in the page.
        is_partial: bool,
    },
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
            Self::Progress { .. } => EventName::Progress,
            Self::Select { .. } => EventName::Select,
            Self::View(_) => EventName::View,
            Self::Revealed(_) => EventName::Revealed,
            Self::Missing(_) => EventName::Missing,
        }
    }
}
