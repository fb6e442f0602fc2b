//! The fuzz targets: each reads any bytes, and panics if an invariant does not hold.
//!
//! `fuzz/` gives them the inputs of libFuzzer, which looks for new paths through the code for as long as it runs.
//! `tests/properties` gives them a limited number of random inputs on stable Rust, in every test run.

pub mod dates;
pub mod documents;
pub mod links;
pub mod mutations;
