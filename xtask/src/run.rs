//! Runs other programs and announces the steps.

use std::path::{Path, PathBuf};
use std::process::Command;

/// An error is one line for the person who typed the command.
pub type Outcome<T = ()> = Result<T, String>;

/// Makes the repository's root the working directory, so that every path here is relative to it.
pub fn enter_root() -> Outcome {
    // Read at run time, since a path fixed at compile time would be wrong after the repository moves.
    let room = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("start this as `cargo xtask`")?;
    let root = Path::new(&room).parent().ok_or("xtask is outside the repository")?;
    std::env::set_current_dir(root).map_err(|error| format!("{}: {error}", root.display()))
}

/// Announces a step before it starts.
pub fn say(what: &str) {
    println!("» {what}");
}

/// Runs a command to its end, with its output visible.
pub fn run(command: &mut Command) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} failed ({status})")),
        Err(error) => Err(format!("{name} does not start: {error}")),
    }
}

/// The first line that a program prints for this argument, such as its version.
pub fn first_line(program: impl AsRef<Path>, argument: &str) -> Option<String> {
    let output = Command::new(program.as_ref()).arg(argument).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

/// The first of these programs that is on the search path.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name))).find(|file| file.is_file())
}

/// Writes a file and its parent folders, unless it already has this content: cargo does not rebuild an untouched file.
pub fn write_if_changed(file: &Path, content: impl AsRef<[u8]>) -> Outcome {
    let content = content.as_ref();
    if std::fs::read(file).is_ok_and(|before| before == content) {
        return Ok(());
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(file, content))
        .map_err(|error| format!("{}: {error}", file.display()))
}
