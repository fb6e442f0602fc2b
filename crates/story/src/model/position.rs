//! Positions: what each party says about a claim now, and its earlier statements.

use super::chronology::in_order_of_time;
use super::places::Places;
use super::{ClaimId, Date, Group, PartyId, Stance, StatementId, Story, When};

/// A party's position on a claim, with its other statements on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// The party whose position this is. A spokesperson's statements belong to the party represented.
    pub party: PartyId,
    /// The statement that says where the party stands: its latest one that takes a position. Other answers stand
    /// in for it only if there is none, and non-answers only if there is no answer.
    pub latest: StatementId,
    /// The stance that this statement takes on the claim.
    pub stance: Stance,
    /// Its other statements in chronological order, each with its stance.
    pub rest: Vec<(StatementId, Stance)>,
    /// The place of the latest statement among all of them in chronological order.
    place: usize,
    /// When each of the other statements was made.
    orders: Vec<Order>,
}

/// When another statement of a party was made, relative to the one that says where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Certainly before it, or before another statement that says the same.
    Earlier,
    /// On the same occasion: neither of the two replaces the other.
    Together,
    /// The dates do not decide it, but the party's position does not depend on it.
    Unknown,
    /// The dates do not decide it, and the other statement takes a contrary position: either may be the party's current
    /// one.
    Undecided,
    /// Certainly after it. Such a statement takes no position.
    Later,
}

/// A statement of a party that takes another stance than the one that says where it stands.
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
    /// The position that follows from a party's own statements, in document order. Nobody else's statements matter.
    fn new(story: &Story, party: PartyId, statements: &[(StatementId, Stance)]) -> Option<Self> {
        let rank_of = |(id, stance): &(StatementId, Stance)| rank(story, *id, *stance);
        let rank = statements.iter().map(rank_of).max()?;
        // Statements of a lower rank are left out: where dates do not decide, they could change the order of the rest.
        let positions: Vec<_> = statements.iter().copied().filter(|one| rank_of(one) == rank).collect();
        let positions = in_order_of_time(story, &positions);
        let last = positions.last().copied()?;
        // A retraction counts as later than the claim it retracts whenever the dates leave the order open.
        let is_last = |id: StatementId| !positions.iter().any(|(other, _)| is_before(story, id, *other));
        let is_later = |(id, stance): &&(StatementId, Stance)| stance.takes_back() && is_last(*id);
        let later = positions.iter().rev().find(is_later).copied().filter(|_| last.1.group() == Group::SaysSo);
        let (latest, stance) = later.unwrap_or(last);
        let mut rest = in_order_of_time(story, statements);
        let place = rest.iter().position(|(id, _)| *id == latest)?;
        rest.remove(place);
        let mut position = Self { party, latest, stance, rest, place, orders: Vec::new() };
        position.orders = position.orders(story);
        Some(position)
    }

    /// When each of the other statements was made.
    fn orders(&self, story: &Story) -> Vec<Order> {
        let date = |id: StatementId| story.said_on(id).and_then(|when| when.date);
        // The dates of the last statements: of those that take any position, and of those that take the same one as the
        // latest. Each date is listed once, so there are seldom more than a few.
        let mut ends: Vec<(Date, bool)> = Vec::new();
        let superseded = |ends: &[(Date, bool)], date: Option<Date>, by_same: bool| {
            date.is_some_and(|date| ends.iter().any(|(end, same)| (*same || !by_same) && date.is_before(end)))
        };
        for (id, stance) in self.in_order().rev().filter(|(_, stance)| stance.rank() == self.stance.rank()) {
            let is_same = stance == self.stance;
            if let Some(end) = date(id).filter(|end| !superseded(&ends, Some(*end), is_same))
                && !ends.contains(&(end, is_same))
            {
                ends.push((end, is_same));
            }
        }
        let latest = date(self.latest);
        let occasion = story.statement(self.latest).occasion;
        let mut orders = Vec::with_capacity(self.rest.len());
        for (id, stance) in &self.rest {
            let date = date(*id);
            let pair = date.zip(latest);
            orders.push(match pair {
                Some((one, latest)) if one.is_before(&latest) => Order::Earlier,
                Some((one, latest)) if latest.is_before(&one) => Order::Later,
                _ if occasion.is_some() && story.statement(*id).occasion == occasion => Order::Together,
                _ if self.stance.takes_back() && stance.group() == Group::SaysSo => Order::Earlier,
                _ if superseded(&ends, date, true) => Order::Earlier,
                _ if stance.contradicts(self.stance) && !superseded(&ends, date, false) => Order::Undecided,
                _ => Order::Unknown,
            });
        }
        orders
    }

    /// All statements of the party on the claim in chronological order, each with its stance.
    pub fn in_order(&self) -> impl DoubleEndedIterator<Item = (StatementId, Stance)> {
        let (before, after) = self.rest.split_at(self.place.min(self.rest.len()));
        before.iter().copied().chain(std::iter::once((self.latest, self.stance))).chain(after.iter().copied())
    }

    /// The stance by which the party contests or has retracted the claim, if that is where it stands now. Later stances
    /// that neither carry nor contest the claim do not change it.
    pub fn contests(&self) -> Option<Stance> {
        let together = self.rest.iter().zip(&self.orders).filter(|(_, order)| **order == Order::Together);
        let now = std::iter::once(self.stance).chain(together.map(|((_, stance), _)| *stance));
        if let Some(stance) = now.clone().find(|stance| contests(*stance)) {
            return Some(stance);
        }
        let mut all = now.chain(self.rest.iter().rev().map(|(_, stance)| *stance));
        all.find(|stance| stance.carries() || contests(*stance)).filter(|stance| contests(*stance))
    }
}

