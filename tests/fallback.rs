//! `claim-panel fill` on pages: the static HTML inside the elements, as in the demo's page, and the preload hints.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

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
    for refused in ["<claim-panel src=\"story.json\">", "<claim-panel src=\"no.json\"></claim-panel>"] {
        fs::write(&page, refused).unwrap();
        assert!(!fill(&[], &page).status.success(), "{refused}");
        assert_eq!(fs::read_to_string(&page).unwrap(), refused);
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

/// A folder of this test run, with a story in it.
fn site(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("claim-panel-{name}-{}", std::process::id()));
    fs::create_dir_all(folder.join("a/b")).unwrap();
    fs::copy(root().join("tests/cases/frozen/smallest/document.json"), folder.join("story.json")).unwrap();
    folder
}

/// Runs `fill` in a folder, and returns whether it succeeds, and the lines of both streams.
fn fill_in(folder: &Path, arguments: &[&str]) -> (bool, Vec<String>, Vec<String>) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_claim-panel"));
    let ran = program.current_dir(folder).arg("fill").args(arguments).output().unwrap();
    let lines = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().map(str::to_owned).collect();
    (ran.status.success(), lines(&ran.stdout), lines(&ran.stderr))
}

const PANEL: &str = "<claim-panel src=\"/story.json\"></claim-panel>";

#[test]
fn many_pages_are_filled_and_each_is_told_of() {
    let folder = site("site");
    let plain = b"\xEF\xBB\xBF<h1>No panel</h1>\r\n<p>\xE4 in Latin-1 \0".as_slice();
    fs::write(folder.join("index.html"), PANEL).unwrap();
    fs::write(folder.join("a/plain.html"), plain).unwrap();
    fs::write(folder.join("a/b/wrong.html"), format!("<p>{PANEL}")).unwrap();
    fs::write(folder.join("a/b/deep [1].html"), format!("<!-- {PANEL} -->\n{PANEL}")).unwrap();
    fs::write(folder.join("a/b/latin.html"), [PANEL.as_bytes(), b"\xE4"].concat()).unwrap();
    fs::create_dir_all(folder.join("a/folder.html")).unwrap();

    let stale = fill_in(&folder, &["--check", "--root", ".", "**/*.html"]);
    assert!(!stale.0 && stale.2.iter().any(|line| line.starts_with("index.html: out of date; ")), "{stale:?}");

    let (is_good, out, err) = fill_in(&folder, &["**/*.html", "--root", ".", "index.html"]);
    assert!(!is_good);
    let updated = ["a/b/deep [1].html: updated", "a/plain.html: without a panel", "index.html: updated"];
    assert_eq!(out, [&updated[..], &["5 pages: 2 updated, 1 without a panel, 2 refused"]].concat());
    let refused = [
        "a/b/latin.html: not filled: the page is not UTF-8",
        "a/b/latin.html: refused",
        "a/b/wrong.html:1: not filled: it is inside a <p>, which ends where its content begins; put it between paragraphs",
        "a/b/wrong.html: refused",
    ];
    assert_eq!(err, refused);
    assert_eq!(fs::read(folder.join("a/plain.html")).unwrap(), plain);
    assert!(fs::read_to_string(folder.join("a/b/deep [1].html")).unwrap().ends_with("</section></claim-panel>"));

    let again = fill_in(&folder, &["--root", ".", "index.html", "a/b/deep [1].html"]);
    let unchanged = ["index.html: unchanged", "a/b/deep [1].html: unchanged", "2 pages: 2 unchanged"];
    assert_eq!(again, (true, unchanged.map(str::to_owned).to_vec(), Vec::new()));
    assert_eq!(
        fill_in(&folder, &["a/plain.html"]),
        (true, vec!["a/plain.html: without a panel".to_owned()], Vec::new())
    );
    for (pattern, why) in [("*.htm", "there is no such page"), ("a/***.html", "not a pattern: ")] {
        let (is_good, out, err) = fill_in(&folder, &[pattern, "--root", "."]);
        assert!(!is_good && out.is_empty() && err[0].starts_with(&format!("{pattern}: {why}")), "{err:?}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_panel_is_filled_only_where_a_paragraph_does_not_end_in_it() {
    let folder = site("paragraphs");
    let page = folder.join("page.html");
    let in_a_paragraph = [
        "<p>",
        "<P CLASS=\"a > b\">text <em>",
        "<div><p>text<br><span>",
        "<p>a</p><p>b",
        "<p><!-- </p> -->",
        "<p><script>\"</p>\"</script>",
        "<p><button><p>a</p></button>",
        "<table><tr><td><p>",
        "<p>a < b",
    ];
    for before in in_a_paragraph {
        fs::write(&page, format!("{before}{PANEL}")).unwrap();
        let (is_good, _, err) = fill_in(&folder, &["page.html"]);
        assert!(!is_good && err[0].contains("inside a <p>"), "{before}: {err:?}");
        assert_eq!(fs::read_to_string(&page).unwrap(), format!("{before}{PANEL}"));
    }
    let elsewhere = [
        "",
        "<p>a</p>",
        "<div><p>a</div>",
        "<p>a<div>",
        "<p>a<h2>b</h2>",
        "<ul><li><p>a<li>",
        "<!-- <p> -->",
        "<script>'<p>'</script>",
        "<STYLE><p></Style>",
        "<title><p></title>",
        "<pre>a</pre><picture></picture>",
        "<p><button>",
        "<p>a<table><tr><td>",
    ];
    for before in elsewhere {
        fs::write(&page, format!("{before}{PANEL}")).unwrap();
        let (is_good, _, err) = fill_in(&folder, &["page.html"]);
        assert!(is_good && err.is_empty(), "{before}: {err:?}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_tag_that_would_swallow_the_article_is_refused() {
    let folder = site("swallow");
    let page = folder.join("page.html");
    for (html, why) in [
        (format!("<claim-panel src=\"/story.json\"/><p>The article.</p>{PANEL}"), "HTML ignores the “/”"),
        (format!("<claim-panel src=\"/story.json\"><p>The article.</p>{PANEL}"), "before the next <claim-panel>"),
    ] {
        fs::write(&page, &html).unwrap();
        let (is_good, _, err) = fill_in(&folder, &["page.html"]);
        assert!(!is_good && err[0].contains(why), "{err:?}");
        assert!(
            fs::read_to_string(&page).unwrap().contains("<p>The article.</p><claim-panel src=\"/story.json\"><section")
        );
    }
    fs::remove_dir_all(&folder).unwrap();
}
