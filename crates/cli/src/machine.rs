//! The machine's own files.

use std::fs;
use std::io::{self, Read};

use claim_panel_cli::files::{Failure, Files, Kind};

/// The files of this machine, and the standard input of this process.
pub struct Machine;

impl Files for Machine {
    fn read(&mut self, name: &str) -> Result<Vec<u8>, Failure> {
        if name != "-" {
            return Ok(fs::read(name)?);
        }
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn write(&mut self, name: &str, content: &[u8]) -> Result<(), Failure> {
        Ok(fs::write(name, content)?)
    }

    fn kind(&mut self, name: &str) -> Option<Kind> {
        let found = fs::metadata(name).ok()?;
        Some(if found.is_dir() { Kind::Folder } else { Kind::File })
    }

    fn list(&mut self, folder: &str) -> Result<Vec<(String, bool)>, Failure> {
        let mut names = Vec::new();
        for entry in fs::read_dir(if folder.is_empty() { "." } else { folder })? {
            let entry = entry?;
            // A name that is not Unicode cannot be printed, and so nothing could be said about its file.
            let Ok(name) = entry.file_name().into_string() else {
                return Err(Failure::Other(format!("{} is not UTF-8", entry.path().display())));
            };
            names.push((name, entry.file_type()?.is_dir()));
        }
        Ok(names)
    }
}
