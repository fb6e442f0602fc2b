//! Positions: what each party says about a claim now, and what it said before.

use super::{ClaimId, Group, Panel, PartyId, PartyKind, ReportId, Stance, StatementId, When};

/// What a party answers to a claim, and what else it said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Whose position it is. A spokesperson's statements belong to whom they speak for.
    pub party: PartyId,
    /// Its latest statement on the claim. That somebody later gave no answer takes nothing back,
    /// so that it only counts where there is no answer at all.
    pub latest: StatementId,
    /// What that statement does about the claim.
    pub stance: Stance,
    /// Its other statements in order of time, each with its stance.
    pub rest: Vec<(StatementId, Stance)>,
}

/// Where in time another statement of a party lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Certainly before the latest one: the party has changed its position.
    Earlier,
    /// The dates do not say.
    Unknown,
    /// Certainly after it: then the party gave no answer.
    Later,
}

/// A statement of a party that takes another stance than its latest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The statement.
    pub statement: StatementId,
    /// What it does about the claim.
    pub stance: Stance,
    /// When it was made, seen from the latest one.
    pub order: Order,
}

impl Position {
    fn new(party: PartyId, mut statements: Vec<(StatementId, Stance)>) -> Option<Self> {
        let answer = statements.iter().rposition(|(_, stance)| stance.group() != Group::NoAnswer);
        let latest = answer.or(statements.len().checked_sub(1))?;
        let (latest, stance) = statements.remove(latest);
        Some(Self { party, latest, stance, rest: statements })
    }

    /// The last stance by which the party puts the claim forward, contests it or takes it back; whatever it answered
    /// later changes nothing about that.
    fn footing(&self) -> Option<Stance> {
        let mut all = std::iter::once(self.stance).chain(self.rest.iter().rev().map(|(_, stance)| *stance));
        all.find(|stance| stance.carries() || contests(*stance))
    }

    /// The stance by which the party contests the claim now, or has taken it back.
    pub fn contests(&self) -> Option<Stance> {
        self.footing().filter(|stance| contests(*stance))
    }
}

fn contests(stance: Stance) -> bool {
    stance == Stance::Retracts || stance.group() == Group::Denies
}

impl Panel {
    /// Everybody's position on a claim, in the order in which they first spoke.
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

    /// What a party said about the claim besides, in order of time: its statements with another
    /// stance than the latest one. Whoever stands by what they said has not moved.
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

    /// The position of one party on a claim: what it says itself, and what is said on its behalf.
    ///
    /// Where a claim is about a spokesperson, what she says is her own answer as well as that of
    /// whom she speaks for; among the [positions](Self::positions) it stands only once.
    pub fn position(&self, claim: ClaimId, party: PartyId) -> Option<Position> {
        let mut own = Vec::new();
        for &(id, stance) in &self.claim(claim).statements {
            let statement = self.statement(id);
            // Words that are read out for somebody else are theirs and not the reader's.
            let is_own = statement.by == party && statement.on_behalf_of.is_none_or(|of| of == party);
            if is_own || self.speaks_as(statement).any(|one| one == party) {
                own.push((id, stance));
            }
        }
        Position::new(party, own)
    }

    /// The claims with those first of which something was said last; of those of one day, as they were. A vague date
    /// counts as the [last day](Date::last_known_day) that is known of.
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

    /// When something was said: in an outlet's own report, when that was published.
    pub fn said_on(&self, id: StatementId) -> Option<&When> {
        let own = || self.own_report(id).and_then(|report| self.report(report).date.as_ref());
        self.statement(id).date.as_ref().or_else(own)
    }

    /// The outlet's own report in which it says something.
    pub fn own_report(&self, id: StatementId) -> Option<ReportId> {
        let statement = self.statement(id);
        let is_outlet = self.party(statement.by).kind == PartyKind::Outlet;
        let mut reports = statement.reports.iter().copied().filter(|_| is_outlet);
        reports.find(|report| self.report(*report).outlet == statement.by)
    }

    /// The statements on a claim that belong to a group, in order of time.
    pub fn in_group(&self, claim: ClaimId, group: Group) -> impl Iterator<Item = (StatementId, Stance)> {
        self.claim(claim).statements.iter().copied().filter(move |(_, stance)| stance.group() == group)
    }
}

/// Puts statements in order of time: one stands before another if it certainly was, and otherwise
/// as the document has them.
///
/// Each statement goes right before the first of those that came certainly later, so that the
/// order holds even where dates are vague: nothing is sorted as if a year were its first of January.
pub(crate) fn in_order_of_time(panel: &Panel, ids: Vec<(StatementId, Stance)>) -> Vec<(StatementId, Stance)> {
    let mut ordered: Vec<(StatementId, Stance)> = Vec::with_capacity(ids.len());
    for one in ids {
        let later = ordered.iter().position(|(other, _)| is_before(panel, one.0, *other));
        ordered.insert(later.unwrap_or(ordered.len()), one);
    }
    ordered
}

/// Whether a statement was certainly made before another.
fn is_before(panel: &Panel, one: StatementId, other: StatementId) -> bool {
    let date = |id: StatementId| panel.said_on(id).and_then(|when| when.date);
    date(one).zip(date(other)).is_some_and(|(one, other)| one.is_before(&other))
}
