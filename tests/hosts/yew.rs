//! A page that is itself a Yew program and contains panels, for `tests/browser/yew-host.test.js`.

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::{Callback, Html, component, html, use_state};

    /// Counts the clicks that its listeners receive, on one button and on the whole page.
    #[component]
    pub fn Page() -> Html {
        let (all, own, is_bare) = (use_state(|| 0), use_state(|| 0), use_state(|| false));
        let count = |counter: &yew::UseStateHandle<i32>| {
            let counter = counter.clone();
            Callback::from(move |_| counter.set(*counter + 1))
        };
        let bare = {
            let is_bare = is_bare.clone();
            Callback::from(move |_| is_bare.set(!*is_bare))
        };
        html! {
            <main id="all" onclick={count(&all)} data-clicks={all.to_string()}>
                <button id="own" onclick={count(&own)}>{ *own }</button>
                <button id="bare" onclick={bare}>{ "Without the second" }</button>
                <claim-panel id="first" src="/good/1.json" loading="eager">{ "fallback" }</claim-panel>
                if !*is_bare {
                    <claim-panel id="second" src="/good/2.json" loading="eager">{ "fallback" }</claim-panel>
                }
            </main>
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<page::Page>::new().render();
}
