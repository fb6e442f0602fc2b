/** Functions that create elements which several views share. */
import { more as moreWords, outlets, quotation } from "words";

/** @typedef {Node | string} Child */

/**
 * Creates an element. Undefined attributes are left out.
 * @param {string} tag @param {Record<string, string | undefined>} attributes @param {Child[]} children
 */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

/** Creates an element whose only attribute is its part. @param {string} tag @param {string} part @param {Child[]} children */
export function piece(tag, part, ...children) {
  const element = document.createElement(tag);
  element.setAttribute("part", part);
  element.append(...children);
  return element;
}

/** @param {"ul" | "ol"} tag @param {string} part @param {Child[]} children */
export const list = (tag, part, ...children) => el(tag, { part, role: "list" }, ...children);

/**
 * Creates a button. The panel's click listener performs the named action.
 * @param {string} part @param {string} act @param {Child} content @param {string} [value] @param {boolean} [pressed]
 */
export function button(part, act, content, value, pressed) {
  return el(
    "button",
    { type: "button", part, "data-act": act, "data-value": value, "aria-pressed": pressed?.toString() },
    content,
  );
}

/** The publisher's words. @param {string} text */
export const own = (text) => el("span", { dir: "auto" }, text);

/** @param {{ name: string }} party */
export const name = (party) => piece("bdi", "name", party.name);

/** @param {string} part @param {Child[]} term @param {Child[]} said */
export const pair = (part, term, said) => piece("div", part, el("dt", {}, ...term), " ", el("dd", {}, ...said));

const NAMES = new Intl.ListFormat("en-GB");
/** The separators of a list, by the number of its items: they are the same for all names. @type {Map<number, string[]>} */
const separators = new Map();

/** A list in a sentence: “A, B and C”. @param {Child[]} items @returns {Child[]} */
export function listed(items) {
  let between = separators.get(items.length);
  if (!between) {
    const parts = NAMES.formatToParts(items.map((_, index) => String(index)));
    between = parts.filter(({ type }) => type === "literal").map(({ value }) => value);
    separators.set(items.length, between);
  }
  return items.flatMap((item, index) => (index ? [between[index - 1], item] : [item]));
}

/** The most names in a list that is cut. */
const MAX_NAMES = 3;

/** Names of parties, or the number of many outlets. @param {import("./story.js").Party[]} parties @returns {Child[]} */
export function names(parties) {
  const more = parties.length - MAX_NAMES;
  if (more <= 0) {
    return listed(parties.map(name));
  }
  return parties.every(({ isOutlet }) => isOutlet)
    ? outlets(parties.length)
    : listed([...parties.slice(0, MAX_NAMES).map(name), moreWords(more).join("")]);
}

/** @param {string} text */
export const words = (text) => piece("blockquote", "quote", el("p", { dir: "auto" }, quotation(text).join("")));

/** @param {import("./story.js").Claim} claim */
export const claimLink = (claim) =>
  el(
    "span",
    { role: "button", tabindex: "0", part: "claim-link", "data-act": "reveal", "data-value": claim.id },
    own(claim.text),
  );

const DAY = new Intl.DateTimeFormat("en", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
/** Dates in words, cached: stories repeat the same days. @type {Map<string, string>} */
const days = new Map();

/** @param {string} date */
export function day(date) {
  let text = days.get(date);
  if (text === undefined) {
    text = DAY.format(new Date(date));
    days.set(date, text);
  }
  return text;
}

/** @param {string} date */
export const time = (date) => el("time", { datetime: date }, day(date));

/** Paths of the icons. Each icon is created once and then cloned. @type {Record<string, string>} */
const PATHS = {
  chevron: "M4 6l4 4 4-4",
  "says-so": "M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2z",
  reported: "M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5",
  "denies-it": "M2.5 3.5h11v7.5h-6l-3 2.5v-2.5h-2zM5.5 9.5l5-4.5",
  "answered-otherwise": "M2.5 11.5c2-6 6-6 10.5-6M10 2.5l3 3-3 3",
  "changed-position": "M5.5 2.5l-3 3 3 3M2.5 5.5h7a4 4 0 010 8h-4",
  "no-answer": "M8 3.5a4.5 4.5 0 100 9 4.5 4.5 0 000-9z",
};
/** @type {Map<string, SVGElement>} */
const icons = new Map();

/** @param {string} name */
export function icon(name) {
  let one = icons.get(name);
  if (!one) {
    const svg = "http://www.w3.org/2000/svg";
    one = document.createElementNS(svg, "svg");
    for (const [key, value] of [
      ["part", "icon"],
      ["viewBox", "0 0 16 16"],
      ["aria-hidden", "true"],
      ["focusable", "false"],
    ]) {
      one.setAttribute(key, value);
    }
    const path = document.createElementNS(svg, "path");
    path.setAttribute("d", PATHS[name]);
    one.append(path);
    icons.set(name, one);
  }
  return one.cloneNode(true);
}

/** A line that unfolds what follows it. @param {Child[]} line @param {Child[]} content */
export const folded = (line, content) =>
  piece("details", "folded", piece("summary", "fold", ...line, icon("chevron")), ...content);
