//! The boundary to the page: the only functions that JavaScript calls.
//!
//! The custom element in `www/` passes bytes and an empty `<div>`, and receives handles, and objects with named fields.
//! Nothing here throws, and no borrow is held while JavaScript runs, because an exception that unwinds through a Rust
//! frame would leave the borrow active.

mod crash;
mod intl;
mod message;
mod slots;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use yew::AppHandle;

use crate::fault;
use crate::texts;
use crate::view::state::{Action, View};
use crate::view::{App, Controls, Event, Props, RenderTarget, share};
use message::Options;
use slots::Slots;
use story::check;
use story::model::{Link, Story};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A mounted panel.
struct Mounted {
    app: AppHandle<App>,
    story: Rc<Story>,
    emit: Function,
}

thread_local! {
    /// Stories that are read and not shown yet.
    static STORIES: RefCell<Slots<Rc<Story>>> = const { RefCell::new(Slots::new()) };
    static MOUNTED: RefCell<Slots<Mounted>> = const { RefCell::new(Slots::new()) };
}

/// Reads and checks a document, and keeps its story until it is shown or discarded. The result has these fields:
///
/// - `story`: the story's handle, or 0 if the document is refused
/// - `language`: the language whose texts have to be added before the story is shown, if it is missing
/// - `article`: the article's address, or nothing
/// - `passages`: the article's passages that make claims
/// - `problems`: the diagnostics
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> JsValue {
    fault::failpoint("read", bytes);
    let check::Checked { story, problems } = check::read_with(bytes, intl::host_of);
    let problems = message::diagnostics(&problems);
    let Some(story) = story else { return message::read_result(0, None, "", Array::new(), problems) };
    fault::failpoint("panel", &story.title);
    let language = texts::missing(&story.lang);
    let passages = message::passages(&story);
    let story = Rc::new(story);
    let article = story.article.as_ref().and_then(Link::href).unwrap_or_default();
    let handle = STORIES.with_borrow_mut(|stories| stories.insert(Rc::clone(&story)));
    message::read_result(handle, language, article, passages, problems)
}

/// Frees a story that was read and is not going to be shown.
#[wasm_bindgen]
pub fn discard(story: u32) {
    drop(taken(story));
}

/// Registers the texts of a language, one per line, and returns whether they are valid.
#[wasm_bindgen]
pub fn add_language(lang: &str, texts: String) -> bool {
    fault::failpoint("add-language", lang);
    texts::add_language(lang, texts)
}

/// Renders the panel of a story into an empty element, and returns the panel's handle, or 0 if there is no such story.
/// `emit` is called with every event.
#[wasm_bindgen]
pub fn mount(story: u32, root: web_sys::Element, options: &Options, emit: Function) -> u32 {
    let Some(story) = taken(story) else { return 0 };
    fault::failpoint("mount", &story.title);
    let props = props(&story, options, &emit);
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    MOUNTED.with_borrow_mut(|mounted| mounted.insert(Mounted { app, story, emit }))
}

/// Renders a panel again with another story and options. If the story is 0, only the options change.
#[wasm_bindgen]
pub fn update(panel: u32, story: u32, options: &Options) {
    let story = taken(story);
    MOUNTED.with_borrow_mut(|mounted| {
        let Some(one) = mounted.get_mut(panel) else { return };
        one.story = story.unwrap_or_else(|| Rc::clone(&one.story));
        fault::failpoint("update", &one.story.title);
        // Yew renders later, in its own microtask, so no code of the page runs during this call.
        one.app.update(props(&one.story, options, &one.emit));
    });
}

/// Performs an action of the reader, or of the page on their behalf: its name and its value, if it has one.
#[wasm_bindgen]
pub fn dispatch(panel: u32, action: &str, value: String) {
    let Some(action) = Action::parse(action, value) else {
        #[cfg(debug_assertions)]
        message::console_error(&format!("claim-panel: there is no action “{action}” with this value"));
        return;
    };
    // The scope is cloned, so that no borrow is held when Yew asks the browser for a microtask.
    let scope = MOUNTED.with_borrow_mut(|mounted| {
        let one = mounted.get_mut(panel)?;
        fault::failpoint("dispatch", &one.story.title);
        Some((*one.app).clone())
    });
    if let Some(scope) = scope {
        scope.send_message(action);
    }
}

/// What a reader shares of a claim, in the fields `title` and `text`.
#[wasm_bindgen]
pub fn share_text(panel: u32, claim: &str) -> JsValue {
    let story = MOUNTED.with_borrow_mut(|mounted| mounted.get_mut(panel).map(|one| Rc::clone(&one.story)));
    let Some(story) = story else { return JsValue::UNDEFINED };
    message::shared_text(&story.title, &share::text(&story, intl::INTL, claim))
}

/// Removes a panel and frees everything that it held.
#[wasm_bindgen]
pub fn unmount(panel: u32) {
    let one = MOUNTED.with_borrow_mut(|mounted| mounted.take(panel));
    if let Some(one) = one {
        fault::failpoint("unmount", &one.story.title);
        one.app.destroy();
    }
}

/// Sets the function that is notified, with a message, when this program panics. Call it first on every instance.
#[wasm_bindgen]
pub fn on_crash(notify: Function) {
    crash::catch(notify);
}

/// Abandons this instance: nothing in it can be trusted after a panic or a trap, and the next call creates a fresh one.
/// JavaScript calls this, since no hook runs after a trap. An instance without stack or memory must still respond, so
/// this needs neither.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Removes a story from those that are not shown yet.
fn taken(story: u32) -> Option<Rc<Story>> {
    STORIES.with_borrow_mut(|stories| stories.take(story))
}

fn props(story: &Rc<Story>, options: &Options, emit: &Function) -> Props {
    let emit = emit.clone();
    Props {
        story: Rc::clone(story),
        heading_level: options.heading_level().unwrap_or(3),
        claim: options.claim().unwrap_or_default(),
        view: options.view().ok().and_then(|name| View::named(&name)).unwrap_or_default(),
        controls: options.controls().map_or(Controls::ALL, Controls),
        on_paper: options.on_paper().unwrap_or_default(),
        target: RenderTarget::Live,
        intl: intl::INTL,
        emit: yew::Callback::from(move |event: Event| {
            // The element only queues events. If it fails nevertheless, nothing can be done here.
            let _ = emit.call1(&JsValue::NULL, &message::event(&event));
        }),
    }
}
