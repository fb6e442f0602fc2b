    fn create_element(&self, _: &Element) -> Element {
        const SVG: [&str; 13] = [
            "svg", "path", "text", "g", "circle", "rect", "line", "polyline", "polygon", "ellipse", "defs", "use", "tspan",
        ];
        thread_local! {
            /// An element for each tag, which is cloned.
            static MODELS: RefCell<Vec<(AttrValue, Element)>> = const { RefCell::new(Vec::new()) };
        }
        let tag = self.tag();
        let copied = MODELS.with_borrow(|models| {
            let (_, model) = models.iter().find(|(name, _)| name.as_str() == tag)?;
            model.clone_node().ok()
        });
        if let Some(copy) = copied {
            return copy.unchecked_into();
        }
        let namespace = if SVG.contains(&tag) { SVG_NAMESPACE } else { HTML_NAMESPACE };
        let element = create_element_ns(namespace, tag);
        if let Ok(model) = element.clone_node() {
            MODELS.with_borrow_mut(|models| models.push((AttrValue::from(tag.to_owned()), model.unchecked_into())));
        }
        element
    }
