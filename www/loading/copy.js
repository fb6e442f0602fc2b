/**
 * Serializes a publisher's object to JSON text. A page can pass any object, so only own enumerable data properties are
 * read, through their descriptors. No getter, `toJSON` or prototype supplies a value, and the copy is bounded.
 *
 * The WebAssembly module reports violations of the format's limits. The copy stops slightly beyond those limits, so
 * that the module still sees the violation and can describe it.
 */
import { Failure, problem } from "../element/failure.js";
import { MAX_BYTES, MAX_CHARACTERS, MAX_DEPTH, MAX_ITEMS } from "./limits.js";

const LEVELS = MAX_DEPTH + 2;
const ITEMS = MAX_ITEMS + 100;
/** In UTF-16 code units. A longer string exceeds the format's limit, however its characters are counted. */
const CHARACTERS = 2 * MAX_CHARACTERS + 1;
const LENGTH = MAX_BYTES;
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
  /** @type {import("../element/failure.js").Problem[]} */
  problems = [];
  #items = 0;
  #length = 0;
  /** The ancestors of the value being copied. Meeting one of them again is a cycle. */
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
        return this.#unsuitable(typeof value, path);
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
      // The prototype chain of a plain object from any realm ends with its first prototype.
      const prototype = Object.getPrototypeOf(object);
      if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
        return this.#unsuitable("instance of a class", path);
      }
      return `{${this.#fields(object, path).join()}}`;
    } catch {
      // Only a proxy can throw here: its traps are the only foreign code that reading descriptors runs.
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
      entries.push(found ? this.#property(found, at) : this.#unsuitable("undefined", at));
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
      // `JSON.stringify` omits undefined properties too.
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

  /** @param {import("../element/failure.js").Code} code @param {(string | number)[]} path @param {string[]} [words] */
  #problem(code, path, words) {
    this.problems.push(
      problem(code, words, {
        pointer: path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
        path: path
          .map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`))
          .join("")
          .replace(/^\./, ""),
      }),
    );
    return "null";
  }
}
