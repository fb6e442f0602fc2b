//! The steps, browser test files and parts of test names that the arguments of `cargo xtask test` choose.

use super::steps::{BROWSER, BROWSERS, BY_NAME, EVERYTHING, INTEGRATIONS, STEPS};
use crate::nearest::{nearest, suggestion};
use crate::run::Outcome;

/// Without arguments everything is empty, and all steps except those of [`BY_NAME`] run.
#[derive(Debug, Default, PartialEq)]
pub struct Choice {
    pub steps: Vec<&'static str>,
    /// Names of files in `tests/browser`. Empty: the steps' default files.
    pub files: Vec<String>,
    /// Names of folders in `tests/integrations`. Empty: all of them.
    pub folders: Vec<String>,
    /// Text that a test's name must contain.
    pub text: Option<String>,
    /// Whether every file runs in every browser.
    pub everything: bool,
}

impl Choice {
    /// Parses the arguments. `files` are all browser test files, each with its step; `folders` are those of
    /// `tests/integrations`.
    pub fn read(words: &[String], files: &[(String, &'static str)], folders: &[String]) -> Outcome<Self> {
        let mut choice = Self::default();
        for word in words {
            choice.add(word, files, folders)?;
        }
        if choice.steps.is_empty() && !choice.everything {
            let steps = choice.files.iter().filter_map(|name| home(name, files));
            choice.steps = steps.chain(choice.folders.iter().map(|_| INTEGRATIONS)).collect();
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
        if let (Some(name), false) = (choice.folders.first(), choice.has(INTEGRATIONS)) {
            return Err(format!("{name} belongs to the step “{INTEGRATIONS}”: cargo xtask test {INTEGRATIONS} {name}"));
        }
        Ok(choice)
    }

    pub fn has(&self, step: &str) -> bool {
        if self.steps.is_empty() { self.everything || !BY_NAME.contains(&step) } else { self.steps.contains(&step) }
    }

    fn add(&mut self, word: &str, files: &[(String, &'static str)], folders: &[String]) -> Outcome {
        let name = word.strip_prefix("tests/browser/").unwrap_or(word);
        if let Some(step) = STEPS.iter().find(|step| step.name == word) {
            self.steps.push(step.name);
        } else if word == BROWSER {
            self.steps.extend(BROWSERS);
        } else if word == EVERYTHING {
            self.everything = true;
        } else if files.iter().any(|(file, _)| file == name) {
            self.files.push(name.to_owned());
        } else if folders.iter().any(|folder| folder == word) {
            self.folders.push(word.to_owned());
        } else if name.ends_with(".test.js") {
            let near = nearest(name, files.iter().map(|(file, _)| file.as_str()));
            return Err(format!("tests/browser has no {name}{}", suggestion(near)));
        } else {
            return self.add_text(word, files, folders);
        }
        Ok(())
    }

    fn add_text(&mut self, word: &str, files: &[(String, &'static str)], folders: &[String]) -> Outcome {
        let steps = STEPS.iter().map(|step| step.name).chain([BROWSER, EVERYTHING]);
        let near = nearest(word, steps.clone().chain(folders.iter().map(String::as_str)));
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
        let folders = ["eleventy", "frameworks"].map(str::to_owned);
        Choice::read(&words, &files.map(|(file, step)| (file.to_owned(), step)), &folders)
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
                ..Choice::default()
            };
            assert_eq!(read(words), Ok(expected), "{words}");
        }
    }

    #[test]
    fn which_integrations_are_chosen() {
        for (words, steps, folders) in [
            ("integrations", &["integrations"][..], &[][..]),
            ("integrations|frameworks", &["integrations"], &["frameworks"]),
            ("frameworks|eleventy", &["integrations"], &["frameworks", "eleventy"]),
            ("story.test.js|eleventy", &["chromium", "integrations"], &["eleventy"]),
        ] {
            let found = read(words).unwrap();
            assert_eq!((found.steps.as_slice(), found.folders.len()), (steps, folders.len()), "{words}");
            assert!(folders.iter().all(|folder| found.folders.iter().any(|name| name == folder)), "{words}");
        }
    }

    #[test]
    fn long_steps_run_only_if_they_are_named() {
        for (words, expected) in [("", [false; 2]), ("everything", [true; 2]), ("native", [false; 2])] {
            assert_eq!(BY_NAME.map(|step| read(words).unwrap().has(step)), expected, "{words}");
        }
        for step in BY_NAME {
            assert!(read(step).unwrap().has(step), "{step}");
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
            ("native|eleventy", "eleventy belongs to the step “integrations”"),
            ("integrations|elventy", "did you mean “eleventy”?"),
            ("integrations|opens a claim", "there is no step “opens a claim”"),
        ] {
            let found = read(words).unwrap_err();
            assert!(found.contains(expected), "{words}: {found}");
        }
    }
}
