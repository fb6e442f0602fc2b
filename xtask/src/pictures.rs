//! `cargo xtask pictures`: screenshots of the panel in every view, theme, direction and width.

use crate::dist;
use crate::engines::Engine;
use crate::run::{Outcome, run, say};
use crate::tools::Tools;

const SHEET: &str = "target/pictures/index.html";

/// Builds the release and takes the pictures whose names contain all of these words.
pub fn pictures(words: &[String]) -> Outcome {
    let chromium = Engine::Chromium.found()?;
    let tools = Tools::ready()?;
    dist::build(&tools)?;
    say("taking pictures and running the automatic checks on each");
    let mut node = tools.node(&chromium);
    let taken = run(node.args(["--test-reporter=spec", "tests/browser/pictures.js"]).args(words));
    // The pictures are printed even after a failure, since they show the problem best.
    let sheet = std::path::absolute(SHEET).map_err(|error| format!("{SHEET}: {error}"))?;
    if sheet.is_file() {
        println!("file://{}", sheet.display());
    }
    taken
}
