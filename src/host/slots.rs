//! Values to which JavaScript refers by a number.

/// Values by their handles. No value has the handle 0.
pub struct Slots<T>(Vec<Option<T>>);

impl<T> Slots<T> {
    /// No values.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Keeps a value and returns its handle.
    pub fn insert(&mut self, value: T) -> u32 {
        let free = self.0.iter().position(Option::is_none);
        let index = free.unwrap_or(self.0.len());
        match self.0.get_mut(index) {
            Some(slot) => *slot = Some(value),
            None => self.0.push(Some(value)),
        }
        index as u32 + 1
    }

    /// The value with this handle.
    pub fn get_mut(&mut self, handle: u32) -> Option<&mut T> {
        self.slot(handle).and_then(Option::as_mut)
    }

    /// Removes the value with this handle.
    pub fn take(&mut self, handle: u32) -> Option<T> {
        self.slot(handle).and_then(Option::take)
    }

    fn slot(&mut self, handle: u32) -> Option<&mut Option<T>> {
        self.0.get_mut(handle.wrapping_sub(1) as usize)
    }
}
