//! The panel as static HTML: what stands inside the element until the panel does, and stays
//! wherever the panel cannot be shown.
//!
//! It is drawn by the same components as the panel, so that both say the same; without a script
//! the claims open as `<details>`. It is not hydrated: the panel is drawn afresh beside it.

use std::rc::Rc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use yew::{Callback, LocalServerRenderer};

use crate::model::Panel;
use crate::texts::Clock;
use crate::view::{App, Form, Props};

/// The time zones of the IANA database that this program carries.
pub const CLOCK: Clock = Clock { offset };

/// The HTML of a panel, one element on one line; `heading_level` is that of the claims, from 2 to 6.
pub fn render(panel: Panel, heading_level: u8) -> String {
    let props = Props {
        panel: Rc::new(panel),
        heading_level,
        claim: None,
        all_open: false,
        form: Form::Static,
        clock: CLOCK,
        emit: Callback::noop(),
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}

fn offset(zone: &str, moment: i64) -> Option<i16> {
    let zone = TimeZone::get(zone).ok()?;
    let moment = Timestamp::from_second(moment.checked_mul(60)?).ok()?;
    i16::try_from(zone.to_offset(moment).seconds() / 60).ok()
}
