//! Reports panics of this program to the page, which then asks for a fresh instance.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static NOTIFY: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Sets the function that is notified of the first panic, after which the instance cannot be trusted. Yew installs its
/// own hook unless another one is set before anything is rendered.
pub fn catch(notify: Function) {
    NOTIFY.set(Some(notify));
    yew::set_custom_panic_hook(Box::new(|info| {
        if let Some(notify) = NOTIFY.take() {
            let _ = notify.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()));
        }
    }));
}
