/**
 * Constants that the bundler inserts, and access to the release's other files.
 */
import { fetchBeside } from "./files.js";
import { retryPause } from "./retry.js";

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

export { beside } from "./files.js";

/**
 * Fetches and uses a file of the release. One lost request is repeated, as for documents. The file's hash hides from us
 * why a request failed, so that every failure but a late answer counts as a lost request. A failure in the same task is
 * one of the page's policy, which a second request would violate again.
 *
 * @template T
 * @param {string} name @param {string} integrity the file's hash
 * @param {(response: Response) => T | Promise<T>} use
 * @returns {Promise<T>}
 */
export async function fromRelease(name, integrity, use) {
  for (let last = false; ; last = true) {
    let isRefused = true;
    setTimeout(() => {
      isRefused = false;
    });
    try {
      const response = await fetchBeside(name, integrity);
      if (!response.ok) {
        throw new Error(`status ${response.status}`);
      }
      return await use(response);
    } catch (cause) {
      if (last || isRefused || /** @type {Error} */ (cause).name === "TimeoutError") {
        throw cause;
      }
      await new Promise((resolve) => setTimeout(resolve, retryPause()));
    }
  }
}
