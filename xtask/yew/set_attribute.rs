fn set(el: &Element, key: &str, value: &AttributeOrProperty) {
        let value = match value {
            AttributeOrProperty::Attribute(value) => value,
            AttributeOrProperty::Static(value) => *value,
        };
        if el.set_attribute(key, value).is_err() {
            panic!("failed to set an attribute");
        }
    }

    fn remove(el: &Element, key: &str, _: &AttributeOrProperty) {
        if el.remove_attribute(key).is_err() {
            panic!("failed to remove an attribute");
        }
    }
