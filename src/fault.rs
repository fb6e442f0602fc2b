//! Fault injection: tests make the program panic, trap or run out of memory at a chosen point.
//!
//! Only builds with the feature `faults` contain it. A release never has that feature, and without it
//! [`failpoint`] compiles to nothing.

/// Marks a point at which a fault can be injected while the program processes `text`. The fault occurs if the
/// page's global `claimPanelFault` is `{ place, word }` with this place and a word that `text` contains.
#[inline(always)]
pub fn failpoint(place: &str, text: impl AsRef<[u8]>) {
    #[cfg(all(feature = "faults", target_arch = "wasm32"))]
    injected::failpoint(place, text.as_ref());
    #[cfg(not(all(feature = "faults", target_arch = "wasm32")))]
    let _ = (place, text);
}

#[cfg(all(feature = "faults", target_arch = "wasm32"))]
mod injected {
    use js_sys::{Reflect, global};
    use wasm_bindgen::JsValue;

    pub fn failpoint(place: &str, text: &[u8]) {
        if setting("place").is_some_and(|wanted| wanted == place)
            && setting("word").is_some_and(|word| has(text, &word))
        {
            fail(place);
        }
    }

    fn setting(key: &str) -> Option<String> {
        let fault = Reflect::get(&global(), &JsValue::from_str("claimPanelFault")).ok()?;
        Reflect::get(&fault, &JsValue::from_str(key)).ok()?.as_string()
    }

    fn has(text: &[u8], word: &str) -> bool {
        text.windows(word.len().max(1)).any(|part| part == word.as_bytes())
    }

    #[allow(clippy::panic, reason = "a fault on purpose")]
    fn fail(place: &str) {
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

    /// Recurses until the stack overflows.
    #[allow(unconditional_recursion, reason = "a fault on purpose")]
    fn descend(before: &mut [u8; 64]) -> u8 {
        let mut next = *before;
        let deeper = descend(std::hint::black_box(&mut next));
        deeper.wrapping_add(std::hint::black_box(next)[0])
    }
}
