//! What crosses the boundary: options come in as a plain object, results and events leave as objects with named fields.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::fault;
use crate::view::Event;
use story::model::{Passage, Story};
use story::problem::{Place, Problem};

#[wasm_bindgen]
extern "C" {
    /// The options from the element. The few fields are read directly, since a derived deserializer would add the
    /// formatting of floating-point numbers for errors that nobody sees.
    pub type Options;

    /// The level of the claims' headings, from 2 to 6.
    #[wasm_bindgen(method, getter, catch, js_name = headingLevel)]
    pub fn heading_level(this: &Options) -> Result<u8, JsValue>;

    /// Whether every claim is open.
    #[wasm_bindgen(method, getter, catch, js_name = onPaper)]
    pub fn on_paper(this: &Options) -> Result<bool, JsValue>;

    /// The name of the view to show.
    #[wasm_bindgen(method, getter, catch)]
    pub fn view(this: &Options) -> Result<String, JsValue>;

    /// The controls that readers get: the flags of `view::Controls`.
    #[wasm_bindgen(method, getter, catch)]
    pub fn controls(this: &Options) -> Result<u8, JsValue>;

    /// The id of the claim to open.
    #[wasm_bindgen(method, getter, catch)]
    pub fn claim(this: &Options) -> Result<Option<String>, JsValue>;
}

#[cfg(debug_assertions)]
#[wasm_bindgen]
extern "C" {
    /// Reports a mistake to the developer of the panel.
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    pub fn console_error(message: &str);
}

// JavaScript makes the objects: one call for each object takes less code than setting every field from here.
#[wasm_bindgen(module = "/www/engine/protocol.js")]
extern "C" {
    /// The result of reading a document.
    #[wasm_bindgen(js_name = readResult)]
    pub fn read_result(story: u32, language: Option<&str>, article: &str, passages: Array, problems: Array) -> JsValue;

    /// What a reader shares of a claim.
    #[wasm_bindgen(js_name = sharedText)]
    pub fn shared_text(title: &str, text: &str) -> JsValue;

    fn passage(claim: &str, exact: &str, prefix: &str, suffix: &str) -> JsValue;

    fn diagnostic(
        severity: &str,
        code: &str,
        pointer: &str,
        path: &str,
        line: u32,
        column: u32,
        words: Array,
    ) -> JsValue;

    #[wasm_bindgen(js_name = renderEvent)]
    fn render_event(name: &str, is_unfinished: bool, is_partial: bool) -> JsValue;

    #[wasm_bindgen(js_name = claimEvent)]
    fn claim_event(name: &str, claim: &str, open: bool) -> JsValue;

    #[wasm_bindgen(js_name = viewEvent)]
    fn view_event(name: &str, view: &str) -> JsValue;
}

/// The article's passages that make claims.
pub fn passages(story: &Story) -> Array {
    let rows = Array::new();
    for (_, claim) in story.all_claims() {
        for Passage { exact, prefix, suffix } in &claim.passages {
            let (prefix, suffix) = (prefix.as_deref().unwrap_or_default(), suffix.as_deref().unwrap_or_default());
            rows.push(&passage(&claim.key, exact, prefix, suffix));
        }
    }
    rows
}

/// Diagnostics without their sentences, which are downloaded only if there are diagnostics, but with the words for
/// their placeholders.
pub fn diagnostics(problems: &[Problem]) -> Array {
    let rows = Array::new();
    for problem in problems {
        let Problem { rule, place, .. } = problem;
        let words = Array::new();
        for word in problem.words() {
            words.push(&word.into());
        }
        let Place { pointer, path, line, column } = place;
        rows.push(&diagnostic(rule.severity.word(), rule.code, pointer, path, *line, *column, words));
    }
    rows
}

/// An event of the view as the element receives it.
pub fn event(event: &Event) -> JsValue {
    let name = event.name().text();
    match event {
        Event::FirstRender(is_unfinished) => render_event(name, *is_unfinished, false),
        Event::Progress { is_unfinished, is_partial } => render_event(name, *is_unfinished, *is_partial),
        Event::View(view) => view_event(name, view.name()),
        Event::Select { claim, open } => {
            fault::failpoint("emit", claim);
            claim_event(name, claim, *open)
        }
        Event::Revealed(claim) | Event::Missing(claim) => claim_event(name, claim, false),
    }
}
