
    fn push(&mut self, component_id: usize, task: Box<dyn Runnable>) {
        // New components have the highest ids, so the search is short.
        let mut at = self.inner.len();
        while let Some((id, entry)) = at.checked_sub(1).and_then(|before| self.inner.get_mut(before)) {
            if *id == component_id && entry.is_some() {
                *entry = Some(QueueEntry { task });
                return;
            }
            if *id < component_id || entry.is_none() {
                break;
            }
            at -= 1;
        }
        self.inner.insert(at, (component_id, Some(QueueEntry { task })));
    }

    /// A removed entry leaves an empty slot until the queue is empty, so that the other entries do not move.
    fn pop_topmost(&mut self) -> Option<QueueEntry> {
        let entry = self.inner.get_mut(self.first)?.1.take();
        self.first += 1;
        if self.first == self.inner.len() {
            self.first = 0;
            self.inner.clear();
        }
        entry
    }

    fn drain_post_order_into(&mut self, queue: &mut Vec<QueueEntry>) {
        while let Some((_, entry)) = self.inner.pop() {
            queue.extend(entry);
        }
        self.first = 0;
    }
