//! There are no listeners to register: see `virtual_dom/listeners.rs`.

use web_sys::Element;

use super::Apply;
use crate::dom_bundle::BSubtree;
use crate::virtual_dom::Listeners;

#[derive(Debug)]
pub(super) struct ListenerRegistration;

impl ListenerRegistration {
    pub fn unregister(&self, _: &BSubtree) {}
}

impl Apply for Listeners {
    type Bundle = ListenerRegistration;
    type Element = Element;

    fn apply(self, _: &BSubtree, _: &Element) -> ListenerRegistration {
        ListenerRegistration
    }

    fn apply_diff(self, _: &BSubtree, _: &Element, _: &mut ListenerRegistration) {}
}
