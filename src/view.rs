//! The panel as Yew components, shared by the reader's browser and the static HTML.
//!
//! Everything is rendered from the [`Scene`], and readers' input becomes a [`state::Action`]. The page's input arrives
//! as properties, and what may interest the page leaves as [`Event`]s.

mod answers;
mod chain;
mod claim;
mod controls;
mod corrections;
mod graph;
mod icon;
mod parts;
mod people;
mod scene;
mod search;
mod shelf;
mod sources;
pub mod state;
mod statement;
mod timeline;

use std::cell::RefCell;
use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use crate::fault;
use crate::texts::{Intl, Texts, Word, is_right_to_left};
use people::People;
pub use scene::{Form, Scene};
use search::{Found, Index};
use shelf::{Extent, Shelf};
use state::{Action, State, View};
use story::model::Panel;

/// Something that happened in the panel and may interest the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The panel was rendered for the first time. True if there is more to render.
    Drawn(bool),
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
    pub panel: Rc<Panel>,
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
    pub form: Form,
    /// Formats numbers and dates for each language, and resolves time zones.
    pub intl: Intl,
    /// Receives the events.
    pub emit: Callback<Event>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.panel, &other.panel)
            && (self.heading_level, &self.claim, self.view, self.controls, self.all_open, self.form)
                == (other.heading_level, &other.claim, other.view, other.controls, other.all_open, other.form)
    }
}

/// The root component.
pub struct App {
    scene: Rc<Scene>,
    state: State,
    index: Option<Index>,
    found: Found,
    drawn: RefCell<Drawn>,
}

/// What was rendered of the selected view, and the data that it was rendered from.
#[derive(Default)]
struct Drawn {
    shelf: Shelf,
    people: Option<People>,
    days: Option<Vec<timeline::Day>>,
}

impl Drawn {
    fn clear(&mut self, is_as_long: bool) {
        self.shelf.clear(is_as_long);
        self.people = None;
        self.days = None;
    }
}

impl App {
    fn scene(props: &Props) -> Rc<Scene> {
        Rc::new(Scene {
            panel: Rc::clone(&props.panel),
            texts: Texts::for_language(&props.panel.lang, props.intl),
            zone: props.panel.time_zone.as_deref().and_then(|zone| props.intl.place(zone)),
            heading_level: props.heading_level,
            form: props.form,
        })
    }

    /// Determines which claims are shown.
    fn look(&mut self) {
        let (panel, fold) = (&self.scene.panel, self.scene.texts.intl.fold);
        // Built before the reader types, so that the first keystroke does not wait for it.
        if self.index.is_none() && (self.state.is_searching || self.state.is_filtered()) {
            self.index = Some(Index::new(panel, fold));
        }
        self.found = search::found(panel, &self.state, self.index.as_ref(), fold);
    }

    /// The content of the selected view. A file and a printed page show all of it at once.
    fn shown(&self, context: &Context<Self>) -> Html {
        let Props { all_open, form, controls, .. } = *context.props();
        let (scene, found, mut drawn) = (&self.scene, &self.found, self.drawn.borrow_mut());
        let Drawn { shelf, people, days } = &mut *drawn;
        shelf.begin(match (all_open || form.is_static(), self.state.is_searching && !self.state.is_whole) {
            (true, _) => Extent::Whole,
            (false, true) => Extent::Short,
            (false, false) => Extent::Growing,
        });
        match self.state.view {
            View::Claims => {
                let is_open = |id| all_open || self.state.is_open(&scene.panel.claim(id).key);
                claim::list(scene, &found.claims, &is_open, controls.has(Controls::SHARE), shelf)
            }
            View::People => {
                let people = people.get_or_insert_with(|| People::new(&scene.panel, &found.claims));
                people::list(scene, people, self.state.is_filtered(), shelf)
            }
            View::Timeline => {
                let days = days.get_or_insert_with(|| timeline::days(scene, found));
                timeline::list(scene, found, days, shelf)
            }
            View::Sources => sources::list(scene, &found.claims, shelf),
        }
    }
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let mut state = State::default().after(&Action::Show(props.claim.clone()));
        state.view = props.view;
        let mut app =
            Self { scene: Self::scene(props), state, index: None, found: Found::default(), drawn: RefCell::default() };
        app.look();
        app
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let props = context.props();
        let drawn = self.drawn.get_mut();
        if props.claim != before.claim {
            self.state = self.state.after(&Action::Show(props.claim.clone()));
        }
        if props.view != before.view {
            self.state = self.state.after(&Action::Choose(props.view));
            drawn.clear(false);
        }
        let is_other_story = !Rc::ptr_eq(&props.panel, &before.panel);
        let looks = |of: &Props| (of.heading_level, of.controls, of.all_open);
        if is_other_story || looks(props) != looks(before) {
            self.scene = Self::scene(props);
            drawn.clear(true);
        }
        if is_other_story {
            self.index = None;
            self.look();
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        fault::at("action", &self.scene.panel.title);
        let before = self.state.view;
        self.state = self.state.after(&action);
        let emit = &context.props().emit;
        if self.state.view != before {
            self.drawn.get_mut().clear(false);
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
                if let Some(claim) = context.props().claim.clone() {
                    emit.emit(Event::Select { claim, open: false });
                }
            }
            Action::OpenAll => {
                for id in &self.found.claims {
                    self.state.show(&self.scene.panel.claim(*id).key);
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
                    self.drawn.get_mut().clear(false);
                }
            }
            _ => {}
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let scene = &self.scene;
        let (panel, texts) = (&scene.panel, &scene.texts);
        fault::at("view", &panel.title);
        fault::at("memory", &panel.title);
        fault::at("stack", &panel.title);
        fault::at("trap", &panel.title);
        let direction = if is_right_to_left(&panel.lang) { "rtl" } else { "ltr" };
        let is_live = !scene.form.is_static();
        html! {
            <section
                part="panel"
                lang={texts.lang}
                dir={direction}
                aria-labelledby={is_live.then_some("title")}
            >
                <header part="head">
                    { parts::p("kicker", parts::text(texts.say(Word::Kicker))) }
                    { scene.heading(-1, "title", is_live.then_some("title"), parts::own(scene, &panel.title)) }
                    if let Some(summary) = &panel.summary {
                        { parts::p("summary", parts::own(scene, summary)) }
                    }
                    { updated(scene) }
                    { corrections::list(scene, |_| true) }
                </header>
                if is_live {
                    { controls::row(scene, context.props().controls, &self.state, &self.found.claims) }
                }
                { self.shown(context) }
                if self.drawn.borrow().shelf.is_short {
                    { parts::button("rest", "rest", "", None, parts::text(texts.say(Word::ShowRest))) }
                }
                { parts::foot(scene) }
            </section>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        fault::at("rendered", &self.scene.panel.title);
        let emit = &context.props().emit;
        let is_unfinished = self.drawn.get_mut().shelf.is_unfinished;
        if first {
            emit.emit(Event::Drawn(is_unfinished));
        }
        emit.emit(Event::Progress(is_unfinished));
    }
}

/// When the newsroom last changed the document, and which place's time the clock times are in.
fn updated(scene: &Scene) -> Html {
    let mut row = Vec::new();
    if let Some(updated) = &scene.panel.updated {
        row.push(scene.sentence(Word::Updated, &[scene.time(updated)]));
    }
    if let Some(place) = scene.zone.as_ref().filter(|_| scene.panel.has_clock_times()) {
        row.push(parts::text(&scene.texts.fill(Word::TimesOf, std::slice::from_ref(place))));
    }
    if row.is_empty() { Html::default() } else { parts::p("updated", scene.row(row)) }
}
