/** The texts of languages other than English: small files beside the script, fetched when a document needs one. */
import { LANGUAGES_INTEGRITY } from "./release.js";
import { fromRelease } from "./retry.js";

/** The texts of each language, one per line. @type {Map<string, Promise<string>>} */
const fetched = new Map();

/** @param {string} lang a language of the release @returns {Promise<string>} */
export function textsOf(lang) {
  let texts = fetched.get(lang);
  if (!texts) {
    texts = load(lang);
    fetched.set(lang, texts);
    // The next panel that needs the language tries again.
    texts.catch(() => fetched.delete(lang));
  }
  return texts;
}

/** @type {Promise<Record<string, string>> | undefined} language → the hash of its texts */
let hashes;

/** @param {string} lang */
async function load(lang) {
  hashes ??= fetchText("index.json", LANGUAGES_INTEGRITY).then((text) => JSON.parse(text));
  try {
    // Rust requests only languages of the release.
    return await fetchText(`${lang}.txt`, /** @type {string} */ ((await hashes)[lang]));
  } catch (failure) {
    hashes = undefined;
    throw failure;
  }
}

/** @param {string} name @param {string} integrity */
function fetchText(name, integrity) {
  return fromRelease(`languages/${name}`, integrity, (response) => response.text());
}
