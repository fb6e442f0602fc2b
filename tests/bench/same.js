/** Checks that both panels draw the same. Otherwise comparing their speed would mean nothing. */
import { empty, PANELS } from "./pages.js";
import * as reader from "./reader.js";

/** Numbers of claims in the documents that are compared. With more than 200, claims share positions and sources. */
const SIZES = [5, 10, 220];

/** Attributes that may differ, and why. @type {{ attribute: string, why: string }[]} */
export const DIFFERENCES = [
  {
    attribute: "style",
    why: "the panel keeps the row that the reader uses in its place, and may need a minimum height for that",
  },
  { attribute: "tabindex", why: "the panel moves the focus to its section when the focused element is removed" },
];

/** Boolean attributes, whose value does not matter. */
const FLAGS = ["selected"];

/** States, each with the button that leads to it or the words to type. @type {[string, { click?: string, type?: string }][]} */
const STATES = [
  ["drawn", {}],
  ["a claim open", { click: "[data-act=toggle]" }],
  ["all open", { click: "[data-act=open-all]" }],
  ["all closed", { click: "[data-act=close-all]" }],
  // Short stories lack this button.
  ["newest first", { click: "[data-act=toggle-order]" }],
  ["searching", { click: "[data-act=toggle-search]" }],
  ["all found", { type: "the" }],
  ["few found", { type: "only4" }],
  ["none found", { type: "only4x" }],
  ["all found again", { type: "the" }],
  ["search ended", { click: "[data-act=toggle-search]" }],
  ["view of people", { click: "[data-value=people]" }],
  ["timeline", { click: "[data-value=timeline]" }],
  ["view of sources", { click: "[data-value=sources]" }],
  ["view of claims", { click: "[data-value=claims]" }],
];

/**
 * Runs in the page: shows the document, and returns how many claims are there after each step of drawing, and how many of
 * them have what they show when they are open.
 * @param {number} size
 */
async function grow(size) {
  /** @type {string[]} */
  const counts = [];
  window.panel.data = window.text;
  for (let filled = 0; filled < size; ) {
    await new Promise(requestAnimationFrame);
    const list = window.panel.shadowRoot.querySelector("[part=claims]");
    filled = list?.querySelectorAll("[part=opened]:not(:empty)").length ?? 0;
    const count = `${list?.childElementCount ?? 0} claims, ${filled} filled`;
    if (list?.childElementCount && count !== counts.at(-1)) {
      counts.push(count);
    }
  }
  return counts;
}

/** Runs in the page. @param {{ click?: string, type?: string }} action */
async function act({ click, type }) {
  const { shadowRoot } = window.panel;
  if (click) {
    /** @type {HTMLElement | null} */ (shadowRoot.querySelector(click))?.click();
  }
  if (type) {
    const field = /** @type {HTMLInputElement} */ (shadowRoot.querySelector("[data-act=search]"));
    field.value = type;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }
  // Opening claims whose content is drawn already adds no elements.
  const open = () => shadowRoot.querySelectorAll("[part~=open]").length;
  for (let before = -1; before !== open(); ) {
    before = open();
    await window.settled();
  }
}

/** Fails if the panels differ in any state. @param {import("./chromium.js").Browser} browser @param {import("./server.js").Server} server */
export async function requireSame(browser, server) {
  for (const size of SIZES) {
    const [ours, theirs] = await Promise.all(PANELS.map((panel) => outlines(browser, server, panel, size)));
    ["growing", ...STATES.map(([state]) => state)].forEach((state, index) => {
      const difference = firstDifference(ours[index], theirs[index]);
      if (difference) {
        throw new Error(`the panels differ (${size} claims, ${state}), so nothing is measured\n${difference}`);
      }
    });
  }
}

/** Both outlines around the first line that differs. @param {string[]} ours @param {string[]} theirs */
function firstDifference(ours, theirs) {
  const longer = ours.length > theirs.length ? ours : theirs;
  const line = longer.findIndex((_, index) => ours[index] !== theirs[index]);
  /** @param {string[]} lines */
  const around = (lines) => lines.slice(Math.max(0, line - 3), line + 3).join("\n");
  return line < 0 ? "" : PANELS.map(({ name }, index) => `--- ${name}\n${around([ours, theirs][index])}`).join("\n");
}

/**
 * The shadow tree in each state, with a line for each element and text.
 * @param {import("./chromium.js").Browser} browser @param {import("./server.js").Server} server
 * @param {import("./pages.js").Panel} panel @param {number} size
 */
async function outlines(browser, server, panel, size) {
  const page = await browser.open();
  await page.visit(server.page(`/${panel.name}.html`, empty(panel)));
  await page.run(reader.stopwatch);
  await page.run(reader.prepare, panel.tag, size);
  const all = [await page.run(grow, size)];
  for (const [, action] of STATES) {
    await page.run(act, action);
    all.push(
      await page.run(
        outline,
        DIFFERENCES.map(({ attribute }) => attribute),
        FLAGS,
      ),
    );
  }
  await page.close();
  return all;
}

/** Runs in the page. @param {string[]} ignored attributes @param {string[]} flags boolean attributes */
function outline(ignored, flags) {
  /** @type {string[]} */
  const lines = [];
  /** @param {Node} node @param {string} indent */
  const visit = (node, indent) => {
    if (!(node instanceof Element)) {
      lines.push(indent + JSON.stringify(node.nodeValue));
      return;
    }
    const compared = [...node.attributes].filter(({ name }) => !ignored.includes(name));
    const attributes = compared.map(
      ({ name, value }) => `${name}=${JSON.stringify(flags.includes(name) ? "" : value)}`,
    );
    lines.push([indent + node.localName, ...attributes.sort()].join(" "));
    node.childNodes.forEach((child) => visit(child, `${indent}  `));
  };
  const copy = /** @type {Element} */ (window.panel.shadowRoot.firstElementChild).cloneNode(true);
  // How a text is split into nodes makes no difference to readers.
  copy.normalize();
  visit(copy, "");
  const sheet = window.panel.shadowRoot.adoptedStyleSheets[0];
  lines.push(`rules ${sheet.cssRules.length} ${[...sheet.cssRules].map(({ cssText }) => cssText).join("").length}`);
  return lines;
}
