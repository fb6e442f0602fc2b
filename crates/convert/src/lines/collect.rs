//! The first pass: the names of all entries, so that a line may refer to an entry below it.

use super::entries::{ClaimHead, PartyHead};
use super::names::Found;
use super::read::Reader;
use super::rules::{INTRODUCED_TWICE, REPEATED_NAME};
use super::source::Line;
use super::text::{opens, split, split_id, unescape, within_marks};
use crate::language::fold;

impl Reader {
    pub(super) fn collect(&mut self, lines: &[Line<'_>]) {
        let is_statement = |line: &&Line<'_>| !line.text.starts_with(['@', '#', '?', '/']);
        let ids = lines.iter().filter(is_statement).filter_map(|line| split_id(&line.text).1);
        self.statements = ids.map(|id| unescape(id.trim())).collect();
        self.collect_parties(lines);
        self.collect_claims(lines);
        self.collect_shared(lines);
    }

    fn collect_parties(&mut self, lines: &[Line<'_>]) {
        let heads: Vec<(&Line<'_>, PartyHead<'_>)> = lines
            .iter()
            .filter(|line| line.text.starts_with('@'))
            .map(|line| (line, self.party_head(&line.text)))
            .collect();
        for (line, head) in &heads {
            let Some(id) = head.id.map(|id| unescape(id.trim())) else { continue };
            if self.party_ids.reserve(&id) {
                self.declared.insert(line.number, id);
            } else {
                self.report(line, head.id.unwrap_or_default(), &REPEATED_NAME, &[&id]);
            }
        }
        let mut names = std::collections::HashSet::new();
        for (line, head) in &heads {
            if head.id.is_none() && !head.name.is_empty() {
                if !names.insert(fold(&head.name)) {
                    self.report(line, &line.text, &INTRODUCED_TWICE, &[&head.name]);
                    continue;
                }
                let id = self.party_ids.make(&head.name);
                self.declared.insert(line.number, id);
            }
            let Some(id) = self.declared.get(&line.number).cloned() else { continue };
            self.parties.add_id(&id);
            self.parties.add_party(&id, &head.name, head.kind);
            self.kinds.insert(id, head.kind.to_owned());
        }
        let mut party = None;
        for line in lines {
            if line.text.starts_with('@') {
                party = self.declared.get(&line.number).cloned();
            } else if let Some((words, value)) = self.word_before_colon(&line.text) {
                let Some(id) = party.clone() else { continue };
                if words.contains(&"also-called") {
                    split(value, ';', usize::MAX).iter().for_each(|name| self.parties.add(&id, &unescape(name)));
                } else if words.contains(&"name") || words.contains(&"description") {
                    let kind = self.kinds.get(&id).cloned().unwrap_or_default();
                    self.parties.add_party(&id, &unescape(value), &kind);
                } else if words.contains(&"kind") {
                    self.kinds.insert(id, self.kind_of(value).unwrap_or_default().to_owned());
                }
            } else {
                party = None;
            }
        }
    }

    fn collect_claims(&mut self, lines: &[Line<'_>]) {
        let heads: Vec<(&Line<'_>, ClaimHead<'_>)> = lines
            .iter()
            .filter(|line| line.text.starts_with('#'))
            .map(|line| (line, self.claim_head(&line.text)))
            .collect();
        for (_, head) in &heads {
            if let Some(id) = head.id {
                self.claim_ids.reserve(&unescape(id.trim()));
            }
        }
        let mut texts = std::collections::HashMap::new();
        for (line, head) in &heads {
            let folded = fold(&head.text);
            let id = match head.id.map(|id| unescape(id.trim())) {
                Some(id) => id,
                None if head.text.is_empty() => continue,
                None => match texts.get(&folded) {
                    Some(id) => String::clone(id),
                    None if self.claims.has_id(&head.text) => head.text.clone(),
                    None => self.continued(head).unwrap_or_else(|| self.claim_ids.make(&head.text)),
                },
            };
            if self.claims.add_id(&id) {
                self.claims.add(&id, &head.text);
                texts.entry(folded).or_insert_with(|| id.clone());
            }
            self.declared.insert(line.number, id);
        }
    }

    /// The id of the claim above that begins with the words of a heading. A heading with brackets of its own, or of one
    /// word, is a new claim.
    fn continued(&self, head: &ClaimHead<'_>) -> Option<String> {
        if head.about.is_some() || head.kind.is_some() || !head.text.trim().contains(' ') {
            return None;
        }
        match self.claims.find(&head.text) {
            Found::One(id) => Some(id),
            _ => None,
        }
    }

    /// Reports and occasions, in the order of the lines: first those with short names, then the others.
    fn collect_shared(&mut self, lines: &[Line<'_>]) {
        let begins = |line: &Line<'_>, word: &str| {
            let found = self.word_before_colon(&line.text);
            found.is_some_and(|(words, _)| words.contains(&word))
        };
        let heads: Vec<(&Line<'_>, bool)> = lines
            .iter()
            .filter_map(|line| match (begins(line, "report"), begins(line, "occasion")) {
                (true, _) => Some((line, true)),
                (_, true) => Some((line, false)),
                _ => None,
            })
            .collect();
        for (line, is_report) in &heads {
            let (_, id) = split_id(&line.text);
            let Some(written) = id else { continue };
            let id = unescape(written.trim());
            let ids = if *is_report { &mut self.report_ids } else { &mut self.occasion_ids };
            if ids.reserve(&id) {
                self.declared.insert(line.number, id);
            } else {
                self.report(line, written, &REPEATED_NAME, &[&id]);
            }
        }
        for (line, is_report) in heads {
            let (head, written) = split_id(&line.text);
            let head = head.split_once(':').map_or("", |(_, head)| head);
            let parts = split(head, ',', 2);
            let first = parts.first().copied().unwrap_or_default();
            let party = match self.parties.find(first) {
                Found::One(id) => Some(id),
                _ => None,
            };
            let title = split(head, ',', 40).iter().find(|part| opens(part)).and_then(|part| {
                let from = (part.as_ptr() as usize).checked_sub(head.as_ptr() as usize)?;
                let rest = head.get(from..)?;
                within_marks(rest).or_else(|| within_marks(part)).map(unescape)
            });
            if written.is_none() {
                let name =
                    if is_report { first.to_owned() } else { title.clone().unwrap_or_else(|| head.trim().to_owned()) };
                let id = if is_report { self.report_ids.make(&name) } else { self.occasion_ids.make(&name) };
                self.declared.insert(line.number, id);
            }
            let Some(id) = self.declared.get(&line.number).cloned() else { continue };
            let names = if is_report { &mut self.reports } else { &mut self.occasions };
            names.add_id(&id);
            if let Some(title) = title {
                names.add(&id, &title);
            }
            if !is_report {
                names.add(&id, parts.get(1).copied().unwrap_or(first));
            } else if let Some(party) = party {
                self.attributed.insert(id.clone());
                self.outlets.entry(party).or_default().push(id);
            }
        }
    }
}
