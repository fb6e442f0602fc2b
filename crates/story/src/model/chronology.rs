//! The chronological order of statements.

use super::date::Minutes;
use super::{Date, Stance, StatementId, Story};

/// Number of statements in a block above which it is halved.
const MAX_BLOCK_STATEMENTS: usize = 64;

/// Consecutive statements of the order, by their numbers.
struct Block {
    numbers: Vec<u32>,
    /// The latest of their beginnings. A block is skipped if nothing in it can be later than a date.
    begin: Minutes,
}

/// Sorts statements chronologically: one precedes another if it was certainly made earlier, and
/// otherwise document order is kept.
///
/// Each statement is inserted immediately before the first one that was certainly made later. A
/// sort would need a total order, and imprecise dates have none: a year is not its 1 January.
pub fn in_order_of_time(story: &Story, ids: &[(StatementId, Stance)]) -> Vec<(StatementId, Stance)> {
    let mut dates: Vec<Option<Date>> = Vec::with_capacity(ids.len());
    for (id, _) in ids {
        dates.push(story.said_on(*id).and_then(|when| when.date));
    }
    let date = |number: &u32| dates.get(*number as usize).and_then(Option::as_ref);
    let mut blocks = vec![Block { numbers: Vec::new(), begin: Minutes::NONE }];
    for number in 0..ids.len() as u32 {
        let (mut place, mut inside) = (blocks.len() - 1, None);
        let one = date(&number);
        let end = one.and_then(Minutes::end);
        for (at, block) in blocks.iter().enumerate() {
            if end.is_some_and(|end| block.begin.may_follow(&end)) {
                let is_later = |other: &u32| one.zip(date(other)).is_some_and(|(one, other)| one.is_before(other));
                inside = block.numbers.iter().position(is_later);
                if inside.is_some() {
                    place = at;
                    break;
                }
            }
        }
        let Some(block) = blocks.get_mut(place) else { continue };
        block.numbers.insert(inside.unwrap_or(block.numbers.len()), number);
        one.into_iter().for_each(|date| block.begin.extend(date));
        if block.numbers.len() > MAX_BLOCK_STATEMENTS {
            let half = block.numbers.split_off(MAX_BLOCK_STATEMENTS / 2);
            let mut begins = [Minutes::NONE; 2];
            for (begin, numbers) in begins.iter_mut().zip([&block.numbers, &half]) {
                numbers.iter().filter_map(date).for_each(|date| begin.extend(date));
            }
            let [first, second] = begins;
            block.begin = first;
            blocks.insert(place + 1, Block { numbers: half, begin: second });
        }
    }
    let numbers = blocks.into_iter().flat_map(|block| block.numbers);
    numbers.filter_map(|number| ids.get(number as usize).copied()).collect()
}
