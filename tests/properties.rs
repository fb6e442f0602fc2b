//! Property tests: invariants that hold for every document.
//!
//! A failing property prints its minimal counterexample, which then becomes a case. Properties of any bytes or text call
//! the fuzz targets of `tests/fuzz`, so that a fuzzer and these tests check the same invariants.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "properties/bytes.rs"]
mod bytes;
#[path = "properties/citations.rs"]
mod citations;
#[path = "properties/dates.rs"]
mod dates;
#[allow(dead_code, reason = "the names of cases are for messages of other tests")]
#[path = "support/folder.rs"]
mod folder;
#[path = "properties/links.rs"]
mod links;
#[path = "properties/mutations.rs"]
mod mutations;
#[path = "properties/places.rs"]
mod places;
#[path = "properties/positions.rs"]
mod positions;
#[path = "support/random_story.rs"]
mod random_story;
#[path = "support/stances.rs"]
mod stances;
#[path = "fuzz/targets.rs"]
mod targets;
#[path = "support/workspace.rs"]
mod workspace;

/// Counterexamples are not persisted, because they become cases.
fn config(cases: u32) -> proptest::test_runner::Config {
    proptest::test_runner::Config { cases, failure_persistence: None, ..Default::default() }
}
