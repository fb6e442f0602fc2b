//! Any text as an address.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    claim_panel_fuzz::targets::links::link(bytes);
});
