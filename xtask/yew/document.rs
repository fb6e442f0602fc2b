//! Creates nodes through the global `document`, without first reading the window and its document.

use wasm_bindgen::prelude::*;
use web_sys::{Element, Text};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    pub fn create_element_ns(namespace: &str, tag: &str) -> Element;

    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub fn create_text_node(text: &str) -> Text;
}
