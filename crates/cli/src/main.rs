//! `claim-panel`: the command line for newsrooms and their developers.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    claim_panel_cli::command::run(&arguments, &mut std::io::stdout().lock(), &mut std::io::stderr().lock())
}
