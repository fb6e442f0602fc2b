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
mod icon;
mod origin;
mod people;
mod search;
mod sources;
mod standing;
pub mod state;
mod statement;
mod timeline;

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use crate::fault;
use crate::texts::{Intl, Message, Texts, is_right_to_left};
pub use context::{RenderTarget, ViewContext};
use entry_cache::{EntryCache, Extent};
use people::People;
use search::{Found, Index};
use state::{Action, State, View};
use story::model::Story;

/// Something that happened in the panel and may interest the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The panel was rendered for the first time. True if there is more to render.
    FirstRender(bool),
    /// A claim was opened or closed.
    Select {
        /// The claim's id in the document.
        claim: String,
        /// Whether it is open now.
        open: bool,
    },
    /// Another view was chosen.
    View(View),
    /// The reader followed a link inside the panel to a claim, by its id in the document.
    Visit(String),
    /// Something was rendered. True if there is more, which the host requests when there is time.
    Progress(bool),
}

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
    /// Whether every claim is open, whatever the reader opened: nothing can be clicked on paper.
    pub all_open: bool,
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
            && (self.heading_level, &self.claim, self.view, self.controls, self.all_open, self.target)
                == (other.heading_level, &other.claim, other.view, other.controls, other.all_open, other.target)
    }
}

/// The root component.
pub struct App {
    context: Rc<ViewContext>,
    state: State,
    index: Option<Index>,
    found: Found,
    cache: RefCell<ViewCache>,
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
        Rc::new(ViewContext {
            story: Rc::clone(&props.story),
            texts: Texts::for_language(&props.story.lang, props.intl),
            zone: props.story.time_zone.as_deref().and_then(|zone| props.intl.place(zone)),
            heading_level: props.heading_level,
            target: props.target,
        })
    }

    /// Determines which claims are shown.
    fn look(&mut self) {
        let (story, fold) = (&self.context.story, self.context.texts.intl.fold);
        // Built before the reader types, so that the first keystroke does not wait for it.
        if self.index.is_none() && (self.state.is_searching || self.state.is_filtered()) {
            self.index = Some(Index::new(story, fold));
        }
        self.found = search::found(story, &self.state, self.index.as_ref(), fold);
    }

    /// The content of the selected view. A file and a printed page show all of it at once.
    fn shown(&self, ctx: &Context<Self>) -> Html {
        let Props { all_open, target, controls, .. } = *ctx.props();
        let (context, found, mut cache) = (&self.context, &self.found, self.cache.borrow_mut());
        let ViewCache { entries, people, days } = &mut *cache;
        entries.begin(match (all_open || target.is_static(), self.state.is_searching && !self.state.is_whole) {
            (true, _) => Extent::Whole,
            (false, true) => Extent::Short,
            (false, false) => Extent::Growing,
        });
        match self.state.view {
            View::Claims => {
                let is_open = |id| all_open || self.state.is_open(&context.story.claim(id).key);
                claim::list(context, &found.claims, &is_open, controls.has(Controls::SHARE), entries)
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
        }
    }
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let mut state = State::default().after(&Action::Show(props.claim.clone()));
        state.view = props.view;
        let mut app = Self {
            context: Self::context(props),
            state,
            index: None,
            found: Found::default(),
            cache: RefCell::default(),
        };
        app.look();
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &Props) -> bool {
        let props = ctx.props();
        let cache = self.cache.get_mut();
        if props.claim != before.claim {
            self.state = self.state.after(&Action::Show(props.claim.clone()));
        }
        if props.view != before.view {
            self.state = self.state.after(&Action::Choose(props.view));
            cache.clear(false);
        }
        let is_other_story = !Rc::ptr_eq(&props.story, &before.story);
        let looks = |of: &Props| (of.heading_level, of.controls, of.all_open);
        if is_other_story || looks(props) != looks(before) {
            self.context = Self::context(props);
            cache.clear(true);
        }
        if is_other_story {
            self.index = None;
            self.look();
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        fault::failpoint("action", &self.context.story.title);
        let before = self.state.view;
        self.state = self.state.after(&action);
        let emit = &ctx.props().emit;
        if self.state.view != before {
            self.cache.get_mut().clear(false);
            emit.emit(Event::View(self.state.view));
        }
        match action {
            Action::Toggle(claim) => {
                let open = self.state.is_open(&claim);
                emit.emit(Event::Select { claim, open });
            }
            Action::Visit(claim) => {
                emit.emit(Event::Select { claim: claim.clone(), open: true });
                emit.emit(Event::Visit(claim));
            }
            Action::CloseAll => {
                if let Some(claim) = ctx.props().claim.clone() {
                    emit.emit(Event::Select { claim, open: false });
                }
            }
            Action::OpenAll => {
                for id in &self.found.claims {
                    self.state.show(&self.context.story.claim(*id).key);
                }
            }
            Action::Find(_)
            | Action::Concern(_)
            | Action::Position(_)
            | Action::Clear
            | Action::Search
            | Action::Reorder => {
                let before = std::mem::take(&mut self.found);
                self.look();
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
                <header part="head">
                    { elements::p("kicker", elements::text(texts.say(Message::Kicker))) }
                    { updated(context) }
                    { context.heading(-1, "title", is_live.then_some("title"), elements::own(context, &story.title)) }
                    if let Some(summary) = &story.summary {
                        { elements::p("summary", elements::own(context, summary)) }
                    }
                    { corrections::list(context, |_| true) }
                </header>
                if is_live {
                    { controls::row(context, ctx.props().controls, &self.state, &self.found.claims) }
                }
                { self.shown(ctx) }
                if self.cache.borrow().entries.is_short {
                    { elements::button("rest", "rest", "", None, elements::text(texts.say(Message::ShowRest))) }
                }
                { elements::foot(context) }
            </section>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        fault::failpoint("rendered", &self.context.story.title);
        let emit = &ctx.props().emit;
        let is_unfinished = self.cache.get_mut().entries.is_unfinished;
        if first {
            emit.emit(Event::FirstRender(is_unfinished));
        }
        emit.emit(Event::Progress(is_unfinished));
    }
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
