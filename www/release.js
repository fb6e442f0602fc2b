/**
 * What only the build knows, and the other files of the release; the bundler puts the constants in.
 */

/* global __VERSION__, __WASM_INTEGRITY__, __SENTENCES_INTEGRITY__, __LANGUAGES_INTEGRITY__ */

/** The version of this release. */
export const VERSION = __VERSION__;

/** The hash that the WebAssembly must have, so that the script tag's `integrity` covers it too. */
export const WASM_INTEGRITY = __WASM_INTEGRITY__;

/** The hash that the list of languages must have, which holds those of their words. */
export const LANGUAGES_INTEGRITY = __LANGUAGES_INTEGRITY__;

/** The hash that the sentences of problems must have: they are of this release, or there are none. */
export const SENTENCES_INTEGRITY = __SENTENCES_INTEGRITY__;

export { beside, fetchBeside } from "./files.js";
