impl From<VTag> for VNode {
    #[inline(never)]
    fn from(tag: VTag) -> Self {
        VNode::VTag(Rc::new(tag))
    }
}
