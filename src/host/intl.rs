//! The browser's knowledge of languages and time zones, through `www/engine/intl.js`.

use wasm_bindgen::prelude::*;

use crate::texts::Intl;

/// The functions in `www/engine/intl.js` throw only if memory runs out. The text is then empty.
pub const INTL: Intl = Intl {
    offset: |zone, moment| js::offset(zone, moment as f64).ok().flatten(),
    plural: |lang, number| js::plural(lang, number).unwrap_or_default(),
    number: |lang, number| js::number(lang, number).unwrap_or_default(),
    date: |lang, point| {
        let (month, day) = (point.month.unwrap_or_default(), point.day.unwrap_or_default());
        js::date(lang, point.year, month, day).unwrap_or_default()
    },
    time: |lang, hour, minute| js::time(lang, hour, minute).unwrap_or_default(),
    list,
    fold: |text| js::fold(text).unwrap_or_default(),
};

/// The host of an address, as the browser that follows it sends it over the network. It throws for an address that the
/// browser cannot follow.
pub fn host_of(address: &str) -> Option<String> {
    js::host(address).ok()
}

fn list(lang: &str, names: &[String]) -> Vec<String> {
    // Names are passed as lines: one call, and no array. A line break in a name becomes a space.
    let mut lines = String::new();
    for name in names {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.extend(name.chars().map(|c| if c == '\n' { ' ' } else { c }));
    }
    let mut between = Vec::new();
    for one in js::between(lang, &lines).unwrap_or_default().split('\n') {
        between.push(one.to_owned());
    }
    between
}

mod js {
    use super::*;

    #[wasm_bindgen(module = "/www/engine/intl.js")]
    extern "C" {
        #[wasm_bindgen(catch)]
        pub fn offset(zone: &str, moment: f64) -> Result<Option<i16>, JsValue>;
        #[wasm_bindgen(catch)]
        pub fn plural(lang: &str, number: u32) -> Result<String, JsValue>;
        #[wasm_bindgen(catch)]
        pub fn number(lang: &str, number: u32) -> Result<String, JsValue>;
        #[wasm_bindgen(catch)]
        pub fn date(lang: &str, year: u16, month: u8, day: u8) -> Result<String, JsValue>;
        #[wasm_bindgen(catch)]
        pub fn time(lang: &str, hour: u8, minute: u8) -> Result<String, JsValue>;
        #[wasm_bindgen(catch)]
        pub fn between(lang: &str, names: &str) -> Result<String, JsValue>;
        #[wasm_bindgen(catch)]
        pub fn fold(text: &str) -> Result<String, JsValue>;
        #[wasm_bindgen(catch)]
        pub fn host(address: &str) -> Result<String, JsValue>;
    }
}
