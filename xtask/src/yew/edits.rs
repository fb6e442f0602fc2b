//! Every edit that makes the trimmed Yew, by topic. Each topic says why the panel needs none of it.

use super::edit::Change::{self, Body, File, Item, New, Text, Without};

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

pub const TOPICS: [Topic; 14] = [
    Topic {
        why: "The panel has struct components alone: no hooks, no contexts, no sets of classes.",
        edits: &[
            ("Cargo.toml", File(include_str!("../../yew/Cargo.toml"))),
            ("src/lib.rs", File(include_str!("../../yew/lib.rs"))),
            (COMPONENT, Without(1, "mod marker;")),
            (COMPONENT, Without(1, "pub use marker::*;")),
            (HTML, Without(1, "mod classes;")),
            (HTML, Without(1, "pub use classes::*;")),
            (SCOPE, Without(1, "use crate::context::")),
            (SCOPE, Without(2, "pub fn context<")),
        ],
    },
    Topic {
        why: "The element listens for the panel, on its shadow root: a tag in a view has no listeners.",
        edits: &[
            ("src/virtual_dom/listeners.rs", File(include_str!("../../yew/virtual_dom_listeners.rs"))),
            ("src/html/listener/mod.rs", File("//! No events: see `virtual_dom/listeners.rs`.\n")),
            ("src/dom_bundle/btag/listeners.rs", File(include_str!("../../yew/btag_listeners.rs"))),
            ("src/dom_bundle/subtree_root.rs", File(include_str!("../../yew/subtree_root.rs"))),
            (TAG, Text("Key, Listener, Listeners, VNode", "Key, Listeners, VNode")),
            (TAG, Without(1, "pub fn add_listener(")),
            (TAG, Without(1, "pub fn set_listeners(")),
            (DRAWN_TAG, Without(1, "pub use listeners::Registry;")),
            (DRAWN_NODES, Text("use btag::{BTag, Registry};", "use btag::BTag;")),
            (DRAWN_NODES, Without(1, "use subtree_root::EventDescriptor;")),
            (DRAWN_NODES, Text("subtree_root::{set_event_bubbling, BSubtree}", "subtree_root::BSubtree")),
        ],
    },
    Topic {
        why: "A panel draws inside its own shadow root alone.",
        edits: &[
            (HTML, Text("{VNode, VPortal}", "VNode")),
            (HTML, Without(1, "pub fn create_portal(")),
            (NODES, Without(1, "pub mod vportal;")),
            (NODES, Without(1, "pub use self::vportal::")),
            (NODE, Text("VList, VPortal, VSuspense", "VList, VSuspense")),
            (NODE, Without(1, "VPortal(")),
            (NODE, Without(1, "impl From<VPortal>")),
            (NODE, Without(3, "VNode::VPortal(")),
            (DRAWN_NODES, Without(1, "mod bportal;")),
            (DRAWN_NODES, Without(1, "use bportal::")),
            (DRAWN_NODE, Text("BList, BPortal, BRaw", "BList, BRaw")),
            (DRAWN_NODE, Without(1, "Portal(")),
            (DRAWN_NODE, Without(1, "impl From<BPortal>")),
            (DRAWN_NODE, Without(4, "Self::Portal(")),
            (DRAWN_NODE, Without(3, "VNode::VPortal(")),
        ],
    },
    Topic {
        why: "Data is text: nothing is read as HTML.",
        edits: &[
            (NODES, Without(1, "pub mod vraw;")),
            (NODES, Without(1, "pub use self::vraw::")),
            (NODE, Without(1, "use crate::virtual_dom::VRaw;")),
            (NODE, Without(1, "VRaw(VRaw)")),
            (NODE, Without(1, "pub fn from_html_unchecked(")),
            (NODE, Without(3, "VNode::VRaw(")),
            (DRAWN_NODES, Without(1, "mod braw;")),
            (DRAWN_NODES, Without(1, "use braw::")),
            (DRAWN_NODE, Text("BList, BRaw", "BList")),
            (DRAWN_NODE, Without(1, "Raw(BRaw)")),
            (DRAWN_NODE, Without(1, "impl From<BRaw>")),
            (DRAWN_NODE, Without(1, "Self::Raw(_)")),
            (DRAWN_NODE, Without(1, "Self::Raw(raw)")),
            (DRAWN_NODE, Without(2, "Self::Raw(ref")),
            (DRAWN_NODE, Without(3, "VNode::VRaw(")),
        ],
    },
    Topic {
        why: "Views draw tags and texts, and never put in a node that somebody else made.",
        edits: &[
            (NODE, Without(1, "VRef(Node)")),
            (NODE, Without(3, "VNode::VRef(")),
            (DRAWN_NODE, Without(1, "Ref(Node)")),
            (DRAWN_NODE, Without(4, "Self::Ref(")),
            (DRAWN_NODE, Without(3, "VNode::VRef(")),
            // What refers to a drawn tag is empty: without a way to read it, no view can use it.
            (HTML, Text("pub struct NodeRef(Rc<RefCell<NodeRefInner>>);", "pub struct NodeRef;")),
            (
                HTML,
                Item(
                    "impl PartialEq for NodeRef",
                    "impl PartialEq for NodeRef {\n    fn eq(&self, _: &Self) -> bool {\n        true\n    }\n}",
                ),
            ),
            (HTML, Without(1, "impl std::fmt::Debug for NodeRef")),
            (HTML, Text("#[derive(Default, Clone, ImplicitClone)]", "#[derive(Default, Clone, Debug, ImplicitClone)]")),
            (HTML, Without(1, "struct NodeRefInner")),
            (HTML, Without(1, "impl NodeRef {\n    /// Get the")),
            (HTML, Without(1, "mod feat_csr {")),
            (DRAWN_TAG, Without(1, "if self.node_ref.get()")),
            (DRAWN_TAG, Without(1, "if self.node_ref != tag.node_ref &&")),
            (DRAWN_TAG, Without(1, "if self.node_ref != tag.node_ref {")),
            (DRAWN_TAG, Without(1, "node_ref.set(Some(el.clone().into()));")),
        ],
    },
    Topic {
        why: "All that a panel waits for has come before its first draw, so that no view suspends.",
        edits: &[
            ("src/html/error.rs", File(include_str!("../../yew/error.rs"))),
            (NODES, Without(1, "pub mod vsuspense;")),
            (NODES, Without(1, "pub use self::vsuspense::")),
            (NODE, Text("VList, VSuspense", "VList")),
            (NODE, Without(1, "VSuspense(")),
            (NODE, Without(1, "impl From<VSuspense>")),
            (NODE, Without(3, "VNode::VSuspense(")),
            (DRAWN_NODES, Without(1, "mod bsuspense;")),
            (DRAWN_NODES, Without(1, "use bsuspense::")),
            (DRAWN_NODE, Text("BSubtree, BSuspense", "BSubtree")),
            (DRAWN_NODE, Without(1, "Suspense(")),
            (DRAWN_NODE, Without(1, "impl From<BSuspense>")),
            (DRAWN_NODE, Without(4, "Self::Suspense(")),
            (DRAWN_NODE, Without(3, "VNode::VSuspense(")),
            (LIFECYCLE, Without(1, "use crate::suspense::")),
            (LIFECYCLE, Without(1, "suspension: Option<Suspension>")),
            (LIFECYCLE, Without(1, "suspension: None")),
            (LIFECYCLE, Without(1, "fn resume_existing_suspension(")),
            (LIFECYCLE, Without(2, "self.resume_existing_suspension();")),
            (LIFECYCLE, Without(1, "fn suspend(")),
            (LIFECYCLE, Item("Err(RenderError::Suspended(", "Err(never) => match never {},")),
            (LIFECYCLE, Text("if self.suspension.is_none() {", "{")),
        ],
    },
    Topic {
        why: "No field has several lines. A tag that `html!` is given at run time may be one by name, without a value.",
        edits: &[
            (
                TAG,
                Text(
                    "{HtmlInputElement as InputElement, HtmlTextAreaElement as TextAreaElement}",
                    "HtmlInputElement as InputElement",
                ),
            ),
            (TAG, Without(1, "pub(crate) struct TextareaFields")),
            (TAG, Without(1, "Textarea(TextareaFields)")),
            (TAG, Without(1, "\"textarea\" =>")),
            (TAG, Item("pub fn __new_textarea(", include_str!("../../yew/new_textarea.rs"))),
            (TAG, Without(4, "VTagInner::Textarea")),
            (TAG, Without(1, "(Textarea (")),
            (DRAWN_TAG, Text("{Element, HtmlTextAreaElement as TextAreaElement}", "Element")),
            (
                DRAWN_TAG,
                Text("InputFields, TextareaFields, VTagInner, Value,", "InputFields, VTagInner, HTML_NAMESPACE,"),
            ),
            (DRAWN_TAG, Without(1, "Textarea {")),
            (DRAWN_TAG, Without(2, "VTagInner::Textarea(f)")),
            (DRAWN_TAG, Without(1, "(VTagInner::Textarea")),
            (DRAWN_TAG, Without(1, "(\n                VTagInner::Textarea")),
            (DRAWN_TAG, Without(1, "BTagInner::Textarea {")),
            (
                DRAWN_ATTRIBUTES,
                Text(
                    "{Element, HtmlInputElement as InputElement, HtmlTextAreaElement as TextAreaElement}",
                    "{Element, HtmlInputElement as InputElement}",
                ),
            ),
            (DRAWN_ATTRIBUTES, Text("{InputFields, TextareaFields, Value}", "{InputFields, Value}")),
            (
                DRAWN_ATTRIBUTES,
                Text("impl_access_value! {InputElement TextAreaElement}", "impl_access_value! {InputElement}"),
            ),
            (DRAWN_ATTRIBUTES, Without(1, "impl Apply for TextareaFields")),
        ],
    },
    Topic {
        why: "Views write attributes and no properties, and every attribute by its name, so that rows do for maps.",
        edits: &[
            (NODES, Without(1, "use indexmap::IndexMap;")),
            (NODES, Without(1, "Property(JsValue)")),
            (NODES, Without(1, "IndexMap(Rc<")),
            (NODES, Item("pub fn iter<'a>", include_str!("../../yew/attribute_pairs.rs"))),
            (NODES, Without(1, "pub fn get_mut_index_map(")),
            (NODES, Without(3, "impl From<IndexMap<")),
            (TAG, Without(1, "pub fn add_attribute(")),
            (TAG, Without(1, "pub fn add_property(")),
            (TAG, Without(1, "pub fn __macro_push_attr(")),
            (PROPERTIES, Text("unsync::{IArray, IMap}", "unsync::IArray")),
            (PROPERTIES, Without(2, "impl<K: Eq + std::hash::Hash")),
            (DRAWN_ATTRIBUTES, Without(1, "use indexmap::IndexMap;")),
            (DRAWN_ATTRIBUTES, Without(1, "fn apply_diff_index_maps(")),
            (DRAWN_ATTRIBUTES, Item("fn apply_diff_as_maps<", include_str!("../../yew/attribute_difference.rs"))),
            (DRAWN_ATTRIBUTES, Without(1, "Self::IndexMap(")),
            (DRAWN_ATTRIBUTES, Without(1, "(Self::IndexMap(")),
        ],
    },
    Topic {
        why: "The keys of a list are found in a table of our own: the standard one hashes at random, for keys from outside.",
        edits: &[
            (LIST, Text("impl Eq for KeyedEntry {}", include_str!("../../yew/spares.rs"))),
            (LIST, Text("HashSet<KeyedEntry> = HashSet::", "Spares = Spares::")),
        ],
    },
    Topic {
        why: "Elements are copied from one of each tag; a namespace follows from the tag, since no view mixes them.",
        edits: &[(DRAWN_TAG, Item("fn create_element(", include_str!("../../yew/create_element.rs")))],
    },
    Topic {
        why: "The element hands in an empty root, in a page; a panic says what failed, and the page's console is left alone.",
        edits: &[
            ("src/dom_bundle/document.rs", New(include_str!("../../yew/document.rs"))),
            (DRAWN_NODES, Text("mod position;", "mod document;\nmod position;")),
            (DRAWN_TAG, Text("use gloo::utils::document;", "use crate::dom_bundle::document::create_element_ns;")),
            (TEXT, Text("use gloo::utils::document;", "use super::document::create_text_node;")),
            (
                TEXT,
                Text("let text_node = document().create_text_node(&text);", "let text_node = create_text_node(&text);"),
            ),
            (POSITION, Body("pub(super) fn insert(", include_str!("../../yew/insert.rs"))),
            (DRAWN_ATTRIBUTES, Without(1, "fn remove(el: &Element")),
            (DRAWN_ATTRIBUTES, Item("fn set(el: &Element", include_str!("../../yew/set_attribute.rs"))),
            (APP, Without(1, "clear_element(&host);")),
            (APP, Without(1, "fn clear_element(")),
            (RENDERER, Without(1, "impl<COMP> Default for Renderer<COMP>")),
            (RENDERER, Without(1, "pub fn new() -> Self")),
            (RENDERER, Without(1, "pub fn with_props(")),
        ],
    },
    Topic {
        why: "A tag is made in one function instead of wherever a view has one, since size counts more than a call.",
        edits: &[
            (TAG, Text("pub fn __new_other(", "#[inline(never)]\n    pub fn __new_other(")),
            (NODE, Item("impl From<VTag> for VNode", include_str!("../../yew/node_from_tag.rs"))),
        ],
    },
    Topic {
        why: "Components are queued in the order of their ids already, and one callback does for every microtask.",
        edits: &[
            (SCHEDULER, Without(1, "use std::collections::BTreeMap;")),
            (
                SCHEDULER,
                Body("struct TopologicalQueue", "\n    first: usize,\n    inner: Vec<(usize, Option<QueueEntry>)>,\n"),
            ),
            (SCHEDULER, Body("impl TopologicalQueue", include_str!("../../yew/queue.rs"))),
            (SCHEDULER, Text("impl Scheduler {", include_str!("../../yew/scheduler.rs"))),
            (
                SCHEDULER,
                Text(
                    "RefCell<Scheduler> = Default::default();",
                    "RefCell<Scheduler> = const { RefCell::new(Scheduler::new()) };",
                ),
            ),
            (SCHEDULER, Without(1, "use crate::platform::spawn_local;")),
            (SCHEDULER, Text("    const YIELD_DEADLINE_MS: f64 = 16.0;", include_str!("../../yew/microtask.rs"))),
            (SCHEDULER, Item("spawn_local(async {", "RUN.with(|run| queue_microtask(run.as_ref().unchecked_ref()));")),
            (SCHEDULER, Item("let cb = Closure::", "")),
            (SCHEDULER, Item("set_timeout(cb", "RUN.with(|run| set_timeout(run.as_ref().unchecked_ref(), 0));")),
            (SCOPE, Without(1, "use futures::")),
            (SCOPE, Without(1, "use crate::platform::spawn_local;")),
            (SCOPE, Without(1, "pub fn send_future<")),
            (SCOPE, Without(1, "pub fn callback_future<")),
            (SCOPE, Without(1, "pub fn send_future_batch<")),
            (SCOPE, Without(1, "pub fn send_stream<")),
        ],
    },
    Topic {
        why: "`host::crash` sets a panic hook before anything is drawn.",
        edits: &[(RENDERER, Body("fn set_default_panic_hook()", ""))],
    },
];
