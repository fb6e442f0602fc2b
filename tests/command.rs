//! The command line: its output on both streams and its exit status.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/workspace.rs"]
mod workspace;

use std::io::Write;
use std::process::{Command, Stdio};

const GOOD: &str = "tests/cases/frozen/smallest/document.json";
const WARNED: &str = "tests/cases/date-invalid-everywhere/document.json";
const BAD: &str = "tests/cases/stances-unknown/document.json";

/// The result of a run.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_claim-panel"))
        .args(arguments)
        .current_dir(workspace::path(""))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may exit before all of it is written.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[test]
fn a_good_document_is_called_good() {
    let ran = run(&["check", GOOD], b"");
    assert_eq!((ran.code, ran.out, ran.err), (Some(0), format!("{GOOD}: good\n"), String::new()));
}

#[test]
fn warnings_do_not_fail() {
    let ran = run(&["check", WARNED], b"");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.ends_with("date-invalid-everywhere/document.json: can be shown, with 7 warnings\n"), "{}", ran.out);
}

#[test]
fn a_language_without_words_is_reported_at_its_place() {
    let good = std::fs::read_to_string(workspace::path(GOOD)).unwrap();
    let in_language = |lang: &str| {
        let notes = r#"{ "note": "a \"lang\": here", "publisher": { "name": "lang" },"#;
        let rest = good.trim_start().strip_prefix('{').unwrap().replace("\"lang\": \"en\"", "\"lang\" :\n \"LANG\"");
        assert!(rest.contains("LANG"), "{rest}");
        run(&["check", "-"], format!("{notes}{rest}").replace("LANG", lang).as_bytes())
    };
    let ran = in_language("sw-KE");
    assert_eq!(ran.code, Some(0));
    let warned = ran.out.lines().find(|line| line.ends_with("[language-without-words]")).unwrap();
    assert!(warned.contains(": warning: lang: ") && warned.contains("“sw-KE”"), "{warned}");
    let line = warned.split(':').nth(1).unwrap().parse::<usize>().unwrap();
    let value = ran.out.lines().skip_while(|line| *line != warned).nth(1).unwrap();
    assert_eq!((value, line > 1), ("    |  \"sw-KE\",", true), "{}", ran.out);
    assert!(ran.out.ends_with("can be shown, with 1 warning\n"), "{}", ran.out);
    for known in ["en-GB", "no", "zh-TW", "pt-BR", "iw"] {
        let ran = in_language(known);
        assert!(!ran.out.contains("language-without-words"), "{known}: {}", ran.out);
    }
}

#[test]
fn errors_are_printed_with_file_line_and_column_and_fail() {
    let ran = run(&["check", BAD], b"");
    assert_eq!(ran.code, Some(1));
    let first = ran.out.lines().next().unwrap();
    assert!(first.starts_with(&format!("{BAD}:10:58: error: statements[0].stances.meeting: ")), "{first}");
    assert!(first.ends_with(" [unknown-word]"), "{first}");
    let mark = ran.out.lines().nth(2).unwrap();
    let line = ran.out.lines().nth(1).unwrap();
    assert!(
        line.starts_with("    | ") && line.get(mark.len() - 1..).unwrap().starts_with('"'),
        "the caret is below the word"
    );
    assert!(ran.out.lines().nth(3).unwrap().starts_with("    Use one of: "), "the remedy is on a line of its own");
    assert!(ran.out.ends_with("document.json: cannot be shown: 2 errors\n"), "{}", ran.out);
}

#[test]
fn an_excerpt_shows_invisible_characters_and_keeps_its_order() {
    let ran = run(&["check", "-"], "{\n  \u{202E}\"version\": 1\n}".as_bytes());
    let lines: Vec<&str> = ran.out.lines().skip_while(|line| !line.starts_with("-:2:")).take(3).collect();
    let problem = "-:2:3: error: there is an invisible character between the entries: right-to-left override, U+202E [invisible-character]";
    assert_eq!(lines, [problem, "    |   \u{FFFD}\"version\": 1", "    |   ^"]);
}

#[test]
fn several_files_are_all_checked_and_one_bad_one_fails_them() {
    let ran = run(&["check", BAD, "tests/cases/no-such-file.json", GOOD], b"");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.contains("cannot be shown") && ran.out.ends_with(": good\n"), "{}", ran.out);
    assert!(ran.err.starts_with("tests/cases/no-such-file.json: cannot be read: "), "{}", ran.err);
}

#[test]
fn standard_input_is_read_for_a_dash() {
    let ran = run(&["check", "-"], b"{}");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.starts_with("-:1:1: error: the required field \u{201c}version\u{201d} is missing"), "{}", ran.out);
}

#[test]
fn a_strict_check_fails_on_warnings() {
    let (lenient, strict) = (run(&["check", WARNED], b""), run(&["check", "--strict", WARNED], b""));
    assert_eq!((lenient.code, strict.code), (Some(0), Some(1)));
    assert_eq!(lenient.out, strict.out);
    assert_eq!(run(&["check", "--strict", GOOD], b"").code, Some(0));
}

#[test]
fn the_text_of_the_panel_is_printed() {
    let ran = run(&["read", "--panel", "www/demo/kennedy-harris.json"], b"");
    let claim: Vec<&str> = ran.out.split("\n\n").nth(3).unwrap().lines().take(3).collect();
    let expected = [
        "Reported by The Telegraph, citing The Washington Post: Harris declined a meeting",
        "Kamala Harris no statement found",
        "1 statement",
    ];
    assert_eq!((ran.code, claim), (Some(0), expected.to_vec()));
    assert_eq!(run(&["read", BAD], b"").code, Some(1));
}

#[test]
fn the_schema_is_printed() {
    let ran = run(&["schema"], b"");
    assert_eq!((ran.code, ran.out), (Some(0), story::document::json_schema()));
}

#[test]
fn the_sentences_of_problems_are_printed() {
    let ran = run(&["problems"], b"");
    assert_eq!((ran.code, ran.out), (Some(0), story::document::problem_sentences()));
}

#[test]
fn html_is_rendered_to_standard_output_and_problems_go_elsewhere() {
    let ran = run(&["render", WARNED], b"");
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("Dana Rowe") && !ran.out.contains("warning"), "{}", ran.out);
    assert!(ran.err.contains("[unusable-date]"), "{}", ran.err);
}

#[test]
fn nothing_is_rendered_of_a_document_that_is_refused() {
    let ran = run(&["render", BAD], b"");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("[unknown-word]"), "{}", ran.err);
}

#[test]
fn help_is_printed_when_asked_for_and_when_needed() {
    let asked = run(&["--help"], b"");
    assert_eq!((asked.code, asked.err.as_str()), (Some(0), ""));
    assert!(asked.out.contains("claim-panel check FILE"), "{}", asked.out);
    for wrong in [&[][..], &["check"], &["chekc", GOOD], &["render"], &["render", GOOD, BAD], &["schema", GOOD]] {
        let ran = run(wrong, b"");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{wrong:?}");
        assert_eq!(ran.err, asked.out, "{wrong:?}");
    }
}

#[test]
fn the_version_is_the_packages() {
    assert_eq!(run(&["--version"], b"").out, format!("claim-panel {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_article_has_at_most_four_mebibytes() {
    const MAX: usize = 4 * 1024 * 1024;
    let article = |length: usize| run(&["draft", "--lang", "sw", "-"], "b".repeat(length).as_bytes());
    assert!(article(MAX).err.contains("[language-without-rules]"));
    let ran = article(MAX + 1);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("-: error: the file is larger than 4 MiB [input-too-large]\n"), "{}", ran.err);
}
