//! The interface text of every language: the checks of `build.rs`, and those that need data that a build does not have.
//!
//! A reviewer of a language needs only its file. This test generates the comments in it and fails if they are stale.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[allow(dead_code, clippy::print_stdout, reason = "the build script also has a main function, which prints to Cargo")]
#[path = "../build.rs"]
mod build;
#[path = "support/expectation.rs"]
mod expectation;
#[path = "texts/formats.rs"]
mod formats;
#[path = "support/refuting.rs"]
mod refuting;
#[path = "support/workspace.rs"]
mod workspace;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use build::{Entry, entries, has_forms, translated};
use claim_panel::texts::{Message, OTHERS, Texts, add_language, missing};
use claim_panel_cli::intl::INTL;
use claim_panel_cli::static_html;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use refuting::asserting;
use story::check;
use story::model::Stance;

fn path(path: &str) -> PathBuf {
    workspace::path(path)
}

fn file(lang: &str) -> PathBuf {
    path(&format!("src/texts/languages/{lang}.txt"))
}

fn read(lang: &str) -> String {
    fs::read_to_string(file(lang)).unwrap_or_else(|error| panic!("{lang}: {error}"))
}

fn all() -> impl Iterator<Item = &'static str> {
    ["en"].into_iter().chain(OTHERS)
}

/// All entries of a language: key, text and comment.
fn words(lang: &str) -> Vec<Entry> {
    entries(lang, &read(lang)).unwrap_or_else(|error| panic!("{error}"))
}

