//! The boundary to the page: the only functions that JavaScript calls.
//!
//! The custom element in `www/` passes bytes and an empty `<div>`, and receives handles, diagnostics and events as
//! arrays. Nothing here throws, and no borrow is held while JavaScript runs, because an exception that unwinds through
//! a Rust frame would leave the borrow active.

mod crash;
mod intl;
mod message;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use yew::AppHandle;

use crate::fault;
use crate::texts;
use crate::view::state::{Action, View};
use crate::view::{App, Controls, Event, Props, RenderTarget};
use message::{Options, outcome};
use story::check;
use story::model::Story;

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A mounted panel.
struct Mounted {
    app: AppHandle<App>,
    story: Rc<Story>,
    emit: Function,
}

thread_local! {
    /// Indexed by handle minus one.
    static MOUNTED: RefCell<Vec<Option<Mounted>>> = const { RefCell::new(Vec::new()) };
}

/// Reads a document and renders its panel into an empty element. `emit` is called with every event.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, bytes: &[u8], options: &Options, emit: Function) -> JsValue {
    let reading = read(bytes);
    let Some(story) = reading.story.map(Rc::new) else {
        return outcome(0, &JsValue::UNDEFINED, &reading.problems);
    };
    if let Some(lang) = texts::missing(&story.lang) {
        return outcome(0, &lang.into(), &[]);
    }
    fault::failpoint("mount", &story.title);
    let props = props(&story, options, &emit);
    let app = yew::Renderer::<App>::with_root_and_props(root, props).render();
    let passages = message::passages(&story);
    let one = Some(Mounted { app, story, emit });
    let place = MOUNTED.with_borrow_mut(|mounted| match mounted.iter_mut().position(|free| free.is_none()) {
        Some(place) => {
            mounted.get_mut(place).and_then(|free| std::mem::replace(free, one));
            place
        }
        None => {
            mounted.push(one);
            mounted.len() - 1
        }
    });
    outcome(place as u32 + 1, &passages, &reading.problems)
}

/// Renders a panel again with another document, or without one only with other options. A document that is refused
/// changes nothing, and the outcome then has the handle 0.
#[wasm_bindgen]
pub fn update(handle: u32, bytes: Option<Box<[u8]>>, options: &Options) -> JsValue {
    let reading = bytes.map(|bytes| read(&bytes));
    let (story, problems) = match reading {
        None => (None, Vec::new()),
        Some(check::Checked { story: Some(story), problems }) => (Some(Rc::new(story)), problems),
        Some(check::Checked { story: None, problems }) => return outcome(0, &JsValue::UNDEFINED, &problems),
    };
    if let Some(lang) = story.as_ref().and_then(|story| texts::missing(&story.lang)) {
        return outcome(0, &lang.into(), &[]);
    }
    let passages = story.as_ref().map_or(JsValue::UNDEFINED, |story| message::passages(story));
    let is_known = MOUNTED.with_borrow_mut(|mounted| {
        let Some(Some(one)) = mounted.get_mut(place(handle)) else { return false };
        one.story = story.unwrap_or_else(|| Rc::clone(&one.story));
        fault::failpoint("update", &one.story.title);
        // Yew renders later, in its own microtask, so no code of the page runs during this call.
        one.app.update(props(&one.story, options, &one.emit));
        true
    });
    outcome(if is_known { handle } else { 0 }, &passages, &problems)
}

/// Registers the texts of a language, one per line, and returns whether they are valid.
#[wasm_bindgen]
pub fn learn(lang: &str, words: String) -> bool {
    fault::failpoint("learn", lang);
    texts::learn(lang, words)
}

/// Performs an action of the reader, or of the page on their behalf: its name and its value, if it has one. An unknown
/// action does nothing.
#[wasm_bindgen]
pub fn act(handle: u32, action: &str, value: String) {
    let Some(action) = Action::named(action, value) else { return };
    // The scope is cloned, so that no borrow is held when Yew asks the browser for a microtask.
    let scope = MOUNTED.with_borrow(|mounted| match mounted.get(place(handle)) {
        Some(Some(one)) => {
            fault::failpoint("act", &one.story.title);
            Some((*one.app).clone())
        }
        _ => None,
    });
    if let Some(scope) = scope {
        scope.send_message(action);
    }
}

/// Removes a panel and frees everything that it held.
#[wasm_bindgen]
pub fn unmount(handle: u32) {
    let one = MOUNTED.with_borrow_mut(|mounted| mounted.get_mut(place(handle)).and_then(Option::take));
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

/// Reads and checks a document.
fn read(bytes: &[u8]) -> check::Checked {
    fault::failpoint("read", bytes);
    let reading = check::read(bytes);
    if let Some(story) = &reading.story {
        fault::failpoint("panel", &story.title);
    }
    reading
}

/// The index of a panel. The handle 0 has none.
fn place(handle: u32) -> usize {
    handle.wrapping_sub(1) as usize
}

fn props(story: &Rc<Story>, options: &Options, emit: &Function) -> Props {
    let emit = emit.clone();
    Props {
        story: Rc::clone(story),
        heading_level: options.heading_level().unwrap_or(3),
        claim: options.claim().unwrap_or_default(),
        view: options.view().ok().and_then(|name| View::named(&name)).unwrap_or_default(),
        controls: options.controls().map_or(Controls::ALL, Controls),
        all_open: options.all_open().unwrap_or_default(),
        target: RenderTarget::Live,
        intl: intl::INTL,
        emit: yew::Callback::from(move |event: Event| {
            // The element only queues events. If it fails nevertheless, nothing can be done here.
            let _ = emit.call1(&JsValue::NULL, &message::event(&event));
        }),
    }
}
