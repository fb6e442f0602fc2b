
        self.with_next_sibling(|next_sibling| {
            if parent.insert_before(node, next_sibling).is_err() {
                panic!("failed to insert a node before its next sibling");
            }
        });
