//! The claim-panel document and the story in it.
//!
//! Data flows one way: bytes → [`document`] → [`check`] → [`model::Story`]. This crate has no dependency: no
//! view, no browser, no file and no clock.

pub mod check;
pub mod document;
pub mod model;
pub mod problem;
pub mod sentence;
