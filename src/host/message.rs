//! What crosses the border: options as a plain object, outcomes and events as rows.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use crate::fault;
use crate::model::{Panel, Passage};
use crate::problem::Problem;
use crate::view;

#[wasm_bindgen]
extern "C" {
    /// What the element wants of a panel. A few fields are read as they are: a derived reader would
    /// bring the printing of floating-point numbers with it, for sentences that nobody sees.
    pub type Options;

    /// From 2 to 6.
    #[wasm_bindgen(method, getter, catch, js_name = headingLevel)]
    pub fn heading_level(this: &Options) -> Result<u8, JsValue>;

    /// Whether every claim is to stand open.
    #[wasm_bindgen(method, getter, catch, js_name = allOpen)]
    pub fn all_open(this: &Options) -> Result<bool, JsValue>;

    /// The name of the view to show.
    #[wasm_bindgen(method, getter, catch)]
    pub fn view(this: &Options) -> Result<String, JsValue>;

    /// What readers can do: the flags of `view::Controls`.
    #[wasm_bindgen(method, getter, catch)]
    pub fn controls(this: &Options) -> Result<u8, JsValue>;

    /// The id of the claim to open.
    #[wasm_bindgen(method, getter, catch)]
    pub fn claim(this: &Options) -> Result<Option<String>, JsValue>;
}

/// What became of a document: the handle of its panel, or 0 where there is none; then its passages, or the language
/// whose words have to be learnt before it is handed in again; and its problems. Everything goes out as a row without
/// names, which only the other side would read.
pub fn outcome(handle: u32, more: &JsValue, problems: &[Problem]) -> JsValue {
    let rows = Array::new();
    for problem in problems {
        rows.push(&row(problem));
    }
    Array::of3(&handle.into(), more, &rows).into()
}

/// The words of the article in which claims are made: each with the id of its claim before, and what stands around it
/// behind.
pub fn passages(panel: &Panel) -> JsValue {
    let rows = Array::new();
    for claim in &panel.claims {
        for Passage { exact, prefix, suffix } in &claim.passages {
            let (prefix, suffix) = (prefix.as_deref().unwrap_or_default(), suffix.as_deref().unwrap_or_default());
            rows.push(&texts([&claim.key, exact, prefix, suffix]));
        }
    }
    rows.into()
}

/// A row of texts.
#[inline(never)]
fn texts(texts: [&str; 4]) -> Array {
    let row = Array::new();
    for text in texts {
        row.push(&text.into());
    }
    row
}

/// A problem without its sentences, which are downloaded only where there are problems, but with the
/// words that fill the places in them.
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

/// An event of the view as the element receives it: its name, the claim or view that it is about, and whether
/// that is open.
pub fn event(event: &view::Event) -> JsValue {
    let (name, about, open) = match event {
        view::Event::Drawn(is_unfinished) => ("drawn", "", *is_unfinished),
        view::Event::Select { claim, open } => ("select", &**claim, *open),
        view::Event::View(view) => ("view", view.name(), true),
        view::Event::Visit(claim) => ("visit", &**claim, true),
        view::Event::Progress(is_unfinished) => ("progress", "", *is_unfinished),
    };
    fault::at("emit", about);
    Array::of3(&name.into(), &about.into(), &open.into()).into()
}
