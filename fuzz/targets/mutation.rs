//! Bytes as structured changes to the documents of the cases.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    claim_panel_fuzz::targets::mutations::mutation(bytes);
});
