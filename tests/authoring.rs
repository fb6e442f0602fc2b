//! From the article of the demo to its panel: what an editor has to type in between.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test fails by panicking")]
#![allow(clippy::print_stdout, reason = "the test also measures")]

#[path = "support/workspace.rs"]
mod workspace;

use claim_panel_cli::static_html;
use similar::{DiffOp, TextDiff};

/// Level of the claims' headings.
const LEVEL: u8 = 3;

/// The most key presses from the draft of the article to the lines of the finished panel.
const MAX_PRESSES: usize = 2_300;

/// Selecting words and deleting them.
const REMOVAL_PRESSES: usize = 2;

/// Selecting words, copying them, going to another place and inserting them.
const COPY_PRESSES: usize = 6;

/// Fewer words are quicker to type than to copy.
const MIN_COPIED_WORDS: usize = 4;

fn file(path: &str) -> String {
    std::fs::read_to_string(workspace::path(path)).unwrap()
}

#[test]
fn the_edited_draft_gives_the_panel_of_the_demo() {
    let edited = convert::lines::read(&file("tests/authoring/edited.txt"));
    let checked = edited.check();
    assert!(checked.problems.is_empty(), "{:?}", checked.problems);
    let demo = story::check::read(file("www/demo/kennedy-harris.json").as_bytes());
    let html = [checked, demo].map(|checked| static_html::render(checked.story.unwrap(), LEVEL));
    assert_eq!(html[0], html[1]);
}

#[test]
fn the_article_is_that_of_the_demo() {
    let page = words(&draft::html::text(&file("index.html"))).join(" ");
    for paragraph in file("tests/authoring/article.txt").lines() {
        let paragraph = words(paragraph.trim_start_matches("— ")).join(" ");
        assert!(page.contains(&paragraph), "{paragraph}");
    }
}

#[test]
fn an_editor_types_little_and_no_id() {
    let article = file("tests/authoring/article.txt");
    let edited = file("tests/authoring/edited.txt");
    let head = draft::Head { lang: "en".to_owned(), ..draft::Head::default() };
    let draft = draft::lines(&draft::draft(&article, "en"), &article, &head);
    let presses = presses(&draft, &article, &edited);
    println!("{presses} key presses from the draft to the panel");
    assert!(presses <= MAX_PRESSES, "{presses} key presses");
    assert!(!edited.contains('{'), "an id is typed");
}

/// The key presses that turn a draft into edited lines. Words that stand in the draft or the article are copied.
fn presses(draft: &str, article: &str, edited: &str) -> usize {
    let source = words(&format!("{draft}\n{article}")).join(" ");
    let (before, after) = (words(draft), words(edited));
    let mut presses = 0;
    for op in TextDiff::from_slices(&before, &after).ops() {
        if !matches!(op, DiffOp::Equal { .. } | DiffOp::Insert { .. }) {
            presses += REMOVAL_PRESSES;
        }
        if !matches!(op, DiffOp::Equal { .. }) {
            presses += typed(&after[op.new_range()], &source);
        }
    }
    presses
}

/// The key presses for new words.
fn typed(words: &[&str], source: &str) -> usize {
    let (mut presses, mut rest) = (0, words);
    while let Some((first, others)) = rest.split_first() {
        let is_copy = |count: &usize| source.contains(&rest[..*count].join(" ")) && !rest[..*count].contains(&"\n");
        match (1..=rest.len()).take_while(is_copy).last().filter(|count| *count >= MIN_COPIED_WORDS) {
            Some(count) => {
                presses += COPY_PRESSES;
                rest = &rest[count..];
            }
            None => {
                presses += first.chars().count() + 1;
                rest = others;
            }
        }
    }
    presses
}

/// The words of a text, its line breaks, and the brackets around passages.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_apart = |c: char| matches!(c, '\n' | '[' | ']');
        let end = rest.find(|c: char| c.is_whitespace() || is_apart(c)).unwrap_or(rest.len());
        let end = end.max(first.len_utf8());
        if is_apart(first) || !first.is_whitespace() {
            words.push(&rest[..end]);
        }
        rest = &rest[end..];
    }
    words
}
