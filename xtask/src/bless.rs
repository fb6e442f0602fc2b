//! `cargo xtask bless`: rewrites every file that holds what a test expects, and shows what changed.

use crate::run::{Outcome, run, say};
use std::process::Command;

/// In the environment of a test, makes it write its files instead of comparing them.
const BLESS: &str = "BLESS";

/// The native tests that compare files. One at a time, because some tests read what others write.
const NATIVE: &str = "test --no-fail-fast --package claim-panel-story --package claim-panel-cli \
                      --package claim-panel-convert --package claim-panel-draft \
                      --test cases --test docs --test schema --test fallback --test texts --test verbs \
                      --test convert --test lines --test draft -- --quiet --test-threads=1";

/// The word that adds the browser tests.
const BROWSER: &str = "browser";

/// The browser tests that compare files, by steps of `cargo xtask test`. Every engine writes into the same document, so
/// they run one after the other. The files must describe the present sources, so the release is built first.
const BROWSERS: [&str; 4] = [
    "test dist",
    "test chromium policies.test.js tree.test.js",
    "test firefox policies.test.js",
    "test webkit policies.test.js",
];

/// What these tests write.
const FILES: [&str; 13] = [
    ":(glob)tests/cases/**/expected.txt",
    ":(glob)tests/hints/*/expected.html",
    ":(glob)tests/verbs/*/expected.txt",
    ":(glob)tests/lines/*/expected.txt",
    "tests/convert",
    "tests/draft/seed-lines.txt",
    "crates/convert/src/table/stances.txt",
    "crates/convert/src/json_ld/words.txt",
    "tests/trees",
    "schema",
    "src/texts/languages",
    "index.html",
    "docs/policies.md",
];

/// Published documents, whose panels must not change.
const FROZEN: &str = "tests/cases/frozen";

/// Rewrites the files of native tests, and with the word `browser` also those of browser tests.
pub fn bless(words: &[String]) -> Outcome {
    let with_browsers = match words {
        [] => false,
        [word] if word == BROWSER => true,
        _ => return Err(format!("cargo xtask bless takes one word, “{BROWSER}”, or none")),
    };
    say("writing what the native tests expect");
    let mut outcomes = vec![run(Command::new("cargo").args(NATIVE.split_whitespace()).env(BLESS, "1"))];
    if with_browsers {
        let program = std::env::current_exe().map_err(|error| format!("xtask: {error}"))?;
        let step = |words: &&str| run(Command::new(&program).args(words.split(' ')).env(BLESS, "1"));
        outcomes.extend(BROWSERS.iter().map(step));
    }
    show()?;
    let fails = outcomes.iter().any(Result::is_err);
    if fails { Err("some tests fail for another reason: correct that, then run this again".to_owned()) } else { Ok(()) }
}

/// Shows the files that differ from those in the index of git.
fn show() -> Outcome {
    let changed = listed(&["diff", "--stat=120,100"])?;
    let added = listed(&["ls-files", "--others", "--exclude-standard"])?;
    if changed.is_empty() && added.is_empty() {
        say("no file changed");
        return Ok(());
    }
    print!("{changed}");
    added.lines().for_each(|file| println!(" {file} | new"));
    say("review each change (git diff) before you commit it: from now on, the tests expect it");
    if changed.contains(FROZEN) {
        say(&format!("{FROZEN} changed: these documents are published, and their panels must stay as they are"));
    }
    Ok(())
}

/// What git prints about the files of the tests.
fn listed(arguments: &[&str]) -> Outcome<String> {
    let output = Command::new("git").args(arguments).arg("--").args(FILES).output();
    let output = output.map_err(|error| format!("git does not start: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("git: {}", String::from_utf8_lossy(&output.stderr).trim_end()))
    }
}
