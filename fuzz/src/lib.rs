//! The fuzz targets of `tests/fuzz`, for libFuzzer.

#[allow(dead_code, reason = "the names of cases are for messages of tests")]
#[path = "../../tests/support/folder.rs"]
mod folder;
#[path = "../../tests/fuzz/targets.rs"]
pub mod targets;
#[path = "../../tests/support/workspace.rs"]
mod workspace;
