//! The rules of a language, from its file in `rules/`.

use std::collections::HashMap;

macro_rules! classes {
    ($($name:ident $word:literal $meaning:literal,)*) => {
        /// What a word can be. Each class is a section of the files in `rules/`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class { $(#[doc = $meaning] $name,)* }

        const CLASSES: &[(&str, Class)] = &[$(($word, Class::$name),)*];
    };
}

classes! {
    Say "say" "A verb of saying.",
    Tell "tell" "A verb of saying whose addressee follows.",
    Deny "deny" "A verb that says that something is not so.",
    Refuse "refuse" "A verb that denies only what somebody has said.",
    Insist "insist" "A verb of saying that turns a negated content into a denial.",
    Judge "judge" "A verb that calls something something.",
    Report "report" "A verb of passing on.",
    Cite "cite" "A verb whose object is the source.",
    Shows "documents say" "A verb of saying of which only documents are the subject.",
    Bare "without conjunction" "A verb of saying after which a statement may stand without a conjunction.",
    Thing "say a thing" "A verb of saying whose content may be a noun phrase: acknowledged the delay.",
    Past "needs auxiliary" "A participle that says nothing without an auxiliary.",
    Far "participle at the end" "A participle whose auxiliary is far before it.",
    Split "separable" "A verb whose prefix is at the end of the clause.",
    Participle "participle" "A form such as saying; set by ~.",
    Homograph "homograph" "A form that is also a noun; set by *.",
    Aux "auxiliary" "An auxiliary.",
    Be "be" "An auxiliary of the passive.",
    Modal "modal" "A word that makes a statement a plan or a possibility.",
    Negation "negation" "A negation.",
    Adverb "adverb" "An adverb between a verb and its auxiliaries.",
    Det "determiner" "A determiner.",
    Number "number" "A number in words.",
    Prep "preposition" "A preposition.",
    Of "within a name" "A preposition that continues a noun phrase.",
    He "he" "A pronoun for a man.",
    She "she" "A pronoun for a woman.",
    They "they" "Any other pronoun that can speak.",
    Object "addressee" "A pronoun that is spoken to.",
    Relative "relative" "A relative pronoun.",
    That "that" "A conjunction that begins what is said.",
    And "and" "A coordinating conjunction.",
    Subord "conjunction" "A conjunction that begins another clause.",
    Claim "claim noun" "What can be denied.",
    False "false" "What somebody calls a thing that is not so.",
    Title "title" "A title before a name.",
    Lady "title of a woman" "A title of a woman.",
    Gentleman "title of a man" "A title of a man.",
    Role "role" "What somebody is, often before a name.",
    Outlet "outlet" "A word in the name of an outlet.",
    Document "document" "A document that states something.",
    Org "organization" "A word for a company or an authority.",
    People "people" "Unnamed people.",
    Weekday "weekday" "A day of the week.",
    Month "month" "A month.",
    Time "time" "Another word that gives a time.",
    Particle "particle" "A word within a name.",
    Ask "request" "What is answered, or not.",
    Common "not a name" "A word that begins sentences and no name.",
    Took "took to" "A verb of turning to a medium.",
    Place "medium" "A word for where something was said.",
    Via "before a medium" "A preposition before where something was said.",
    Verb "verb" "A finite verb that does not say anything.",
    Question "question" "A label of questions in an interview.",
    Answer "answer" "A label of answers in an interview.",
    Strip "before a name" "A word before a name that does not belong to it.",
    Suffix "prefix of a verb" "A separable part of a verb.",
    Reported "indirect speech" "A verb form that marks indirect speech.",
    Postposed "after its source" "A word such as according to, after the source.",
}

impl Class {
    /// The class as a bit.
    pub fn bit(self) -> u64 {
        1 << (self as u64)
    }
}

/// The words of a pattern: alternatives, or a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// One of these words.
    Words(Vec<String>),
    /// One of these words, or none.
    Maybe(Vec<String>),
    /// Up to this many words.
    Gap(usize),
    /// A word of a section.
    Of(Class),
}

/// A pattern of words.
pub type Pattern = Vec<Step>;

/// The rules of a language.
#[derive(Debug, Default)]
pub struct Rules {
    words: HashMap<String, u64>,
    endings: Vec<(String, u64)>,
    abbreviations: HashMap<String, ()>,
    /// Whether l’ and qu’ are words of their own.
    pub elides: bool,
    /// Whether » opens and « closes.
    pub reversed_guillemets: bool,
    /// Whether a number with a full stop is an ordinal number.
    pub dotted_ordinals: bool,
    /// Whether all nouns are capitalised.
    pub capital_nouns: bool,
    /// Whether a sentence can leave its subject out: añadió que.
    pub drops_subjects: bool,
    /// Whether an attribution may stand within the marks: « Non, a dit Rowe, jamais. »
    pub inner_attributions: bool,
    /// Whether a statement may follow after a comma, without a conjunction.
    pub bare_after_comma: bool,
    /// What is not answered.
    pub silences: Vec<Pattern>,
    /// Phrases that name a source for the rest of the sentence: according to.
    pub sources: Vec<Pattern>,
    /// Phrases that are verbs of saying: was quoted as saying.
    pub phrases: Vec<Pattern>,
    /// Phrases that say that something is not so: not true.
    pub negated: Vec<Pattern>,
    /// What looks like a statement and is none: the court denied the motion.
    pub traps: Vec<Pattern>,
    /// Separable verbs and their prefixes: teilte mit.
    pub separable: Vec<Pattern>,
}

