    #[wasm_bindgen]
    extern "C" {
        /// `www/engine/guard.js` runs the function in a microtask.
        #[wasm_bindgen(js_name = renderSoon)]
        fn queue_microtask(handler: &js_sys::Function);
    }

    thread_local! {
        static RUN: Closure<dyn Fn()> = Closure::new(|| run_scheduler(Vec::new()));
    }