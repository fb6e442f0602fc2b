//! The panel as Yew components, shared by the reader's browser and the static HTML.
//!
//! Everything is rendered from the [`ViewContext`], and readers' input becomes a [`state::Action`]. The page's input arrives
//! as properties, and what may interest the page leaves as [`Event`]s.

mod answers;
mod author;
mod chain;
mod claim;
mod context;
mod controls;
mod corrections;
mod elements;
mod entries;
mod entry_cache;
mod event;
mod icon;
mod origin;
mod people;
mod search;
pub mod share;
mod sources;
mod standing;
pub mod state;
mod statement;
mod timeline;

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use crate::fault;
use crate::protocol::ActionName;
use crate::texts::{Intl, Message, is_right_to_left};
pub use context::{RenderTarget, ViewContext};
use entry_cache::{EntryCache, EntryState, Extent, MAX_SEARCH_ENTRIES};
pub use event::Event;
use people::People;
use search::{Found, Index};
use state::{Action, Notice, State, View};
use story::model::{ClaimId, Story};

/// The controls of a panel, as a set of flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Controls(pub u8);

impl Controls {
    /// The buttons that select a view.
    pub const VIEWS: Self = Self(1);
    /// The search field.
    pub const SEARCH: Self = Self(2);
    /// The lists that filter by party and by position.
    pub const FILTER: Self = Self(4);
    /// The button that shares a claim.
    pub const SHARE: Self = Self(8);
    /// All controls.
    pub const ALL: Self = Self(15);

    fn has(self, one: Self) -> bool {
        self.0 & one.0 != 0
    }
}

/// What the panel is rendered from.
#[derive(Clone, Properties)]
pub struct Props {
    /// The story.
    pub story: Rc<Story>,
    /// The level of the claims' headings, from 2 to 6.
    pub heading_level: u8,
    /// The id of the claim that the page wants open.
    pub claim: Option<String>,
    /// The view that the page requests.
    pub view: View,
    /// The controls that readers get.
    pub controls: Controls,
    /// Whether all entries are rendered at once with everything in them: the stylesheet opens every claim on paper.
    pub on_paper: bool,
    /// Whether the panel is rendered for a browser or for a file.
    pub target: RenderTarget,
    /// Formats numbers and dates for each language, and resolves time zones.
    pub intl: Intl,
    /// Receives the events.
    pub emit: Callback<Event>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.story, &other.story)
            && (self.heading_level, &self.claim, self.view, self.controls, self.on_paper, self.target)
                == (other.heading_level, &other.claim, other.view, other.controls, other.on_paper, other.target)
    }
}

/// The root component.
pub struct App {
    context: Rc<ViewContext>,
    state: State,
    index: Option<Index>,
    found: Found,
    cache: RefCell<ViewCache>,
    /// The claim that is to be revealed, until its entry is rendered.
    pending_reveal: Option<String>,
}

/// What was rendered of the selected view, and the data that it was rendered from.
#[derive(Default)]
struct ViewCache {
    entries: EntryCache,
    people: Option<People>,
    days: Option<Vec<timeline::Day>>,
}

impl ViewCache {
    fn clear(&mut self, is_as_long: bool) {
        self.entries.clear(is_as_long);
        self.people = None;
        self.days = None;
    }
}

impl App {
    fn context(props: &Props) -> Rc<ViewContext> {
        Rc::new(ViewContext::new(Rc::clone(&props.story), props.intl, props.heading_level, props.target))
    }

    /// The claim with this id in the document.
    fn claim(&self, key: &str) -> Option<ClaimId> {
        self.context.story.all_claims().find(|(_, claim)| claim.key == key).map(|(id, _)| id)
    }

    /// Determines which claims are shown.
    fn find_claims(&mut self) {
        let (story, fold) = (&self.context.story, self.context.texts.intl.fold);
        // Built before the reader types, so that the first keystroke does not wait for it.
        if self.index.is_none() && (self.state.is_searching || self.state.is_filtered()) {
            self.index = Some(Index::new(story, fold));
        }
        self.found = search::found(story, &self.state, self.index.as_ref(), fold);
    }

