//! Any bytes as a document. Start it with the documents of the cases as its corpus.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    claim_panel_fuzz::targets::documents::document(bytes);
});