/// Whether a statement was certainly made before another.
fn is_before(story: &Story, one: StatementId, other: StatementId) -> bool {
    let date = |id: StatementId| story.said_on(id).and_then(|when| when.date);
    date(one).zip(date(other)).is_some_and(|(one, other)| one.is_before(&other))
}

/// How much a statement says about where its party stands. Relayed words say less than the party's own.
fn rank(story: &Story, id: StatementId, stance: Stance) -> u8 {
    let is_relayed = stance.rank() == 2 && !story.statement(id).relayed_by.is_empty();
    2 * stance.rank() - u8::from(is_relayed)
}

fn contests(stance: Stance) -> bool {
    stance == Stance::Retracts || stance.group() == Group::Denies
}

impl Story {
    /// The positions of all parties on a claim, in the order of their first statements.
    pub fn positions(&self, claim: ClaimId) -> Vec<Position> {
        let mut of_parties: Vec<(PartyId, Vec<(StatementId, Stance)>)> = Vec::new();
        let mut places = Places::default();
        for &one in &self.claim(claim).statements {
            let party = self.speaks_for(self.statement(one.0));
            let place = places.add(party.0, of_parties.len());
            match of_parties.get_mut(place) {
                Some((_, statements)) => statements.push(one),
                None => of_parties.push((party, vec![one])),
            }
        }
        let mut positions = Vec::with_capacity(of_parties.len());
        for (party, statements) in of_parties {
            positions.extend(Position::new(self, party, &statements));
        }
        positions
    }

    /// The statements of a party whose stance differs from where it stands, in chronological order. A party
    /// that stands by the claim has not changed its position, so its affirmations are left out.
    pub fn others(&self, position: &Position) -> Vec<Other> {
        let stands_by = position.stance == Stance::StandsBy;
        let is_other = |stance: Stance| stance != position.stance && !(stands_by && stance.group() == Group::SaysSo);
        let mut others = Vec::new();
        for (&(statement, stance), &order) in position.rest.iter().zip(&position.orders) {
            if is_other(stance) {
                others.push(Other { statement, stance, order });
            }
        }
        others
    }

