//! The element listens for the panel, so no tag has listeners.

use crate::html::ImplicitClone;

/// `html!` writes `None` into every tag without listeners. With listeners it would write `Pending`.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Listeners {
    #[default]
    None,
}

impl ImplicitClone for Listeners {}
