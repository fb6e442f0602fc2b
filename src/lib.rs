//! claim-panel: who claimed what, who denied it, and through whom we know.
//!
//! This crate is what readers download: the words, the view and the boundary to the page. The story in a document comes
//! from the crate `story`. ARCHITECTURE.md has the map.

mod fault;
#[cfg(target_arch = "wasm32")]
mod host;
pub mod protocol;
pub mod texts;
pub mod view;
