//! Only listeners need a root. Without a mark on the root's element, a host page that is a Yew program
//! does not mistake a click in the panel for a click in one of its own roots.

use web_sys::Element;

#[derive(Clone, Debug)]
pub struct BSubtree;

impl BSubtree {
    pub fn create_root(_: &Element) -> Self {
        Self
    }
}