    /// The position of one party on a claim, from its own statements and those made on its behalf.
    ///
    /// If a claim is about a spokesperson, their statement is their own answer as well as that of the
    /// party they represent. Among the [positions](Self::positions) it occurs only once. For several parties, use
    /// [`positions_of`](Self::positions_of), which reads the statements of the claim once.
    pub fn position(&self, claim: ClaimId, party: PartyId) -> Option<Position> {
        self.positions_of(claim, &[party]).pop().flatten()
    }

    /// The positions of the parties that a claim is about, in the order of `about`.
    pub fn answers(&self, claim: ClaimId) -> Vec<Option<Position>> {
        self.positions_of(claim, &self.claim(claim).about)
    }

    /// The [position](Self::position) of each of these parties on a claim. No party may be listed twice.
    pub fn positions_of(&self, claim: ClaimId, parties: &[PartyId]) -> Vec<Option<Position>> {
        self.positions_from(claim, parties, &|_| true)
    }

    /// The positions that these parties had taken by a date: statements that were certainly made later do not count.
    /// `None` if every statement was made later. Undated statements count only if there are no dated ones.
    pub fn positions_by(&self, claim: ClaimId, parties: &[PartyId], date: &Date) -> Vec<Option<Position>> {
        let dated = |id: StatementId| self.said_on(id).and_then(|when| when.date);
        let mut by_then =
            self.positions_from(claim, parties, &|id| dated(id).is_some_and(|said| !date.is_before(&said)));
        let undated = self.positions_from(claim, parties, &|id| dated(id).is_none());
        for (position, undated) in by_then.iter_mut().zip(undated) {
            if position.is_none() {
                *position = undated;
            }
        }
        by_then
    }

    /// The positions that follow from the statements that count.
    fn positions_from(
        &self,
        claim: ClaimId,
        parties: &[PartyId],
        counts: &dyn Fn(StatementId) -> bool,
    ) -> Vec<Option<Position>> {
        let mut places = Places::default();
        for (number, party) in parties.iter().enumerate() {
            places.add(party.0, number);
        }
        let mut own: Vec<Vec<(StatementId, Stance)>> = vec![Vec::new(); parties.len()];
        for &(id, stance) in &self.claim(claim).statements {
            if !counts(id) {
                continue;
            }
            let statement = self.statement(id);
            let mut add = |party: PartyId| {
                if let Some(own) = places.find(party.0).and_then(|place| own.get_mut(place)) {
                    own.push((id, stance));
                }
            };
            self.speaks_as(statement).for_each(&mut add);
            // A statement on behalf of somebody else is not the speaker's own.
            if statement.on_behalf_of.is_none_or(|of| of == statement.by)
                && self.speaks_as(statement).all(|one| one != statement.by)
            {
                add(statement.by);
            }
        }
        let mut positions = Vec::with_capacity(parties.len());
        for (party, own) in parties.iter().zip(own) {
            positions.push(Position::new(self, *party, &own));
        }
        positions
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

    /// The statements on a claim that belong to a group. Those of one party stand together, in chronological order, and the
    /// parties in the order of their first statements.
    pub fn in_group(&self, claim: ClaimId, group: Group) -> Vec<(StatementId, Stance)> {
        let mut of_parties: Vec<Vec<(StatementId, Stance)>> = Vec::new();
        let mut places = Places::default();
        let mut firsts = Vec::new();
        for position in self.positions(claim) {
            let own: Vec<_> = position.in_order().filter(|(_, stance)| stance.group() == group).collect();
            if let Some(first) = own.first() {
                places.add(first.0.0, of_parties.len());
                firsts.push(*first);
                of_parties.push(own);
            }
        }
        let mut statements = Vec::new();
        for (first, _) in in_order_of_time(self, &firsts) {
            statements.extend(places.find(first.0).and_then(|place| of_parties.get(place)).into_iter().flatten());
        }
        statements
    }
}
