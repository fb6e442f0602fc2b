//! What is refused, and what a release consists of.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::address::PLACEHOLDER;
use super::archive::{Files, files};
use super::git::git;
use super::integrity::{integrity, sums};
use super::sample::Sample;
use super::{DRY_RUN, PLACE, checks, made, rehearsed, version};
use flate2::read::DeflateDecoder;
use std::fs;
use std::io::Read;
use std::process::Command;

/// A change to a repository that may be released, and the beginnings of the refusals that it causes.
type Case = (&'static str, fn(&Sample), &'static [&'static str]);

const CASES: [Case; 11] = [
    ("nothing", |_| {}, &[]),
    ("an uncommitted file", |repo| repo.write("new.rs", ""), &["the work tree has uncommitted changes (new.rs):"]),
    (
        "a development version",
        |repo| version::set(&repo.root, "0.2.0-dev").unwrap(),
        &["0.2.0-dev is not the version of a release: run cargo xtask version 0.2.0"],
    ),
    (
        "an open entry",
        |repo| repo.edit("CHANGELOG.md", "[Unreleased]\n", "[Unreleased]\n\n- New.\n"),
        &["CHANGELOG.md has entries under [Unreleased]:"],
    ),
    ("no section", |repo| repo.edit("CHANGELOG.md", "[0.2.0]", "[0.1.9]"), &["CHANGELOG.md has no section [0.2.0]:"]),
    (
        "no date",
        |repo| repo.edit("CHANGELOG.md", " - 2031-03-09", ""),
        &["the section [0.2.0] of CHANGELOG.md has no date:"],
    ),
    (
        "a manifest of another version",
        |repo| repo.edit("part/Cargo.toml", "version.workspace = true", "version = \"0.1.0\""),
        &["part/Cargo.toml has version 0.1.0:"],
    ),
    (
        "a document of another version",
        |repo| repo.edit("docs/use.md", "0.2.0", "0.1.0"),
        &["docs/use.md:2 has version 0.1.0: run cargo xtask version 0.2.0"],
    ),
    ("a tag on another commit", |repo| drop(git(&repo.root, &["tag", "v0.2.0"]).unwrap()), &["the tag v0.2.0 is on"]),
    (
        "the placeholder in two files",
        |repo| {
            repo.write("SECURITY.md", &format!("<https://{PLACEHOLDER}/security>\n"));
            repo.write("www/failure.js", &format!("Report it: https://{PLACEHOLDER}/issues"));
        },
        &[concat!("project-address", ".invalid is a placeholder, in SECURITY.md, www/failure.js:")],
    ),
    (
        "several at once",
        |repo| {
            repo.edit("README.md", "0.2.0", "0.3.0-dev");
            repo.edit("CHANGELOG.md", "- Search", "Search");
        },
        &["README.md:1 has version 0.3.0-dev:", "the section [0.2.0] of CHANGELOG.md has no entries:"],
    ),
];

#[test]
fn what_is_refused() {
    for (number, (what, change, expected)) in CASES.into_iter().enumerate() {
        let repo = Sample::new(&format!("refused-{number}"));
        change(&repo);
        if !what.contains("uncommitted") {
            repo.commit();
        }
        let refusals = checks::refusals(&repo.root).unwrap();
        assert_eq!(refusals.len(), expected.len(), "{what}: {refusals:?}");
        for (refusal, begin) in refusals.iter().zip(expected) {
            assert!(refusal.starts_with(begin) && !refusal.contains('\n'), "{what}: {refusal}");
        }
        let outcome = made(&repo.root, || Ok(()));
        assert_eq!(outcome.is_ok(), expected.is_empty(), "{what}: {outcome:?}");
        assert_eq!(repo.root.join(PLACE).exists(), expected.is_empty(), "{what}");
    }
}

#[test]
fn failing_tests_and_changes_meanwhile_are_refused() {
    let repo = Sample::new("tests");
    made(&repo.root, || Ok(())).unwrap();
    let refused = |tests: &dyn Fn() -> Result<(), String>| {
        let reason = made(&repo.root, tests).unwrap_err();
        assert!(!repo.root.join(PLACE).exists(), "the earlier release is still there");
        reason
    };
    assert!(refused(&|| Err("2 steps failed".to_owned())).starts_with("2 steps failed: repair"));
    let commit = || {
        repo.commit();
        Ok(())
    };
    assert!(refused(&commit).contains("another commit"));
    let change = || {
        repo.write("new.rs", "");
        Ok(())
    };
    assert!(refused(&change).contains("uncommitted changes"));
}

#[test]
fn a_build_of_another_version_is_refused() {
    let repo = Sample::new("built");
    repo.edit("dist/npm/package.json", "0.2.0", "0.1.0");
    assert_eq!(made(&repo.root, || Ok(())).unwrap_err(), "dist/ has version 0.1.0, not 0.2.0: run cargo xtask dist");
}

#[test]
fn a_dry_run_makes_the_same_files_and_marks_them() {
    let repo = Sample::new("dry");
    made(&repo.root, || Ok(())).unwrap();
    rehearsed(&repo.root, || Ok(())).unwrap();
    let (release, mut dry) = (files(&repo.root.join(PLACE)).unwrap(), files(&repo.root.join(DRY_RUN)).unwrap());
    let marker = String::from_utf8(dry.remove("NOT-RELEASABLE.txt").unwrap()).unwrap();
    assert_eq!((release == dry, marker.lines().count()), (true, 1));
    repo.write("new.rs", "");
    assert!(rehearsed(&repo.root, || Ok(())).unwrap_err().contains("\n- the work tree has uncommitted changes"));
    assert!(repo.read(&format!("{DRY_RUN}/NOT-RELEASABLE.txt")).contains("\n- the work tree"));
}

#[test]
fn the_version_is_set_everywhere() {
    let repo = Sample::new("version");
    version::set(&repo.root, "0.3.0-dev").unwrap();
    assert_eq!(version::of(&repo.root).unwrap(), "0.3.0-dev");
    assert_eq!(version::is_same_everywhere(&repo.root, "0.3.0-dev").unwrap(), Vec::<String>::new());
    assert!(repo.read("docs/use.md").contains("./claim-panel-0.3.0-dev.tgz"));
    assert!(repo.read("CHANGELOG.md").contains("claim-panel-0.1.0"));
    assert!(version::set(&repo.root, "0.3").unwrap_err().contains("write X.Y.Z"));
}

#[test]
fn this_repository_has_one_version() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let version = version::of(root).unwrap();
    assert_eq!(version::is_same_everywhere(root, &version).unwrap(), Vec::<String>::new());
}

#[test]
fn the_archives_the_folder_and_the_hashes_agree() {
    let repo = Sample::new("archives");
    made(&repo.root, || Ok(())).unwrap();
    let place = repo.root.join(PLACE);
    let mut release = files(&place).unwrap();
    let listed = String::from_utf8(release.remove("SHA256SUMS").unwrap()).unwrap();
    assert_eq!(listed, sums(&release));

    let folder = files(&place.join("claim-panel-0.2.0")).unwrap();
    let names: Vec<&str> = folder.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "LICENSE-APACHE",
            "LICENSE-MIT",
            "LICENSES-THIRD-PARTY.txt",
            "claim-panel.css",
            "claim-panel.iife.js",
            "claim-panel.js",
            "integrity.json",
            "integrity.md",
            "languages/de.txt",
            "resize.js",
        ]
    );
    assert_eq!(unzipped(&release["claim-panel-0.2.0.zip"], "claim-panel-0.2.0/"), folder);

    let unpacked = repo.root.join("target/unpacked");
    fs::create_dir_all(&unpacked).unwrap();
    let tar = Command::new("tar").arg("xzf").arg(place.join("claim-panel-0.2.0.tgz")).current_dir(&unpacked).status();
    assert!(tar.unwrap().success());
    assert_eq!(files(&unpacked.join("package")).unwrap(), files(&repo.root.join("dist/npm")).unwrap());

    let list: serde_json::Value = serde_json::from_slice(&folder["integrity.json"]).unwrap();
    assert_eq!((&list["version"], list["files"].as_object().unwrap().len()), (&"0.2.0".into(), 5));
    let table = String::from_utf8(folder["integrity.md"].clone()).unwrap();
    for (name, hash) in list["files"].as_object().unwrap() {
        assert_eq!(*hash, integrity(&folder[name]), "{name}");
        assert!(table.contains(&format!("| `{name}` | `{}` |\n", hash.as_str().unwrap())), "{table}");
    }
    // openssl dgst -sha384 -binary claim-panel.js | base64
    let hash = "sha384-OURA3k5hJ74BsGlX4ksLSFQSEcbEi1C7beG3lEqFBTVv+fXU25n0GbzRVMFK1W0P";
    assert!(
        table.contains(&format!("integrity=\"{hash}\" src=\"/claim-panel-0.2.0/claim-panel.js\"></script>")),
        "{table}"
    );
    let notes = "# claim-panel 0.2.0 - 2031-03-09\n\n- Search, as in claim-panel-0.1.0.\n";
    assert_eq!(release["release-notes.md"], notes.as_bytes());
}

/// The files of an archive, all of which are in this folder.
fn unzipped(archive: &[u8], folder: &str) -> Files {
    let archive = rawzip::ZipArchive::from_slice(archive).unwrap();
    let mut found = Files::new();
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().unwrap() {
        let name = entry.file_path().try_normalize().unwrap().as_ref().to_owned();
        let local = archive.get_entry(entry.wayfinder()).unwrap();
        let mut content = Vec::new();
        local.verifying_reader(DeflateDecoder::new(local.data())).read_to_end(&mut content).unwrap();
        found.insert(name.strip_prefix(folder).unwrap().to_owned(), content);
    }
    found
}
