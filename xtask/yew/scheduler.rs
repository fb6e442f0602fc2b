impl Scheduler {
    const fn new() -> Self {
        const LIST: FifoQueue = FifoQueue { inner: Vec::new() };
        const QUEUE: TopologicalQueue = TopologicalQueue { first: 0, inner: Vec::new() };
        Self {
            main: LIST,
            destroy: LIST,
            create: LIST,
            props_update: LIST,
            update: LIST,
            render: QUEUE,
            render_first: QUEUE,
            render_priority: QUEUE,
            rendered_first: QUEUE,
            rendered: QUEUE,
        }
    }
