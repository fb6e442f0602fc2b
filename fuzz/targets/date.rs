//! Any text as a date.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    claim_panel_fuzz::targets::dates::date(bytes);
});
