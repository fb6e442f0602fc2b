//! Who is meant: names, roles and pronouns.

mod pronouns;
mod runs;

use std::collections::HashMap;
use std::ops::Range;

use crate::phrases;
use crate::rules::{Class, Rules};
use crate::text::{Index, Sentence};
use runs::{is_junior, is_owner, is_plain_noun, last_word, plain, runs};

/// Somebody who speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// The full name, or the noun phrase without its article.
    pub name: String,
    /// Whether nothing had to be resolved.
    pub is_sure: bool,
    /// What had to be resolved.
    pub reason: String,
    /// Whether it is an outlet.
    pub is_outlet: bool,
    /// Whether it is a document.
    pub is_document: bool,
    /// The role that the text gives, in its words.
    pub role: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gender {
    Woman,
    Man,
}

/// The names of a text, and who was last mentioned.
#[derive(Debug, Default)]
pub struct Names {
    full: HashMap<String, Vec<String>>,
    /// Full names by first name, for texts that call people by it.
    firsts: HashMap<String, String>,
    roles: HashMap<String, String>,
    genders: HashMap<String, Gender>,
    seen: HashMap<String, ()>,
    outlets: HashMap<String, String>,
    first: String,
    organization: String,
    last: Option<(String, usize)>,
    subject: Option<(String, usize)>,
    earlier: Option<(String, usize)>,
}

impl Names {
    /// Learns the full names of a text.
    pub fn learn(&mut self, sentence: &Sentence, index: &Index, rules: &Rules) {
        let all = runs(sentence, 0..sentence.len(), rules);
        if let [only] = all.as_slice() {
            let after = only.end..sentence.len();
            let has = |words: &[&str]| after.clone().any(|at| sentence.at(at).is_any(words));
            let name = last_word(index.slice(&sentence.span(only.clone())));
            match (has(&["he", "his", "him", "himself"]), has(&["she", "her", "herself"])) {
                (true, false) => self.genders.entry(name).or_insert(Gender::Man),
                (false, true) => self.genders.entry(name).or_insert(Gender::Woman),
                _ => &mut Gender::Man,
            };
        }
        for run in all {
            let name = plain(index.slice(&sentence.span(run.clone()))).to_owned();
            if run.start > 0 {
                self.seen.insert(last_word(&name), ());
            }
            if run.len() > 1 && run.clone().any(|at| sentence.at(at).is(Class::Outlet)) {
                self.outlets.entry(last_word(&name)).or_insert_with(|| name.clone());
            }
            let words: Vec<&str> = name.split_whitespace().filter(|word| !is_junior(word)).collect();
            let before = sentence.before(run.start);
            if before.is(Class::Lady) {
                self.genders.insert(last_word(&name), Gender::Woman);
            } else if before.is(Class::Gentleman) {
                self.genders.insert(last_word(&name), Gender::Man);
            }
            if words.len() < 2 || sentence.at(run.start).is(Class::Det) || before.is(Class::Det) && !rules.capital_nouns
            {
                continue;
            }
            if self.first.is_empty() && !run.clone().any(|at| sentence.at(at).is(Class::Outlet)) {
                self.first.clone_from(&name);
            }
            for part in words.iter().skip(1).filter(|part| part.starts_with(char::is_uppercase)) {
                let known = self.full.entry(part.to_lowercase()).or_default();
                if !known.iter().any(|known| known.split_whitespace().next() == words.first().copied())
                    && known.len() < 8
                {
                    known.push(name.clone());
                }
            }
            self.learn_role(sentence, &run, &name);
            if let Some(first) = words.first() {
                self.firsts.entry(first.to_lowercase()).or_insert_with(|| name.clone());
            }
            let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
            let known = self.full.entry(last_word(&name)).or_default();
            let first = words.first().copied().unwrap_or_default();
            match known.iter_mut().find(|known| known.split_whitespace().next() == Some(first)) {
                Some(known) if known.len() < name.len() => *known = name.clone(),
                Some(_) => {}
                None => known.push(name.clone()),
            }
            if words.len() > 2 {
                let known = self.full.entry(initials.to_lowercase()).or_default();
                if known.is_empty() {
                    known.push(name);
                }
            }
        }
    }

