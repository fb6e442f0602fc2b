//! Time zones as the browser knows them.

use std::cell::RefCell;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::texts::Clock;

/// The browser's own tables, through `Intl`.
pub const CLOCK: Clock = Clock { offset };

#[wasm_bindgen]
extern "C" {
    type Date;

    #[wasm_bindgen(constructor, catch)]
    fn new(milliseconds: f64) -> Result<Date, JsValue>;

    /// Throws a `RangeError` for a zone that the browser does not know.
    #[wasm_bindgen(method, catch, js_name = toLocaleDateString)]
    fn to_locale_date_string(this: &Date, locale: &str, options: &JsValue) -> Result<String, JsValue>;
}

fn offset(zone: &str, moment: i64) -> Option<i16> {
    let options = Object::new();
    Reflect::set(&options, &"timeZone".into(), &zone.into()).ok()?;
    Reflect::set(&options, &"timeZoneName".into(), &"longOffset".into()).ok()?;
    let date = Date::new(moment as f64 * 60_000.0).ok()?;
    // “8/15/2024, GMT-04:00”; only “GMT” where the zone is UTC.
    let Ok(written) = date.to_locale_date_string("en-US", &options) else {
        warn_once(zone);
        return None;
    };
    let (_, zone) = written.rsplit_once('T')?;
    let Some(ahead) = zone.strip_prefix(['+', '-']) else { return Some(0) };
    let (hours, minutes) = ahead.split_once(':')?;
    let ahead = hours.parse::<u16>().ok()? * 60 + minutes.parse::<u16>().ok()?;
    let ahead = i16::try_from(ahead).ok()?;
    Some(if zone.starts_with('-') { -ahead } else { ahead })
}

thread_local! {
    /// The zone that the page's developer was last warned of.
    static WARNED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Browsers differ in the zones that they know, so that no check of the document can say this.
fn warn_once(zone: &str) {
    if WARNED.with_borrow(|warned| warned != zone) {
        WARNED.set(zone.to_owned());
        gloo::console::warn!(format!(
            "claim-panel: this browser does not know the time zone {zone}; clock times are shown in the zone in which they are written"
        ));
    }
}
