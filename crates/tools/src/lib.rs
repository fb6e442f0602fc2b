//! The command line as WebAssembly, for the npm package: its program `claim-panel`, and `claim-panel/server`.
//!
//! There is one function, `run`, because the verbs of the command line are all that both need. The
//! scripts beside this crate provide the files and give the results their form in JavaScript.

#[cfg(target_arch = "wasm32")]
mod boundary;
