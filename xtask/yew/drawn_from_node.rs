impl Reconcilable for VNode {
    type Bundle = BNode;

    fn attach(
        self,
        root: &BSubtree,
        parent_scope: &AnyScope,
        parent: &Element,
        slot: DomSlot,
    ) -> (DomSlot, Self::Bundle) {
        match self.into_node() {
            Node::VTag(tag) => {
                let (slot, tag) = tag.attach(root, parent_scope, parent, slot);
                (slot, tag.into())
            }
            Node::VText(text) => {
                let (slot, text) = text.attach(root, parent_scope, parent, slot);
                (slot, text.into())
            }
            Node::VComp(component) => {
                let (slot, component) = component.attach(root, parent_scope, parent, slot);
                (slot, component.into())
            }
            Node::VList(list) => {
                let (slot, list) = list.attach(root, parent_scope, parent, slot);
                (slot, list.into())
            }
        }
    }

    fn reconcile_node(
        self,
        root: &BSubtree,
        parent_scope: &AnyScope,
        parent: &Element,
        slot: DomSlot,
        bundle: &mut BNode,
    ) -> DomSlot {
        self.reconcile(root, parent_scope, parent, slot, bundle)
    }

    fn reconcile(
        self,
        root: &BSubtree,
        parent_scope: &AnyScope,
        parent: &Element,
        slot: DomSlot,
        bundle: &mut BNode,
    ) -> DomSlot {
        match self.into_node() {
            Node::VTag(tag) => tag.reconcile_node(root, parent_scope, parent, slot, bundle),
            Node::VText(text) => text.reconcile_node(root, parent_scope, parent, slot, bundle),
            Node::VComp(component) => component.reconcile_node(root, parent_scope, parent, slot, bundle),
            Node::VList(list) => list.reconcile_node(root, parent_scope, parent, slot, bundle),
        }
    }
}
