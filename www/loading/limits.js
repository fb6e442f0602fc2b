/** The format's limits, which `crates/story/src/document.rs` defines. `tests/agreement.rs` compares the two. */

/** Of a document, in bytes. */
export const MAX_BYTES = 4 * 1024 * 1024;
/** Of nested brackets. */
export const MAX_DEPTH = 24;
/** Of values of all kinds in a document. */
export const MAX_ITEMS = 250_000;
/** Of a string, in Unicode scalar values. */
export const MAX_CHARACTERS = 20_000;