/// Fails with a list of all breaches.
fn fail(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

/// Applies a rule to every text of every language, and fails with all texts that break it.
fn each_text(rule: impl Fn(&str, &str, &str) -> Option<&'static str>) {
    let mut breaches = Vec::new();
    for lang in all() {
        for (key, text, _) in words(lang) {
            if let Some(wrong) = rule(lang, &key, &text) {
                breaches.push(format!("{lang}: {key} = {text}: {wrong}"));
            }
        }
    }
    fail(&breaches);
}

fn rules(lang: &str) -> PluralRules {
    PluralRules::try_new_cardinal(lang.parse::<Locale>().unwrap().into()).unwrap()
}

const CATEGORIES: [(PluralCategory, &str); 6] = [
    (PluralCategory::Zero, "zero"),
    (PluralCategory::One, "one"),
    (PluralCategory::Two, "two"),
    (PluralCategory::Few, "few"),
    (PluralCategory::Many, "many"),
    (PluralCategory::Other, "other"),
];

/// The plural categories of a language by the Unicode CLDR, each with its numbers up to 200 and a few larger ones.
fn categories(lang: &str) -> Vec<(&'static str, Vec<u32>)> {
    let rules = rules(lang);
    let known: Vec<PluralCategory> = rules.categories().collect();
    let numbers =
        |category| (0..=200).chain([1_000, 1_000_000]).filter(|n| rules.category_for(*n) == category).collect();
    let used = CATEGORIES.into_iter().filter(|(category, _)| known.contains(category));
    used.map(|(category, name)| (name, numbers(category))).collect()
}

/// `one: … | other: …` as pairs.
fn forms(text: &str) -> Vec<(&str, &str)> {
    text.split(" | ").map(|form| form.split_once(": ").unwrap_or((form, ""))).collect()
}

/// The numbers of each plural category, for the comment at the top of a language's file.
fn numbers(lang: &str) -> String {
    let said = categories(lang).into_iter().map(|(name, numbers)| {
        let first: Vec<String> = numbers.iter().take(3).map(u32::to_string).collect();
        match numbers.len() {
            0 => format!("{name} (fractions alone)"),
            1..=3 => format!("{name} ({})", first.join(", ")),
            _ => format!("{name} ({} …)", first.join(", ")),
        }
    });
    said.collect::<Vec<_>>().join(", ")
}

/// The file of a language as it should be: its own first line and its own texts, with the comments that a reviewer
/// needs.
fn in_step(lang: &str, english: &str, own: &str) -> String {
    let own_words = entries(lang, own).unwrap_or_else(|error| panic!("{error}"));
    let mut file = format!(
        "{}\n#\n\
         # Above each entry stands where readers see it, and what it is in English. Only what is behind the sign =\n\
         # is to be changed. {{0}}, {{1}} … are places that are filled with names, dates or numbers: a sentence has to\n\
         # keep them and may move them. Names and dates come in as they stand alone, and are never inflected.\n\
         # Forms for numbers: {}. Behind a | stands what several people say.\n\
         # All lines that begin with # but for the first are written by a program; docs/languages.md tells more.\n",
        own.lines().next().unwrap_or_default(),
        numbers(lang),
    );
    let head = english.find("\n## ").unwrap_or_default();
    for line in english[head..].lines() {
        let entry = line.split_once(" = ").filter(|_| !line.starts_with('#'));
        if let Some((key, model)) = entry {
            let own = own_words.iter().find(|(other, ..)| other == key);
            let text = own.map_or("", |(_, text, _)| text);
            file += &format!("# en: {model}\n{key} = {text}\n");
        } else {
            file += &format!("{line}\n");
        }
    }
    file
}

#[test]
fn every_file_can_be_reviewed_by_itself() {
    let english = read("en");
    expectation::settle(OTHERS.map(|lang| expectation::compare(&file(lang), &in_step(lang, &english, &read(lang)))));
    let unnamed = OTHERS.into_iter().filter(|lang| !read(lang).starts_with("# "));
    let named = |lang| format!("{lang}.txt:1: must name the language and say whether it was reviewed");
    fail(&unnamed.map(named).collect::<Vec<_>>());
}

#[test]
fn numbers_have_the_forms_that_their_language_tells_apart() {
    let mut breaches = Vec::new();
    for lang in all() {
        let categories = categories(lang);
        for (key, text, _) in words(lang).into_iter().filter(|(_, text, _)| has_forms(text)) {
            let named: Vec<&str> = forms(&text).iter().map(|(name, _)| *name).collect();
            let known: Vec<&str> = categories.iter().map(|(name, _)| *name).collect();
            if named != known {
                breaches.push(format!("{lang}: {key}: has the forms {named:?}, but the language has {known:?}"));
            }
            for (name, form) in forms(&text) {
                // In Russian, “one” covers 1, 21, 31 …, so only a form for a single number may spell it out.
                let is_for_one = categories.iter().any(|(other, numbers)| *other == name && numbers.len() == 1);
                if !form.contains("{0}") && !is_for_one {
                    breaches.push(format!("{lang}: {key}: “{name}” covers several numbers but has no {{0}}"));
                }
            }
        }
    }
    fail(&breaches);
}

#[test]
fn only_stances_have_a_form_for_several_people() {
    for lang in all() {
        for (key, text, _) in words(lang).into_iter().filter(|(_, text, _)| !has_forms(text) && text.contains('|')) {
            let is_stance = |stance: &Stance| format!("{stance:?}").to_lowercase() == key.replace('-', "");
            assert!(Stance::ALL.iter().any(is_stance) && text.matches('|').count() == 1, "{lang}: {key}: {text}");
        }
    }
}

#[test]
fn numbers_are_said_in_the_form_that_fits() {
    for (tag, number, said) in [
        ("en", 1, "1 outlet"),
        ("en", 2, "2 outlets"),
        ("en-GB", 1_000, "1,000 outlets"),
        ("es", 1_000, "1000 medios"),
        ("fr", 0, "0 média"),
        ("fr", 2, "2 médias"),
        ("fr", 1_000_000, "1\u{202f}000\u{202f}000 de médias"),
        ("pl", 1, "1 redakcja"),
        ("pl", 3, "3 redakcje"),
        ("pl", 5, "5 redakcji"),
        ("pl", 21, "21 redakcji"),
        ("pl", 22, "22 redakcje"),
        ("ru", 21, "21 СМИ"),
        ("ar", 2, "وسيلتا إعلام"),
        ("ar-EG", 3, "٣ وسائل إعلام"),
        ("he", 2, "שני כלי תקשורת"),
        ("ja", 1, "1媒体"),
        ("zh-CN", 5, "5家媒体"),
        ("zh-TW", 5, "5家媒體"),
        ("cs", 2, "2 média"),
        ("cs", 5, "5 médií"),
        ("ro", 1, "1 redacție"),
        ("ro", 19, "19 redacții"),
        ("ro", 20, "20 de redacții"),
        ("ro", 101, "101 redacții"),
        ("fa", 0, "۰ رسانه"),
        ("bn", 3, "৩টি সংবাদমাধ্যম"),
        ("no", 1_000, "1\u{a0}000 medier"),
        ("ko", 3, "매체 3곳"),
    ] {
        assert_eq!(Texts::for_language(tag, INTL).number(number, Message::Outlets), said, "{tag}, {number}");
    }
}

#[test]
fn no_text_begins_or_ends_with_a_blank_or_has_two_in_a_row() {
    each_text(|_, _, text| {
        let pieces = forms(text);
        let pieces = if has_forms(text) { pieces.iter().map(|(_, form)| *form).collect() } else { vec![text] };
        if pieces.iter().any(|piece| piece.is_empty() || piece.trim() != *piece) {
            return Some("begins or ends with whitespace, or is empty");
        }
        let is_blank = |c: char| c.is_whitespace();
        let chars: Vec<char> = text.chars().collect();
        chars.windows(2).any(|pair| pair.iter().copied().all(is_blank)).then_some("has two spaces in a row")
    });
}

/// To deny is to say that something is not true; to refute is to prove it, which the panel never asserts.
#[test]
fn nobody_refutes() {
    for lang in all() {
        assert_ne!(asserting(lang), "", "{lang}: list its words that assert that a denial is right");
    }
    each_text(|lang, _, text| {
        let text = text.to_lowercase();
        asserting(lang).split(' ').any(|word| text.contains(word)).then_some("asserts that a denial is right")
    });
}

/// The approximate width of a text in Latin letters: 0 for combining marks, 2 for ideographs.
fn width(text: &str) -> usize {
    let width = |c| match c {
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200c}' => 0,
        '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{981}'..='\u{983}' | '\u{9bc}'..='\u{9cd}' => 0,
        '\u{2e80}'.. => 2,
        _ => 1,
    };
    text.chars().map(width).sum()
}

