//! The promises of the panel, as far as native tests can check them. Each test names its promise.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/bridge.rs"]
mod bridge;
#[path = "never/carried.rs"]
mod carried;
#[path = "never/direction.rs"]
mod direction;
#[path = "support/folder.rs"]
mod folder;
#[path = "support/recipe.rs"]
mod recipe;
#[path = "never/rows.rs"]
mod rows;
#[path = "never/silence.rs"]
mod silence;
#[path = "support/stances.rs"]
mod stances;
#[path = "never/stories.rs"]
mod stories;
#[path = "never/verdict.rs"]
mod verdict;
#[path = "never/views.rs"]
mod views;
#[path = "support/workspace.rs"]
mod workspace;
