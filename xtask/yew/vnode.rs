//! A node of the virtual DOM, and a pointer to it. The rest of Yew calls the pointer `VNode`, and `Html`.
//!
//! A view's function returns a pointer in a register. Yew's own node takes three times the space, which costs code
//! wherever one is moved.

use std::borrow::Borrow;
use std::rc::Rc;

use super::{Key, VChild, VComp, VList, VTag, VText};
use crate::html::{BaseComponent, ImplicitClone};
use crate::utils::RcExt;

#[derive(Clone, Debug, PartialEq)]
pub enum VNode {
    VTag(VTag),
    VText(VText),
    VComp(VComp),
    VList(VList),
}

#[derive(Clone, Debug, ImplicitClone, PartialEq)]
#[must_use = "html does not do anything unless returned to Yew for rendering."]
pub struct Pointer(Rc<VNode>);

impl Borrow<VNode> for Pointer {
    fn borrow(&self) -> &VNode {
        &self.0
    }
}

impl Pointer {
    #[inline(never)]
    fn new(node: VNode) -> Self {
        Self(Rc::new(node))
    }

    /// What `html!` calls, in the notation of Yew's enum.
    #[allow(non_snake_case)]
    #[inline(never)]
    pub fn VList(list: Rc<VList>) -> Self {
        Self::from(RcExt::unwrap_or_clone(list))
    }

    #[allow(non_snake_case)]
    pub fn VText(text: VText) -> Self {
        Self::from(text)
    }

    pub(crate) fn into_node(self) -> VNode {
        RcExt::unwrap_or_clone(self.0)
    }

    pub fn key(&self) -> Option<&Key> {
        match &*self.0 {
            VNode::VTag(tag) => tag.key.as_ref(),
            VNode::VText(_) => None,
            VNode::VComp(component) => component.key.as_ref(),
            VNode::VList(list) => list.key.as_ref(),
        }
    }

    pub fn has_key(&self) -> bool {
        self.key().is_some()
    }

    pub fn to_vlist_mut(&mut self) -> &mut VList {
        if !matches!(&*self.0, VNode::VList(_)) {
            *self = VList::from(std::mem::take(self)).into();
        }
        match Rc::make_mut(&mut self.0) {
            VNode::VList(list) => list,
            _ => unreachable!("the node has just become a list"),
        }
    }
}

impl Default for Pointer {
    #[inline(never)]
    fn default() -> Self {
        Self::from(VList::new())
    }
}

impl From<VTag> for Pointer {
    #[inline(never)]
    fn from(tag: VTag) -> Self {
        Self::new(VNode::VTag(tag))
    }
}

impl From<VText> for Pointer {
    #[inline(never)]
    fn from(text: VText) -> Self {
        Self::new(VNode::VText(text))
    }
}

impl From<VComp> for Pointer {
    fn from(component: VComp) -> Self {
        Self::new(VNode::VComp(component))
    }
}

impl From<VList> for Pointer {
    #[inline(never)]
    fn from(list: VList) -> Self {
        Self::new(VNode::VList(list))
    }
}

impl<COMP: BaseComponent> From<VChild<COMP>> for Pointer {
    fn from(child: VChild<COMP>) -> Self {
        Self::from(VComp::from(child))
    }
}

impl<T: ToString> From<T> for Pointer {
    fn from(value: T) -> Self {
        Self::from(VText::new(value.to_string()))
    }
}

impl<A: Into<Pointer>> FromIterator<A> for Pointer {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self {
        Self::from(VList::from_iter(iter.into_iter()))
    }
}