/// The four buttons must fit into one row on a phone.
#[test]
fn the_names_of_the_views_are_short() {
    let mut breaches = Vec::new();
    for lang in all() {
        let names: Vec<String> = words(lang)
            .into_iter()
            .filter(|(key, ..)| ["view-claims", "view-people", "view-timeline", "view-sources"].contains(&key.as_str()))
            .map(|(_, text, _)| text)
            .collect();
        assert_eq!(names.len(), 4, "{lang}");
        if names.iter().map(|name| width(name)).sum::<usize>() > 33 {
            breaches.push(format!("{lang}: {names:?} are longer than 33 letters"));
        }
    }
    fail(&breaches);
}

/// A sentence that equals the English one was probably never translated.
#[test]
fn what_is_said_in_english_is_said_in_english_only() {
    let english = words("en");
    let is_sentence =
        |text: &str| text.split(' ').filter(|word| word.chars().all(|c| c.is_ascii_lowercase())).count() > 1;
    each_text(|lang, key, text| {
        let model = english.iter().find(|(other, ..)| other == key);
        let same = model.is_some_and(|(_, model, _)| model == text && is_sentence(model));
        (same && lang != "en").then_some("is still English")
    });
}

#[test]
fn what_does_not_fit_fails_the_build() {
    let english = entries("en", "# Who.\nsaid = {0} said {1}\nmore = one: {0} more | other: {0} more\n").unwrap();
    let built = |own: &str| translated("xx", own, &english);
    let good = "more = other: weitere {0}\nsaid = {1}: {0}\n";
    assert_eq!(built(good).unwrap(), "{1}: {0}\nother: weitere {0}");
    for (own, error) in [
        ("said = {1}: {0}", "“more” is missing (in English: one: {0} more | other: {0} more)"),
        (&good.replace("{1}: {0}", "{0}"), "“said” must have the places of “{0} said {1}”"),
        (&good.replace("{1}: {0}", "{0} {1} {2}"), "“said” must have the places of “{0} said {1}”"),
        (&good.replace("weitere {0}", "weitere"), "“more” must have the places of"),
        (&good.replace("other: ", ""), "“more” must have forms for numbers exactly where English has"),
        (&good.replace("said = ", "said = other: "), "“said” must have forms for numbers exactly where English has"),
        (&format!("{good}sayd = x"), "there is no entry “sayd” in English"),
        (&format!("{good}said = {{0}} {{1}}"), "xx.txt:3: “said” stands there twice"),
        (&format!("{good}said: x"), "xx.txt:3: expected `key = text`"),
    ] {
        let found = built(own).unwrap_err();
        assert!(found.contains(error), "{own}\nfails with: {found}\nand not with: {error}");
    }
}

