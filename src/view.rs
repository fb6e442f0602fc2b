//! The panel as Yew components: the same for a reader's browser and for static HTML.
//!
//! Everything that is drawn comes from the [`Scene`], and what readers do becomes a
//! [`state::Action`]. What comes from outside arrives as properties, and what the page may want to
//! know leaves as [`Event`]s.

mod answers;
mod chain;
mod claim;
mod corrections;
mod icon;
mod parts;
mod scene;
pub mod state;
mod statement;

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use crate::model::Panel;
use crate::texts::{Clock, Texts, Word, is_right_to_left};
use claim::ClaimEntry;
pub use scene::{Form, Scene};
use state::{Action, State};

/// Something that the reader did and the page may want to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The panel stands, for the first time.
    Drawn,
    /// A claim was opened or closed.
    Select {
        /// The claim's id in the document.
        claim: String,
        /// Whether it is open now.
        open: bool,
    },
}

/// What the panel is drawn from.
#[derive(Clone, Properties)]
pub struct Props {
    /// The story.
    pub panel: Rc<Panel>,
    /// The level of the claims' headings, from 2 to 6.
    pub heading_level: u8,
    /// The id of the claim that the page wants to see open.
    pub claim: Option<String>,
    /// Whether every claim stands open, whatever the reader opened: on paper nothing can be clicked.
    pub all_open: bool,
    /// Whether this is drawn for a browser or for a file.
    pub form: Form,
    /// How clock times are moved into the document's zone.
    pub clock: Clock,
    /// Whom to tell what happens.
    pub emit: Callback<Event>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.panel, &other.panel)
            && (self.heading_level, &self.claim, self.all_open, self.form)
                == (other.heading_level, &other.claim, other.all_open, other.form)
    }
}

/// The panel.
pub struct App {
    scene: Rc<Scene>,
    state: State,
}

impl App {
    fn scene(props: &Props) -> Rc<Scene> {
        Rc::new(Scene {
            panel: Rc::clone(&props.panel),
            texts: Texts::for_language(&props.panel.lang),
            clock: props.clock,
            zone: props.panel.time_zone.as_deref().and_then(|zone| props.clock.place(zone)),
            heading_level: props.heading_level,
            form: props.form,
        })
    }
}

impl Component for App {
    type Message = Action;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let props = context.props();
        let state = State::default().after(&Action::Show(props.claim.clone()));
        Self { scene: Self::scene(props), state }
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let props = context.props();
        self.scene = Self::scene(props);
        if props.claim != before.claim {
            self.state = self.state.after(&Action::Show(props.claim.clone()));
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, action: Action) -> bool {
        self.state = self.state.after(&action);
        if let Action::Toggle(claim) = action {
            let open = self.state.is_open(&claim);
            context.props().emit.emit(Event::Select { claim, open });
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let scene = &self.scene;
        let (panel, texts) = (&scene.panel, scene.texts);
        let toggle = context.link().callback(Action::Toggle);
        let mut claims = Vec::new();
        for (id, claim) in panel.all_claims() {
            let open = context.props().all_open || self.state.is_open(&claim.key);
            // The text is part of the key, so that a page translator's words never stay behind.
            let key = format!("{}\0{}", claim.key, claim.text);
            let (scene, toggle) = (Rc::clone(scene), toggle.clone());
            claims.push(html! { <ClaimEntry {key} {scene} {id} {open} {toggle} /> });
        }
        let direction = if is_right_to_left(&panel.lang) { "rtl" } else { "ltr" };
        let is_live = scene.form == Form::Live;
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
                <ol part="claims" role="list">{ claims }</ol>
                { parts::foot(scene) }
            </section>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            context.props().emit.emit(Event::Drawn);
        }
    }
}

/// When the newsroom last changed the document, and whose clock times are.
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
