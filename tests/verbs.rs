//! What the verbs of the command line print, for every folder of `tests/verbs`: `commands.txt` has a command line in each
//! line, and `expected.txt` its output and exit status. `tests/package/verbs.test.js` runs the same with the npm package.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/workspace.rs"]
mod workspace;

use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use expectation::{compare, settle};

/// Runs a command line in a folder. `< FILE` at its end is the standard input.
fn run(line: &str, folder: &Path) -> String {
    let (words, input) = line.split_once(" < ").unwrap_or((line, ""));
    let input = if input.is_empty() { Vec::new() } else { fs::read(folder.join(input)).unwrap() };
    let mut child = Command::new(env!("CARGO_BIN_EXE_claim-panel"))
        .args(words.split(' '))
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may exit before all of it is written.
    let _ = child.stdin.take().unwrap().write_all(&input);
    let output = child.wait_with_output().unwrap();
    let mut ran = format!("$ claim-panel {line}\n");
    for (name, bytes) in [("output", output.stdout), ("error", output.stderr)] {
        if !bytes.is_empty() {
            writeln!(ran, "-- standard {name}\n{}", String::from_utf8(bytes).unwrap().trim_end()).unwrap();
        }
    }
    writeln!(ran, "-- exit status {}", output.status.code().unwrap()).unwrap();
    ran
}

#[test]
fn every_command_prints_what_is_expected() {
    let mut folders: Vec<_> =
        fs::read_dir(workspace::path("tests/verbs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() > 5, "{folders:?}");
    settle(folders.iter().map(|folder| {
        let commands = fs::read_to_string(folder.join("commands.txt")).unwrap();
        let ran: Vec<String> = commands.lines().map(|line| run(line, folder)).collect();
        compare(&folder.join("expected.txt"), &ran.join("\n"))
    }));
}
