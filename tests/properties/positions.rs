//! Positions: representation, and the latest statement of each party.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use story::model::{Group, Order, PartyId, Position, Stance, StatementId, Story, in_order_of_time};

use crate::config;
use crate::dates::{clock_point, date_without_clock};
use crate::random_story::{claim, document, id, read, story};
use crate::stances;

/// How much a stance says about where a party stands. A second copy of the rule, independent of the code.
fn rank(stance: Stance) -> u8 {
    match stance.group() {
        _ if stance == Stance::Clarifies => 1,
        Group::SaysSo | Group::Denies | Group::ChangedPosition => 2,
        Group::Reported | Group::AnsweredOtherwise => 1,
        Group::NoAnswer => 0,
    }
}

/// The positions that a document gives, as texts, so that documents with other statements can be compared: for each party
/// its stance and its other statements in chronological order, by the `text` of the statements.
fn shown(document: &Value) -> Vec<(String, Vec<String>)> {
    let story = story(document);
    let text = |id: StatementId| story.statement(id).text.clone().unwrap_or_default();
    let all = |position: &Position| position.in_order().map(|(id, _)| text(id)).collect();
    story.positions(claim(&story)).iter().map(|one| (text(one.latest), all(one))).collect()
}

/// For each party, the number of the party that it represents, if any.
type Represents = Vec<Option<usize>>;

