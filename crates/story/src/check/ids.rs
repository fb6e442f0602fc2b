//! Ids, and the references to them.

use std::cell::{Cell, RefCell};

use crate::document::{Diagnostics, Document, Names, Spot, Suggestions};
use crate::model::{ClaimId, OccasionId, PartyId, ReportId, StatementId};
use crate::problem::*;

/// The ids of one kind of entry, and which of them are referred to.
#[derive(Default)]
struct Index<'a> {
    names: Names<'a>,
    used: Vec<Cell<bool>>,
}

/// The ids of a document.
#[derive(Default)]
pub(super) struct Ids<'a> {
    parties: Index<'a>,
    claims: Index<'a>,
    reports: Index<'a>,
    statements: Index<'a>,
    occasions: Index<'a>,
    /// The id of each party that has a name, and the name.
    party_names: Vec<(Spot<'a>, Spot<'a>)>,
    suggestions: RefCell<Suggestions>,
    has_time_zone: bool,
}

impl<'a> Index<'a> {
    /// Numbers the next entry; returns `false` if its id is already taken.
    fn add(&mut self, id: Option<&'a str>) -> bool {
        let number = self.used.len() as u32;
        self.used.push(Cell::new(false));
        id.is_none_or(|id| self.names.add(id, number))
    }

    fn find(&self, id: &str) -> Option<u32> {
        let number = self.names.find(id)?;
        self.used.get(number as usize)?.set(true);
        Some(number)
    }

    fn is_unused(&self, id: &str) -> bool {
        let number = self.names.find(id);
        number.and_then(|number| self.used.get(number as usize)).is_some_and(|used| !used.get())
    }
}

impl<'a> Ids<'a> {
    /// Numbers the entries of each kind in document order, and reports duplicate ids.
    pub(super) fn collect(document: Document<'a>, has_time_zone: bool, diagnostics: &mut Diagnostics) -> Self {
        let mut ids = Self { has_time_zone, ..Self::default() };
        // The JSON parser has already reported duplicate keys as they are written.
        let alike = [document.parties().alike(), document.reports().alike(), document.occasions().alike()];
        for id in alike.into_iter().flatten() {
            diagnostics.add(id.at, &DUPLICATE_ID, &[id.text]);
        }
        for id in document.parties().keys() {
            ids.parties.add(Some(id.text));
        }
        let named = document.parties().iter().filter_map(|(id, party)| Some((id, party.name()?.0)));
        ids.party_names = named.collect();
        for id in document.reports().keys() {
            ids.reports.add(Some(id.text));
        }
        for id in document.occasions().keys() {
            ids.occasions.add(Some(id.text));
        }
        let claims = document.claims().iter().map(|claim| (claim.id(), true));
        let statements = document.statements().iter().map(|statement| (statement.id(), false));
        for (id, is_claim) in claims.chain(statements) {
            let id = id.map(|id| id.0);
            let index = if is_claim { &mut ids.claims } else { &mut ids.statements };
            if let (false, Some(id)) = (index.add(id.map(|id| id.text)), id) {
                diagnostics.add(id.at, &DUPLICATE_ID, &[id.text]);
            }
        }
        ids
    }

    /// Whether the document names the zone of clock times that have none.
    pub(super) fn has_time_zone(&self) -> bool {
        self.has_time_zone
    }

    fn resolve(
        &self,
        index: &Index<'a>,
        rule: &'static Rule,
        id: Spot<'_>,
        diagnostics: &mut Diagnostics,
    ) -> Option<u32> {
        let number = index.find(id.text);
        if number.is_none() {
            let near = self.suggestions.borrow_mut().near(id.text, index.names.all());
            diagnostics.add(id.at, rule, &[id.text, &near]);
        }
        number
    }

    pub(super) fn party(&self, id: Spot<'_>, diagnostics: &mut Diagnostics) -> Option<PartyId> {
        if let Some(number) = self.parties.find(id.text) {
            return Some(PartyId(number));
        }
        // Editors sometimes write the name of a party in place of its id.
        let is_meant = |(_, name): &&(Spot<'a>, Spot<'a>)| name.text.eq_ignore_ascii_case(id.text);
        let is_affordable = self.suggestions.borrow_mut().is_affordable();
        if let Some((key, _)) = self.party_names.iter().find(is_meant).filter(|_| is_affordable) {
            let near = format!("; did you mean “{}”, which is the id of {}?", key.text, id.text);
            diagnostics.add_long(id.at, &UNKNOWN_PARTY, &[id.text], near);
            return None;
        }
        self.resolve(&self.parties, &UNKNOWN_PARTY, id, diagnostics).map(PartyId)
    }

    pub(super) fn claim(&self, id: Spot<'_>, diagnostics: &mut Diagnostics) -> Option<ClaimId> {
        self.resolve(&self.claims, &UNKNOWN_CLAIM, id, diagnostics).map(ClaimId)
    }

    pub(super) fn report(&self, id: Spot<'_>, diagnostics: &mut Diagnostics) -> Option<ReportId> {
        self.resolve(&self.reports, &UNKNOWN_REPORT, id, diagnostics).map(ReportId)
    }

    pub(super) fn statement(&self, id: Spot<'_>, diagnostics: &mut Diagnostics) -> Option<StatementId> {
        self.resolve(&self.statements, &UNKNOWN_STATEMENT, id, diagnostics).map(StatementId)
    }

    pub(super) fn occasion(&self, id: Spot<'_>, diagnostics: &mut Diagnostics) -> Option<OccasionId> {
        self.resolve(&self.occasions, &UNKNOWN_OCCASION, id, diagnostics).map(OccasionId)
    }

    /// Resolves a list of references in order; duplicates are reported and left out.
    pub(super) fn distinct<T: Copy + Ord>(
        list: impl Iterator<Item = Spot<'a>>,
        mut resolve: impl FnMut(Spot<'a>, &mut Diagnostics) -> Option<T>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<T> {
        let (mut distinct, mut sorted) = (Vec::new(), Vec::new());
        for id in list {
            let Some(one) = resolve(id, diagnostics) else { continue };
            match sorted.binary_search(&one) {
                Ok(_) => diagnostics.add(id.at, &DUPLICATE_REFERENCE, &[id.text]),
                Err(place) => {
                    sorted.insert(place, one);
                    distinct.push(one);
                }
            }
        }
        distinct
    }

    /// Advises on parties and reports to which nothing refers.
    pub(super) fn advise_unused(&self, document: Document<'a>, diagnostics: &mut Diagnostics) {
        for id in document.parties().keys().filter(|id| self.parties.is_unused(id.text)) {
            diagnostics.add(id.at, &UNUSED_PARTY, &[id.text]);
        }
        for id in document.reports().keys().filter(|id| self.reports.is_unused(id.text)) {
            diagnostics.add(id.at, &UNUSED_REPORT, &[id.text]);
        }
        for id in document.occasions().keys().filter(|id| self.occasions.is_unused(id.text)) {
            diagnostics.add(id.at, &UNUSED_OCCASION, &[id.text]);
        }
    }
}
