//! Positions: what each party says about a claim now, and what it said before.

use super::{ClaimId, Date, Group, Panel, PartyId, Stance, Statement, StatementId};

/// A party's latest stance on a claim, and how it got there.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    /// Whose position it is. A spokesperson's statements belong to whom they speak for.
    pub party: PartyId,
    /// Its latest statement on the claim.
    pub latest: StatementId,
    /// What that statement does about the claim.
    pub stance: Stance,
    /// Earlier statements, oldest first, each with its stance.
    pub earlier: Vec<(StatementId, Stance)>,
}

/// A statement of a party that takes another stance than its latest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Other {
    /// The statement.
    pub statement: StatementId,
    /// What it does about the claim.
    pub stance: Stance,
    /// Whether the dates say that it came before the latest one; otherwise nobody can say that
    /// the party changed its position.
    pub is_earlier: bool,
}

impl Panel {
    /// Everybody's position on a claim, in the order in which they first spoke.
    pub fn positions(&self, claim: ClaimId) -> Vec<Position> {
        let mut positions: Vec<Position> = Vec::new();
        for &(id, stance) in &self.claim(claim).statements {
            let party = self.speaks_for(self.statement(id));
            match positions.iter_mut().find(|position| position.party == party) {
                Some(position) => {
                    position.earlier.push((position.latest, position.stance));
                    (position.latest, position.stance) = (id, stance);
                }
                None => positions.push(Position { party, latest: id, stance, earlier: Vec::new() }),
            }
        }
        positions
    }

    /// What a party also said about the claim, or said before, in order of time: its statements
    /// with another stance than the latest one. Whoever stands by what they said has not moved.
    pub fn others(&self, position: &Position) -> Vec<Other> {
        let latest = self.statement(position.latest);
        let stands_by = position.stance == Stance::StandsBy;
        let is_other = |stance: Stance| {
            stance != position.stance && !(stands_by && matches!(stance, Stance::Asserts | Stance::Confirms))
        };
        let others = position.earlier.iter().filter(|(_, stance)| is_other(*stance));
        others
            .map(|&(statement, stance)| {
                let is_earlier = !is_order_uncertain(self.statement(statement), latest);
                Other { statement, stance, is_earlier }
            })
            .collect()
    }

    /// The position of one party on a claim: what it says itself, and what is said on its behalf.
    ///
    /// Where a claim is about a spokesperson, what she says is her own answer as well as that of
    /// whom she speaks for; among the [positions](Self::positions) it stands only once.
    pub fn position(&self, claim: ClaimId, party: PartyId) -> Option<Position> {
        let statements = &self.claim(claim).statements;
        let of_party = |(id, _): &&(StatementId, Stance)| self.speaks_as(self.statement(*id)).any(|one| one == party);
        let mut own: Vec<(StatementId, Stance)> = statements.iter().filter(of_party).copied().collect();
        let (latest, stance) = own.pop()?;
        Some(Position { party, latest, stance, earlier: own })
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
pub(crate) fn in_order_of_time(
    statements: &[Statement],
    ids: Vec<(StatementId, Stance)>,
) -> Vec<(StatementId, Stance)> {
    let mut ordered: Vec<(StatementId, Stance)> = Vec::with_capacity(ids.len());
    for one in ids {
        let date = date_of(statements, one.0);
        let later = ordered.iter().position(|(other, _)| is_before(date, date_of(statements, *other)));
        ordered.insert(later.unwrap_or(ordered.len()), one);
    }
    ordered
}

/// Whether the dates of two statements do not say which came first.
pub(crate) fn is_order_uncertain(one: &Statement, other: &Statement) -> bool {
    let dates = [one, other].map(|statement| statement.date.as_ref().and_then(|when| when.date));
    !is_before(dates[0], dates[1]) && !is_before(dates[1], dates[0])
}

fn date_of(statements: &[Statement], id: StatementId) -> Option<Date> {
    statements.get(id.0 as usize).and_then(|statement| statement.date.as_ref()).and_then(|when| when.date)
}

fn is_before(one: Option<Date>, other: Option<Date>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.is_before(&other))
}