    /// The person of an interview, as the paragraph before it names them.
    pub fn interviewee(&self) -> String {
        self.first.clone()
    }

    /// Notes who is named in full before an interview: the last one answers.
    pub fn introduces(&mut self, sentence: &Sentence, index: &Index, rules: &Rules) {
        for run in runs(sentence, 0..sentence.len(), rules).into_iter().filter(|run| run.len() > 1) {
            let name = plain(index.slice(&sentence.span(run.clone())));
            if self.is_person(name) && !run.clone().any(|at| sentence.at(at).is(Class::Outlet)) {
                self.first = self.full_name(name).0;
                return;
            }
        }
    }

    /// Learns the role in “Dana Rowe, the council leader” and “the council leader, Dana Rowe”.
    fn learn_role(&mut self, sentence: &Sentence, run: &Range<usize>, name: &str) {
        let before = run.start.saturating_sub(6)..run.start;
        let after = run.end + 1..(run.end + 6).min(sentence.len());
        let is_plain = |at: &usize| sentence.at(*at).is_word;
        let is_role = |at: &usize| sentence.at(*at).is(Class::Role);
        let left = if sentence.before(run.start).text == "," {
            let words = before.rev().skip(1).take_while(is_plain).filter(is_role);
            words.last()
        } else {
            before.rev().take_while(|at| is_plain(at) && !sentence.at(*at).is(Class::Prep)).find(is_role)
        };
        let right = (sentence.at(run.end).text == ",").then(|| after.take_while(is_plain).find(is_role)).flatten();
        for token in left.into_iter().chain(right).map(|at| sentence.at(at)) {
            self.roles.entry(token.lower.to_string()).or_insert_with(|| name.to_owned());
            let gender = match () {
                () if token.is(Class::Lady) => Gender::Woman,
                () if token.is(Class::Gentleman) => Gender::Man,
                () => continue,
            };
            self.genders.entry(last_word(name)).or_insert(gender);
        }
    }

    /// The longest form of a name in the text, and whether nobody else can be meant.
    fn full_name(&self, name: &str) -> (String, bool) {
        let known = self.full.get(&last_word(name)).map(Vec::as_slice).unwrap_or_default();
        let first = name.split_whitespace().next().unwrap_or_default();
        let words = name.split_whitespace().filter(|word| !is_junior(word)).count();
        let has_all =
            |known: &&String| name.split_whitespace().all(|word| known.split_whitespace().any(|part| part == word));
        if words > 1
            && let Some(longer) = known.iter().filter(has_all).max_by_key(|known| known.len())
        {
            return (longer.clone(), true);
        }
        if words > 1 {
            let same = known.iter().find(|known| known.split_whitespace().next() == Some(first));
            return (same.map_or(name, String::as_str).to_owned(), true);
        }
        match known {
            [] => match self.firsts.get(&name.to_lowercase()) {
                Some(full) => (full.clone(), false),
                None => (name.to_owned(), true),
            },
            [only] => (only.clone(), true),
            [first, ..] => (first.clone(), false),
        }
    }

    /// The name whose initials a label is: “D. R.”.
    pub fn with_initials(&self, label: &str) -> Option<String> {
        let letters: Vec<char> = label.chars().filter(|c| c.is_alphabetic()).collect();
        if letters.len() < 2 || letters.len() > 4 || letters.iter().any(|c| !c.is_uppercase()) {
            return None;
        }
        let initials = |name: &str| -> Vec<char> {
            name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect()
        };
        let mut found: Vec<&String> = self.full.values().flatten().filter(|name| initials(name) == letters).collect();
        found.sort();
        found.first().map(|name| (*name).clone())
    }

