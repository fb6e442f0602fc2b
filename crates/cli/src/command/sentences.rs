//! A story as sentences to proof-read: each says by itself who takes which stance on which claim, when, how, and through
//! whom that is known. The words are those of the panel, so that no sentence says more than readers are told.

use claim_panel::texts::{Message, Texts};
use story::model::{ClaimId, ClaimKind, Group, PartyId, PartyKind, Stance, Statement, StatementId, Story, When};

use crate::intl::INTL;

/// The sentences of all claims in the order of the document. An empty line precedes each claim.
pub fn sentences(story: &Story) -> String {
    let writer = Writer { story, texts: Texts::for_language(&story.lang, INTL) };
    let mut lines = vec![one_line(&story.title)];
    lines.extend(story.summary.as_deref().map(one_line));
    for correction in &story.corrections {
        let head = match &correction.date {
            Some(date) => writer.texts.fill(Message::CorrectedOn, &[writer.date(date)]),
            None => writer.texts.say(Message::Corrected).to_owned(),
        };
        lines.push(format!("{head} {}", one_line(&correction.text)));
    }
    for (id, _) in story.all_claims() {
        lines.push(String::new());
        writer.claim(id, &mut lines);
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

struct Writer<'a> {
    story: &'a Story,
    texts: Texts,
}

impl Writer<'_> {
    fn claim(&self, id: ClaimId, lines: &mut Vec<String>) {
        let (story, texts) = (self.story, &self.texts);
        let claim = story.claim(id);
        let words = self.quoted(&claim.text);
        lines.push(match claim.kind {
            ClaimKind::Fact => words.clone(),
            ClaimKind::Opinion => format!("{}: {words}", texts.say(Message::Opinion)),
        });
        if let Some(legal) = &claim.legal {
            lines.push(match &legal.date {
                Some(date) => texts.fill(Message::InBrackets, &[one_line(&legal.text), self.date(date)]),
                None => one_line(&legal.text),
            });
        }
        for (statement, stance) in &claim.statements {
            lines.push(self.statement(*statement, *stance, &words));
        }
        // Of an opinion, no reply is expected.
        let silent = claim.about.iter().zip(story.answers(id)).filter(|(_, position)| position.is_none());
        for (party, _) in silent.filter(|_| claim.kind == ClaimKind::Fact) {
            lines.push(format!("{} – {}: {words}", self.party(*party), texts.say(Message::NoStatementFound)));
        }
        for finding in &claim.findings {
            let verdict = texts.fill(Message::VerdictOf, &[self.party(finding.by), one_line(&finding.label)]);
            let explained = finding.explanation.as_deref().map(|words| format!(" – {}", one_line(words)));
            let date = finding.date.as_ref().map(|date| format!(" ({})", self.date(date)));
            lines.push(format!("{verdict}{}{}: {words}", date.unwrap_or_default(), explained.unwrap_or_default()));
        }
        lines.extend(claim.note.as_deref().map(|note| self.note(note)));
    }

    /// One statement on one claim, such as “Dana Rowe (council leader) denies: “…” – Said 3 March 2031; radio”.
    fn statement(&self, id: StatementId, stance: Stance, claim: &str) -> String {
        let (story, texts) = (self.story, &self.texts);
        let statement = story.statement(id);
        let party = story.speaks_for(statement);
        let mut sentence = format!("{} {}", self.party(party), texts.stance(stance, self.are_several(party)));
        if party != statement.by {
            sentence = texts.fill(Message::InBrackets, &[sentence, self.through(statement.by)]);
        }
        sentence.push_str(": ");
        sentence.push_str(claim);
        let mut remarks = self.when(id, statement, stance);
        remarks.extend(statement.medium.as_deref().map(one_line));
        remarks.extend(self.known_through(id));
        for attempt in &statement.attempts {
            let by = attempt.by.as_deref().map(one_line);
            remarks.extend(match (by, &attempt.date) {
                (Some(by), Some(date)) => Some(texts.fill(Message::AskedByOn, &[by, self.date(date)])),
                (Some(by), None) => Some(texts.fill(Message::AskedBy, &[by])),
                (None, Some(date)) => Some(texts.fill(Message::AskedOn, &[self.date(date)])),
                (None, None) => None,
            });
        }
        remarks.extend(statement.deadline.as_ref().map(|date| texts.fill(Message::Deadline, &[self.date(date)])));
        if !remarks.is_empty() {
            sentence.push_str(" – ");
            sentence.push_str(&remarks.join("; "));
        }
        let words = [
            statement.quote.as_deref().map(|words| self.quoted(words)),
            statement.translation.as_deref().map(|words| texts.fill(Message::Translation, &[one_line(words)])),
            statement.text.as_deref().map(one_line),
            statement.note.as_deref().map(|note| self.note(note)),
        ];
        for words in words.into_iter().flatten() {
            sentence.push_str(" – ");
            sentence.push_str(&words);
        }
        sentence
    }

    /// When a statement was made, in the words of the panel. A note on its time stands in for a date.
    fn when(&self, id: StatementId, statement: &Statement, stance: Stance) -> Vec<String> {
        let word = match (stance.group(), self.story.party(statement.by).kind) {
            (Group::NoAnswer, _) => Message::AsOf,
            (_, PartyKind::Outlet) => Message::Published,
            _ => Message::Said,
        };
        let date = self.story.said_on(id).map(|date| self.texts.fill(word, &[self.date(date)]));
        date.into_iter().chain(statement.date_note.as_deref().map(one_line)).collect()
    }

    /// The outlets through which a statement is known, the people who relayed it, and whom they cite.
    fn known_through(&self, id: StatementId) -> Vec<String> {
        let (story, texts) = (self.story, &self.texts);
        let statement = story.statement(id);
        let outlets = |wanted: usize| {
            let mut parties: Vec<PartyId> = Vec::new();
            for (_, report) in story.nearest_reports(id).filter(|(depth, _)| *depth == wanted) {
                let outlet = story.report(report).outlet;
                if outlet != statement.by && !parties.contains(&outlet) {
                    parties.push(outlet);
                }
            }
            let names: Vec<String> = parties.into_iter().map(|party| self.name(party)).collect();
            (!names.is_empty()).then(|| self.list(&names))
        };
        let relayed: Vec<String> = statement.relayed_by.iter().map(|party| self.name(*party)).collect();
        let relayed = (!relayed.is_empty()).then(|| texts.fill(Message::RelayedBy, &[self.list(&relayed)]));
        let direct = match (outlets(0), outlets(1)) {
            (Some(first), Some(cited)) => {
                let known = texts.fill(Message::KnownThrough, &[first]);
                Some(texts.fill(Message::Citing, &[known, cited]))
            }
            (Some(first), None) => Some(texts.fill(Message::KnownThrough, &[first])),
            (None, Some(cited)) => Some(texts.fill(Message::CitingOnly, &[cited])),
            (None, None) => None,
        };
        relayed.into_iter().chain(direct).collect()
    }

    fn through(&self, party: PartyId) -> String {
        self.texts.fill(Message::Through, &[self.party(party)])
    }

    fn are_several(&self, party: PartyId) -> bool {
        self.story.party(party).count.is_some_and(|count| count > 1)
    }

    fn name(&self, party: PartyId) -> String {
        one_line(&self.story.party(party).name)
    }

    /// A party with its role.
    fn party(&self, party: PartyId) -> String {
        match &self.story.party(party).role {
            Some(role) => self.texts.fill(Message::InBrackets, &[self.name(party), one_line(role)]),
            None => self.name(party),
        }
    }

    fn list(&self, names: &[String]) -> String {
        let mut between = self.texts.between(names).into_iter();
        let mut list = String::new();
        for (number, name) in names.iter().enumerate() {
            if number > 0 {
                list.push_str(&between.next().unwrap_or_default());
            }
            list.push_str(name);
        }
        list
    }

    fn date(&self, when: &When) -> String {
        self.texts.date(when, self.story.time_zone.as_deref())
    }

    fn quoted(&self, words: &str) -> String {
        self.texts.fill(Message::Quotation, &[one_line(words)])
    }

    fn note(&self, words: &str) -> String {
        format!("{} {}", self.texts.say(Message::EditorsNote), one_line(words))
    }
}

/// A text on one line, so that each sentence has one of its own.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
