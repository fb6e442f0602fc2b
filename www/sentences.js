/**
 * The sentences about what is wrong inside a document. Few documents have problems, and none of their readers
 * reads them: so they are a file of the release that only a document with problems asks for.
 */
import { filled } from "./failure.js";
import { SENTENCES_INTEGRITY, fetchBeside } from "./release.js";

/** @typedef {import("./failure.js").Problem} Problem */

/**
 * What the WebAssembly knows of a problem. The words are what fills the places in the sentences: words of the
 * document, and keys of phrases.
 *
 * @typedef {[severity: Problem["severity"], code: string, pointer: string, path: string, line: number,
 *   column: number, words: string[]]} Finding
 */

/** @typedef {{ rules?: Record<string, [string, string]>, phrases?: Record<string, string> }} Sentences */

/** @type {Promise<Sentences> | undefined} */
let fetched;

/** Once for all panels; where that failed, the next document with problems tries again. @returns {Promise<Sentences>} */
async function load() {
  try {
    return await (await fetchBeside("claim-panel-problems.json", SENTENCES_INTEGRITY)).json();
  } catch {
    fetched = undefined;
    return {};
  }
}

/**
 * The problems with their sentences; where these cannot be had, with what is known without them.
 *
 * @param {Finding[]} findings
 * @returns {Promise<Problem[]>}
 */
export async function explained(findings) {
  const { rules, phrases = {} } = findings.length ? await (fetched ??= load()) : {};
  return findings.map(([severity, code, pointer, path, line, column, words]) => {
    const sentences = rules?.[code] ?? [[code, ...words].join(" "), "See “Problems” in docs/format.md."];
    const [message, remedy] = sentences.map((sentence) => filled(sentence, words, phrases));
    return { severity, code, pointer, path, line, column, message, remedy };
  });
}
