//! The part of Yew that renders a panel. `cargo xtask` generates it from the pinned release.

// The remaining parts of a module may not use everything that the whole module used.
#![allow(warnings)]
#![recursion_limit = "512"]
extern crate self as yew;

pub use yew_macro::{classes, html, html_nested, props};

pub mod macros {
    pub use crate::{classes, html, html_nested, props};
}

mod app_handle;
pub mod callback;
mod dom_bundle;
pub mod html;
mod renderer;
pub mod scheduler;
mod sealed;
pub mod utils;
pub mod virtual_dom;

pub use app_handle::AppHandle;
pub use callback::Callback;
pub use html::{BaseComponent, Children, Component, Context, Html, HtmlResult, NodeRef, Properties};
pub use renderer::{set_custom_panic_hook, Renderer};
pub use virtual_dom::AttrValue;
