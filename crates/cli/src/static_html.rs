//! The panel as static HTML: the fallback content inside the element until the panel is rendered, and wherever it
//! cannot be.
//!
//! The same components render both, so that both say the same. Without a script, claims open as `<details>`. The HTML
//! is not hydrated: the panel is rendered separately and replaces it.

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use crate::intl::INTL;
use claim_panel::view::state::View;
use claim_panel::view::{App, Controls, Props, RenderTarget};
use story::model::Story;

/// The HTML of a panel, as one element on one line. `heading_level` is the level of the claims' headings, from 2 to 6.
pub fn render(story: Story, heading_level: u8) -> String {
    render_view(Rc::new(story), heading_level, View::Claims)
}

/// The same for any view.
pub fn render_view(story: Rc<Story>, heading_level: u8, view: View) -> String {
    let props = Props {
        story,
        heading_level,
        claim: None,
        view,
        controls: Controls::ALL,
        on_paper: false,
        target: RenderTarget::Static,
        intl: INTL,
        emit: Callback::noop(),
    };
    let renderer = LocalServerRenderer::<App>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}
