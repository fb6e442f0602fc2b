//! The documents of all cases with changed entries and values. `tests/fuzz/mutations.rs` describes the changes.

use proptest::prelude::*;

use crate::config;
use crate::targets::mutations::{mutated, mutation};

/// Enough for a case and three changes on average.
const MAX_BYTES: usize = 40;

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn a_changed_document_is_survived(bytes in prop::collection::vec(any::<u8>(), 2..MAX_BYTES)) {
        mutation(&bytes);
    }
}

/// Changes that broke the syntax of every document would test only the parser.
#[test]
fn many_changed_documents_are_accepted_or_refused_for_what_they_say() {
    let mut counts = (0, 0);
    for number in 0..400_u32 {
        // A multiplicative hash spreads the numbers over all cases and changes.
        let bytes = number.wrapping_mul(2_654_435_761).to_be_bytes();
        let bytes = [bytes, bytes.map(|byte| byte.wrapping_mul(31))].concat();
        counts.0 += usize::from(mutation(&bytes));
        counts.1 += usize::from(serde_json::from_str::<serde_json::Value>(&mutated(&bytes)).is_ok());
    }
    assert!(counts.0 >= 10 && counts.1 >= 100, "of 400 documents, {} are accepted and {} are JSON", counts.0, counts.1);
}
