//! What the browser knows of languages and time zones, through `www/intl.js`.

use wasm_bindgen::prelude::*;

use crate::model::Point;
use crate::texts::Intl;

/// The browser's own tables. Where it has none for a language, or refuses its tag, the plain form is used.
pub const INTL: Intl = Intl {
    offset: |zone, moment| js::offset(zone, moment as f64).ok().flatten(),
    plural: |lang, number| js::plural(lang, number).unwrap_or_else(|_| (Intl::NONE.plural)(lang, number)),
    number: |lang, number| js::number(lang, number).unwrap_or_else(|_| (Intl::NONE.number)(lang, number)),
    date,
    time: |lang, hour, minute| js::time(lang, hour, minute).unwrap_or_else(|_| (Intl::NONE.time)(lang, hour, minute)),
    list,
    fold: |text| js::fold(text).unwrap_or_else(|_| text.to_owned()),
};

fn date(lang: &str, point: &Point) -> String {
    let (month, day) = (point.month.unwrap_or_default(), point.day.unwrap_or_default());
    js::date(lang, point.year, month, day).unwrap_or_else(|_| (Intl::NONE.date)(lang, point))
}

fn list(lang: &str, names: &[String]) -> Vec<String> {
    // Names go over as lines: one call and no list. A line break in a name is as good as a blank.
    let lines: Vec<String> = names.iter().map(|name| name.replace('\n', " ")).collect();
    match js::between(lang, &lines.join("\n")) {
        Ok(between) => between.split('\n').map(str::to_owned).collect(),
        Err(_) => (Intl::NONE.list)(lang, names),
    }
}

mod js {
    use super::*;

    #[wasm_bindgen(module = "/www/intl.js")]
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
    }
}