    /// Notes who is mentioned in a sentence, once its statements have been read.
    pub fn pass(&mut self, sentence: &Sentence, index: &Index, rules: &Rules) {
        let first = runs(sentence, 0..sentence.len(), rules).into_iter().find_map(|run| {
            let name = plain(index.slice(&sentence.span(run.clone())));
            self.is_person(name).then(|| (self.full_name(name).0, run.start))
        });
        for run in runs(sentence, 0..sentence.len(), rules) {
            let name = plain(index.slice(&sentence.span(run.clone())));
            let is_place = sentence.before(run.start).is_any(&["in", "at", "à", "en", "im", "near"]);
            let is_noun = rules.capital_nouns && is_plain_noun(sentence, &run);
            if !self.is_person(name)
                && !is_noun
                && !is_place
                && !run.clone().any(|at| sentence.at(at).is(Class::Outlet))
            {
                name.clone_into(&mut self.organization);
            }
        }
        if let Some((name, at)) = first {
            if at <= 6 {
                self.subject = Some((name.clone(), sentence.paragraph));
            }
            self.earlier = Some((name, sentence.paragraph));
        } else if sentence.len() > 4 {
            self.subject = None;
        }
    }

    fn is_person(&self, name: &str) -> bool {
        self.full.contains_key(&last_word(name)) && !name.contains("'s")
    }

    /// Who is the last to have spoken, for quotations without an attribution.
    pub fn last_speaker(&self, paragraph: usize) -> Option<String> {
        self.last.as_ref().filter(|(_, at)| at + 2 >= paragraph).map(|(name, _)| name.clone())
    }

    /// The person whom a text is about at a sentence.
    pub fn last_person(&self) -> Option<String> {
        self.subject.as_ref().or(self.earlier.as_ref()).map(|(name, _)| name.clone())
    }

    /// Notes who has spoken.
    pub fn spoke(&mut self, name: &str, paragraph: usize) {
        self.last = Some((name.to_owned(), paragraph));
    }

