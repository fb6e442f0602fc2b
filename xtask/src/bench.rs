//! `cargo xtask bench`: how long a reader waits in a long panel, beside the same work in a short one.

use crate::dist;
use crate::engines::Engine;
use crate::run::{Outcome, run, say};
use crate::tools::Tools;

/// Builds the release and prints a table of what readers do, for `docs/speed.md`.
pub fn bench() -> Outcome {
    let chromium = Engine::Chromium.found()?;
    let tools = Tools::ready()?;
    dist::build(&tools)?;
    say("measuring (2 minutes); whatever else runs meanwhile is measured too");
    run(tools.node(&chromium).arg("tests/browser/bench.js"))
}
