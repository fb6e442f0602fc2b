//! Positions: representation, and the latest statement of each party.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use story::model::{Group, Order, PartyId, Story};

use crate::config;
use crate::dates::{clock_point, date_without_clock};
use crate::random_story::{claim, document, id, read, story};

const STANCES: [&str; 8] =
    ["asserts", "reports", "denies", "disputes", "responds", "walks-back", "declined", "not-asked"];

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
        let said = (0..count, prop::option::weighted(0.3, 0..count), prop::sample::select(&STANCES[..]), date);
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
                // A later non-answer retracts nothing.
                let answer = own.iter().rev().find(|(_, stance)| stance.group() != Group::NoAnswer).or(own.last());
                prop_assert_eq!(Some(&&(position.latest, position.stance)), answer);
            }
        }
    }

    #[test]
    fn nothing_is_shown_before_what_came_earlier((represents, said) in stories()) {
        let story = story(&document_of(&represents, &said));
        let claim = claim(&story);
        let statements = &story.claim(claim).statements;
        let is_before = |one, other| {
            let date = |id| story.statement(id).date.as_ref().and_then(|when| when.date);
            date(one).zip(date(other)).is_some_and(|(one, other)| one.is_before(&other))
        };
        for (place, (one, _)) in statements.iter().enumerate() {
            for (other, _) in &statements[place + 1..] {
                prop_assert!(!is_before(*other, *one));
            }
        }
        // Neighbours deviate from document order only if their dates require it.
        for pair in statements.windows(2) {
            prop_assert!(pair[0].0 < pair[1].0 || is_before(pair[0].0, pair[1].0), "without a reason: {pair:?}");
        }
        for position in story.positions(claim) {
            for (other, stance) in &position.rest {
                prop_assert!(
                    stance.group() == Group::NoAnswer || !is_before(position.latest, *other),
                    "the latest answer came before another one"
                );
            }
            for other in story.others(&position) {
                prop_assert_eq!(other.order == Order::Earlier, is_before(other.statement, position.latest));
                prop_assert_eq!(other.order == Order::Later, is_before(position.latest, other.statement));
                prop_assert!(other.stance != position.stance);
            }
        }
    }

    #[test]
    fn clock_times_of_any_zone_lose_no_statement(dates in prop::collection::vec(prop_oneof![clock_point(), date_without_clock()], 1..12)) {
        // Written days and moments in different zones can contradict each other, so that no order is
        // right. Each statement must still occur once.
        let said: Vec<Said> = dates.into_iter().map(|date| (0, None, "asserts", Some(date))).collect();
        let story = story(&document_of(&vec![None], &said));
        let mut shown: Vec<_> = story.claim(claim(&story)).statements.iter().map(|(id, _)| *id).collect();
        shown.sort();
        prop_assert_eq!(shown, story.all_statements().map(|(id, _)| id).collect::<Vec<_>>());
    }
}
