//! `cargo xtask demo`: the demo page, served on this machine and rebuilt on each change.

use crate::dist::fetch;
use crate::jobs::{Job, clock};
use crate::run::{Outcome, say};
use crate::tools::{Tools, WEB};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;
use std::time::{Duration, Instant};

const PORT: u16 = 8080;

/// Installs the tools, builds the demo, and serves it until interrupted.
///
/// It uses the dev profile, since a change then appears after about a second. A release takes more than five, of which
/// `wasm-opt` takes four. Failing debug assertions also show up here first.
pub fn demo(arguments: &[String]) -> Outcome {
    let begin = Instant::now();
    let wanted = port(arguments)?;
    let tools = Tools::ready_and(|| vec![compile()])?;
    fetch()?;
    let port = free_port(wanted)?;
    if port != wanted {
        say(&format!("port {wanted} is in use; using port {port} instead"));
    }
    say("building the demo (1 minute the first time)");
    // Trunk cannot ignore a missing folder, and a release build must not restart the demo.
    std::fs::create_dir_all("dist").map_err(|error| format!("dist: {error}"))?;
    let mut server = tools
        .command("trunk")
        .args(["serve", "--dist", "target/demo", "--address", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .spawn()
        .map_err(|error| format!("trunk does not start: {error}"))?;
    // Trunk starts to listen after the first build, so an answer means that the page is ready.
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if let Ok(Some(status)) = server.try_wait() {
            return Err(format!("trunk ended before it served anything ({status})"));
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    say(&format!("ready after {}", clock(begin.elapsed())));
    say("serving the demo until you press Ctrl-C; changes of files rebuild it");
    println!("http://127.0.0.1:{port}/");
    match server.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("trunk ended ({status})")),
        Err(error) => Err(format!("trunk: {error}")),
    }
}

/// Compiles what Trunk compiles first, while missing tools are being built.
fn compile() -> Job<'static> {
    Job::new("the panel", |log| {
        // Without the crates that only other targets need, as in `fetch`.
        log.run(Command::new("cargo").args(["fetch", "--target", WEB]))?;
        log.run(Command::new("cargo").args(["build", "--target", WEB]))?;
        Ok(String::new())
    })
}

fn port(arguments: &[String]) -> Outcome<u16> {
    match arguments {
        [] => Ok(PORT),
        [flag, number] if flag == "--port" => {
            number.parse().map_err(|_| format!("--port takes a number up to 65535, found “{number}”"))
        }
        _ => Err("usage: cargo xtask demo [--port N]".to_owned()),
    }
}

fn free_port(wanted: u16) -> Outcome<u16> {
    (wanted..=u16::MAX)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| format!("no free port from {wanted} on"))
}
