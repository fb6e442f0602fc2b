//! The panel as static HTML: the fallback content inside the element until the panel is rendered, and wherever it
//! cannot be.
//!
//! The same components render both, so that both say the same. Without a script, claims open as `<details>`. The HTML
//! is not hydrated: the panel is rendered separately and replaces it.

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use crate::intl::INTL;
use claim_panel::view::state::View;
use claim_panel::view::{App, Controls, Form, Props};
use story::model::Panel;

/// The HTML of a panel, as one element on one line. `heading_level` is the level of the claims' headings, from 2 to 6.
pub fn render(panel: Panel, heading_level: u8) -> String {
    render_view(Rc::new(panel), heading_level, View::Claims)
}

/// The same for any view.
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
