//! claim-panel: who claimed what, who denied it, and through whom we know.
//!
//! Data flows one way: bytes → [`document`] → [`check`] → [`model::Panel`] → the view → the page.
//! ARCHITECTURE.md has the map.

pub mod check;
pub mod document;
mod fault;
#[cfg(target_arch = "wasm32")]
mod host;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
pub mod problem;
mod sentence;
pub mod texts;
pub mod view;
