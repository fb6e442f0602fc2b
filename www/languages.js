/** The words of languages besides English: small files beside the script, fetched when a document asks for one. */
import { Failure, problem } from "./failure.js";
import { LANGUAGES, beside, fetchBeside } from "./release.js";

/** Language → its words, a line each. @type {Map<string, Promise<string>>} */
const fetched = new Map();

/** @param {string} lang one that the release has @returns {Promise<string>} */
export function wordsOf(lang) {
  let words = fetched.get(lang);
  if (!words) {
    words = load(lang);
    fetched.set(lang, words);
    // The next panel that asks tries again.
    words.catch(() => fetched.delete(lang));
  }
  return words;
}

/** @param {string} lang */
async function load(lang) {
  const file = `languages/${lang}.txt`;
  try {
    const response = await fetchBeside(file, LANGUAGES[lang]);
    if (!response.ok) {
      throw new Error(`status ${response.status}`);
    }
    return await response.text();
  } catch (cause) {
    throw new Failure("load", [problem("not-loaded", [beside(file)])], cause);
  }
}
