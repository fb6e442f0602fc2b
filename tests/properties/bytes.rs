//! Any bytes, and documents with changed bytes: the parser terminates, recovers, and locates every problem.
//!
//! `tests/properties/mutations.rs` changes entries and values instead, and reaches the checks behind the parser.

use proptest::prelude::*;
use story::check;

use crate::config;
use crate::targets::documents::document;

const GOOD: &[u8] = include_bytes!("../cases/frozen/every-field-2/document.json");

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        document(&bytes);
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,200}") {
        document(text.as_bytes());
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
        document(&bytes);
    }

    #[test]
    fn a_good_document_that_breaks_off_is_refused(length in 0..GOOD.len() - 2) {
        document(&GOOD[..length]);
        prop_assert!(check::read(&GOOD[..length]).story.is_none());
    }

    #[test]
    fn parts_of_a_good_document_in_any_order_are_survived(
        cuts in prop::collection::vec((0..GOOD.len(), 0..80_usize), 1..20),
    ) {
        let parts = cuts.iter().map(|(at, length)| &GOOD[*at..(at + length).min(GOOD.len())]);
        document(&parts.collect::<Vec<_>>().concat());
    }
}
