//! The steps, browser test files and parts of test names that the arguments of `cargo xtask test` choose.

use super::steps::{BROWSER, BROWSERS, EVERYTHING, REPRODUCIBLE, STEPS};
use crate::nearest::{nearest, suggestion};
use crate::run::Outcome;

/// Without arguments everything is empty, and all steps except [`REPRODUCIBLE`] run.
#[derive(Debug, Default, PartialEq)]
pub struct Choice {
    pub steps: Vec<&'static str>,
    /// Names of files in `tests/browser`. Empty: the steps' default files.
    pub files: Vec<String>,
    /// Text that a test's name must contain.
    pub text: Option<String>,
    /// Whether every file runs in every browser.
    pub everything: bool,
}

impl Choice {
    /// Parses the arguments. `files` are all browser test files, each with its step.
    pub fn read(words: &[String], files: &[(String, &'static str)]) -> Outcome<Self> {
        let mut choice = Self::default();
        for word in words {
            choice.add(word, files)?;
        }
        if choice.steps.is_empty() && !choice.everything {
            let steps = choice.files.iter().filter_map(|name| home(name, files));
            choice.steps = steps.collect();
            choice.steps.sort_unstable();
            choice.steps.dedup();
        }
        for name in &choice.files {
            let needed = home(name, files).unwrap_or_default();
            let fits = |step: &&str| **step == *needed || needed == BROWSERS[0] && BROWSERS.contains(step);
            if !choice.everything && !choice.steps.iter().any(fits) {
                return Err(format!("{name} belongs to the step “{needed}”: cargo xtask test {needed} {name}"));
            }
        }
        Ok(choice)
    }

    pub fn has(&self, step: &str) -> bool {
        if self.steps.is_empty() { self.everything || step != REPRODUCIBLE } else { self.steps.contains(&step) }
    }

    fn add(&mut self, word: &str, files: &[(String, &'static str)]) -> Outcome {
        let name = word.strip_prefix("tests/browser/").unwrap_or(word);
        if let Some(step) = STEPS.iter().find(|step| step.name == word) {
            self.steps.push(step.name);
        } else if word == BROWSER {
            self.steps.extend(BROWSERS);
        } else if word == EVERYTHING {
            self.everything = true;
        } else if files.iter().any(|(file, _)| file == name) {
            self.files.push(name.to_owned());
        } else if name.ends_with(".test.js") {
            let near = nearest(name, files.iter().map(|(file, _)| file.as_str()));
            return Err(format!("tests/browser has no {name}{}", suggestion(near)));
        } else {
            return self.add_text(word, files);
        }
        Ok(())
    }

    fn add_text(&mut self, word: &str, files: &[(String, &'static str)]) -> Outcome {
        let steps = STEPS.iter().map(|step| step.name).chain([BROWSER, EVERYTHING]);
        let near = nearest(word, steps.clone());
        let file = files.iter().map(|(file, _)| file.as_str()).find(|file| file.strip_suffix(".test.js") == Some(word));
        let drives_a_browser = |step: &&str| BROWSERS.contains(step) || *step == "faults";
        if !self.steps.iter().any(drives_a_browser) && self.files.is_empty() || near.or(file).is_some() {
            let known = steps.collect::<Vec<_>>().join(", ");
            return Err(format!("there is no step “{word}”{}\nthe steps are: {known}", suggestion(near.or(file))));
        }
        if let Some(text) = &self.text {
            return Err(format!("tests are chosen by one text: “{text}” or “{word}”? (put it into quotation marks)"));
        }
        self.text = Some(word.to_owned());
        Ok(())
    }
}

/// The step of a file.
fn home(name: &str, files: &[(String, &'static str)]) -> Option<&'static str> {
    files.iter().find(|(file, _)| file == name).map(|(_, step)| *step)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may end here")]

    use super::*;

    fn read(words: &str) -> Outcome<Choice> {
        let files = [("story.test.js", "chromium"), ("keyboard.test.js", "chromium"), ("faults.test.js", "faults")];
        let words: Vec<String> = words.split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Choice::read(&words, &files.map(|(file, step)| (file.to_owned(), step)))
    }

    #[test]
    fn what_is_chosen() {
        for (words, steps, files, text, everything) in [
            ("", &[][..], &[][..], None, false),
            ("everything", &[], &[], None, true),
            ("native|clippy", &["native", "clippy"], &[], None, false),
            ("browser", &["chromium", "firefox", "webkit"], &[], None, false),
            ("firefox|everything", &["firefox"], &[], None, true),
            ("chromium|story.test.js", &["chromium"], &["story.test.js"], None, false),
            ("webkit|tests/browser/story.test.js", &["webkit"], &["story.test.js"], None, false),
            (
                "story.test.js|faults.test.js",
                &["chromium", "faults"],
                &["story.test.js", "faults.test.js"],
                None,
                false,
            ),
            ("story.test.js|opens a claim", &["chromium"], &["story.test.js"], Some("opens a claim"), false),
            ("firefox|opens a claim", &["firefox"], &[], Some("opens a claim"), false),
        ] {
            let expected = Choice {
                steps: steps.to_vec(),
                files: files.iter().map(|file| (*file).to_owned()).collect(),
                text: text.map(str::to_owned),
                everything,
            };
            assert_eq!(read(words), Ok(expected), "{words}");
        }
    }

    #[test]
    fn a_second_build_is_asked_for() {
        for (words, expected) in [("", false), ("everything", true), ("reproducible", true), ("native", false)] {
            assert_eq!(read(words).unwrap().has(REPRODUCIBLE), expected, "{words}");
        }
    }

    #[test]
    fn what_is_refused() {
        for (words, expected) in [
            ("natve", "there is no step “natve”; did you mean “native”?"),
            ("something", "there is no step “something”\n"),
            ("story", "did you mean “story.test.js”?"),
            ("chromium|keybord.test.js", "tests/browser has no keybord.test.js; did you mean “keyboard.test.js”?"),
            ("chromium|firefx", "did you mean “firefox”?"),
            ("chromium|faults.test.js", "faults.test.js belongs to the step “faults”"),
            ("native|story.test.js", "story.test.js belongs to the step “chromium”"),
            ("native|opens a claim", "there is no step “opens a claim”"),
            ("chromium|opens a claim|closes it", "one text"),
        ] {
            let found = read(words).unwrap_err();
            assert!(found.contains(expected), "{words}: {found}");
        }
    }
}
