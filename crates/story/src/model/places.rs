//! Maps and sets of ids, for some entries of a story.

/// A map from ids to numbers, as a list sorted by id. Most ids arrive in document order, so this seldom moves anything,
/// and entries that are not in it cost nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places(Vec<(u32, u32)>);

impl Places {
    fn search(&self, id: u32) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(&id))
    }

    /// Adds an id with this number unless the map has it, and returns its number.
    pub(super) fn add(&mut self, id: u32, number: usize) -> usize {
        if let Some(known) = self.find(id) {
            return known;
        }
        if let Err(place) = self.search(id) {
            self.0.insert(place, (id, number as u32));
        }
        number
    }

    /// The number of an id.
    pub(crate) fn find(&self, id: u32) -> Option<usize> {
        let place = self.search(id).ok()?;
        self.0.get(place).map(|(_, number)| *number as usize)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds an id, where the numbers do not matter; returns whether it is new.
    pub(crate) fn insert(&mut self, id: u32) -> bool {
        let count = self.0.len();
        self.add(id, 0);
        self.0.len() > count
    }
}

/// A set of pairs of ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pairs {
    firsts: Places,
    seconds: Vec<Places>,
}

impl Pairs {
    /// Adds a pair; returns whether it is new.
    pub(super) fn insert(&mut self, first: u32, second: u32) -> bool {
        let place = self.firsts.add(first, self.seconds.len());
        if place == self.seconds.len() {
            self.seconds.push(Places::default());
        }
        self.seconds.get_mut(place).is_some_and(|seconds| seconds.insert(second))
    }
}
