//! The edits that make the trimmed Yew, grouped by topic, in the order in which they are applied.

mod left_out;
mod replaced;

use super::edit::Change;

/// Edits that belong together, and why they are safe.
pub struct Topic {
    pub why: &'static str,
    pub edits: &'static [(&'static str, Change)],
}

const NODE: &str = "src/virtual_dom/vnode.rs";
const NODES: &str = "src/virtual_dom/mod.rs";
const TAG: &str = "src/virtual_dom/vtag.rs";
const DRAWN_NODE: &str = "src/dom_bundle/bnode.rs";
const DRAWN_NODES: &str = "src/dom_bundle/mod.rs";
const DRAWN_TAG: &str = "src/dom_bundle/btag/mod.rs";
const DRAWN_ATTRIBUTES: &str = "src/dom_bundle/btag/attributes.rs";
const LIST: &str = "src/dom_bundle/blist.rs";
const HTML: &str = "src/html/mod.rs";
const COMPONENT: &str = "src/html/component/mod.rs";
const LIFECYCLE: &str = "src/html/component/lifecycle.rs";
const SCOPE: &str = "src/html/component/scope.rs";
const PROPERTIES: &str = "src/html/conversion/into_prop_value.rs";
const SCHEDULER: &str = "src/scheduler.rs";
const RENDERER: &str = "src/renderer.rs";
const POSITION: &str = "src/dom_bundle/position.rs";
const TEXT: &str = "src/dom_bundle/btext.rs";
const APP: &str = "src/app_handle.rs";

pub fn topics() -> impl Iterator<Item = &'static Topic> {
    left_out::LEFT_OUT.iter().chain(&replaced::REPLACED)
}
