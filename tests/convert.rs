//! Documents in other forms and back: cases on disk, round trips of all documents, and any bytes.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "convert/check.rs"]
mod check;
#[path = "convert/documents.rs"]
mod documents;
#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/folder.rs"]
mod folder;
#[path = "convert/json_ld.rs"]
mod json_ld;
#[path = "support/recipe.rs"]
mod recipe;
#[path = "convert/table.rs"]
mod table;
#[path = "convert/web_annotation.rs"]
mod web_annotation;
#[path = "support/workspace.rs"]
mod workspace;
