    /// For tags whose attributes come from two places. They have few attributes, so a linear search is fast.
    #[cold]
    fn apply_diff_as_maps(el: &Element, new: &Self, old: &Self) {
        let (new, old) = (new.pairs(), old.pairs());
        for pair in &new {
            if !old.contains(pair) {
                Self::set(el, pair.0, pair.1);
            }
        }
        for (name, value) in &old {
            if !new.iter().any(|(other, _)| other == name) {
                Self::remove(el, name, value);
            }
        }
    }
