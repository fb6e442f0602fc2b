//! A map from names to numbers.

/// Number of names in a chunk above which it is halved.
const MAX_CHUNK_NAMES: usize = 256;

/// A map from names to numbers, as a list sorted by name. It adds a fraction of the code that a `BTreeMap` adds to the
/// WebAssembly. The list is in chunks, so that inserting a name moves few others.
#[derive(Debug, Default)]
pub(crate) struct Names<'a>(Vec<Vec<(&'a str, u32)>>);

impl<'a> Names<'a> {
    /// Adds a name unless it is present; returns whether it was added.
    pub(crate) fn add(&mut self, name: &'a str, number: u32) -> bool {
        let (place, found) = self.search(name);
        let Err(inside) = found else { return false };
        match self.0.get_mut(place) {
            None => self.0.push(vec![(name, number)]),
            Some(chunk) => {
                chunk.insert(inside, (name, number));
                if chunk.len() > MAX_CHUNK_NAMES {
                    let half = chunk.split_off(MAX_CHUNK_NAMES / 2);
                    self.0.insert(place + 1, half);
                }
            }
        }
        true
    }

    /// The number of a name.
    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        let (place, found) = self.search(name);
        self.0.get(place)?.get(found.ok()?).map(|(_, number)| *number)
    }

    /// All names in sorted order.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().flatten().map(|(name, _)| *name)
    }

    /// The chunk in which a name belongs, and its place there.
    #[inline(never)]
    fn search(&self, name: &str) -> (usize, Result<usize, usize>) {
        let after = self.0.partition_point(|chunk| chunk.first().is_some_and(|(first, _)| *first <= name));
        let place = after.saturating_sub(1);
        let search = |chunk: &Vec<(&str, u32)>| chunk.binary_search_by(|(other, _)| (*other).cmp(name));
        (place, self.0.get(place).map_or(Err(0), search))
    }
}
