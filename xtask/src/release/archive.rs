//! Folders as files in memory, and as reproducible zip archives.

use crate::run::Outcome;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

/// The beginning of 1980, before which a zip archive has no times, in seconds since 1970.
const EARLIEST: i64 = 315_532_800;

/// Contents by path. Paths use `/` on every system, and are in order.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The contents of all files in a folder.
pub fn files(folder: &Path) -> Outcome<Files> {
    let told = |error| format!("{}: {error}", folder.display());
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(told)? {
        let entry = entry.map_err(told)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            found
                .extend(files(&entry.path())?.into_iter().map(|(inner, content)| (format!("{name}/{inner}"), content)));
        } else {
            found.insert(name, fs::read(entry.path()).map_err(told)?);
        }
    }
    Ok(found)
}

/// Writes files into a folder.
pub fn write(folder: &Path, files: &Files) -> Outcome {
    for (name, content) in files {
        let path = folder.join(name);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, content))
            .map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// A zip archive of these files in a folder of this name. The same files give the same bytes: in the order of their
/// paths, all with the same time and the same permissions.
pub fn zip(top: &str, files: &Files) -> Outcome<Vec<u8>> {
    let mut zip = ZipArchiveWriter::new(Vec::new());
    for (name, content) in files {
        let name = format!("{top}/{name}");
        add(&mut zip, &name, content).map_err(|error| format!("{name} in the zip archive: {error}"))?;
    }
    zip.finish().map_err(|error| format!("{top}.zip: {error}"))
}

fn add(zip: &mut ZipArchiveWriter<Vec<u8>>, name: &str, content: &[u8]) -> Result<(), rawzip::Error> {
    let (mut entry, config) = zip
        .new_file(name)
        .compression_method(CompressionMethod::DEFLATE)
        .last_modified(UtcDateTime::from_unix(EARLIEST))
        .unix_permissions(0o644)
        .start()?;
    let mut writer = config.wrap(DeflateEncoder::new(&mut entry, Compression::best()));
    writer.write_all(content)?;
    let (encoder, descriptor) = writer.finish()?;
    encoder.finish()?;
    entry.finish(descriptor)?;
    Ok(())
}
