//! The names of what crosses the boundary to JavaScript: actions go into the program, events come out of it.
//!
//! `www/engine/protocol.js` has the same names; `tests/agreement.rs` compares the two.

/// Defines an enum of names, each with its text at the boundary.
macro_rules! names {
    ($(#[$about:meta])* $names:ident { $($(#[$meaning:meta])* $name:ident = $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $names {
            $($(#[$meaning])* $name,)*
        }

        impl $names {
            /// All names.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The text at the boundary.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The name with this text.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|name| name.text() == text)
            }
        }
    };
}

names! {
    /// The name of an action of the reader, or of the page on their behalf. Controls carry it in `data-act`, and its
    /// value in `data-value`.
    ActionName {
        /// Opens a closed claim or closes an open one: its id.
        Toggle = "toggle",
        /// Opens a claim: its id.
        Open = "open",
        /// Shows a claim wherever it is, and answers with an event: its id.
        Reveal = "reveal",
        /// Opens all claims that are shown.
        OpenAll = "open-all",
        /// Closes every claim.
        CloseAll = "close-all",
        /// Selects a view: its name.
        SetView = "set-view",
        /// Switches between the order of the document and that of the latest statements.
        ToggleOrder = "toggle-order",
        /// Shows the search fields, or ends the search.
        ToggleSearch = "toggle-search",
        /// Searches: the words.
        Search = "search",
        /// Filters by party: its id, or nothing for everybody.
        FilterByParty = "filter-by-party",
        /// Filters by group of positions: its number, or nothing for every position.
        FilterByPosition = "filter-by-position",
        /// Clears the search and the filters.
        ClearSearch = "clear-search",
        /// Shows all matches of a search.
        ShowAllMatches = "show-all-matches",
        /// Shares a claim: its id. The element does this and dispatches the result.
        Share = "share",
        /// A claim was copied to the clipboard: its id.
        Copied = "copied",
        /// Copying failed: the address that the reader has to copy.
        NotCopied = "not-copied",
        /// Renders more of what is deferred.
        RenderMore = "render-more",
    }
}

names! {
    /// The type of an event.
    EventName {
        /// The panel was rendered for the first time.
        FirstRender = "first-render",
        /// Something was rendered.
        Progress = "progress",
        /// A claim was opened or closed.
        Select = "select",
        /// Another view was selected.
        View = "view",
        /// A claim is shown, as [`ActionName::Reveal`] asked.
        Revealed = "revealed",
        /// [`ActionName::Reveal`] asked for a claim that is not in the story.
        Missing = "missing",
    }
}
