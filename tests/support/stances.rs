//! The words of the stances, as the format writes them.

use std::fmt::Debug;
use std::sync::LazyLock;

use story::model::Stance;

static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| Stance::ALL.iter().map(word).collect());

/// The words of all stances that meet a condition, in the order of [`Stance::ALL`].
pub fn words(is_wanted: impl Fn(Stance) -> bool) -> Vec<&'static str> {
    let all = Stance::ALL.iter().zip(WORDS.iter());
    all.filter(|(stance, _)| is_wanted(**stance)).map(|(_, word)| word.as_str()).collect()
}

/// The name of an enum variant in kebab-case, as the format writes it: `says-so` for `Group::SaysSo`.
pub fn word(name: &impl Debug) -> String {
    let mut word = String::new();
    for c in format!("{name:?}").chars() {
        if c.is_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}
