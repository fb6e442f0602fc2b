/**
 * The entry of the classic script: for pages whose editor keeps `<script>` and drops what it does not know.
 *
 * Each tag runs all of this anew. The first one defines the element, so that its program is the page's; what the
 * others bring stays unused, as nothing here happens before there is a panel.
 */
/* global __ATTRIBUTES__ */
import { define } from "../define.js";
import { script } from "./own-script.js";

/** What a tag says of its panel, as `data-…`: the attributes of the element, and what pages know elements by. */
const NAMES = ["id", "class", ...__ATTRIBUTES__];

define();
if (script?.dataset.src !== undefined) {
  insert(script);
}

/** Puts a panel after the tag. @param {HTMLScriptElement} tag */
function insert(tag) {
  const next = tag.nextElementSibling;
  if (next?.matches("claim-panel") && next.getAttribute("src") === tag.dataset.src) {
    // A page that was kept as it stood has the panel, and runs its scripts again when it is shown again.
    return;
  }
  const panel = document.createElement("claim-panel");
  for (const name of NAMES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) {
      panel.setAttribute(name, value);
    }
  }
  tag.after(panel);
  if (tag.closest("head")) {
    console.warn("claim-panel: a script tag with data-src stands in <head>, where nothing is shown; move it to its panel's place");
  }
  const fallback = tag.dataset.fallback?.replace(/^#/, "");
  if (fallback && !adopt(panel, fallback)) {
    // A tag without `async` runs before what stands behind it has been read.
    document.addEventListener("DOMContentLoaded", () => adopt(panel, fallback), { once: true });
  }
}

/** The readable content moves into the panel, which shows it wherever it cannot show itself. @param {Element} panel @param {string} id */
function adopt(panel, id) {
  const fallback = document.getElementById(id);
  if (fallback) {
    panel.append(fallback);
  }
  return fallback;
}
