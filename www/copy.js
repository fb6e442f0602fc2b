/**
 * A publisher's object as JSON text. The object may be anything that a page can build, so only own
 * enumerable data properties are read, through their descriptors: no getter, no `toJSON` and no
 * prototype is asked for a value, and nothing goes on without end.
 *
 * The limits of the format are the WebAssembly's to explain. What is copied here stops a little beyond
 * them, which leaves enough for it to refuse the document in its own words.
 */
import { Failure, problem } from "./failure.js";

const LEVELS = 24 + 2;
const ITEMS = 20_000 + 100;
/** In halves of characters: whatever is longer is too long for a document, however it is counted. */
const CHARACTERS = 2 * 20_000 + 1;
const LENGTH = 4 * 1024 * 1024;
const PROBLEMS = 100;

/**
 * @param {unknown} value
 * @returns {string} JSON text
 * @throws {Failure} of kind `document`, with every problem that was found
 */
export function toJsonText(value) {
  const copy = new Copy();
  const text = copy.value(value, []);
  if (copy.problems.length) {
    throw new Failure("document", copy.problems);
  }
  return text;
}

class Copy {
  /** @type {import("./failure.js").Problem[]} */
  problems = [];
  #items = 0;
  #length = 0;
  /** The objects around the one being copied; meeting one of them again is a cycle. */
  #around = new Set();

  /**
   * @param {unknown} value
   * @param {(string | number)[]} path
   * @returns {string}
   */
  value(value, path) {
    this.#items += 1;
    switch (typeof value) {
      case "string":
        return this.#text(value);
      case "boolean":
        return String(value);
      case "number":
        return Number.isFinite(value) ? String(value) : this.#unsuitable(String(value), path);
      case "object":
        return value === null ? "null" : this.#object(value, path);
      default:
        return this.#unsuitable(NAMES[typeof value], path);
    }
  }

  /** @param {object} object @param {(string | number)[]} path */
  #object(object, path) {
    if (this.#around.has(object)) {
      return this.#problem("cyclic-data", path);
    }
    if (path.length >= LEVELS) {
      return "[]";
    }
    this.#around.add(object);
    try {
      if (Array.isArray(object)) {
        return `[${this.#entries(object, path).join()}]`;
      }
      // Every plain object, of this frame or of another, ends its chain with its first prototype.
      const prototype = Object.getPrototypeOf(object);
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
        return this.#unsuitable("an object that is not plain (a date, a map, an instance of a class)", path);
      }
      return `{${this.#fields(object, path).join()}}`;
    } catch {
      // Only a proxy can get here: its traps are the one foreign code that reading descriptors runs.
      return this.#problem("unreadable-data", path);
    } finally {
      this.#around.delete(object);
    }
  }

  /** @param {unknown[]} array @param {(string | number)[]} path */
  #entries(array, path) {
    const entries = [];
    const length = Object.getOwnPropertyDescriptor(array, "length")?.value;
    for (let index = 0; index < length && this.#goesOn(); index += 1) {
      const at = [...path, index];
      const found = Object.getOwnPropertyDescriptor(array, index);
      entries.push(found ? this.#property(found, at) : this.#unsuitable(NAMES.undefined, at));
    }
    return entries;
  }

  /** @param {object} object @param {(string | number)[]} path */
  #fields(object, path) {
    const fields = [];
    for (const key of Object.getOwnPropertyNames(object)) {
      if (!this.#goesOn()) {
        break;
      }
      const found = Object.getOwnPropertyDescriptor(object, key);
      // An undefined property is, in JavaScript's own JSON too, a property that is not there.
      if (found?.enumerable && (found.get || found.set || found.value !== undefined)) {
        fields.push(`${this.#text(key)}:${this.#property(found, [...path, key])}`);
      }
    }
    return fields;
  }

  /** @param {PropertyDescriptor} found @param {(string | number)[]} path */
  #property(found, path) {
    return found.get || found.set ? this.#problem("computed-data", path) : this.value(found.value, path);
  }

  #goesOn() {
    return this.#items < ITEMS && this.#length <= LENGTH && this.problems.length < PROBLEMS;
  }

  /** @param {string} string */
  #text(string) {
    const written = JSON.stringify(string.slice(0, CHARACTERS));
    this.#length += written.length;
    return written;
  }

  /** @param {string} what @param {(string | number)[]} path */
  #unsuitable(what, path) {
    return this.#problem("unsuitable-data", path, [what]);
  }

  /** @param {string} code @param {(string | number)[]} path @param {string[]} [words] */
  #problem(code, path, words) {
    this.problems.push(
      problem(code, words, {
        pointer: path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
        path: path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("").replace(/^\./, ""),
      }),
    );
    return "null";
  }
}

/** What stands in the sentence for values that have no JSON. @type {Record<string, string>} */
const NAMES = {
  undefined: "an empty place (undefined)",
  function: "a function",
  symbol: "a symbol",
  bigint: "a BigInt",
};
