//! What must be installed before anything can be built: Rust with the WebAssembly target, and node.

use crate::run::{Outcome, find, first_line, run, say};
use std::path::Path;
use std::process::Command;

pub const WEB: &str = "wasm32-unknown-unknown";

/// The oldest versions of node that every package in `package.json` supports. Some versions between these two are not
/// supported by all of the packages.
const NODE: [u32; 2] = [20, 19];
const NEXT_NODE: [u32; 2] = [22, 12];

/// Installs the WebAssembly target with rustup if it is missing.
pub fn web_target() -> Outcome {
    let sysroot = first_line("rustc", "--print=sysroot").ok_or("rustc is missing (see rustup.rs)")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WEB).is_dir() {
        return Ok(());
    }
    if find(&["rustup"]).is_none() {
        return Err(format!("the target {WEB} is missing and so is rustup, which installs it (see rustup.rs)"));
    }
    say(&format!("installing the target {WEB} with rustup (half a minute)"));
    run(Command::new("rustup").args(["target", "add", WEB]))
}

/// Checks that node is installed and recent enough.
pub fn node() -> Outcome {
    let [major, minor] = NODE;
    let [next_major, next_minor] = NEXT_NODE;
    let oldest = format!("{major}.{minor}, or {next_major}.{next_minor}");
    let version = first_line("node", "--version")
        .ok_or_else(|| format!("node is missing: {oldest} or newer (Debian: apt-get install nodejs)"))?;
    if is_supported(&version) { Ok(()) } else { Err(format!("node is {version}, expected {oldest} or newer")) }
}

fn is_supported(version: &str) -> bool {
    let found: Vec<u32> = version.trim_start_matches('v').split('.').map_while(|word| word.parse().ok()).collect();
    let [major, _] = NODE;
    found >= NODE.to_vec() && found < vec![major + 1] || found >= NEXT_NODE.to_vec()
}

#[cfg(test)]
mod tests {
    use super::is_supported;

    #[test]
    fn versions_of_node() {
        for (version, expected) in [
            ("v18.20.0", false),
            ("v20.18.3", false),
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v21.7.3", false),
            ("v22.11.0", false),
            ("v22.12.0", true),
            ("v24.0.0", true),
            ("", false),
        ] {
            assert_eq!(is_supported(version), expected, "{version}");
        }
    }
}
