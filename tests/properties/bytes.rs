//! Checking terminates for any bytes, and gives a story or errors.

use proptest::prelude::*;
use story::check;

use crate::config;

const GOOD: &[u8] = include_bytes!("../cases/frozen/every-field/document.json");

/// Reads bytes and checks what holds for every result.
fn read(bytes: &[u8]) -> Result<(), TestCaseError> {
    let checked = check::read(bytes);
    let has_errors = checked.problems.iter().any(|problem| problem.is_error());
    prop_assert_eq!(checked.story.is_none(), has_errors, "{:?}", checked.problems);
    for problem in &checked.problems {
        prop_assert!(problem.place.line >= 1 && problem.place.column >= 1);
        prop_assert!(!problem.message().is_empty() && !problem.remedy().is_empty());
    }
    let places: Vec<(u32, u32)> = checked.problems.iter().map(|one| (one.place.line, one.place.column)).collect();
    prop_assert!(places.is_sorted(), "not in document order: {places:?}");
    Ok(())
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read(&bytes)?;
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,200}") {
        read(text.as_bytes())?;
    }

    #[test]
    fn a_good_document_with_a_few_bytes_changed_is_survived(
        slips in prop::collection::vec((0..GOOD.len(), any::<u8>(), 0..3), 1..6),
    ) {
        let mut bytes = GOOD.to_vec();
        for (at, byte, kind) in slips {
            let at = at.min(bytes.len() - 1);
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        read(&bytes)?;
    }

    #[test]
    fn a_good_document_that_breaks_off_is_refused(length in 0..GOOD.len() - 2) {
        read(&GOOD[..length])?;
        prop_assert!(check::read(&GOOD[..length]).story.is_none());
    }

    #[test]
    fn parts_of_a_good_document_in_any_order_are_survived(
        cuts in prop::collection::vec((0..GOOD.len(), 0..80_usize), 1..20),
    ) {
        let parts = cuts.iter().map(|(at, length)| &GOOD[*at..(at + length).min(GOOD.len())]);
        read(&parts.collect::<Vec<_>>().concat())?;
    }
}
