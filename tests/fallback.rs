//! `claim-panel fill` on pages: the static HTML inside the elements, as in the demo's page, and the preload hints.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/expectation.rs"]
mod expectation;
#[path = "support/workspace.rs"]
mod workspace;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    workspace::path("")
}

fn fill(arguments: &[&str], page: &Path) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_claim-panel"));
    program.current_dir(root()).arg("fill").args(arguments).arg(page).output().unwrap()
}

#[test]
fn the_demo_holds_what_fill_writes() {
    let options = if expectation::is_blessing() { &["--root", "www"][..] } else { &["--check", "--root", "www"] };
    let ran = fill(options, Path::new("index.html"));
    assert!(ran.status.success(), "{}\n{}", String::from_utf8_lossy(&ran.stderr), expectation::REMEDY);
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    assert!(page.matches("<section part=\"panel\"").count() >= 2, "the demo's page has lost a panel");
}

#[test]
fn a_stale_page_is_told_of_and_filled() {
    let folder = std::env::temp_dir().join(format!("claim-panel-fill-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::copy(root().join("www/demo/bridge.json"), folder.join("story.json")).unwrap();
    let page = folder.join("page.html");
    let elsewhere = "<claim-panel src=\"https://example.org/a.json\"><p>As it was.</p></claim-panel>";
    fs::write(
        &page,
        format!("<h1>A</h1><claim-panel src=\"story.json\" heading-level=\"2\">old</claim-panel>{elsewhere}"),
    )
    .unwrap();
    assert!(!fill(&["--check"], &page).status.success());
    assert!(fs::read_to_string(&page).unwrap().contains(">old<"), "--check writes nothing");
    assert!(fill(&[], &page).status.success());
    let filled = fs::read_to_string(&page).unwrap();
    assert!(filled.contains("<h2 part=\"claim-title\"") && !filled.contains(">old<") && filled.ends_with(elsewhere));
    let checked = fill(&["--check"], &page);
    assert!(checked.status.success());
    assert!(
        String::from_utf8_lossy(&checked.stderr).contains("not a file of this site"),
        "skipped elements are reported"
    );

    // Unusual tags are parsed, comments are ignored, and an element that contains its document is left unchanged.
    let odd = "<!-- <claim-panel src=\"story.json\"> --><claim-panel\n title=\"a > b\" src='/story.json?v=2'>old</claim-panel>";
    fs::write(&page, odd).unwrap();
    assert!(fill(&[], &page).status.success());
    let filled = fs::read_to_string(&page).unwrap();
    assert!(filled.starts_with(
        "<!-- <claim-panel src=\"story.json\"> --><claim-panel\n title=\"a > b\" src='/story.json?v=2'><section"
    ));
    assert!(fill(&["--check"], &page).status.success());
    let island = "<claim-panel src=\"story.json\"><script type=\"application/json\">{}</script></claim-panel>";
    fs::write(&page, island).unwrap();
    assert!(fill(&[], &page).status.success());
    assert_eq!(fs::read_to_string(&page).unwrap(), island);
    for left_alone in
        ["<claim-panel src=\"story.json\">", "<p>Nothing.</p>", "<claim-panel src=\"no.json\"></claim-panel>"]
    {
        fs::write(&page, left_alone).unwrap();
        assert!(!fill(&[], &page).status.success(), "{left_alone}");
        assert_eq!(fs::read_to_string(&page).unwrap(), left_alone);
    }
    fs::remove_dir_all(&folder).unwrap();
}

/// A page without what stands inside its elements.
fn without_fallbacks(page: &str) -> String {
    let (mut out, mut rest) = (String::new(), page);
    while let Some((piece, after)) = rest.split_once("</claim-panel>") {
        let (before, element) = piece.split_once("<claim-panel").unwrap();
        let (tag, _) = element.split_once('>').unwrap();
        out.push_str(&format!("{before}<claim-panel{tag}></claim-panel>"));
        rest = after;
    }
    out + rest
}

/// Each folder in `tests/hints/` holds a page before and after.
#[test]
fn hints_are_written_where_they_are_certain_to_be_used() {
    let folder = std::env::temp_dir().join(format!("claim-panel-hints-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    for story in ["story.json", "other.json"] {
        fs::copy(root().join("tests/cases/frozen/smallest/document.json"), folder.join(story)).unwrap();
    }
    let page = folder.join("page.html");
    let mut compared = Vec::new();
    for case in fs::read_dir(root().join("tests/hints")).unwrap() {
        let case = case.unwrap().path();
        fs::copy(case.join("page.html"), &page).unwrap();
        assert!(fill(&[], &page).status.success(), "{}", case.display());
        let filled = fs::read_to_string(&page).unwrap();
        compared.push(expectation::compare(&case.join("expected.html"), &without_fallbacks(&filled)));
        assert!(fill(&["--check"], &page).status.success(), "{} is stale at once", case.display());
        assert!(fill(&[], &page).status.success());
        assert_eq!(fs::read_to_string(&page).unwrap(), filled, "{} changes again", case.display());
    }
    assert!(compared.len() > 10, "{} cases", compared.len());
    expectation::settle(compared);
    fs::remove_dir_all(&folder).unwrap();
}
