//! The repository's commands. `cargo xtask` without arguments lists them.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "saying what it does is half of what this program is for"
)]

mod bench;
mod bless;
mod demo;
mod dist;
mod engines;
mod figures;
mod javascript;
mod jobs;
mod nearest;
mod pictures;
mod release;
mod run;
mod size;
mod stage;
mod test;
mod tools;
mod yew;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask demo [--port N]   installs missing tools, builds and serves the demo, rebuilds it on changes
cargo xtask test [STEP…] [FILE…] [TEXT]
                              every check that a change has to pass, or only the named steps; of the browser tests
                              only the named files, and only the tests whose names contain the text
cargo xtask test everything   every check, with every browser test in every browser, as a release requires
cargo xtask bless [browser]   rewrites every file that native tests compare with, and with “browser” those of browser
                              tests too, and shows what changed
cargo xtask format            formats Rust, JavaScript, TypeScript and CSS
cargo xtask dist              the release build in dist/, checked against its size budget
cargo xtask release           a release in target/release-files/, after every check that it has to pass; --dry-run makes
                              the files without the tests, in target/release-files-dry-run/
cargo xtask version X.Y.Z     sets the version in every file that has it
cargo xtask pictures [WORD…]  pictures of the panel in target/pictures/; the words choose pictures by name
cargo xtask bench             how long a reader waits, for docs/speed.md; --quick runs fewer rounds and only prints
                              the table, and words choose what is measured
cargo xtask draft-figures     how well drafts find what the articles in tests/draft/ contain, for docs/drafting.md; words
                              choose a language or a set, and --misses lists what differs in tests/draft/dev
cargo xtask trim              the package with the trimmed Yew in target/trimmed, as releases build it
cargo xtask size              the effect of each build setting, for docs/size.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = match arguments.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("", [].as_slice()),
    };
    let done = run::enter_root().and_then(|()| match (verb, rest) {
        ("demo", rest) => demo::demo(rest),
        ("test", rest) => test::test(rest),
        ("bless", rest) => bless::bless(rest),
        ("format", []) => javascript::format(),
        ("dist", []) => dist::dist(),
        ("release", rest) => release::release(rest),
        ("version", [version]) => release::set_version(version),
        ("pictures", rest) => pictures::pictures(rest),
        ("bench", rest) => bench::bench(rest),
        ("size", []) => size::size(),
        ("draft-figures", rest) => figures::figures(rest),
        ("trim", []) => stage::ready().map(|_| ()),
        _ => Err(USAGE.to_owned()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}
