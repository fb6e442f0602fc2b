    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = queueMicrotask)]
        fn queue_microtask(handler: &js_sys::Function);
    }

    thread_local! {
        static RUN: Closure<dyn Fn()> = Closure::new(|| run_scheduler(Vec::new()));
    }

    const YIELD_DEADLINE_MS: f64 = 16.0;