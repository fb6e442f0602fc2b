//! Who a pronoun stands for.

use super::runs::{last_word, plain, runs};
use super::{Gender, Names, Who};
use crate::rules::{Class, Rules};
use crate::text::{Index, Sentence};

impl Names {
    /// The nearest person before a pronoun that agrees with it. The result is never sure.
    pub(super) fn pronoun(&mut self, sentence: &Sentence, at: usize, index: &Index, rules: &Rules) -> Who {
        let token = sentence.at(at);
        let wanted = match () {
            () if token.is(Class::She) => Some(Gender::Woman),
            () if token.is(Class::He) => Some(Gender::Man),
            () => None,
        };
        let agrees = |name: &str| {
            let known = self.genders.get(&last_word(name));
            known.is_none() || wanted.is_none() || known == wanted.as_ref()
        };
        let here = runs(sentence, 0..at, rules).into_iter().find_map(|run| {
            let name = plain(index.slice(&sentence.span(run)));
            (self.is_person(name) && agrees(name)).then(|| self.full_name(name).0)
        });
        let recent = |mention: &Option<(String, usize)>| {
            mention.as_ref().filter(|(name, _)| agrees(name)).map(|(name, _)| name.clone())
        };
        let meant = here
            .or_else(|| recent(&self.subject))
            .or_else(|| recent(&self.last).filter(|name| name.starts_with(char::is_uppercase)))
            .or_else(|| recent(&self.earlier))
            .unwrap_or_default();
        let reason = if meant.is_empty() {
            format!("“{}” could not be resolved", token.text)
        } else {
            format!("“{}” taken to be {meant}", token.text)
        };
        Who { name: meant, reason, ..Who::default() }
    }
}
