/**
 * Why a panel cannot be shown: the error type, and the messages for everything except the document's content. The
 * WebAssembly module checks the content, and `sentences.js` has those messages.
 *
 * @typedef {"network" | "document" | "load" | "policy" | "crash"} Kind
 *
 * @typedef {object} Problem
 * @property {"error" | "warning" | "advice"} severity
 * @property {string} code a stable name in kebab-case
 * @property {string} pointer a JSON pointer; empty for the whole document
 * @property {string} path the same place in readable form: `statements[3].by`
 * @property {number} line counted from 1; 0 if there is no text
 * @property {number} column counted from 1; 0 if there is no text
 * @property {string} message what is wrong, as a clause without a full stop
 * @property {string} remedy what to do, as a sentence
 */
import { ISSUES } from "../loading/release.js";

/** @typedef {keyof typeof SENTENCES} Code */

/** @satisfies {Record<string, [string, string]>} code → message and remedy; `{0}` stands for a word. */
const SENTENCES = {
  // Loading the document.
  "bad-address": ["“{0}” is not an address", "Correct “src”."],
  "not-reached": ["{0} could not be loaded", "Check the address, redirects and CORS."],
  "too-slow": ["{0} could not be loaded in time", "Check the server."],
  "not-connected": ["the page's policy forbids {0}", "Add its origin to connect-src."],
  "bad-status": ["{0} could not be loaded ({1})", "Check the address."],
  "no-island": ["this page has no JSON island “{0}”", "Correct “src”."],
  // Objects passed as `data`.
  "cyclic-data": ["this object contains itself", "Hand over a plain copy."],
  "computed-data": ["this property is a getter", "Hand over a plain copy."],
  "unsuitable-data": ["JSON cannot hold this ({0})", "Hand over a plain copy."],
  "unreadable-data": ["this object cannot be read", "Hand over a plain copy."],
  // The panel itself.
  "not-loaded": ["{0} could not be loaded", "Put all files of the release beside the script."],
  "not-allowed": ["the browser or the page's policy forbids WebAssembly", "Add 'wasm-unsafe-eval' to script-src."],
  "unsupported": ["the browser lacks something ({0})", "The fallback stays."],
  "crashed": ["the panel crashed ({0})", `Report it with the document: ${ISSUES}`],
};

/**
 * @param {Code} code
 * @param {string[]} [words]
 * @param {{ pointer?: string, path?: string }} [place]
 * @returns {Problem}
 */
export function problem(code, words = [], { pointer = "", path = "" } = {}) {
  const [message, remedy] = filledBoth(SENTENCES[code], words);
  return { severity: "error", code, pointer, path, line: 0, column: 0, message, remedy };
}

/**
 * Fills in a sentence: `{0}` is the first word, and `{=0}` is the phrase whose key is the first word. The code of an
 * invisible character in a word is the key of its name.
 *
 * @param {string} sentence
 * @param {string[]} words
 * @param {Record<string, string>} [phrases]
 */
function filled(sentence, words, phrases = {}) {
  return sentence.replace(/\{(=?)(\d)\}/g, (_, own, number) => {
    const word = words[number] ?? "";
    return own ? (phrases[word] ?? "") : word.replace(/U\+\w+/g, (code) => phrases[code] ?? code);
  });
}

/**
 * Fills in a message and a remedy.
 *
 * @param {[message: string, remedy: string]} sentences
 * @param {string[]} words
 * @param {Record<string, string>} [phrases]
 */
export function filledBoth(sentences, words, phrases) {
  return /** @type {typeof sentences} */ (sentences.map((sentence) => filled(sentence, words, phrases)));
}

/** @param {Problem} problem @returns {string} */
function sentence({ path, line, column, message, remedy }) {
  const where = [path, line > 0 && `line ${line}, column ${column}`].filter(Boolean).join(", ");
  return `${where && `${where}: `}${message}${message.endsWith("?") ? "" : "."} ${remedy}`;
}

/** Limits the lines in the console; `problems` has all of them. */
const SENTENCES_SAID = 20;

/** The error that `ready` rejects with and `claim-panel-error` describes. */
export class Failure extends Error {
  // A field, because the inherited property cannot be assigned on a page that froze the built-ins.
  name = "ClaimPanelError";

  /**
   * @param {Kind} kind
   * @param {Problem[]} problems
   * @param {unknown} [cause]
   */
  constructor(kind, problems, cause) {
    const errors = problems.filter(({ severity }) => severity === "error").map(sentence);
    const rest = errors.length - SENTENCES_SAID;
    super([...errors.slice(0, SENTENCES_SAID), ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n"), { cause });
    this.kind = kind;
    this.problems = problems;
  }
}
