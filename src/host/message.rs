//! What crosses the boundary: options as a plain object, outcomes and events as arrays.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::fault;
use crate::view;
use story::model::{Passage, Story};
use story::problem::Problem;

#[wasm_bindgen]
extern "C" {
    /// The options from the element. The few fields are read directly, since a derived deserializer would add the
    /// formatting of floating-point numbers for errors that nobody sees.
    pub type Options;

    /// The level of the claims' headings, from 2 to 6.
    #[wasm_bindgen(method, getter, catch, js_name = headingLevel)]
    pub fn heading_level(this: &Options) -> Result<u8, JsValue>;

    /// Whether every claim is open.
    #[wasm_bindgen(method, getter, catch, js_name = allOpen)]
    pub fn all_open(this: &Options) -> Result<bool, JsValue>;

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

/// The outcome of reading a document: the handle of its panel or 0; its passages, or the language whose texts have to
/// be registered before another attempt; and its diagnostics. Everything is an array, since only the other side would
/// read field names.
pub fn outcome(handle: u32, more: &JsValue, problems: &[Problem]) -> JsValue {
    let rows = Array::new();
    for problem in problems {
        rows.push(&row(problem));
    }
    Array::of3(&handle.into(), more, &rows).into()
}

/// The article's passages that make claims: for each one the claim's id, the words, and the words before and after
/// them.
pub fn passages(story: &Story) -> JsValue {
    let rows = Array::new();
    for (_, claim) in story.all_claims() {
        for Passage { exact, prefix, suffix } in &claim.passages {
            let (prefix, suffix) = (prefix.as_deref().unwrap_or_default(), suffix.as_deref().unwrap_or_default());
            rows.push(&texts([&claim.key, exact, prefix, suffix]));
        }
    }
    rows.into()
}

/// An array of texts.
#[inline(never)]
fn texts(texts: [&str; 4]) -> Array {
    let row = Array::new();
    for text in texts {
        row.push(&text.into());
    }
    row
}

/// A diagnostic without its sentences, which are downloaded only if there are diagnostics, but with the words for their
/// placeholders.
fn row(problem: &Problem) -> JsValue {
    let Problem { rule, place, .. } = problem;
    let row = texts([rule.severity.word(), rule.code, &place.pointer, &place.path]);
    row.push(&place.line.into());
    row.push(&place.column.into());
    let words = Array::new();
    for word in problem.words() {
        words.push(&word.into());
    }
    row.push(&words);
    row.into()
}

/// An event of the view as the element receives it: its name, the claim or view that it concerns, and whether that is
/// open.
pub fn event(event: &view::Event) -> JsValue {
    let (name, about, open) = match event {
        view::Event::FirstRender(is_unfinished) => ("drawn", "", *is_unfinished),
        view::Event::Select { claim, open } => ("select", &**claim, *open),
        view::Event::View(view) => ("view", view.name(), true),
        view::Event::Visit(claim) => ("visit", &**claim, true),
        view::Event::Progress(is_unfinished) => ("progress", "", *is_unfinished),
    };
    fault::failpoint("emit", about);
    Array::of3(&name.into(), &about.into(), &open.into()).into()
}
