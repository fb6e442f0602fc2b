//! Invented stories as an editor writes them, and what the static HTML must and must not say about them.
//!
//! `NAME.expected.json` in `tests/stories/` lists phrases for the story `NAME.json` there or among the demos. `advice` lists
//! the codes that `check` may give. `claims` has, for each claim, phrases of its closed rows (`closed`), phrases that follow
//! when it is opened (`opened`), and phrases that occur in neither (`never`). `views` has phrases of the other views.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use claim_panel::view::state::View;
use claim_panel_cli::static_html;
use serde_json::Value;
use story::check;
use story::model::Story;

use crate::{rows, workspace};

/// A story, what `check` says about it, and what readers must find.
struct Example {
    name: String,
    problems: Vec<&'static str>,
    story: Rc<Story>,
    expected: Value,
}

fn examples() -> Vec<Example> {
    let folder = workspace::path("tests/stories");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let names = files.iter().filter_map(|file| file.to_str()?.strip_suffix(".expected.json"));
    let examples: Vec<Example> = names.map(example).collect();
    assert_eq!(examples.len(), 9, "seven stories and two demos");
    for file in &files {
        let expected = file.with_extension("expected.json");
        assert!(expected.is_file() || file.to_str().unwrap().ends_with(".expected.json"), "{}", expected.display());
    }
    examples
}

fn example(path: &str) -> Example {
    let name = path.rsplit('/').next().unwrap().to_owned();
    let places = [format!("{path}.json").into(), workspace::path(&format!("www/demo/{name}.json"))];
    let file: &PathBuf =
        places.iter().find(|place| place.is_file()).unwrap_or_else(|| panic!("{name}.json is missing"));
    let checked = check::read(&fs::read(file).unwrap());
    let expected = fs::read_to_string(format!("{path}.expected.json")).unwrap();
    Example {
        problems: checked.problems.iter().map(|problem| problem.rule.code).collect(),
        story: Rc::new(checked.story.unwrap_or_else(|| panic!("{name} is refused"))),
        expected: serde_json::from_str(&expected).unwrap_or_else(|error| panic!("{name}: {error}")),
        name,
    }
}

/// The phrases of a list that may be absent.
fn phrases(list: &Value) -> Vec<&str> {
    list.as_array().map(|list| list.iter().map(|phrase| phrase.as_str().unwrap()).collect()).unwrap_or_default()
}

/// The text of a piece of HTML: a colon after each name of a row, and a blank between blocks.
fn text(html: &str) -> String {
    const ENDS: [&str; 8] = ["</dd>", "</p>", "</li>", "</h3>", "</h4>", "</h5>", "</blockquote>", "</summary>"];
    let named = html.replace("</dt>", ":</dt>");
    let spaced = ENDS.iter().fold(named, |html, end| html.replace(end, &format!(" {end}")));
    rows::words(&spaced).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of each claim, closed and opened, in the order of the claims.
fn claims(story: &Rc<Story>) -> Vec<(String, String)> {
    let html = static_html::render_view(Rc::clone(story), 3, View::Claims);
    let claims = html.split("<li part=\"claim\">").skip(1);
    claims
        .map(|claim| claim.split_once("<details>").map(|(closed, open)| (text(closed), text(open))).unwrap())
        .collect()
}

fn require(place: &str, text: &str, wanted: &Value, banned: &Value) {
    for phrase in phrases(wanted) {
        assert!(text.contains(phrase), "{place}: “{phrase}” is missing in: {text}");
    }
    for phrase in phrases(banned) {
        assert!(!text.contains(phrase), "{place}: “{phrase}” must not occur in: {text}");
    }
}

#[test]
fn stories_have_no_diagnostic() {
    for Example { name, problems, expected, .. } in examples() {
        let allowed = phrases(&expected["advice"]);
        let others: Vec<_> = problems.iter().filter(|code| !allowed.contains(code)).collect();
        assert!(others.is_empty(), "{name}: {others:?}");
    }
}

#[test]
fn stories_say_in_their_claims_what_their_documents_bear() {
    for Example { name, story, expected, .. } in examples() {
        let shown = claims(&story);
        assert_eq!(shown.len(), story.all_claims().count(), "{name}");
        let known: Vec<&str> = story.all_claims().map(|(_, claim)| claim.key.as_str()).collect();
        for (key, wanted) in expected["claims"].as_object().unwrap() {
            let place = known.iter().position(|id| id == key).unwrap_or_else(|| panic!("{name} has no claim “{key}”"));
            let (closed, opened) = &shown[place];
            let where_ = format!("{name}, “{key}”");
            require(&format!("{where_}, closed"), closed, &wanted["closed"], &wanted["never"]);
            require(&format!("{where_}, opened"), opened, &wanted["opened"], &wanted["never"]);
        }
    }
}

#[test]
fn stories_say_in_their_other_views_what_their_documents_bear() {
    for Example { name, story, expected, .. } in examples() {
        for (key, view) in [("people", View::People), ("timeline", View::Timeline), ("sources", View::Sources)] {
            let shown = text(&static_html::render_view(Rc::clone(&story), 3, view));
            let wanted = &expected["views"][key];
            require(&format!("{name}, {key}"), &shown, &wanted["says"], &wanted["never"]);
        }
    }
}

/// Nobody must take them for news.
#[test]
fn invented_stories_say_that_they_are_invented() {
    for Example { name, story, .. } in examples() {
        let summary = story.summary.as_deref().unwrap_or_default();
        let is_real = name == "kennedy-harris";
        assert_ne!(summary.contains("An invented story") || summary.contains("قصة متخيَّلة"), is_real, "{name}");
    }
}
