//! The subcommands of the command line.

mod arguments;
mod article;
mod check;
mod convert;
mod draft;
mod fill;
mod fold;
mod form;
mod guess;
mod hints;
mod language;
mod page;
mod passages;
mod pattern;
mod places;
mod read;
mod render;
mod report;
mod rules;
mod sentences;
mod source;
mod tags;
mod verbs;
mod verify;

use std::io::{self, Write};

use crate::files::Files;
use arguments::{Arguments, Wrong};
use report::Format;
use verbs::{HELP, VERBS};

/// Default level of the claims' headings, the same as the element's.
const HEADING_LEVEL: u8 = 3;
/// Exit status: success.
const GOOD: u8 = 0;
/// Exit status: a document has errors, something was not used, or a file could not be read.
const BAD: u8 = 1;
/// Exit status: the command line is invalid.
const USAGE: u8 = 2;

/// Runs the command line, given without the name of the program, and returns the exit status.
pub fn run(arguments: &[String], files: &mut dyn Files, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["--help" | "-h" | "help"] => out.write_all(HELP.as_bytes()).map(|()| GOOD),
        ["--version" | "-V"] => writeln!(out, "claim-panel {}", env!("CARGO_PKG_VERSION")).map(|()| GOOD),
        [verb, rest @ ..] => run_verb(verb, rest, files, out, err),
        [] => usage(err),
    };
    // A write fails when the reader of a pipe closes it; that needs no message.
    outcome.unwrap_or(BAD)
}

fn run_verb(
    name: &str,
    words: &[&str],
    files: &mut dyn Files,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let Some(verb) = VERBS.iter().find(|verb| verb.name == name) else {
        return usage(err);
    };
    if words.iter().any(|word| matches!(*word, "--help" | "-h")) {
        return out.write_all(verb.help.as_bytes()).map(|()| GOOD);
    }
    let arguments = match Arguments::parse(verb, words) {
        Ok(arguments) => arguments,
        Err(Wrong::Number) => return usage(err),
        Err(Wrong::Words(words)) => {
            writeln!(err, "claim-panel {name}: {words}")?;
            writeln!(err, "claim-panel {name} --help describes the options")?;
            return Ok(USAGE);
        }
    };
    match name {
        "check" => check::check(&arguments, files, out, err),
        "read" => read::read(&arguments, files, out, err),
        "render" => render::render(&arguments, files, out, err),
        "convert" => convert::convert(&arguments, files, out, err),
        "draft" => draft::draft(&arguments, files, out, err),
        "verify" => verify::verify(&arguments, files, out, err),
        "fill" => {
            let (root, is_dry) = (arguments.get("--root"), arguments.has("--check"));
            fill::fill(&fill::Task { pages: arguments.files, root, is_dry }, files, out, err)
        }
        "schema" => out.write_all(story::document::json_schema().as_bytes()).map(|()| GOOD),
        "problems" => out.write_all(story::document::problem_sentences().as_bytes()).map(|()| GOOD),
        _ => usage(err),
    }
}

fn usage(err: &mut dyn Write) -> io::Result<u8> {
    err.write_all(HELP.as_bytes()).map(|()| USAGE)
}

/// The folder that contains a page.
fn beside(page: &str) -> &str {
    std::path::Path::new(page).parent().and_then(|folder| folder.to_str()).unwrap_or_default()
}

/// Reads a file, or standard input for `-`. If that fails, writes a message to `err` and returns `None`.
fn bytes(file: &str, files: &mut dyn Files, err: &mut dyn Write) -> io::Result<Option<Vec<u8>>> {
    bytes_in(Format::Text, file, files, err)
}

/// The same with the message in this format.
fn bytes_in(format: Format, file: &str, files: &mut dyn Files, err: &mut dyn Write) -> io::Result<Option<Vec<u8>>> {
    match (files.read(file), format) {
        (Ok(bytes), _) => Ok(Some(bytes)),
        (Err(why), Format::Text) => {
            writeln!(err, "{file}: cannot be read: {why}")?;
            Ok(None)
        }
        (Err(why), Format::Json) => {
            let problem = rules::of_file(&rules::UNREADABLE_FILE, &[&why.to_string()]);
            report::print(format, (file, ""), &[problem], Default::default(), err)?;
            Ok(None)
        }
    }
}
