
    fn push(&mut self, component_id: usize, task: Box<dyn Runnable>) {
        // New components have the highest ids, so that the search is short.
        let mut at = self.inner.len();
        while let Some((id, entry)) = at.checked_sub(1).and_then(|before| self.inner.get_mut(before)) {
            if *id == component_id {
                entry.task = task;
                return;
            }
            if *id < component_id {
                break;
            }
            at -= 1;
        }
        self.inner.insert(at, (component_id, QueueEntry { task }));
    }

    fn pop_topmost(&mut self) -> Option<QueueEntry> {
        self.inner.pop_front().map(|(_, entry)| entry)
    }

    fn drain_post_order_into(&mut self, queue: &mut Vec<QueueEntry>) {
        while let Some((_, entry)) = self.inner.pop_back() {
            queue.push(entry);
        }
    }
