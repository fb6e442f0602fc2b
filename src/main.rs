//! `claim-panel`: the command line for newsrooms and their developers.

#[cfg(not(target_arch = "wasm32"))]
mod command;

/// The browser build has no command line, but Cargo still builds this binary.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    command::run(&arguments, &mut std::io::stdout().lock(), &mut std::io::stderr().lock())
}
