//! The command line for newsrooms and their developers, and the panel as static HTML.

pub mod command;
pub mod files;
pub mod intl;
pub mod static_html;
