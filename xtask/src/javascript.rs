//! Checks and formats JavaScript, TypeScript and CSS with the tools of `package.json`.

use crate::run::{Outcome, run};
use crate::tools;
use std::process::Command;

/// Checks the format, the order of imports, and the rules of the linter.
pub fn check() -> Outcome {
    biome(&["check", "--error-on-warnings"])
        .map_err(|reason| format!("{reason}; `cargo xtask format` formats the files"))
}

/// Formats Rust, JavaScript, TypeScript and CSS.
pub fn format() -> Outcome {
    run(Command::new("cargo").args(["fmt", "--all"]))?;
    // Fixes of the linter can change what code does.
    biome(&["check", "--write", "--linter-enabled=false"])
}

fn biome(arguments: &[&str]) -> Outcome {
    run(Command::new(tools::npm_program("biome")?).args(arguments))
}
