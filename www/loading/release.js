/** Constants that the bundler inserts. */

/* global __VERSION__, __REPOSITORY__, __WASM_INTEGRITY__, __SENTENCES_INTEGRITY__, __LANGUAGES_INTEGRITY__ */

export const VERSION = __VERSION__;

/** Where bugs of the panel are reported. */
export const ISSUES = `${__REPOSITORY__}/issues`;

/** The hash of the WebAssembly file, so that the script tag's `integrity` covers it too. */
export const WASM_INTEGRITY = __WASM_INTEGRITY__;

/** The hash of the list of languages, which contains the hashes of their texts. */
export const LANGUAGES_INTEGRITY = __LANGUAGES_INTEGRITY__;

/** The hash of the diagnostics' texts. Texts of another release are not used. */
export const SENTENCES_INTEGRITY = __SENTENCES_INTEGRITY__;
