//! Positions: what each party says about a claim now, and its earlier statements.

use super::{ClaimId, Group, PartyId, PartyKind, ReportId, Stance, StatementId, Story, When};

/// A party's position on a claim, with its other statements on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The party whose position this is. A spokesperson's statements belong to the party represented.
    pub party: PartyId,
    /// Its latest statement on the claim. A later non-answer retracts nothing, so non-answers count only
    /// if the party never answered.
    pub latest: StatementId,
    /// The stance that this statement takes on the claim.
    pub stance: Stance,
    /// Its other statements in chronological order, each with its stance.
    pub rest: Vec<(StatementId, Stance)>,
}

/// When another statement of a party was made, relative to its latest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Certainly before it: the party has changed its position.
    Earlier,
    /// The dates do not decide it.
    Unknown,
    /// Certainly after it, which only a non-answer can be.
    Later,
}

/// A statement of a party that takes another stance than its latest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The statement.
    pub statement: StatementId,
    /// The stance that it takes on the claim.
    pub stance: Stance,
    /// When it was made, relative to the latest one.
    pub order: Order,
}

impl Position {
    fn new(party: PartyId, mut statements: Vec<(StatementId, Stance)>) -> Option<Self> {
        let answer = statements.iter().rposition(|(_, stance)| stance.group() != Group::NoAnswer);
        let latest = answer.or(statements.len().checked_sub(1))?;
        let (latest, stance) = statements.remove(latest);
        Some(Self { party, latest, stance, rest: statements })
    }

    /// The last stance that carries, contests or retracts the claim; later stances of other kinds do not change it.
    fn last_decisive(&self) -> Option<Stance> {
        let mut all = std::iter::once(self.stance).chain(self.rest.iter().rev().map(|(_, stance)| *stance));
        all.find(|stance| stance.carries() || contests(*stance))
    }

    /// The stance by which the party contests or has retracted the claim, if that is where it stands now.
    pub fn contests(&self) -> Option<Stance> {
        self.last_decisive().filter(|stance| contests(*stance))
    }
}

fn contests(stance: Stance) -> bool {
    stance == Stance::Retracts || stance.group() == Group::Denies
}

impl Story {
    /// The positions of all parties on a claim, in the order of their first statements.
    pub fn positions(&self, claim: ClaimId) -> Vec<Position> {
        let mut of_parties: Vec<(PartyId, Vec<(StatementId, Stance)>)> = Vec::new();
        for &one in &self.claim(claim).statements {
            let party = self.speaks_for(self.statement(one.0));
            match of_parties.iter_mut().find(|(other, _)| *other == party) {
                Some((_, statements)) => statements.push(one),
                None => of_parties.push((party, vec![one])),
            }
        }
        let mut positions = Vec::with_capacity(of_parties.len());
        for (party, statements) in of_parties {
            if let Some(position) = Position::new(party, statements) {
                positions.push(position);
            }
        }
        positions
    }

    /// The statements of a party whose stance differs from its latest one, in chronological order. A party
    /// that stands by the claim has not changed its position, so its affirmations are left out.
    pub fn others(&self, position: &Position) -> Vec<Other> {
        let stands_by = position.stance == Stance::StandsBy;
        let is_other = |stance: Stance| stance != position.stance && !(stands_by && stance.group() == Group::SaysSo);
        let mut others = Vec::new();
        for &(statement, stance) in &position.rest {
            if is_other(stance) {
                let order =
                    match (is_before(self, statement, position.latest), is_before(self, position.latest, statement)) {
                        (true, _) => Order::Earlier,
                        (_, true) => Order::Later,
                        _ => Order::Unknown,
                    };
                others.push(Other { statement, stance, order });
            }
        }
        others
    }

    /// The position of one party on a claim, from its own statements and those made on its behalf.
    ///
    /// If a claim is about a spokesperson, their statement is their own answer as well as that of the
    /// party they represent. Among the [positions](Self::positions) it occurs only once.
    pub fn position(&self, claim: ClaimId, party: PartyId) -> Option<Position> {
        let mut own = Vec::new();
        for &(id, stance) in &self.claim(claim).statements {
            let statement = self.statement(id);
            // A statement on behalf of somebody else is not the speaker's own.
            let is_own = statement.by == party && statement.on_behalf_of.is_none_or(|of| of == party);
            if is_own || self.speaks_as(statement).any(|one| one == party) {
                own.push((id, stance));
            }
        }
        Position::new(party, own)
    }

    /// Sorts claims by their latest answer, newest first; the order of claims with the same day is kept. An imprecise
    /// date counts as its [last known day](Date::last_known_day).
    pub fn newest_first(&self, claims: Vec<ClaimId>) -> Vec<ClaimId> {
        let mut ordered: Vec<ClaimId> = Vec::with_capacity(claims.len());
        let mut days: Vec<i64> = Vec::with_capacity(claims.len());
        for claim in claims {
            let mut last = i64::MIN;
            for (id, _) in self.claim(claim).statements.iter().filter(|(_, stance)| stance.group() != Group::NoAnswer) {
                let date = self.said_on(*id).and_then(|when| when.date);
                last = last.max(date.map_or(last, |date| date.last_known_day()));
            }
            let place = days.partition_point(|day| *day >= last);
            days.insert(place, last);
            ordered.insert(place, claim);
        }
        ordered
    }

    /// When a statement was made. Without a date of its own, an outlet's statement has that of its own report.
    pub fn said_on(&self, id: StatementId) -> Option<&When> {
        let own = || self.own_report(id).and_then(|report| self.report(report).date.as_ref());
        self.statement(id).date.as_ref().or_else(own)
    }

    /// The report in which an outlet itself makes a statement, if there is one.
    pub fn own_report(&self, id: StatementId) -> Option<ReportId> {
        let statement = self.statement(id);
        let is_outlet = self.party(statement.by).kind == PartyKind::Outlet;
        let mut reports = statement.reports.iter().copied().filter(|_| is_outlet);
        reports.find(|report| self.report(*report).outlet == statement.by)
    }

    /// The statements on a claim that belong to a group, in chronological order.
    pub fn in_group(&self, claim: ClaimId, group: Group) -> impl Iterator<Item = (StatementId, Stance)> {
        self.claim(claim).statements.iter().copied().filter(move |(_, stance)| stance.group() == group)
    }
}

/// Sorts statements chronologically: one precedes another if it was certainly made earlier, and
/// otherwise document order is kept.
///
/// Each statement is inserted immediately before the first one that was certainly made later. A
/// sort would need a total order, and imprecise dates have none: a year is not its 1 January.
pub fn in_order_of_time(story: &Story, ids: Vec<(StatementId, Stance)>) -> Vec<(StatementId, Stance)> {
    let mut ordered: Vec<(StatementId, Stance)> = Vec::with_capacity(ids.len());
    for one in ids {
        let later = ordered.iter().position(|(other, _)| is_before(story, one.0, *other));
        ordered.insert(later.unwrap_or(ordered.len()), one);
    }
    ordered
}

/// Whether a statement was certainly made before another.
fn is_before(story: &Story, one: StatementId, other: StatementId) -> bool {
    let date = |id: StatementId| story.said_on(id).and_then(|when| when.date);
    date(one).zip(date(other)).is_some_and(|(one, other)| one.is_before(&other))
}
