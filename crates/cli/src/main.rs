//! `claim-panel`: the command line for newsrooms and their developers.

mod machine;

use std::io::{stderr, stdout};
use std::process::ExitCode;

use machine::Machine;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let code = claim_panel_cli::command::run(&arguments, &mut Machine, &mut stdout().lock(), &mut stderr().lock());
    ExitCode::from(code)
}