const FILES: &[(&str, &str)] = &[
    ("en", include_str!("rules/en.txt")),
    ("de", include_str!("rules/de.txt")),
    ("fr", include_str!("rules/fr.txt")),
    ("es", include_str!("rules/es.txt")),
];

/// The languages that have rules.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(lang, _)| *lang)
}

impl Rules {
    /// The rules for a language tag, such as `en-GB`.
    pub fn of(lang: &str) -> Option<Self> {
        let primary = lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        FILES.iter().find(|(lang, _)| *lang == primary).map(|(_, file)| Self::read(file).0)
    }

    /// Reads a file of rules, and lists the numbers of lines that it does not understand.
    pub fn read(file: &str) -> (Self, Vec<usize>) {
        let mut rules = Self::default();
        let mut misread = Vec::new();
        let mut section = "";
        for (number, line) in file.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = name;
            } else if !rules.line(section, line) {
                misread.push(number + 1);
            }
        }
        (rules, misread)
    }

    fn line(&mut self, section: &str, line: &str) -> bool {
        let patterns = match section {
            "settings" => return self.setting(line),
            "abbreviations" => {
                self.abbreviations.extend(line.split_whitespace().map(|word| (word.to_lowercase(), ())));
                return true;
            }
            "no answer" => &mut self.silences,
            "according to" => &mut self.sources,
            "phrases that say" => &mut self.phrases,
            "not so" => &mut self.negated,
            "traps" => &mut self.traps,
            "separable" => &mut self.separable,
            _ => {
                let Some((_, class)) = CLASSES.iter().find(|(word, _)| *word == section) else { return false };
                for word in line.split_whitespace() {
                    self.word(word, *class);
                }
                return true;
            }
        };
        let Some(pattern) = line.split_whitespace().map(step).collect::<Option<Pattern>>() else { return false };
        patterns.push(pattern.clone());
        if section == "separable" {
            for (step, class) in pattern.iter().zip([Class::Split, Class::Suffix]) {
                let Step::Words(words) = step else { return false };
                words.iter().for_each(|word| self.word(word, class));
            }
        }
        true
    }

    fn word(&mut self, word: &str, class: Class) {
        let mut bits = class.bit();
        let mut word = word;
        while let Some((at, mark @ ('~' | '*'))) = word.char_indices().next_back() {
            bits |= if mark == '~' { Class::Participle.bit() } else { Class::Homograph.bit() };
            word = word.get(..at).unwrap_or_default();
        }
        match word.strip_prefix('-') {
            Some(ending) => self.endings.push((ending.to_owned(), bits)),
            None => *self.words.entry(word.to_owned()).or_default() |= bits,
        }
    }

    fn setting(&mut self, line: &str) -> bool {
        match line {
            "elided words stand alone" => self.elides = true,
            "»quotes« may be reversed" => self.reversed_guillemets = true,
            "ordinal numbers end with a full stop" => self.dotted_ordinals = true,
            "nouns are capitalised" => self.capital_nouns = true,
            "subjects may be left out" => self.drops_subjects = true,
            "attributions may stand within the marks" => self.inner_attributions = true,
            "statements may follow after a comma" => self.bare_after_comma = true,
            _ => return false,
        }
        true
    }

    /// The classes of a word in lower case.
    pub fn classes(&self, word: &str) -> u64 {
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix('.')).unwrap_or(word);
        let listed = self.words.get(word).or_else(|| self.words.get(owner)).copied().unwrap_or_default();
        let ended = |(ending, _): &&(String, u64)| word.len() > ending.len() + 1 && word.ends_with(ending.as_str());
        if listed != 0 { listed } else { self.endings.iter().filter(ended).fold(0, |all, (_, bits)| all | bits) }
    }

    /// Whether a word with its full stop is an abbreviation.
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.contains_key(&word.to_lowercase())
    }
}

fn step(word: &str) -> Option<Step> {
    let list = |words: &str| words.split('|').map(str::to_owned).collect();
    if let Some(dots) = word.strip_prefix("...") {
        return if dots.is_empty() { Some(Step::Gap(4)) } else { dots.parse().ok().map(Step::Gap) };
    }
    if let Some(name) = word.strip_prefix('<').and_then(|word| word.strip_suffix('>')) {
        let name = name.replace('_', " ");
        return CLASSES.iter().find(|(word, _)| *word == name).map(|(_, class)| Step::Of(*class));
    }
    match word.strip_prefix('(').and_then(|word| word.strip_suffix(')')) {
        Some(words) => Some(Step::Maybe(list(words))),
        None => Some(Step::Words(list(word))),
    }
}
