//! Ids, and the references to them.

use std::cell::{Cell, RefCell};

use crate::document::{self as fields, Diagnostics, Document, Keys, List, Names, Node, Spot, Suggestions, Written};
use crate::model::{ClaimId, HostOf, OccasionId, PartyId, Places, ReportId, StatementId};
use crate::problem::*;

/// The ids of one kind of entry, and which of them are referred to.
#[derive(Default)]
struct Index<'a> {
    names: Names<'a>,
    used: Vec<Cell<bool>>,
}

/// The kinds of entries that have ids.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Party,
    Claim,
    Report,
    Statement,
    Occasion,
}

/// The problem with a reference that leads nowhere, for each kind.
static UNKNOWN: [&Rule; 5] = [&UNKNOWN_PARTY, &UNKNOWN_CLAIM, &UNKNOWN_REPORT, &UNKNOWN_STATEMENT, &UNKNOWN_OCCASION];

/// The ids of a document, and what else holds for all of it.
pub(super) struct Ids<'a> {
    /// For each kind.
    indexes: [Index<'a>; 5],
    /// The id of each party that has a name, and the name.
    party_names: Vec<(Spot<'a>, Spot<'a>)>,
    suggestions: RefCell<Suggestions>,
    has_time_zone: bool,
    host_of: HostOf,
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
    pub(super) fn collect(
        document: Document<'a>,
        has_time_zone: bool,
        host_of: HostOf,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let (indexes, party_names, suggestions) = Default::default();
        let mut ids = Self { indexes, party_names, suggestions, has_time_zone, host_of };
        ids.add_keys(Kind::Party, document.parties().keys(), diagnostics);
        for (id, party) in document.parties().iter() {
            if let Some(name) = party.name().spot() {
                ids.party_names.push((id, name));
            }
        }
        ids.add_keys(Kind::Report, document.reports().keys(), diagnostics);
        ids.add_keys(Kind::Occasion, document.occasions().keys(), diagnostics);
        for claim in document.claims().iter() {
            ids.add_written(Kind::Claim, claim.id(), diagnostics);
        }
        for statement in document.statements().iter() {
            ids.add_written(Kind::Statement, statement.id(), diagnostics);
        }
        ids
    }

    fn add(&mut self, kind: Kind, id: Option<&'a str>) -> bool {
        self.indexes.get_mut(kind as usize).is_some_and(|index| index.add(id))
    }

    #[inline(never)]
    fn add_keys(&mut self, kind: Kind, keys: Keys<'a>, diagnostics: &mut Diagnostics) {
        // The JSON parser has already reported duplicate keys as they are written.
        keys.report_alike(&DUPLICATE_ID, diagnostics);
        for id in keys.iter() {
            self.add(kind, Some(id.text));
        }
    }

    #[inline(never)]
    fn add_written(&mut self, kind: Kind, id: Written<'a, fields::Id<'a>>, diagnostics: &mut Diagnostics) {
        let id = id.trimmed();
        if let (false, Some(id)) = (self.add(kind, id.map(|id| id.text)), id) {
            diagnostics.add(id.at, &DUPLICATE_ID, &[id.text]);
        }
    }

    /// Whether the document names the zone of clock times that have none.
    pub(super) fn has_time_zone(&self) -> bool {
        self.has_time_zone
    }

    /// How the hosts of addresses are found.
    pub(super) fn host_of(&self) -> HostOf {
        self.host_of
    }

    /// The number of the entry with an id.
    pub(super) fn find(&self, kind: Kind, id: &str) -> Option<u32> {
        self.indexes.get(kind as usize)?.find(id)
    }

    /// The number of the entry to which a reference leads. A reference that leads nowhere is reported.
    #[inline(never)]
    pub(super) fn number(&self, kind: Kind, id: Spot<'_>, diagnostics: &mut Diagnostics) -> Option<u32> {
        let index = self.indexes.get(kind as usize)?;
        let number = index.find(id.text);
        if number.is_some() {
            return number;
        }
        // Editors sometimes write the name of a party in place of its id.
        let is_meant = |(_, name): &&(Spot<'a>, Spot<'a>)| name.text.eq_ignore_ascii_case(id.text);
        if kind == Kind::Party
            && self.suggestions.borrow_mut().is_affordable()
            && let Some((key, _)) = self.party_names.iter().find(is_meant)
        {
            let near = format!("; did you mean “{}”, which is the id of {}?", key.text, id.text);
            diagnostics.add_long(id.at, &UNKNOWN_PARTY, &[id.text], near);
            return None;
        }
        let near = self.suggestions.borrow_mut().near(id.text, index.names.all());
        let rule = UNKNOWN.get(kind as usize)?;
        diagnostics.add(id.at, rule, &[id.text, &near]);
        None
    }

    /// The number of the entry to which the reference in a field leads.
    #[inline(never)]
    fn number_in(&self, kind: Kind, object: &Node, key: &str, diagnostics: &mut Diagnostics) -> Option<u32> {
        self.number(kind, fields::trimmed_spot(object, key)?, diagnostics)
    }

    #[inline(always)]
    pub(super) fn party(&self, id: Written<'_, fields::PartyId<'_>>, diagnostics: &mut Diagnostics) -> Option<PartyId> {
        self.number_in(Kind::Party, id.object, id.key, diagnostics).map(PartyId)
    }

    #[inline(always)]
    pub(super) fn claim(&self, id: Written<'_, fields::ClaimId<'_>>, diagnostics: &mut Diagnostics) -> Option<ClaimId> {
        self.number_in(Kind::Claim, id.object, id.key, diagnostics).map(ClaimId)
    }

    #[inline(always)]
    pub(super) fn report(
        &self,
        id: Written<'_, fields::ReportId<'_>>,
        diagnostics: &mut Diagnostics,
    ) -> Option<ReportId> {
        self.number_in(Kind::Report, id.object, id.key, diagnostics).map(ReportId)
    }

    #[inline(always)]
    pub(super) fn statement(
        &self,
        id: Written<'_, fields::StatementId<'_>>,
        diagnostics: &mut Diagnostics,
    ) -> Option<StatementId> {
        self.number_in(Kind::Statement, id.object, id.key, diagnostics).map(StatementId)
    }

    #[inline(always)]
    pub(super) fn occasion(
        &self,
        id: Written<'_, fields::OccasionId<'_>>,
        diagnostics: &mut Diagnostics,
    ) -> Option<OccasionId> {
        self.number_in(Kind::Occasion, id.object, id.key, diagnostics).map(OccasionId)
    }

    /// Resolves a list of references in order. Duplicates are reported and left out, and so are references of an entry
    /// to itself.
    #[inline(never)]
    pub(super) fn distinct(
        &self,
        kind: Kind,
        list: &[Node],
        is_itself: &dyn Fn(u32) -> bool,
        diagnostics: &mut Diagnostics,
    ) -> Vec<u32> {
        let (mut distinct, mut known) = (Vec::new(), Places::default());
        for node in list {
            let Some(id) = Spot::trimmed(node) else { continue };
            let Some(number) = self.number(kind, id, diagnostics) else { continue };
            if is_itself(number) {
                diagnostics.add(id.at, &SELF_REFERENCE, &[id.text]);
            } else if known.insert(number) {
                distinct.push(number);
            } else {
                diagnostics.add(id.at, &DUPLICATE_REFERENCE, &[id.text]);
            }
        }
        distinct
    }

    /// The parties in a list of references, as in [`distinct`](Self::distinct).
    pub(super) fn parties(
        &self,
        list: List<'_, fields::PartyId<'_>>,
        itself: Option<PartyId>,
        diagnostics: &mut Diagnostics,
    ) -> Vec<PartyId> {
        let is_itself = |party: u32| Some(PartyId(party)) == itself;
        let mut parties = Vec::new();
        for party in self.distinct(Kind::Party, list.nodes(), &is_itself, diagnostics) {
            parties.push(PartyId(party));
        }
        parties
    }

    /// The reports in a list of references, as in [`distinct`](Self::distinct).
    #[inline(never)]
    pub(super) fn reports(
        &self,
        list: List<'_, fields::ReportId<'_>>,
        is_itself: &dyn Fn(u32) -> bool,
        diagnostics: &mut Diagnostics,
    ) -> Vec<ReportId> {
        let mut reports = Vec::new();
        for report in self.distinct(Kind::Report, list.nodes(), is_itself, diagnostics) {
            reports.push(ReportId(report));
        }
        reports
    }

    /// Advises on parties and reports to which nothing refers.
    pub(super) fn advise_unused(&self, document: Document<'a>, diagnostics: &mut Diagnostics) {
        let is_unused = |kind: Kind, id: &str| self.indexes.get(kind as usize).is_some_and(|index| index.is_unused(id));
        for id in document.parties().keys().iter().filter(|id| is_unused(Kind::Party, id.text)) {
            diagnostics.add(id.at, &UNUSED_PARTY, &[id.text]);
        }
        for id in document.reports().keys().iter().filter(|id| is_unused(Kind::Report, id.text)) {
            diagnostics.add(id.at, &UNUSED_REPORT, &[id.text]);
        }
        for id in document.occasions().keys().iter().filter(|id| is_unused(Kind::Occasion, id.text)) {
            diagnostics.add(id.at, &UNUSED_OCCASION, &[id.text]);
        }
    }
}
