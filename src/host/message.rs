//! What crosses the border, as plain objects.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::problem;
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

/// What became of a document.
#[derive(Serialize)]
pub struct Outcome<'a> {
    /// The panel's handle; 0 where the document was refused.
    handle: u32,
    /// The language whose words are missing; the handle is 0 then, and the document is to be handed in again.
    missing: Option<&'static str>,
    problems: Vec<Problem<'a>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    severity: &'static str,
    code: &'static str,
    pointer: &'a str,
    path: &'a str,
    line: u32,
    column: u32,
    /// What fills the places in the sentences, which are downloaded only where there are problems.
    words: &'a [String],
}

impl<'a> Outcome<'a> {
    /// The document has errors.
    pub fn refused(problems: &'a [problem::Problem]) -> JsValue {
        Self::drawn(0, problems)
    }

    /// The words of this language have to be learnt first.
    pub fn missing(lang: &'static str) -> JsValue {
        to_value(&Self { handle: 0, missing: Some(lang), problems: Vec::new() })
    }

    /// The panel with this handle stands, or will in a microtask.
    pub fn drawn(handle: u32, problems: &'a [problem::Problem]) -> JsValue {
        let problems = problems.iter().map(|problem| Problem {
            severity: problem.rule.severity.word(),
            code: problem.rule.code,
            pointer: &problem.place.pointer,
            path: &problem.place.path,
            line: problem.place.line,
            column: problem.place.column,
            words: problem.words(),
        });
        to_value(&Self { handle, missing: None, problems: problems.collect() })
    }
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Event {
    Drawn,
    Select { claim: String, open: bool },
    View { view: &'static str },
    Visit { claim: String },
    Unfinished,
}

/// An event of the view as the element receives it.
pub fn event(event: view::Event) -> JsValue {
    to_value(&match event {
        view::Event::Drawn => Event::Drawn,
        view::Event::Select { claim, open } => Event::Select { claim, open },
        view::Event::View(view) => Event::View { view: view.name() },
        view::Event::Visit(claim) => Event::Visit { claim },
        view::Event::Unfinished => Event::Unfinished,
    })
}

fn to_value(value: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(value).unwrap_or(JsValue::NULL)
}
