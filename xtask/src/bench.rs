//! `cargo xtask bench`: how long a reader waits, compared with a panel written by hand.

use crate::dist;
use crate::engines::Engine;
use crate::run::{Outcome, run, say};
use crate::tools::Tools;

/// Builds the release, measures it, and writes `docs/speed.md`. With `--quick`, or with words that choose rows, it only
/// prints the table.
pub fn bench(options: &[String]) -> Outcome {
    if let Some(unknown) = options.iter().find(|option| option.starts_with('-') && *option != "--quick") {
        return Err(format!("cargo xtask bench has no option {unknown}, only --quick"));
    }
    let chromium = Engine::Chromium.found()?;
    let tools = Tools::ready()?;
    dist::build(&tools)?;
    say("measuring; other programs on this machine distort the milliseconds more than the ratios");
    run(tools.node(&chromium).arg("tests/bench/bench.js").args(options))
}
