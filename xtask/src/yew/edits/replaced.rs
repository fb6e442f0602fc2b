//! Replaces parts of Yew with code that does the same for a panel in fewer bytes.

use super::{
    APP, DRAWN_ATTRIBUTES, DRAWN_NODE, DRAWN_NODES, DRAWN_TAG, LIST, NODE, NODES, POSITION, PROPERTIES, RENDERER,
    SCHEDULER, SCOPE, TAG, TEXT, Topic,
};
use crate::yew::edit::Change::{Body, File, Item, New, Text, Without};

pub const REPLACED: [Topic; 10] = [
    Topic {
        why: "Views write attributes and no properties, and every attribute by its name, so that rows do for maps.",
        edits: &[
            (NODES, Without(1, "use indexmap::IndexMap;")),
            (NODES, Without(1, "Property(JsValue)")),
            (NODES, Without(1, "IndexMap(Rc<")),
            (NODES, Item("pub fn iter<'a>", include_str!("../../../yew/attribute_pairs.rs"))),
            (NODES, Without(1, "pub fn get_mut_index_map(")),
            (NODES, Without(3, "impl From<IndexMap<")),
            (TAG, Without(1, "pub fn add_attribute(")),
            (TAG, Without(1, "pub fn add_property(")),
            (TAG, Without(1, "pub fn __macro_push_attr(")),
            (PROPERTIES, Text("unsync::{IArray, IMap}", "unsync::IArray")),
            (PROPERTIES, Without(2, "impl<K: Eq + std::hash::Hash")),
            (DRAWN_ATTRIBUTES, Without(1, "use indexmap::IndexMap;")),
            (DRAWN_ATTRIBUTES, Without(1, "fn apply_diff_index_maps(")),
            (DRAWN_ATTRIBUTES, Item("fn apply_diff_as_maps<", include_str!("../../../yew/attribute_difference.rs"))),
            (DRAWN_ATTRIBUTES, Without(1, "Self::IndexMap(")),
            (DRAWN_ATTRIBUTES, Without(1, "(Self::IndexMap(")),
        ],
    },
    Topic {
        why: "The keys of a list are found in a table of our own: the standard one hashes at random, for keys from outside.",
        edits: &[
            (LIST, Text("impl Eq for KeyedEntry {}", include_str!("../../../yew/spares.rs"))),
            (LIST, Text("HashSet<KeyedEntry> = HashSet::", "Spares = Spares::")),
        ],
    },
    Topic {
        why: "Elements are copied from one of each tag; a namespace follows from the tag, since no view mixes them.",
        edits: &[(DRAWN_TAG, Item("fn create_element(", include_str!("../../../yew/create_element.rs")))],
    },
    Topic {
        why: "An element enters the page once it is filled: a browser does more for each node that is inserted into a page.",
        edits: &[
            (DRAWN_TAG, Without(1, "slot.insert(parent, &el);")),
            (
                DRAWN_TAG,
                Text(
                    "(\n            DomSlot::at(el.clone().into()),",
                    "slot.insert(parent, &el);\n        (\n            DomSlot::at(el.clone().into()),",
                ),
            ),
        ],
    },
    Topic {
        why: "The element hands in an empty root, in a page; a panic says what failed, and the page's console is left alone.",
        edits: &[
            ("src/dom_bundle/document.rs", New(include_str!("../../../yew/document.rs"))),
            (DRAWN_NODES, Text("mod position;", "mod document;\nmod position;")),
            (DRAWN_TAG, Text("use gloo::utils::document;", "use crate::dom_bundle::document::create_element_ns;")),
            (TEXT, Text("use gloo::utils::document;", "use super::document::create_text_node;")),
            (
                TEXT,
                Text("let text_node = document().create_text_node(&text);", "let text_node = create_text_node(&text);"),
            ),
            // A marker in debug builds, which only hydration could encounter.
            (POSITION, Without(1, "thread_local! {")),
            (POSITION, Body("pub fn is_trap(", " false ")),
            (POSITION, Body("pub(super) fn insert(", include_str!("../../../yew/insert.rs"))),
            (DRAWN_ATTRIBUTES, Without(1, "fn remove(el: &Element")),
            (DRAWN_ATTRIBUTES, Item("fn set(el: &Element", include_str!("../../../yew/set_attribute.rs"))),
            (APP, Without(1, "clear_element(&host);")),
            (APP, Without(1, "fn clear_element(")),
            (RENDERER, Without(1, "impl<COMP> Default for Renderer<COMP>")),
            (RENDERER, Without(1, "pub fn new() -> Self")),
            (RENDERER, Without(1, "pub fn with_props(")),
        ],
    },
    Topic {
        why: "A tag is made in one function instead of wherever a view has one, since size counts more than a call.",
        edits: &[(TAG, Text("pub fn __new_other(", "#[inline(never)]\n    pub fn __new_other("))],
    },
    Topic {
        why: "A node is one pointer, so that functions return it in a register, and views move it with one instruction.",
        edits: &[
            (NODE, File(include_str!("../../../yew/vnode.rs"))),
            (
                DRAWN_NODE,
                Text(
                    "virtual_dom::{Key, VNode}",
                    "virtual_dom::vnode::VNode as Node;\nuse crate::virtual_dom::{Key, VNode}",
                ),
            ),
            (DRAWN_NODE, Without(1, "use crate::utils::RcExt;")),
            (DRAWN_NODE, Text("use web_sys::{Element, Node};", "use web_sys::Element;")),
            (DRAWN_NODE, Item("impl Reconcilable for VNode {", include_str!("../../../yew/drawn_from_node.rs"))),
            (NODES, Text("pub use self::vnode::VNode;", "pub use self::vnode::Pointer as VNode;")),
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
            (SCHEDULER, Body("impl TopologicalQueue", include_str!("../../../yew/queue.rs"))),
            (SCHEDULER, Text("impl Scheduler {", include_str!("../../../yew/scheduler.rs"))),
            (
                SCHEDULER,
                Text(
                    "RefCell<Scheduler> = Default::default();",
                    "RefCell<Scheduler> = const { RefCell::new(Scheduler::new()) };",
                ),
            ),
            (SCHEDULER, Without(1, "use crate::platform::spawn_local;")),
            (SCHEDULER, Text("    const YIELD_DEADLINE_MS: f64 = 16.0;", include_str!("../../../yew/microtask.rs"))),
            (SCHEDULER, Item("spawn_local(async {", "RUN.with(|run| queue_microtask(run.as_ref().unchecked_ref()));")),
            (SCOPE, Without(1, "use futures::")),
            (SCOPE, Without(1, "use crate::platform::spawn_local;")),
            (SCOPE, Without(1, "pub fn send_future<")),
            (SCOPE, Without(1, "pub fn callback_future<")),
            (SCOPE, Without(1, "pub fn send_future_batch<")),
            (SCOPE, Without(1, "pub fn send_stream<")),
        ],
    },
    Topic {
        why: "Paper does not wait for a timer. A pass renders no more than the panel's own limit.",
        edits: &[
            (SCHEDULER, Item("let deadline = ", "")),
            (SCHEDULER, Item("if js_sys::Date::now()", "")),
            (SCHEDULER, Item("fn set_timeout(", "")),
            (SCHEDULER, Without(1, "fn can_yield(")),
        ],
    },
    Topic {
        why: "`host::crash` sets a panic hook before anything is drawn.",
        edits: &[(RENDERER, Body("fn set_default_panic_hook()", ""))],
    },
];
