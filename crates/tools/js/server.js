/** The functions of `claim-panel/server`: the verbs of the command line for programs, without files. */
import { runCommand } from "./load.js";

/** @typedef {import("./server.js").Diagnostic} Diagnostic */
/** @typedef {string | Uint8Array | object} Input */

/** A document that cannot be shown. */
export class DocumentError extends Error {
  /** @param {Diagnostic[]} diagnostics */
  constructor(diagnostics) {
    const first = diagnostics.find(({ severity }) => severity === "error");
    super(first ? first.message : "the document cannot be shown");
    this.name = "DocumentError";
    this.diagnostics = diagnostics;
  }
}

/** @param {Input} document */
export function check(document) {
  const { output } = answer(["check", "--format", "json", "document"], { document });
  const { files, diagnostics } = JSON.parse(output);
  const [{ file: _, verdict: __, ...counts }] = files;
  return { isValid: counts.errors === 0, ...counts, diagnostics };
}

/** @param {Input} document @param {{ headingLevel?: number }} [options] */
export function renderStatic(document, { headingLevel = 3 } = {}) {
  const words = ["render", "--format", "json", "--heading-level", `${headingLevel}`, "document"];
  const { code, output, error } = answer(words, { document });
  if (code) {
    throw new DocumentError(JSON.parse(error).diagnostics);
  }
  return output.trimEnd();
}

/** @param {Input} document @param {{ to: string, from?: string }} options */
export function convert(document, { to, from }) {
  const words = ["convert", "--format", "json", "--to", to, ...(from ? ["--from", from] : []), "document"];
  const { output, error } = answer(words, { document });
  return { text: output, ...JSON.parse(error) };
}

/** @param {string | Uint8Array} article @param {{ lang?: string }} [options] */
export function draft(article, { lang } = {}) {
  const words = ["draft", "--format", "json", ...(lang ? ["--lang", lang] : []), "article"];
  const lines = answer(words, { article });
  const { output } = answer(["draft", "--spans", ...words.slice(1)], { article });
  return { lines: lines.output, rows: [], ...(output && JSON.parse(output)), ...JSON.parse(lines.error) };
}

/** @param {string | Uint8Array} page @param {Input} document */
export function verify(page, document) {
  const { output, error } = answer(["verify", "--format", "json", "page", "document"], { page, document });
  return output ? JSON.parse(output) : { passages: [], ...JSON.parse(error) };
}

/** @param {Input} document */
export function read(document) {
  const { output, error } = answer(["read", "--format", "json", "document"], { document });
  return { text: output, ...JSON.parse(error) };
}

/**
 * Runs a verb on texts that stand in for files.
 * @param {string[]} words @param {Record<string, Input>} inputs
 */
function answer(words, inputs) {
  const absent = (/** @type {string} */ name) => Object.assign(new Error(name), { code: "ENOENT" });
  const ran = runCommand(words, {
    read(name) {
      if (!Object.hasOwn(inputs, name)) {
        throw absent(name);
      }
      return bytes(inputs[name]);
    },
    write: (name) => {
      throw absent(name);
    },
    kind: () => undefined,
    list: () => [],
  });
  // The exit status of a wrong command line: an option has a value that it cannot have.
  if (ran.code === 2) {
    throw new TypeError(ran.error.split("\n", 1)[0]);
  }
  return ran;
}

/** @param {Input | undefined} input */
function bytes(input) {
  if (input instanceof Uint8Array) {
    return input;
  }
  return new TextEncoder().encode(typeof input === "string" ? input : JSON.stringify(input ?? null));
}
