//! No view waits for anything, so no view fails.

/// There is no such error.
#[derive(Clone, Debug, PartialEq)]
pub enum RenderError {}

pub type RenderResult<T> = Result<T, RenderError>;
