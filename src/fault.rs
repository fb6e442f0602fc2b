//! Mistakes of ours, made on purpose: where a test says so, the program panics, or worse.
//!
//! Only a build with the feature `faults` has them, which no release is; in every other one nothing of this is left.

/// Here something may go wrong, while the program works on this text. In a build with the feature it does where
/// `claimPanelFault` of the page is `{ place, word }` with this place and a word that stands in the text.
#[inline(always)]
pub fn at(place: &str, text: impl AsRef<[u8]>) {
    #[cfg(all(feature = "faults", target_arch = "wasm32"))]
    injected::at(place, text.as_ref());
    #[cfg(not(all(feature = "faults", target_arch = "wasm32")))]
    let _ = (place, text);
}

#[cfg(all(feature = "faults", target_arch = "wasm32"))]
mod injected {
    use js_sys::{Reflect, global};
    use wasm_bindgen::JsValue;

    pub fn at(place: &str, text: &[u8]) {
        if told("place").is_some_and(|wanted| wanted == place) && told("word").is_some_and(|word| has(text, &word)) {
            strike(place);
        }
    }

    fn told(key: &str) -> Option<String> {
        let fault = Reflect::get(&global(), &JsValue::from_str("claimPanelFault")).ok()?;
        Reflect::get(&fault, &JsValue::from_str(key)).ok()?.as_string()
    }

    fn has(text: &[u8], word: &str) -> bool {
        text.windows(word.len().max(1)).any(|part| part == word.as_bytes())
    }

    #[allow(clippy::panic, reason = "this is what it is for")]
    fn strike(place: &str) {
        match place {
            "memory" => loop {
                std::mem::forget(Vec::<u8>::with_capacity(1 << 30));
            },
            "stack" => {
                descend(&mut [0; 64]);
            }
            "trap" => core::arch::wasm32::unreachable(),
            _ => panic!("a fault on purpose: {place}"),
        }
    }

    /// Calls itself until there is no stack left.
    #[allow(unconditional_recursion, reason = "this is what it is for")]
    fn descend(before: &mut [u8; 64]) -> u8 {
        let mut next = *before;
        let deeper = descend(std::hint::black_box(&mut next));
        deeper.wrapping_add(std::hint::black_box(next)[0])
    }
}
