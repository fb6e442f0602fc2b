    #[wasm_bindgen]
    extern "C" {
        #[wasm_bindgen(js_name = queueMicrotask)]
        fn queue_microtask(handler: &js_sys::Function);
    }

    thread_local! {
        static RUN: Closure<dyn Fn()> = Closure::new(|| run_scheduler(Vec::new()));
    }