//! The entries that names refer to.

use serde_json::{Map, Value};

use super::names::Found;
use super::read::{Reader, shown};
use super::rules::*;
use super::source::Line;
use crate::losses::escaped;

impl Reader {
    /// The id of the party that a name refers to. Every party has a line of its own: any other name may be a misspelt
    /// one, and a denial would be shown as somebody else's.
    pub(super) fn party_of(&mut self, line: &Line<'_>, name: &str) -> Option<String> {
        let name = name.trim();
        match self.parties.find(name) {
            Found::One(id) => return Some(id),
            Found::Several(ids) => self.several(line, name, &ids, Self::party_name),
            Found::None if name.is_empty() => self.report(line, name, &SPEAKER_NOT_CHOSEN, &[]),
            Found::None => {
                let near = self.parties_near(name);
                let candidates: Vec<String> = near.iter().map(|id| self.party_name(id)).collect();
                match candidates.as_slice() {
                    [] => self.report(line, name, &UNKNOWN_PARTY, &[&shown(name)]),
                    _ => self.report(line, name, &NAME_RESEMBLES, &[&shown(name), &candidates.join(", ")]),
                }
            }
        }
        None
    }

    /// Parties that share a word with a name, or whose names are spelt almost like it.
    fn parties_near(&mut self, name: &str) -> Vec<String> {
        let sharing = self.parties.sharing(name);
        if !sharing.is_empty() {
            return sharing;
        }
        let names = self.parties.spellings().chain(self.parties.words());
        match self.nearest.find(name, names).map(|found| self.parties.find(found)) {
            Some(Found::One(id)) => vec![id],
            Some(Found::Several(ids)) => ids,
            _ => Vec::new(),
        }
    }

    fn party_name(&self, id: &str) -> String {
        let party = self.party_list.get(id);
        let name = party.and_then(|party| party.get("name").or_else(|| party.get("description")));
        let name = name.and_then(Value::as_str).map(shown);
        name.map_or_else(|| format!("{{{id}}}"), |name| format!("{name} {{{id}}}"))
    }

    /// The id of the report that a name refers to: its short name, its headline, or an outlet with one report.
    pub(super) fn report_of(&mut self, line: &Line<'_>, name: &str, part: &str) -> Option<String> {
        let found = match self.reports.find(name) {
            Found::None => self.report_of_outlet(name),
            found => found,
        };
        match found {
            Found::One(id) => Some(id),
            Found::Several(ids) => {
                self.several(line, name, &ids, |_, id| format!("{{{id}}}"));
                None
            }
            Found::None => {
                let outlet = match self.parties.find(name) {
                    Found::One(id) if self.kinds.get(&id).is_some_and(|kind| kind == "outlet") => id,
                    _ => {
                        let hint = self.nearest.hint(name, self.reports.spellings());
                        self.report(line, part, &UNKNOWN_NAME, &[&shown(name), "report", &hint]);
                        return None;
                    }
                };
                let id = self.report_ids.make(name);
                let report = Map::from_iter([("outlet".to_owned(), Value::String(outlet.clone()))]);
                self.report_list.insert(id.clone(), Value::Object(report));
                self.place(line, part, format!("/reports/{}", escaped(&id)));
                self.reports.add_id(&id);
                self.outlets.entry(outlet).or_default().push(id.clone());
                Some(id)
            }
        }
    }

    /// The reports of the outlet with a name.
    pub(super) fn report_of_outlet(&self, name: &str) -> Found {
        const MAX_CANDIDATES: usize = 6;
        let Found::One(outlet) = self.parties.find(name) else { return Found::None };
        match self.outlets.get(&outlet).map_or(&[][..], Vec::as_slice) {
            [] => Found::None,
            [id] => Found::One(id.clone()),
            several => Found::Several(several.iter().take(MAX_CANDIDATES).cloned().collect()),
        }
    }

    /// The id of the occasion that a name refers to.
    pub(super) fn occasion_of(&mut self, line: &Line<'_>, name: &str) -> Option<String> {
        match self.occasions.find(name) {
            Found::One(id) => Some(id),
            Found::Several(ids) => {
                self.several(line, name, &ids, |_, id| format!("{{{id}}}"));
                None
            }
            Found::None => {
                let hint = self.nearest.hint(name, self.occasions.spellings());
                self.report(line, name, &UNKNOWN_NAME, &[&shown(name), "occasion", &hint]);
                None
            }
        }
    }
}