/// A statement: by whom, on whose behalf, with which stance and which date.
type Said = (usize, Option<usize>, &'static str, Option<String>);

fn represents() -> impl Strategy<Value = Represents> {
    (1..8_usize).prop_flat_map(|count| prop::collection::vec(prop::option::weighted(0.7, 0..count), count))
}

fn stories() -> impl Strategy<Value = (Represents, Vec<Said>)> {
    represents().prop_flat_map(|represents| {
        let count = represents.len();
        let date = prop::option::weighted(0.8, prop_oneof![3 => date_without_clock(), 1 => Just("spring".to_owned())]);
        let said =
            (0..count, prop::option::weighted(0.3, 0..count), prop::sample::select(stances::words(|_| true)), date);
        (Just(represents), prop::collection::vec(said, 0..12))
    })
}

fn document_of(represents: &Represents, said: &[Said]) -> Value {
    let mut parties = Map::new();
    for (number, whom) in represents.iter().enumerate() {
        let mut party = json!({ "name": format!("Party {number}"), "kind": "person" });
        if let Some(whom) = whom {
            party["represents"] = id('p', *whom).into();
        }
        parties.insert(id('p', number), party);
    }
    let statement = |(by, behalf, stance, date): &Said| {
        let mut statement = json!({ "by": id('p', *by), "stances": { "c": stance } });
        if let Some(behalf) = behalf {
            statement["onBehalfOf"] = id('p', *behalf).into();
        }
        if let Some(date) = date {
            statement["date"] = date.as_str().into();
        }
        statement
    };
    document(&parties, &said.iter().map(statement).collect::<Vec<_>>(), &Map::new())
}

fn number(story: &Story, party: PartyId) -> usize {
    story.party(party).key[1..].parse().unwrap()
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn whoever_speaks_for_others_is_followed_to_an_end(represents in represents()) {
        let said: Vec<Said> = (0..represents.len()).map(|by| (by, None, "asserts", None)).collect();
        let document = document_of(&represents, &said);
        let story = story(&document);
        let mut broken = 0;
        for (from, (_, party)) in story.all_parties().enumerate() {
            let written = represents[from];
            let now = party.represents.or(party.circular).map(|id| number(&story, id));
            // A party's reference to itself is reported and dropped.
            prop_assert_eq!(now, written.filter(|whom| *whom != from), "nothing is lost");
            if party.circular.is_some() {
                broken += 1;
                let on_the_way = std::iter::successors(written, |at| represents[*at]).take(represents.len());
                prop_assert!(on_the_way.into_iter().any(|at| at == from), "party {from} is in no cycle");
            }
        }
        for (_, statement) in story.all_statements() {
            let end = story.speaks_for(statement);
            prop_assert_eq!(story.party(end).represents, None);
            prop_assert_eq!(story.speaks_as(statement).last(), Some(end));
            let all: Vec<PartyId> = story.speaks_as(statement).collect();
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "a party occurs twice");
        }
        let problems = read(&document).problems;
        prop_assert_eq!(problems.iter().filter(|one| one.rule.code == "circular-representation").count(), broken);
    }

    #[test]
    fn every_statement_belongs_to_one_position((represents, said) in stories()) {
        let story = story(&document_of(&represents, &said));
        let claim = claim(&story);
        let positions = story.positions(claim);
        let parties: BTreeSet<PartyId> = positions.iter().map(|position| position.party).collect();
        prop_assert_eq!(parties.len(), positions.len(), "a party has two positions");
        let mut found: Vec<_> = positions.iter().flat_map(|one| one.rest.iter().map(|(id, _)| *id).chain([one.latest])).collect();
        found.sort();
        let all: Vec<_> = story.all_statements().map(|(id, _)| id).collect();
        prop_assert_eq!(found, all);
        for position in &positions {
            // The position of a single party also includes what it says on behalf of others.
            let alone = story.position(claim, position.party);
            let alone: Vec<_> = alone.iter().flat_map(|one| one.rest.iter().map(|(id, _)| *id).chain([one.latest])).collect();
            prop_assert!(position.rest.iter().map(|(id, _)| *id).chain([position.latest]).all(|id| alone.contains(&id)));
        }
    }

    #[test]
    fn whoever_is_spoken_for_has_an_answer((represents, said) in stories()) {
        let story = story(&document_of(&represents, &said));
        let claim = claim(&story);
        for (party, _) in story.all_parties() {
            let own: Vec<_> = story.claim(claim).statements.iter()
                .filter(|(id, _)| {
                    let statement = story.statement(*id);
                    statement.by == party && statement.on_behalf_of.is_none() || story.speaks_as(statement).any(|one| one == party)
                })
                .collect();
            let position = story.position(claim, party);
            prop_assert_eq!(position.is_some(), !own.is_empty());
            if let Some(position) = position {
                // An answer that takes no position replaces none, and a non-answer replaces nothing.
                let most = own.iter().map(|(_, stance)| rank(*stance)).max();
                prop_assert_eq!(Some(rank(position.stance)), most);
                prop_assert!(own.contains(&&(position.latest, position.stance)));
            }
        }
        let about: Vec<PartyId> = story.all_parties().map(|(id, _)| id).collect();
        let together = story.positions_of(claim, &about);
        let alone: Vec<_> = about.iter().map(|party| story.position(claim, *party)).collect();
        prop_assert_eq!(together, alone);
    }

    #[test]
    fn nothing_is_shown_before_what_came_earlier((represents, said) in stories()) {
        let story = story(&document_of(&represents, &said));
        let claim = claim(&story);
        let is_before = |one, other| {
            let date = |id| story.statement(id).date.as_ref().and_then(|when| when.date);
            date(one).zip(date(other)).is_some_and(|(one, other)| one.is_before(&other))
        };
        let own = story.positions(claim).into_iter().map(|position| position.in_order().collect::<Vec<_>>());
        let all = in_order_of_time(&story, &story.claim(claim).statements);
        for statements in own.chain([all]) {
            for (place, (one, _)) in statements.iter().enumerate() {
                for (other, _) in &statements[place + 1..] {
                    prop_assert!(!is_before(*other, *one));
                }
            }
            // Neighbours deviate from document order only if their dates require it.
            for pair in statements.windows(2) {
                prop_assert!(pair[0].0 < pair[1].0 || is_before(pair[0].0, pair[1].0), "without a reason: {pair:?}");
            }
        }
        for position in story.positions(claim) {
            for (other, stance) in &position.rest {
                prop_assert!(
                    rank(*stance) < rank(position.stance) || !is_before(position.latest, *other),
                    "the latest position came before another one"
                );
            }
            for other in story.others(&position) {
                let (earlier, later) =
                    (is_before(other.statement, position.latest), is_before(position.latest, other.statement));
                // What is before another statement that says the same is earlier, too.
                let is_same = |(id, stance): (StatementId, Stance)| stance == position.stance && is_before(other.statement, id);
                // So is a claim that its party takes back.
                let is_taken_back = matches!(position.stance, Stance::WalksBack | Stance::Retracts) && other.stance.group() == Group::SaysSo;
                let is_earlier = earlier || !later && (is_taken_back || position.in_order().any(is_same));
                prop_assert_eq!(other.order == Order::Earlier, is_earlier);
                prop_assert_eq!(other.order == Order::Later, later);
                prop_assert!(other.stance != position.stance);
                if other.order == Order::Undecided {
                    prop_assert!(rank(other.stance) == 2 && other.stance.group() != position.stance.group());
                    let mut all = position.in_order();
                    let ended = all.any(|(id, stance)| rank(stance) == 2 && is_before(other.statement, id));
                    prop_assert!(!ended, "it is certain that the party took another position later");
                }
            }
        }
    }

    /// The promise: saying something else, or nothing, never replaces a position.
    #[test]
    fn what_takes_no_position_changes_no_position(
        (represents, said) in stories(),
        added in (0..8_usize, prop::sample::select(stances::words(|stance| rank(stance) < 2)), date_without_clock()),
        place in 0..13_usize,
    ) {
        let before = story(&document_of(&represents, &said));
        let (by, stance, date) = added;
        let mut more = said.clone();
        more.insert(place.min(said.len()), (by % represents.len(), None, stance, Some(date)));
        let after = story(&document_of(&represents, &more));
        let taken = |story: &Story| -> Vec<(String, Stance, Option<String>)> {
            let mut taken = Vec::new();
            for one in story.positions(claim(story)).iter().filter(|one| rank(one.stance) == 2) {
                let said = story.statement(one.latest);
                taken.push((story.party(one.party).key.clone(), one.stance, said.date.as_ref().map(|when| when.text.clone())));
            }
            taken.sort_by(|one, other| one.0.cmp(&other.0));
            taken
        };
        prop_assert_eq!(taken(&before), taken(&after));
    }

    /// The promise: only the party's own statements decide the order.
    #[test]
    fn dates_of_others_change_no_order(
        own in prop::collection::vec((prop::sample::select(stances::words(|_| true)), prop::option::of(date_without_clock())), 1..6),
        others in prop::collection::vec((prop::sample::select(stances::words(|_| true)), prop::option::of(date_without_clock()), 0..6_usize), 0..6),
    ) {
        let statement = |by: usize, number: usize, stance: &str, date: &Option<String>| {
            let mut statement = json!({ "by": id('p', by), "stances": { "c": stance }, "text": format!("{by} {number}") });
            if let Some(date) = date {
                statement["date"] = date.as_str().into();
            }
            statement
        };
        let mut statements = Vec::new();
        for (number, (stance, date)) in own.iter().enumerate() {
            statements.push(statement(0, number, stance, date));
        }
        let of = |statements: &[Value]| {
            let parties = document_of(&vec![None, None], &Vec::new());
            document(parties["parties"].as_object().unwrap(), statements, &Map::new())
        };
        let alone = shown(&of(&statements));
        for (number, (stance, date, place)) in others.iter().enumerate() {
            statements.insert((*place).min(statements.len()), statement(1, number, stance, date));
        }
        let among = of(&statements);
        prop_assert!(shown(&among).contains(&alone[0]));
        // The statements of a group have this order too.
        let story = story(&among);
        let position = story.positions(claim(&story)).into_iter().find(|one| story.party(one.party).key == "p00").unwrap();
        for group in Group::ALL {
            let of_group = |list: Vec<(StatementId, Stance)>| -> Vec<StatementId> {
                let own = list.into_iter().filter(|(id, stance)| stance.group() == group && story.statement(*id).by == position.party);
                own.map(|(id, _)| id).collect()
            };
            prop_assert_eq!(of_group(story.in_group(claim(&story), group)), of_group(position.in_order().collect()));
        }
    }

    #[test]
    fn clock_times_of_any_zone_lose_no_statement(dates in prop::collection::vec(prop_oneof![clock_point(), date_without_clock()], 1..12)) {
        // Written days and moments in different zones can contradict each other, so that no order is
        // right. Each statement must still occur once.
        let said: Vec<Said> = dates.into_iter().map(|date| (0, None, "asserts", Some(date))).collect();
        let story = story(&document_of(&vec![None], &said));
        let ordered = in_order_of_time(&story, &story.claim(claim(&story)).statements);
        let mut shown: Vec<_> = ordered.iter().map(|(id, _)| *id).collect();
        shown.sort();
        prop_assert_eq!(shown, story.all_statements().map(|(id, _)| id).collect::<Vec<_>>());
    }
}
