//! The state of the panel's user interface, as plain data.

use crate::protocol::ActionName;
use story::model::Group;

/// A view of the story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The claims in a list.
    #[default]
    Claims,
    /// Everybody who appears in the story.
    People,
    /// What was said and published, in chronological order.
    Timeline,
    /// The reports through which each claim became known.
    Sources,
}

impl View {
    /// All views, in the order of their buttons.
    pub const ALL: [Self; 4] = [Self::Claims, Self::People, Self::Timeline, Self::Sources];

    /// The name in the embed contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::People => "people",
            Self::Timeline => "timeline",
            Self::Sources => "sources",
        }
    }

    /// The view with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// An announcement about something that happened outside the panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// This claim, by its id in the document, was copied to the clipboard with its answers and its address.
    Copied(String),
    /// Copying failed, so the reader has to copy this address.
    NotCopied(String),
    /// A link led to a claim that is not in the story.
    ClaimMissing,
}

/// An action of the reader, or of the page on their behalf.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a closed claim or closes an open one, by its id in the document.
    Toggle(String),
    /// Opens a claim without closing any.
    Open(String),
    /// Opens a claim in the view of the claims, whatever hides it.
    Reveal(String),
    /// Opens all claims that are shown.
    OpenAll,
    /// Closes every claim.
    CloseAll,
    /// Selects a view.
    SetView(View),
    /// Switches between the order of the latest statements and that of the document.
    ToggleOrder,
    /// Shows the search fields, or ends the search.
    ToggleSearch,
    /// Searches for words.
    Search(String),
    /// Filters by party, by its id in the document. `None` means everybody.
    FilterByParty(Option<String>),
    /// Filters by a group of positions. `None` means every position.
    FilterByPosition(Option<Group>),
    /// Clears the search and the filters.
    ClearSearch,
    /// Shows all matches, whatever their number.
    ShowAllMatches,
    /// Shows an announcement.
    Announce(Notice),
    /// Renders more of what is deferred.
    RenderMore,
}

impl Action {
    /// The action with this name and this value, which is that of the control or of its input. `None` if the program
    /// has no such action.
    pub fn parse(name: &str, value: String) -> Option<Self> {
        Some(match ActionName::parse(name)? {
            ActionName::Toggle => Self::Toggle(value),
            ActionName::Open => Self::Open(value),
            ActionName::Reveal => Self::Reveal(value),
            ActionName::OpenAll => Self::OpenAll,
            ActionName::CloseAll => Self::CloseAll,
            ActionName::SetView => Self::SetView(View::named(&value)?),
            ActionName::ToggleOrder => Self::ToggleOrder,
            ActionName::ToggleSearch => Self::ToggleSearch,
            ActionName::Search => Self::Search(value),
            ActionName::FilterByParty => Self::FilterByParty(Some(value).filter(|value| !value.is_empty())),
            ActionName::FilterByPosition => {
                let number = value.parse::<u16>().ok();
                Self::FilterByPosition(number.and_then(|at| Group::ALL.get(usize::from(at)).copied()))
            }
            ActionName::ClearSearch => Self::ClearSearch,
            ActionName::ShowAllMatches => Self::ShowAllMatches,
            ActionName::Copied => Self::Announce(Notice::Copied(value)),
            ActionName::NotCopied => Self::Announce(Notice::NotCopied(value)),
            ActionName::RenderMore => Self::RenderMore,
            ActionName::Share => return None,
        })
    }
}

/// What is shown, and how. Claims and parties are identified by their ids, so that the state survives a change of the
/// document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The selected view.
    pub view: View,
    /// The open claims. Sorted, since every claim of a long list is looked up.
    open: Vec<String>,
    /// Whether the claims with the latest statements come first.
    pub is_newest_first: bool,
    /// Whether the search fields are shown.
    pub is_searching: bool,
    /// The words in the search field.
    pub words: String,
    /// The party in the filter.
    pub party: Option<String>,
    /// The group of positions in the filter.
    pub group: Option<Group>,
    /// Whether all matches are shown, whatever their number, until the search changes.
    pub shows_all_matches: bool,
    /// The number of announcements. It keys the announcement, so that a repeated one is announced again.
    pub announcements: u32,
    /// The number of searches that were cleared. It keys the selects, so that they are reset.
    pub searches: u32,
    /// The current announcement.
    pub notice: Option<Notice>,
}

impl State {
    /// The state after an action.
    pub fn after(&self, action: &Action) -> Self {
        let mut next = self.clone();
        // An announcement lasts until the reader's next action. Rendering more is not one.
        if *action != Action::RenderMore {
            next.notice = None;
        }
        match action {
            Action::Toggle(claim) if self.is_open(claim) => next.open.retain(|other| other != claim),
            Action::Toggle(claim) | Action::Open(claim) => next.open(claim),
            Action::Reveal(claim) => {
                next.view = View::Claims;
                next.open(claim);
            }
            Action::CloseAll => next.open.clear(),
            Action::SetView(view) => next.view = *view,
            Action::ToggleOrder => next.is_newest_first = !self.is_newest_first,
            Action::ToggleSearch => {
                next.is_searching = !self.is_searching;
                next.clear_search();
            }
            Action::Search(words) => {
                next.words.clone_from(words);
                next.shows_all_matches = false;
            }
            Action::FilterByParty(party) => {
                next.party.clone_from(party);
                next.announcements += 1;
                next.shows_all_matches = false;
            }
            Action::FilterByPosition(group) => {
                next.group = *group;
                next.announcements += 1;
                next.shows_all_matches = false;
            }
            Action::ClearSearch => next.clear_search(),
            Action::ShowAllMatches => next.shows_all_matches = true,
            Action::Announce(notice) => next.announce(notice.clone()),
            // Only the view knows which claims and entries are shown.
            Action::OpenAll | Action::RenderMore => {}
        }
        next
    }

    /// Whether a claim is open.
    pub fn is_open(&self, claim: &str) -> bool {
        self.place(claim).is_ok()
    }

    /// Whether a search or a filter is active.
    pub fn is_filtered(&self) -> bool {
        !self.words.trim().is_empty() || self.party.is_some() || self.group.is_some()
    }

    /// Opens a claim.
    pub fn open(&mut self, claim: &str) {
        if let Err(place) = self.place(claim) {
            self.open.insert(place, claim.to_owned());
        }
    }

    /// Shows an announcement.
    pub fn announce(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.announcements += 1;
    }

    /// Clears the search and the filters.
    pub fn clear_search(&mut self) {
        self.words.clear();
        self.party = None;
        self.group = None;
        self.searches += 1;
        self.shows_all_matches = false;
    }

    fn place(&self, claim: &str) -> Result<usize, usize> {
        self.open.binary_search_by(|open| open.as_str().cmp(claim))
    }
}
