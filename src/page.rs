//! The panel as static HTML: what stands inside the element until the panel does, and stays
//! wherever the panel cannot be shown.
//!
//! It is drawn by the same components as the panel, so that both say the same; without a script
//! the claims open as `<details>`. It is not hydrated: the panel is drawn afresh beside it.

mod intl;

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use crate::model::Panel;
use crate::view::state::View;
use crate::view::{App, Controls, Form, Props};
pub use intl::INTL;

/// The HTML of a panel, one element on one line; `heading_level` is that of the claims, from 2 to 6.
pub fn render(panel: Panel, heading_level: u8) -> String {
    render_view(Rc::new(panel), heading_level, View::Claims)
}

/// The same for any of the views.
pub fn render_view(panel: Rc<Panel>, heading_level: u8, view: View) -> String {
    let props = Props {
        panel,
        heading_level,
        claim: None,
        view,
        controls: Controls::ALL,
        all_open: false,
        form: Form::Static,
        intl: INTL,
        emit: Callback::noop(),
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}