#[test]
fn a_document_has_the_words_of_its_language_or_english_ones() {
    for (tag, lang) in [
        ("pt-BR", "pt"),
        ("PT-br", "pt"),
        ("en-GB", "en"),
        ("de-CH-1996", "de"),
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh-Hans-TW", "zh-Hans"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh-Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("ZH-tw", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-MO", "zh-Hant"),
        ("zh-Hant-CN", "zh-Hant"),
        ("no", "nb"),
        ("nn", "nb"),
        ("nb-NO", "nb"),
        ("in", "id"),
        ("iw", "he"),
        ("he-IL", "he"),
        ("sw", "en"),
        ("ger", "en"),
        ("d", "en"),
        ("", "en"),
        ("no such tag", "en"),
    ] {
        assert_eq!(Texts::for_language(tag, INTL).lang, lang, "{tag}");
        assert_eq!(missing(tag), None, "a native build contains all languages");
    }
}

/// The publisher's text has a `lang` attribute if its language differs from that of the interface.
#[test]
fn a_language_is_said_again_only_where_it_is_another() {
    let fields = r#""title": "…", "parties": {}, "claims": [{ "id": "a", "text": "…" }], "statements": []"#;
    for (lang, again) in [
        ("en-GB", false),
        ("pt-BR", false),
        ("zh", false),
        ("zh-CN", false),
        ("zh-TW", false),
        ("iw", true),
        ("no", true),
        ("cy", true),
    ] {
        let document = format!("{{ \"version\": 1, \"lang\": \"{lang}\", {fields} }}");
        let checked = check::read(document.as_bytes());
        let html = static_html::render(checked.story.unwrap_or_else(|| panic!("{:?}", checked.problems)), 3);
        assert_eq!(html.contains(&format!("<span lang=\"{lang}\"")), again, "{lang}: {html}");
    }
}

#[test]
fn a_file_that_is_not_of_this_release_is_not_learnt() {
    let line_for_each = vec!["x"; words("en").len()].join("\n");
    for (lang, text) in [("fr", "x"), ("fr", ""), ("en", &line_for_each), ("xx", &line_for_each)] {
        assert!(!add_language(lang, text.to_owned()), "{lang}");
    }
    assert!(!add_language("fr", format!("{line_for_each}\n")), "an extra line");
}

/// The list of languages and their review status.
#[test]
fn the_page_about_languages_lists_all_of_them() {
    let text = fs::read_to_string(path("docs/languages.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    let listed: Vec<(String, bool)> =
        rows.map(|row| (row.split('`').next().unwrap_or_default().to_owned(), row.contains("awaits review"))).collect();
    let known: Vec<(String, bool)> = all()
        .map(|lang| (lang.to_owned(), read(lang).lines().next().unwrap_or_default().contains("Not yet reviewed")))
        .collect();
    let (one, other): (BTreeSet<_>, BTreeSet<_>) = (listed.iter().collect(), known.iter().collect());
    assert_eq!(one, other, "docs/languages.md: the languages, and which of them await review");
    assert_eq!(listed.len(), known.len(), "docs/languages.md lists a language twice");
}