    /// Clears the search, or shows all of its matches, if that is needed to show a claim in the view of the claims.
    /// [`Self::rendered`] answers once the claim's entry is rendered.
    fn uncover(&mut self, claim: &str) {
        let Some(id) = self.claim(claim) else { return };
        if !self.found.has(id) {
            self.state.clear_search();
            self.find_claims();
        }
        if self.found.claims.iter().skip(MAX_SEARCH_ENTRIES).any(|one| *one == id) {
            self.state.shows_all_matches = true;
        }
        self.pending_reveal = Some(claim.to_owned());
    }

    /// Answers a request to reveal a claim.
    fn answer_reveal(&mut self, emit: &Callback<Event>, is_unfinished: bool) {
        let Some(claim) = self.pending_reveal.take() else { return };
        let id = self.claim(&claim).filter(|_| self.state.view == View::Claims);
        let is_shown = id.is_some_and(|id| self.cache.get_mut().entries.shows_open(id.index()));
        if is_shown || !is_unfinished {
            emit.emit(Event::Revealed(claim));
        } else {
            self.pending_reveal = Some(claim);
        }
    }

    /// The content of the selected view. A file and a printed page show all of it at once.
    fn shown(&self, ctx: &Context<Self>) -> Html {
        let Props { on_paper, target, controls, .. } = *ctx.props();
        let (context, found, mut cache) = (&self.context, &self.found, self.cache.borrow_mut());
        let ViewCache { entries, people, days } = &mut *cache;
        entries.begin(
            match (on_paper || target.is_static(), self.state.is_searching && !self.state.shows_all_matches) {
                (true, _) => Extent::Whole,
                (false, true) => Extent::Short,
                (false, false) => Extent::Growing,
            },
        );
        let shown = match self.state.view {
            View::Claims => {
                let state_of = |id| {
                    let key = &context.story.claim(id).key;
                    EntryState {
                        is_open: self.state.is_open(key),
                        is_copied: matches!(&self.state.notice, Some(Notice::Copied(claim)) if claim == key),
                    }
                };
                claim::list(context, &found.claims, &state_of, controls.has(Controls::SHARE), entries)
            }
            View::People => {
                let people = people.get_or_insert_with(|| People::new(&context.story, &found.claims));
                people::list(context, people, self.state.is_filtered(), entries)
            }
            View::Timeline => {
                let days = days.get_or_insert_with(|| timeline::days(context, found));
                timeline::list(context, found, days, entries)
            }
            View::Sources => sources::list(context, &found.claims, entries),
        };
        context.authors.clear();
        shown
    }
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut state = State::default();
        state.view = props.view;
        props.claim.iter().for_each(|claim| state.open(claim));
        let mut app = Self {
            context: Self::context(props),
            state,
            index: None,
            found: Found::default(),
            cache: RefCell::default(),
            pending_reveal: None,
        };
        app.find_claims();
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &Props) -> bool {
        let props = ctx.props();
        let cache = self.cache.get_mut();
        if let Some(claim) = props.claim.as_ref().filter(|_| props.claim != before.claim) {
            self.state = self.state.after(&Action::Open(claim.clone()));
        }
        if props.view != before.view {
            self.state = self.state.after(&Action::SetView(props.view));
            cache.clear(false);
        }
        let is_other_story = !Rc::ptr_eq(&props.story, &before.story);
        let looks = |of: &Props| (of.heading_level, of.controls);
        if is_other_story || looks(props) != looks(before) {
            self.context = Self::context(props);
            cache.clear(true);
        }
        if is_other_story {
            self.index = None;
            self.find_claims();
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        fault::failpoint("action", &self.context.story.title);
        let emit = &ctx.props().emit;
        // The page's address and its scripts can name claims that the story does not have.
        if let Action::Open(claim) | Action::Reveal(claim) = &action
            && self.claim(claim).is_none()
        {
            self.state.announce(Notice::ClaimMissing);
            if let Action::Reveal(claim) = action {
                emit.emit(Event::Missing(claim));
            }
            return true;
        }
        let next = self.state.after(&action);
        let before = std::mem::replace(&mut self.state, next);
        if self.state.view != before.view {
            self.cache.get_mut().clear(false);
            emit.emit(Event::View(self.state.view));
        }
        if let Action::Reveal(claim) = &action {
            self.uncover(claim);
        }
        match action {
            Action::Toggle(claim) => {
                let open = self.state.is_open(&claim);
                emit.emit(Event::Select { claim, open });
            }
            Action::Open(claim) | Action::Reveal(claim) if !before.is_open(&claim) => {
                emit.emit(Event::Select { claim, open: true });
            }
            Action::CloseAll => {
                if let Some(claim) = ctx.props().claim.clone() {
                    emit.emit(Event::Select { claim, open: false });
                }
            }
            Action::OpenAll => {
                for id in &self.found.claims {
                    self.state.open(&self.context.story.claim(*id).key);
                }
            }
            Action::Search(_)
            | Action::FilterByParty(_)
            | Action::FilterByPosition(_)
            | Action::ClearSearch
            | Action::ToggleSearch
            | Action::ToggleOrder => {
                let before = std::mem::take(&mut self.found);
                self.find_claims();
                // The other views derive their entries from the claims found, so they are rendered again.
                if self.state.view != View::Claims && self.found != before {
                    self.cache.get_mut().clear(false);
                }
            }
            _ => {}
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let context = &self.context;
        let (story, texts) = (&context.story, &context.texts);
        fault::failpoint("view", &story.title);
        fault::failpoint("memory", &story.title);
        fault::failpoint("stack", &story.title);
        fault::failpoint("trap", &story.title);
        let direction = if is_right_to_left(&story.lang) { "rtl" } else { "ltr" };
        let is_live = !context.target.is_static();
        html! {
            <section
                part="panel"
                lang={texts.lang}
                dir={direction}
                aria-labelledby={is_live.then_some("title")}
            >
                { head(context) }
                if is_live {
                    { controls::row(context, ctx.props().controls, &self.state, &self.found.claims) }
                }
                { self.shown(ctx) }
                if self.cache.borrow().entries.is_short {
                    { elements::button("rest", ActionName::ShowAllMatches, "", None, elements::text(texts.say(Message::ShowRest))) }
                }
                { elements::foot(context) }
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        fault::failpoint("rendered", &self.context.story.title);
        let emit = &ctx.props().emit;
        let EntryCache { is_unfinished, is_partial, .. } = self.cache.get_mut().entries;
        if first {
            emit.emit(Event::FirstRender(is_unfinished));
        }
        emit.emit(Event::Progress { is_unfinished, is_partial });
        self.answer_reveal(emit, is_unfinished);
    }
}

fn head(context: &ViewContext) -> Html {
    let (story, texts) = (&context.story, &context.texts);
    let id = (!context.target.is_static()).then_some("title");
    let mut row = vec![
        elements::p("kicker", elements::text(texts.say(Message::Kicker))),
        updated(context),
        context.heading(-1, "title", id, elements::own(context, &story.title)),
    ];
    elements::add(&mut row, story.summary.as_ref().map(|text| elements::p("summary", elements::own(context, text))));
    row.push(corrections::list(context, |_| true));
    elements::element("header", "head", elements::all(row))
}

/// When the newsroom last changed the document, and which place's time the clock times are in.
fn updated(context: &ViewContext) -> Html {
    let mut row = Vec::new();
    if let Some(updated) = &context.story.updated {
        row.push(context.sentence(Message::Updated, &[context.time(updated)]));
    }
    if let Some(place) = context.zone.as_ref().filter(|_| context.story.has_clock_times()) {
        row.push(elements::text(&context.texts.fill(Message::TimesOf, std::slice::from_ref(place))));
    }
    if row.is_empty() { Html::default() } else { elements::p("updated", context.row(row)) }
}
