/**
 * The texts of diagnostics about a document's content. Few documents have diagnostics, and they are not for readers, so
 * the texts are a separate file that only such a document loads.
 */
import { filledBoth } from "../element/failure.js";
import { SENTENCES_INTEGRITY } from "./release.js";
import { fromRelease } from "./retry.js";

/** @typedef {import("../element/failure.js").Problem} Problem */

/**
 * @typedef {[pattern: string, ...words: string[]]} KindOfWord a regular expression for the first word of a diagnostic, and
 *   the words for the sentences. An `@` stands before the word if the document has an address.
 *
 * @typedef {[message: string, remedy: string, kinds?: KindOfWord[]]} Rule
 *
 * @typedef {object} Sentences
 * @property {Record<string, Rule>} [rules]
 * @property {Record<string, string>} [phrases]
 */

/** What a diagnostic says if its texts could not be loaded. */
export const UNEXPLAINED = "See “Problems” in docs/format.md.";

/** @type {Promise<Sentences> | undefined} */
let fetched;

/**
 * Loads the texts once for all panels. After a failure the next document with diagnostics tries again.
 * @returns {Promise<Sentences>}
 */
async function load() {
  try {
    return await fromRelease("claim-panel-problems.json", SENTENCES_INTEGRITY, (response) => response.json());
  } catch {
    fetched = undefined;
    return {};
  }
}

/**
 * Adds the texts to the diagnostics. If the texts cannot be loaded, the diagnostics carry only their code and words.
 *
 * @param {import("../engine/protocol.js").Diagnostic[]} diagnostics
 * @param {string} [address] where the document was loaded from
 * @returns {Promise<Problem[]>}
 */
export async function explained(diagnostics, address) {
  /** @type {Sentences} */
  let { rules, phrases } = {};
  if (diagnostics.length) {
    fetched ??= load();
    ({ rules, phrases } = await fetched);
  }
  return diagnostics.map(({ words, ...place }) => {
    /** @type {Rule} */
    const rule = rules?.[place.code] ?? [[place.code, ...words].join(" "), UNEXPLAINED];
    const [told, cure, kinds] = rule;
    const kind = kinds?.find(([pattern]) => new RegExp(pattern).test((address ? "@" : "") + words[0]));
    const [message, remedy] = filledBoth([told, cure], kind ?? words, phrases);
    return { ...place, message, remedy };
  });
}
