//! The files of a machine, as far as commands need them, so that the same commands run as a program and as WebAssembly.

use std::fmt;
use std::io;

/// Where commands read and write. Paths have `/` between their parts; `-` is standard input.
pub trait Files {
    /// The content of a file, or standard input for `-`.
    fn read(&mut self, name: &str) -> Result<Vec<u8>, Failure>;

    /// Replaces the content of a file.
    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), Failure>;

    /// What has this name, following links; `None` if nothing has it.
    fn kind(&mut self, name: &str) -> Option<Kind>;

    /// The names of what is in a folder, each with whether it is a folder itself and no link to one. The empty name is
    /// the working folder.
    fn list(&mut self, folder: &str) -> Result<Vec<(String, bool)>, Failure>;
}

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
}

/// Why a file cannot be used, in the same words on every system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing has this name.
    Missing,
    /// The system does not allow it.
    Forbidden,
    /// A folder has this name.
    Folder,
    /// Anything else, in the words of the system.
    Other(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "there is no such file",
            Self::Forbidden => "the system does not allow it",
            Self::Folder => "it is a folder",
            Self::Other(words) => words,
        })
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::IsADirectory => Self::Folder,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// The path of a file in a folder. A slash in front of the file's name does not lead out of the folder.
pub fn joined(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        _ if folder.ends_with('/') => format!("{folder}{name}"),
        _ => format!("{folder}/{name}"),
    }
}
