//! The words of a command line: options, which may stand anywhere, and names of files.

use super::verbs::{Choice, Verb};

/// The parsed words after a verb.
pub struct Arguments<'a> {
    options: Vec<(&'static str, &'a str)>,
    /// The names of files, in the order in which they were given.
    pub files: Vec<&'a str>,
}

/// Why words cannot be used.
pub enum Wrong {
    /// Too few or too many files.
    Number,
    /// Anything else, as a sentence.
    Words(String),
}

impl<'a> Arguments<'a> {
    /// Parses the words after a verb.
    pub fn parse(verb: &Verb, words: &[&'a str]) -> Result<Self, Wrong> {
        let mut arguments = Self { options: Vec::new(), files: Vec::new() };
        let mut words = words.iter().copied();
        let mut is_name = false;
        while let Some(word) = words.next() {
            if is_name || word == "-" || !word.starts_with('-') {
                arguments.files.push(word);
                continue;
            }
            if word == "--" {
                is_name = true;
                continue;
            }
            let (name, attached) = word.split_once('=').map_or((word, None), |(name, value)| (name, Some(value)));
            let Some((name, choice)) = verb.options.iter().find(|(known, _)| *known == name) else {
                let known: Vec<&str> = verb.options.iter().map(|(name, _)| *name).collect();
                return Err(Wrong::Words(format!("there is no option “{name}”; its options are {}", known.join(", "))));
            };
            let value = match (choice, attached) {
                (Choice::Flag, None) => "",
                (Choice::Flag, Some(_)) => return Err(Wrong::Words(format!("the option {name} has no value"))),
                (_, Some(value)) => value,
                (_, None) => {
                    words.next().ok_or_else(|| Wrong::Words(format!("the option {name} needs {}", choice.words())))?
                }
            };
            if let Choice::OneOf(values) = choice
                && !values.contains(&value)
            {
                return Err(Wrong::Words(format!("“{value}” is no value of {name}, which needs {}", choice.words())));
            }
            arguments.options.push((name, value));
        }
        if arguments.files.iter().filter(|file| **file == "-").count() > 1 {
            return Err(Wrong::Words("standard input, “-”, can be only one of the files".to_owned()));
        }
        let count = arguments.files.len();
        if verb.files.contains(&count) { Ok(arguments) } else { Err(Wrong::Number) }
    }

    /// Whether an option was given.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// The value of an option; of several, the last.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.options.iter().rev().find(|(option, _)| *option == name).map(|(_, value)| *value)
    }

    /// The first file. Verbs with a file always have one.
    pub fn file(&self) -> &'a str {
        self.files.first().copied().unwrap_or_default()
    }
}
