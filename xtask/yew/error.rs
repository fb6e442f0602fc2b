//! No view suspends, so rendering cannot fail.

/// Never constructed.
#[derive(Clone, Debug, PartialEq)]
pub enum RenderError {}

pub type RenderResult<T> = Result<T, RenderError>;
