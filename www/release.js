/**
 * What only the build knows; the bundler puts the constants in.
 */

/* global __VERSION__, __WASM_INTEGRITY__, __LANGUAGES__ */

/** The version of this release. */
export const VERSION = __VERSION__;

/** The hash that the WebAssembly must have, so that the script tag's `integrity` covers it too. */
export const WASM_INTEGRITY = __WASM_INTEGRITY__;

/** Language → the hash that the file of its words must have. @type {Record<string, string>} */
export const LANGUAGES = __LANGUAGES__;
