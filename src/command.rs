//! The verbs of the command line.

mod check;
mod fill;
mod hints;
mod render;
mod tags;

use std::io::{self, Write};
use std::process::ExitCode;

const HELP: &str = "\
claim-panel: who claimed what, who denied it, and through whom we know

  claim-panel check FILE…    print every problem with its place; exit 1 on errors
  claim-panel render FILE    write the static HTML that belongs inside <claim-panel>
  claim-panel fill PAGE      write that HTML into each <claim-panel> of a page, and into its
                             head preload hints for those that load at once
  claim-panel schema         write the JSON Schema of the format
  claim-panel problems       write the sentences of every problem, as the browser reads them

render takes --heading-level N before FILE: the level of the claims' headings, from 2
to 6, as on the element; 3 if it is not given. fill takes --root FOLDER before PAGE,
where the documents lie if not beside the page, and --check, to write nothing and
exit 1 where the page is stale.
FILE is a document of the format, or - for standard input.
";

/// The level that the element has too, unless told otherwise.
const HEADING_LEVEL: u8 = 3;
/// Everything went well.
const GOOD: u8 = 0;
/// A document has errors, or a file could not be read.
const BAD: u8 = 1;
/// The command line itself is wrong.
const USAGE: u8 = 2;

/// Runs a command line without its program's name.
pub fn run(arguments: &[String], out: &mut dyn Write, err: &mut dyn Write) -> ExitCode {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["check", files @ ..] if !files.is_empty() && !files.iter().any(|file| file.starts_with("--")) => {
            check::check(files, out, err)
        }
        ["fill", "--check", "--root", root, page] | ["fill", "--root", root, "--check", page] => {
            fill::fill(page, root, true, out, err)
        }
        ["fill", "--root", root, page] => fill::fill(page, root, false, out, err),
        ["fill", "--check", page] => fill::fill(page, beside(page), true, out, err),
        ["fill", page] if !page.starts_with("--") => fill::fill(page, beside(page), false, out, err),
        ["render", file] => render::render(file, HEADING_LEVEL, out, err),
        ["render", "--heading-level", level @ ("2" | "3" | "4" | "5" | "6"), file] => {
            render::render(file, level.parse().unwrap_or(HEADING_LEVEL), out, err)
        }
        ["schema"] => out.write_all(claim_panel::document::json_schema().as_bytes()).map(|()| GOOD),
        ["problems"] => out.write_all(claim_panel::document::problem_sentences().as_bytes()).map(|()| GOOD),
        ["--help" | "-h" | "help"] => out.write_all(HELP.as_bytes()).map(|()| GOOD),
        ["--version" | "-V"] => writeln!(out, "claim-panel {}", env!("CARGO_PKG_VERSION")).map(|()| GOOD),
        _ => err.write_all(HELP.as_bytes()).map(|()| USAGE),
    };
    // A reader that closes the pipe has seen enough.
    ExitCode::from(outcome.unwrap_or(BAD))
}

/// The folder of a page.
fn beside(page: &str) -> &str {
    std::path::Path::new(page).parent().and_then(|folder| folder.to_str()).unwrap_or_default()
}

/// The bytes of a file, or of standard input for `-`; that it cannot be read is said on `err`.
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
