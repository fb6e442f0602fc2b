//! What the reader has done to the panel, as plain data.

use crate::model::Group;

/// What of the story is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The claims, one below the other.
    #[default]
    Claims,
    /// Everybody who appears in the story.
    People,
    /// What was said and published, in the order of time.
    Timeline,
    /// Through which reports each claim became known.
    Sources,
}

impl View {
    /// All of them, in the order of their buttons.
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

/// Something that the panel says once, because of what the reader did outside of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A claim with its answers and its address is in the clipboard.
    Copied,
    /// It is not, so that readers have to copy it themselves.
    NotCopied(String),
    /// A link led to a claim that is not here.
    ClaimMissing,
}

/// What the reader, or the page for them, does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens a claim that is closed and closes one that is open, by its id in the document.
    Toggle(String),
    /// Opens a claim and closes none; without a claim nothing happens.
    Show(Option<String>),
    /// Opens a claim where claims are shown.
    Visit(String),
    /// Opens all claims that are shown.
    OpenAll,
    /// Closes every claim.
    CloseAll,
    /// Shows something else of the story.
    Choose(View),
    /// Puts the claims of which something was said last first, or as the document has them again.
    Reorder,
    /// Shows the fields to search with, or ends the search.
    Search,
    /// Looks for words.
    Find(String),
    /// Looks for what concerns a party, by its id in the document; nothing: everybody.
    Concern(Option<String>),
    /// Looks for claims on which somebody has taken a position of a group; nothing: every position.
    Position(Option<Group>),
    /// Looks for nothing any more.
    Clear,
    /// Shows all that was found, however much that is.
    ShowRest,
    /// Says something.
    Say(Notice),
    /// Draws more of what does not all have to be drawn at once.
    More,
}

impl Action {
    /// What a control does, by the name that it carries, with the value that it carries or that was put in.
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

/// What is shown, and how. Claims and parties are known by their ids, so that everything stays as it is
/// when the newsroom changes the document under the reader's eyes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What of the story is shown.
    pub view: View,
    /// In their order, as every claim of a long list is looked for in it.
    open: Vec<String>,
    /// Whether the claims of which something was said last come first.
    pub is_newest_first: bool,
    /// Whether the fields to search with are shown.
    pub is_searching: bool,
    /// The words that are looked for.
    pub words: String,
    /// The party that is looked for.
    pub party: Option<String>,
    /// The group of positions that is looked for.
    pub group: Option<Group>,
    /// Whether all is shown that is found, however much that is, until something else is looked for.
    pub is_whole: bool,
    /// How often there was something to say: it is said again, though it be the same.
    pub times_said: u32,
    /// How often a search was ended: lists to choose from begin anew with each.
    pub searches: u32,
    /// What the panel says.
    pub notice: Option<Notice>,
}

impl State {
    /// The state after an action.
    pub fn after(&self, action: &Action) -> Self {
        let mut next = self.clone();
        match action {
            // What was said holds until the reader does something, and more drawing is nothing of theirs.
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
            // Which claims are shown, and which entries are drawn, is known to whoever draws them.
            Action::OpenAll | Action::Show(None) | Action::Say(_) | Action::More => {}
        }
        next
    }

    /// Whether a claim is open.
    pub fn is_open(&self, claim: &str) -> bool {
        self.place(claim).is_ok()
    }

    /// Whether anything is looked for.
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
