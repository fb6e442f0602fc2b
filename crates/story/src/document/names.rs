//! A map from names to numbers.

/// A map from names to numbers, as a list sorted by name. It adds a tenth of the code that a
/// `BTreeMap` adds to the WebAssembly, and the limit on a document's items bounds its cost.
#[derive(Debug, Default)]
pub(crate) struct Names<'a>(Vec<(&'a str, u32)>);

impl<'a> Names<'a> {
    /// Adds a name unless it is present; returns whether it was added.
    pub(crate) fn add(&mut self, name: &'a str, number: u32) -> bool {
        match self.search(name) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, (name, number));
                true
            }
        }
    }

    /// The number of a name.
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.search(name).ok().and_then(|place| self.0.get(place)).map(|(_, number)| *number)
    }

    /// All names in sorted order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|(name, _)| *name)
    }

    #[inline(never)]
    fn search(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| (*other).cmp(name))
    }
}
