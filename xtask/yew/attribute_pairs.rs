    /// The attributes' names and values.
    pub(crate) fn pairs(&self) -> Vec<(&'static str, &AttributeOrProperty)> {
        let mut pairs = Vec::new();
        match self {
            Self::Static(all) => pairs.extend(all.iter().map(|(name, value)| (*name, value))),
            Self::Dynamic { keys, values } => {
                for (name, value) in keys.iter().zip(values) {
                    if let Some(value) = value {
                        pairs.push((*name, value));
                    }
                }
            }
        }
        pairs
    }