    /// Whom a noun phrase means.
    pub fn who(&mut self, sentence: &Sentence, phrase: &Range<usize>, index: &Index, rules: &Rules) -> Who {
        let first = sentence.at(phrase.start);
        if phrase.is_empty() {
            let name = self.last.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
            let reason = format!("the sentence names nobody; taken to be {name}");
            return Who { name, reason, ..Who::default() };
        }
        if phrase.len() == 1 && phrases::is_pronoun(first) {
            return self.pronoun(sentence, phrase.start, index, rules);
        }
        let comma = phrase.clone().find(|at| sentence.at(*at).text == ",").unwrap_or(phrase.end);
        let head = phrase.start..comma;
        let is_free = |run: &Range<usize>| {
            let before = if run.start > phrase.start { Some(sentence.before(run.start)) } else { None };
            let is_owner =
                is_owner(sentence.before(run.end)) || before.is_some_and(|t| t.is(Class::Of) || t.is(Class::Prep));
            let is_noun = rules.capital_nouns && run.len() == 1 && before.is_some_and(|t| t.is(Class::Det));
            let is_acronym = sentence.at(run.start).text.chars().all(|c| c.is_uppercase() || c == '-');
            !is_owner && (!is_noun || is_acronym)
        };
        let in_head = runs(sentence, head.clone(), rules).into_iter().find(is_free);
        let in_apposition = || {
            let inner = comma + 1..phrase.end;
            let starts = |run: &Range<usize>| run.start <= comma + 3 && is_free(run) && run.len() > 1;
            runs(sentence, inner, rules).into_iter().find(starts)
        };
        let classes = |class: Class| head.clone().any(|at| sentence.at(at).is(class));
        // “The Telegraph’s report” is the Telegraph’s word.
        let owner = || {
            let is_article = classes(Class::Document) || classes(Class::Outlet);
            let owners = runs(sentence, head.clone(), rules).into_iter();
            owners.rev().find(|run| is_article && run.clone().any(|at| sentence.at(at).is(Class::Outlet)))
        };
        let named = in_head.or_else(in_apposition).or_else(owner);
        let role = self.role(sentence, phrase, named.as_ref(), index);
        let is_outlet = named.as_ref().is_none_or(|run| run.clone().any(|at| sentence.at(at).is(Class::Outlet)))
            && classes(Class::Outlet)
            && !classes(Class::Role);
        if let Some(run) = named {
            let text = plain(index.slice(&sentence.span(run.clone())));
            let (name, is_only) = self.full_name(text);
            let outlet = self.outlets.get(&last_word(text)).filter(|_| is_outlet && run.len() == 1).cloned();
            let name = outlet.unwrap_or(name);
            let the = sentence.before(run.start);
            let name = if is_outlet && run.start > phrase.start && the.lower == "the" || is_outlet && the.text == "the"
            {
                format!("The {name}")
            } else {
                name
            };
            if !(self.is_person(text) || rules.capital_nouns && is_plain_noun(sentence, &run)) {
                self.organization.clone_from(&name);
            }
            let is_noun = rules.capital_nouns && run.len() == 1 && !self.is_person(text) && !is_outlet;
            let is_known =
                !is_noun && run.start > 0 || run.len() > 1 || !is_noun && self.seen.contains_key(&last_word(text));
            let reason = match (is_only, is_known) {
                (false, _) => format!("{text} may be somebody else than {name}"),
                (_, false) => format!("{text} may be no name"),
                // Where nouns are capitalised, a run of them is a name only if it is somebody’s.
                _ if rules.capital_nouns && (!self.is_person(text) || classes(Class::Org)) && !is_outlet => {
                    format!("{text} may be no name")
                }
                _ => String::new(),
            };
            return Who { name, is_sure: reason.is_empty(), reason, is_outlet, is_document: false, role };
        }
        let is_definite = first.is_any(&[
            "the", "der", "die", "das", "dem", "den", "des", "sein", "seine", "ihr", "ihre", "le", "la", "les", "l'",
            "el", "los", "las",
        ]);
        let start = if first.is(Class::Det) && !first.is(Class::Number) { phrase.start + 1 } else { phrase.start };
        let name = index.slice(&sentence.span(start..comma)).to_owned();
        let mut who = Who { name, is_sure: true, is_outlet, is_document: classes(Class::Document), ..Who::default() };
        let is_somebody = head.clone().any(|at| {
            [Class::Role, Class::Org, Class::People, Class::Document].iter().any(|class| sentence.at(at).is(*class))
        });
        // “The prosecutor”, “his lawyer” and a bare role may be somebody whom the text names elsewhere.
        let is_owned = first.is(Class::Det)
            && !first.is_any(&["a", "an", "one", "two", "three", "several", "some", "many", "few"])
            && !rules.capital_nouns
            && !rules.drops_subjects
            && !rules.elides;
        let is_known_role = head
            .clone()
            .any(|at| sentence.at(at).is(Class::Role) && self.roles.contains_key(sentence.at(at).lower.as_ref()));
        if (is_owned || is_definite) && !who.is_document || is_known_role || !is_somebody {
            who.is_sure = false;
            who.reason = "no name".to_owned();
        }
        let is_indefinite = first.is_any(&["ein", "eine", "einer", "eines", "un", "une", "una", "des", "unos", "unas"])
            || first.is(Class::Number);
        let is_other = rules.capital_nouns || rules.elides || rules.drops_subjects;
        if is_other && (!is_indefinite || classes(Class::Org)) {
            who.is_sure = false;
            "no name".clone_into(&mut who.reason);
        }
        if is_definite {
            let mut roles = head.clone().filter(|at| sentence.at(*at).is(Class::Role));
            let known = roles.find_map(|at| self.roles.get(sentence.at(at).lower.as_ref())).cloned();
            let organization = (classes(Class::Org) && comma - start == 1 && !self.organization.is_empty())
                .then(|| self.organization.clone());
            if let Some(meant) = known.or(organization).filter(|_| !who.is_document) {
                who.reason = format!("“{}” taken to be {meant}", index.slice(&sentence.span(phrase.clone())));
                who.name = meant;
                who.is_sure = false;
            }
        }
        who
    }

    /// The role in an apposition after a name, or before the name.
    fn role(&self, sentence: &Sentence, phrase: &Range<usize>, run: Option<&Range<usize>>, index: &Index) -> String {
        let Some(run) = run else { return String::new() };
        let mut range = if sentence.at(run.end).text == "," && run.end + 1 < phrase.end {
            run.end + 1..phrase.end
        } else {
            phrase.start..run.start
        };
        while range.start < range.end && sentence.at(range.start).is(Class::Det) {
            range.start += 1;
        }
        while range.start < range.end && !sentence.at(range.end - 1).is_word {
            range.end -= 1;
        }
        if range.is_empty() || sentence.at(range.start).is(Class::Relative) {
            return String::new();
        }
        index.slice(&sentence.span(range)).to_owned()
    }
}
