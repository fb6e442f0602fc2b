//! claim-panel: who claimed what, who denied it, and through whom we know.
//!
//! This crate is what readers download: the words, the view and the boundary to the page. The story in a document comes
//! from the crate `story`. ARCHITECTURE.md has the map.

mod fault;
// A build that renders static HTML has no page to talk to.
#[cfg(all(target_arch = "wasm32", not(feature = "static")))]
mod host;
pub mod protocol;
pub mod texts;
pub mod view;
