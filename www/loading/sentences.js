/**
 * The texts of diagnostics about a document's content. Few documents have diagnostics, and they are not for readers, so
 * the texts are a separate file that only such a document loads.
 */
import { filledBoth } from "../element/failure.js";
import { fetchBeside, SENTENCES_INTEGRITY } from "./release.js";

/** @typedef {import("../element/failure.js").Problem} Problem */

/**
 * @typedef {object} Sentences
 * @property {Record<string, [string, string]>} [rules]
 * @property {Record<string, string>} [phrases]
 * @property {Record<string, string>} [addressed] phrases that differ for a document that was loaded from an address
 */

/** @type {Promise<Sentences> | undefined} */
let fetched;

/**
 * Loads the texts once for all panels. After a failure the next document with diagnostics tries again.
 * @returns {Promise<Sentences>}
 */
async function load() {
  try {
    return await (await fetchBeside("claim-panel-problems.json", SENTENCES_INTEGRITY)).json();
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
  let { rules, phrases, addressed } = {};
  if (diagnostics.length) {
    fetched ??= load();
    ({ rules, phrases, addressed } = await fetched);
    phrases = { ...phrases, ...(address && addressed) };
  }
  return diagnostics.map(({ words, ...place }) => {
    const rule = rules?.[place.code] ?? [[place.code, ...words].join(" "), "See “Problems” in docs/format.md."];
    const [message, remedy] = filledBoth(rule, words, phrases);
    return { ...place, message, remedy };
  });
}
