/**
 * The source that a panel uses, in the order of precedence of the embed contract: the `data` property, a JSON island
 * inside, an island elsewhere, an address.
 *
 * @typedef {object} Source exactly one of these
 * @property {unknown} [data] the value that the page set
 * @property {string} [island] the text of a JSON island
 * @property {string} [address] an absolute URL
 * @property {import("../element/failure.js").Problem} [problem] a source that cannot be used
 * @property {"none" | "parsing"} [absent] no source, or none yet while the page is being parsed
 */

import { problem } from "../element/failure.js";
import { OwnURL } from "../engine/builtins.js";

const ISLAND = 'script[type="application/json" i]';

/** The JSON island inside a panel. @param {Element} panel @returns {Element | null} */
export function islandIn(panel) {
  return panel.querySelector(ISLAND);
}

/**
 * @param {Element} panel
 * @param {unknown} data
 * @returns {Source}
 */
export function findSource(panel, data) {
  if (data !== null && data !== undefined) {
    return { data };
  }
  const within = islandIn(panel);
  if (within) {
    return readIsland(within);
  }
  const src = panel.getAttribute("src")?.trim();
  if (src?.startsWith("#")) {
    const elsewhere = Document.prototype.getElementById.call(panel.ownerDocument, src.slice(1));
    if (elsewhere?.matches(ISLAND)) {
      return readIsland(elsewhere);
    }
    return isParsing() ? { absent: "parsing" } : { problem: problem("no-island", [src.slice(1)]) };
  }
  if (src) {
    try {
      return { address: new OwnURL(src, panel.baseURI).href };
    } catch {
      return { problem: problem("bad-address", [src]) };
    }
  }
  return { absent: "none" };
}

/** @param {Element} island @returns {Source} */
function readIsland(island) {
  return isComplete(island) ? { island: island.textContent ?? "" } : { absent: "parsing" };
}

/**
 * The parser may still be inside the island. A node after it or after one of its ancestors shows that the parser has
 * left it.
 */
function isComplete(/** @type {Node | null} */ node) {
  if (!isParsing()) {
    return true;
  }
  for (; node; node = node.parentNode) {
    if (node.nextSibling) {
      return true;
    }
  }
  return false;
}

function isParsing() {
  return document.readyState === "loading";
}
