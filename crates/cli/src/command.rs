//! The subcommands of the command line.

mod check;
mod fill;
mod hints;
mod language;
mod page;
mod read;
mod render;
mod tags;

use std::io::{self, Write};
use std::process::ExitCode;

const HELP: &str = "\
claim-panel: who claimed what, who denied it, and through whom we know

  claim-panel check FILE…    print all problems of each document; exit 1 on errors
  claim-panel read FILE      print what readers see of each claim as text, to proof-read
  claim-panel render FILE    print the static HTML that belongs inside <claim-panel>
  claim-panel fill PAGE…     write that HTML into each <claim-panel> of each page, and preload
                             hints for those that load at once into its head
  claim-panel schema         print the JSON Schema of the format
  claim-panel problems       print the messages and remedies of all problems as JSON

Options of check, before FILE…:
  --strict                   exit 1 also on warnings, and where a claim does not say whom it is about

Options of render, before FILE:
  --heading-level N          level of the claims' headings, from 2 to 6; 3 by default

Options of fill:
  --root FOLDER              folder of the documents; by default, that of each page
  --check                    write nothing; exit 1 if a page is out of date

FILE is a document in the claim-panel format, or - for standard input.
PAGE is an HTML file, or a pattern such as 'site/**/*.html'.
";

/// Default level of the claims' headings, the same as the element's.
const HEADING_LEVEL: u8 = 3;
/// Exit status: success.
const GOOD: u8 = 0;
/// Exit status: a document has errors, or a file could not be read.
const BAD: u8 = 1;
/// Exit status: the command line is invalid.
const USAGE: u8 = 2;

/// Runs the command line, given without the name of the program.
pub fn run(arguments: &[String], out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["check", files @ ..] if !files.is_empty() && !files.iter().any(|file| file.starts_with("--")) => {
            check::check(files, false, out, err)
        }
        ["check", "--strict", files @ ..] if !files.is_empty() && !files.iter().any(|file| file.starts_with("--")) => {
            check::check(files, true, out, err)
        }
        ["fill", words @ ..] if let Some(task) = fill::Task::parse(words) => fill::fill(&task, out, err),
        ["read", file] => read::read(file, out, err),
        ["render", file] => render::render(file, HEADING_LEVEL, out, err),
        ["render", "--heading-level", level @ ("2" | "3" | "4" | "5" | "6"), file] => {
            render::render(file, level.parse().unwrap_or(HEADING_LEVEL), out, err)
        }
        ["schema"] => out.write_all(story::document::json_schema().as_bytes()).map(|()| GOOD),
        ["problems"] => out.write_all(story::document::problem_sentences().as_bytes()).map(|()| GOOD),
        ["--help" | "-h" | "help"] => out.write_all(HELP.as_bytes()).map(|()| GOOD),
        ["--version" | "-V"] => writeln!(out, "claim-panel {}", env!("CARGO_PKG_VERSION")).map(|()| GOOD),
        _ => err.write_all(HELP.as_bytes()).map(|()| USAGE),
    };
    // A write fails when the reader of a pipe closes it; that needs no message.
    ExitCode::from(outcome.unwrap_or(BAD))
}

/// The folder that contains a page.
fn beside(page: &str) -> &str {
    std::path::Path::new(page).parent().and_then(|folder| folder.to_str()).unwrap_or_default()
}

/// Reads a file, or standard input for `-`. If that fails, writes a message to `err` and returns `None`.
fn bytes(file: &str, err: &mut dyn Write) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let read = if file == "-" {
        io::Read::read_to_end(&mut io::stdin().lock(), &mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    match read {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) => {
            writeln!(err, "{file}: cannot be read: {error}")?;
            Ok(None)
        }
    }
}
