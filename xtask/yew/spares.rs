impl KeyedEntry {
    fn key(&self) -> &Key {
        std::borrow::Borrow::borrow(self)
    }
}

/// The old nodes of a keyed list, found by their keys. Open addressing in a table that is at most half full.
struct Spares {
    entries: Vec<Option<KeyedEntry>>,
    /// One more than the index of an entry, or 0 where the table has none.
    table: Vec<usize>,
}

impl Spares {
    fn with_capacity(len: usize) -> Self {
        Self { entries: Vec::with_capacity(len), table: vec![0; (2 * len).next_power_of_two()] }
    }

    /// The slot of this key, or the empty slot that it would take.
    fn slot(&mut self, key: &Key) -> Option<&mut usize> {
        let mask = self.table.len().wrapping_sub(1);
        let mut at = key.bytes().fold(0, |hash: usize, byte| (hash ^ usize::from(byte)).wrapping_mul(0x0100_0193));
        loop {
            at &= mask;
            let place = *self.table.get(at)?;
            let is_other = |entry: &Option<KeyedEntry>| entry.as_ref().is_none_or(|entry| entry.key() != key);
            if place == 0 || !self.entries.get(place - 1).is_none_or(is_other) {
                return self.table.get_mut(at);
            }
            at += 1;
        }
    }

    /// Adds an entry and returns the one that had the same key.
    fn replace(&mut self, entry: KeyedEntry) -> Option<KeyedEntry> {
        let next = self.entries.len() + 1;
        let place = std::mem::replace(self.slot(entry.key())?, next);
        self.entries.push(Some(entry));
        self.entries.get_mut(place.checked_sub(1)?)?.take()
    }

    fn take(&mut self, key: &Key) -> Option<KeyedEntry> {
        let place = *self.slot(key)?;
        self.entries.get_mut(place.checked_sub(1)?)?.take()
    }

    fn drain(&mut self) -> impl Iterator<Item = KeyedEntry> + '_ {
        self.entries.drain(..).flatten()
    }
}
