/**
 * The entry point of the classic script, for editors that keep `<script>` and remove unknown elements.
 *
 * Each tag runs the whole script again. The first tag defines the element. The code that later tags bring stays unused,
 * because nothing else runs until a panel exists.
 */
/* global __ATTRIBUTES__ */
import { define } from "../element/define.js";
import { script } from "./own-script.js";

/** The attributes that a tag can set on its panel, as `data-…`: those of the element, and `id` and `class`. */
const NAMES = ["id", "class", ...__ATTRIBUTES__];

define();
if (script?.dataset.src !== undefined) {
  insert(script);
}

/** Inserts a panel after the tag. @param {HTMLScriptElement} tag */
function insert(tag) {
  const next = tag.nextElementSibling;
  if (next?.matches("claim-panel") && next.getAttribute("src") === tag.dataset.src) {
    // A saved copy of a page already contains the panel, and runs its scripts again when it is opened.
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
    console.warn(
      "claim-panel: a script tag with data-src stands in <head>, where nothing is shown; move it to its panel's place",
    );
    // The fallback stays where it can be read.
    return;
  }
  const fallback = tag.dataset.fallback?.replace(/^#/, "");
  if (!fallback || adopt(panel, fallback)) {
    return;
  }
  const adoptLate = () => {
    if (!adopt(panel, fallback)) {
      console.warn(`claim-panel: no element has the id “${fallback}”; correct data-fallback`);
    }
  };
  // A tag without `async` runs before the parser has read what follows it.
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", adoptLate, { once: true });
  } else {
    adoptLate();
  }
}

/**
 * Moves the fallback content into the panel, which shows it whenever the panel itself cannot be shown.
 * @param {Element} panel @param {string} id
 */
function adopt(panel, id) {
  const fallback = document.getElementById(id);
  // Content around the tag cannot move into its panel.
  if (fallback && !fallback.contains(panel)) {
    panel.append(fallback);
  }
  return fallback;
}
