//! Which claims match a search. A match is always a whole claim with its answers, since a part could show an accusation
//! without its denial.

use crate::fault;
use story::model::{ClaimId, Group, PartyId, StatementId, Story};

use super::state::State;

#[cfg(test)]
mod tests;

/// The story's text without case and accents, built when the reader starts to search.
pub struct Index {
    claims: Vec<String>,
    statements: Vec<String>,
    /// The parties that each claim concerns.
    parties: Vec<Vec<PartyId>>,
}

impl Index {
    /// Folds all searchable text with one call.
    pub fn new(story: &Story, fold: fn(&str) -> String) -> Self {
        fault::failpoint("index", &story.title);
        let mut text = String::new();
        for (_, claim) in story.all_claims() {
            add(&mut text, Some(&claim.text));
            add(&mut text, claim.note.as_ref());
            claim.about.iter().for_each(|party| add_party(&mut text, story, *party));
            for finding in &claim.findings {
                add_party(&mut text, story, finding.by);
                add(&mut text, Some(&finding.label));
                add(&mut text, finding.explanation.as_ref());
            }
            text.push('\0');
        }
        for (id, statement) in story.all_statements() {
            for words in [&statement.quote, &statement.text, &statement.translation, &statement.note, &statement.medium]
            {
                add(&mut text, words.as_ref());
            }
            add_party(&mut text, story, statement.by);
            story.speaks_as(statement).for_each(|party| add_party(&mut text, story, party));
            for step in story.chain(id) {
                let report = story.report(step.report);
                add(&mut text, report.title.as_ref());
                add_party(&mut text, story, report.outlet);
            }
            text.push('\0');
        }
        let mut index = Self { claims: Vec::new(), statements: Vec::new(), parties: parties(story) };
        for piece in fold(&text).split('\0') {
            let is_claim = index.claims.len() < story.all_claims().count();
            let cache = if is_claim { &mut index.claims } else { &mut index.statements };
            cache.push(piece.to_owned());
        }
        index
    }

    /// For each claim, whether it contains every one of these folded words.
    fn hits(&self, story: &Story, words: &str) -> Vec<bool> {
        let mut hits = vec![true; self.claims.len()];
        for word in words.split_whitespace() {
            let mut said = Vec::with_capacity(self.statements.len());
            for statement in &self.statements {
                said.push(holds(statement, word));
            }
            let is_said = |id: StatementId| said.get(id.index()).copied().unwrap_or_default();
            for ((_, claim), (own, hit)) in story.all_claims().zip(self.claims.iter().zip(&mut hits)) {
                *hit = *hit && (holds(own, word) || claim.statements.iter().any(|(id, _)| is_said(*id)));
            }
        }
        hits
    }
}

/// Whether a text contains a word. The standard library's search is more general and adds six kilobytes.
fn holds(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let Some(first) = word.first() else { return true };
    text.windows(word.len()).any(|window| window.first() == Some(first) && window == word)
}

fn add(text: &mut String, words: Option<&String>) {
    if let Some(words) = words {
        // The separator must not occur in the text.
        text.extend(words.chars().map(|char| if char == '\0' { ' ' } else { char }));
        text.push('\n');
    }
}

fn add_party(text: &mut String, story: &Story, party: PartyId) {
    let party = story.party(party);
    for words in [Some(&party.name), party.role.as_ref(), party.description.as_ref()] {
        add(text, words);
    }
}

/// The claims that are shown.
#[derive(Default, PartialEq)]
pub struct Found {
    /// The matching claims, in the order in which they are shown.
    pub claims: Vec<ClaimId>,
    is_found: Vec<bool>,
}

impl Found {
    /// Whether a claim matches.
    pub fn has(&self, claim: ClaimId) -> bool {
        self.is_found.get(claim.index()).copied().unwrap_or_default()
    }
}

/// The claims that match a search, or all claims if there is none.
pub fn found(story: &Story, state: &State, index: Option<&Index>, fold: fn(&str) -> String) -> Found {
    let hits = index.map(|index| index.hits(story, &fold(&state.words)));
    let party = state.party.as_ref().and_then(|key| story.all_parties().find(|(_, party)| party.key == *key));
    let party = party.map(|(id, _)| id);
    let mut found = Found::default();
    for (number, (id, _)) in story.all_claims().enumerate() {
        let is_hit = hits.as_ref().is_none_or(|hits| hits.get(number).copied().unwrap_or_default());
        let concerned = index.and_then(|index| index.parties.get(number)).map_or(&[][..], Vec::as_slice);
        let is_found = is_hit
            && match (party, state.group) {
                (_, Some(group)) => is_held(story, id, party, group),
                (Some(party), None) => concerned.contains(&party),
                (None, None) => true,
            };
        found.is_found.push(is_found);
        if is_found {
            found.claims.push(id);
        }
    }
    if state.is_newest_first {
        found.claims = story.newest_first(found.claims);
    }
    found
}

/// The parties that each claim concerns: its subjects, its speakers and the parties that they speak for, the authors of
/// its findings, and the outlets of its reports.
fn parties(story: &Story) -> Vec<Vec<PartyId>> {
    let mut all = Vec::new();
    for (_, claim) in story.all_claims() {
        let mut parties = claim.about.clone();
        parties.extend(claim.findings.iter().map(|finding| finding.by));
        for (id, _) in &claim.statements {
            let one = story.statement(*id);
            parties.push(one.by);
            parties.extend(story.speaks_as(one));
            parties.extend(story.chain(*id).iter().map(|step| story.report(step.report).outlet));
        }
        all.push(parties);
    }
    all
}

/// Whether a party, or any party, has taken a position in the group, as the headings of an opened claim show it. A
/// later statement does not undo an earlier one, except that an answer ends a silence.
fn is_held(story: &Story, id: ClaimId, party: Option<PartyId>, group: Group) -> bool {
    let is_meant = |other: PartyId| party.is_none_or(|party| party == other);
    let is_by = |one: StatementId| {
        let one = story.statement(one);
        is_meant(one.by) || story.speaks_as(one).any(is_meant)
    };
    let claim = story.claim(id);
    if group != Group::NoAnswer {
        return claim.statements.iter().any(|(one, stance)| stance.group() == group && is_by(*one));
    }
    story.positions(id).iter().any(|one| one.stance.group() == group && is_by(one.latest))
        || claim.about.iter().zip(story.answers(id)).any(|(one, position)| is_meant(*one) && position.is_none())
}
