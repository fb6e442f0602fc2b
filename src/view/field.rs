//! The one place that touches what readers type or choose.

use yew::TargetCast;

/// What stands in the field, or is chosen in the list, that an event comes from.
#[cfg(target_arch = "wasm32")]
pub fn value(event: &impl TargetCast) -> String {
    // A list to choose from has a `value` as well, which is all that is read.
    event.target_unchecked_into::<web_sys::HtmlInputElement>().value()
}

/// Static HTML has no fields.
#[cfg(not(target_arch = "wasm32"))]
pub fn value(_: &impl TargetCast) -> String {
    String::new()
}
