pub fn __new_textarea(
        _: Option<std::convert::Infallible>,
        _: Option<std::convert::Infallible>,
        node_ref: NodeRef,
        key: Option<Key>,
        attributes: Attributes,
        listeners: Listeners,
    ) -> Self {
        Self::__new_other("textarea".into(), node_ref, key, attributes, listeners, VNode::default())
    }
