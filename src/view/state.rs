//! The state of the panel's user interface, as plain data.

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
    /// The claim, its answers and its address were copied to the clipboard.
    Copied,
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
    /// Opens a claim without closing any. Without a claim nothing happens.
    Show(Option<String>),
    /// Opens a claim in the view of the claims.
    Visit(String),
    /// Opens all claims that are shown.
    OpenAll,
    /// Closes every claim.
    CloseAll,
    /// Selects a view.
    Choose(View),
    /// Switches between the order of the latest statements and that of the document.
    Reorder,
    /// Shows the search fields, or ends the search.
    Search,
    /// Searches for words.
    Find(String),
    /// Filters by party, by its id in the document. `None` means everybody.
    Concern(Option<String>),
    /// Filters by a group of positions. `None` means every position.
    Position(Option<Group>),
    /// Clears the search and the filters.
    Clear,
    /// Shows all matches, whatever their number.
    ShowRest,
    /// Shows an announcement.
    Say(Notice),
    /// Renders more of what is deferred.
    More,
}

impl Action {
    /// The action with this name, with the value of the control or of its input.
    pub fn named(name: &str, value: String) -> Option<Self> {
        let chosen = |value: String| Some(value).filter(|value| !value.is_empty());
        Some(match name {
            "toggle" => Self::Toggle(value),
            "visit" => Self::Visit(value),
            "open-all" => Self::OpenAll,
            "close-all" => Self::CloseAll,
            "choose" => Self::Choose(View::named(&value)?),
            "reorder" => Self::Reorder,
            "search" => Self::Search,
            "find" => Self::Find(value),
            "concern" => Self::Concern(chosen(value)),
            "position" => {
                Self::Position(value.parse::<u16>().ok().and_then(|at| Group::ALL.get(usize::from(at)).copied()))
            }
            "clear" => Self::Clear,
            "rest" => Self::ShowRest,
            "more" => Self::More,
            "copied" => Self::Say(Notice::Copied),
            "not-copied" => Self::Say(Notice::NotCopied(value)),
            "claim-missing" => Self::Say(Notice::ClaimMissing),
            _ => return None,
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
    pub is_whole: bool,
    /// The number of announcements. It keys the announcement, so that a repeated one is announced again.
    pub times_said: u32,
    /// The number of searches that were cleared. It keys the selects, so that they are reset.
    pub searches: u32,
    /// The current announcement.
    pub notice: Option<Notice>,
}

impl State {
    /// The state after an action.
    pub fn after(&self, action: &Action) -> Self {
        let mut next = self.clone();
        match action {
            // An announcement lasts until the reader's next action. Rendering more is not one.
            Action::More => {}
            Action::Say(notice) => {
                next.notice = Some(notice.clone());
                next.times_said += 1;
            }
            _ => next.notice = None,
        }
        if let Action::Search | Action::Find(_) | Action::Concern(_) | Action::Position(_) | Action::Clear = action {
            next.is_whole = false;
        }
        match action {
            Action::Toggle(claim) if self.is_open(claim) => next.open.retain(|other| other != claim),
            Action::Toggle(claim) | Action::Show(Some(claim)) => next.show(claim),
            Action::Visit(claim) => {
                next.view = View::Claims;
                next.show(claim);
            }
            Action::CloseAll => next.open.clear(),
            Action::Choose(view) => next.view = *view,
            Action::Reorder => next.is_newest_first = !self.is_newest_first,
            Action::Search => {
                next.is_searching = !self.is_searching;
                next.clear();
            }
            Action::Find(words) => next.words.clone_from(words),
            Action::Concern(party) => {
                next.party.clone_from(party);
                next.times_said += 1;
            }
            Action::Position(group) => {
                next.group = *group;
                next.times_said += 1;
            }
            Action::Clear => next.clear(),
            Action::ShowRest => next.is_whole = true,
            // Only the view knows which claims and entries are shown.
            Action::OpenAll | Action::Show(None) | Action::Say(_) | Action::More => {}
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
    pub fn show(&mut self, claim: &str) {
        if let Err(place) = self.place(claim) {
            self.open.insert(place, claim.to_owned());
        }
    }

    fn place(&self, claim: &str) -> Result<usize, usize> {
        self.open.binary_search_by(|open| open.as_str().cmp(claim))
    }

    fn clear(&mut self) {
        self.words.clear();
        self.party = None;
        self.group = None;
        self.searches += 1;
    }
}
