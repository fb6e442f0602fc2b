//! What happens when this program panics: it says so. The page then asks for a fresh instance.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::JsValue;

thread_local! {
    static NOTIFY: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Says whom to tell, once: nothing of an instance can be trusted after its first panic. Yew has a hook of its own,
/// which it keeps unless it is given another before anything is drawn.
pub fn catch(notify: Function) {
    NOTIFY.set(Some(notify));
    yew::set_custom_panic_hook(Box::new(|info| {
        if let Some(notify) = NOTIFY.take() {
            let _ = notify.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string()));
        }
    }));
}
