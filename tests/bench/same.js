/** Whether both panels draw the same: only what looks the same and says the same can be compared in time. */
import { PANELS, empty } from "./pages.js";
import * as reader from "./reader.js";

/** Claims of the documents that are looked at. */
const SIZES = [10, 100];

/** What may differ, and why. @type {{ attribute: string, why: string }[]} */
export const DIFFERENCES = [
  { attribute: "style", why: "the panel keeps what the reader uses in its place, and takes the room for it back later" },
  { attribute: "tabindex", why: "the panel gives the focus to its section when the focused element has left" },
];

/** Attributes of which only their presence counts. */
const FLAGS = ["hidden", "selected"];

/** State → what leads from the state before to it. @type {[string, () => void][]} */
const STATES = [
  ["drawn", () => {}],
  ["a claim open", () => window.panel.shadowRoot.querySelector("[data-act=toggle]").click()],
  ["all open", () => window.panel.shadowRoot.querySelector("[data-act=open-all]").click()],
  ["all closed", () => window.panel.shadowRoot.querySelector("[data-act=close-all]").click()],
  ["newest first", () => window.panel.shadowRoot.querySelector("[data-act=reorder]").click()],
  ["searching", () => window.panel.shadowRoot.querySelector("[data-act=search]").click()],
  ["all found", type("the")],
  ["few found", type("only7")],
  ["none found", type("only7x")],
  ["all found again", type("the")],
  ["search ended", () => window.panel.shadowRoot.querySelector("[data-act=search]").click()],
  ...["people", "timeline", "sources", "claims"].map((view) => /** @type {[string, any]} */ ([`view ${view}`, choose(view)])),
];

function type(words) {
  return `() => {
    const field = window.panel.shadowRoot.querySelector("[data-act=find]");
    field.value = "${words}";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  }`;
}

function choose(view) {
  return `() => window.panel.shadowRoot.querySelector("[data-value=${view}]").click()`;
}

/** Fails where the two differ. @param {import("./chromium.js").Browser} browser @param {import("./server.js").Server} server */
export async function requireSame(browser, server) {
  for (const size of SIZES) {
    const [ours, theirs] = await Promise.all(PANELS.map((panel) => outlines(browser, server, panel, size)));
    for (const [at, [state]] of STATES.entries()) {
      const line = ours[at].findIndex((line, index) => line !== theirs[at][index]);
      if (line >= 0 || ours[at].length !== theirs[at].length) {
        const around = (lines) => lines.slice(Math.max(0, line - 3), line + 3).join("\n");
        throw new Error(
          `the panels differ (${size} claims, ${state}): nothing is measured\n--- ${PANELS[0].name}\n${around(ours[at])}\n--- ${PANELS[1].name}\n${around(theirs[at])}`,
        );
      }
    }
  }
}

/** The shadow tree in each state, a line for each element and text. */
async function outlines(browser, server, panel, size) {
  const page = await browser.open();
  await page.visit(server.page(`/${panel.name}.html`, empty(panel)));
  await page.run(reader.stopwatch);
  await page.run(reader.prepare, panel.tag, size);
  await page.run(reader.mount, size);
  const all = [];
  for (const [, action] of STATES) {
    await page.run(action);
    await page.run(() => window.settled());
    all.push(await page.run(outline, DIFFERENCES.map(({ attribute }) => attribute), FLAGS));
  }
  await page.close();
  return all;
}

/** Runs in the page. @param {string[]} ignored attributes @param {string[]} flags attributes of which only their presence counts */
function outline(ignored, flags) {
  const lines = [];
  const visit = (node, indent) => {
    if (node.nodeType === Node.TEXT_NODE) {
      lines.push(indent + JSON.stringify(node.data));
      return;
    }
    const attributes = [...node.attributes].filter(({ name }) => !ignored.includes(name)).map(({ name, value }) => `${name}=${JSON.stringify(flags.includes(name) ? "" : value)}`);
    lines.push([indent + node.localName, ...attributes.sort()].join(" "));
    node.childNodes.forEach((child) => visit(child, `${indent}  `));
  };
  const copy = window.panel.shadowRoot.firstElementChild.cloneNode(true);
  // What stands side by side is one text to readers, however many nodes it is made of.
  copy.normalize();
  visit(copy, "");
  const sheet = window.panel.shadowRoot.adoptedStyleSheets[0];
  lines.push(`rules ${sheet.cssRules.length} ${[...sheet.cssRules].map(({ cssText }) => cssText).join("").length}`);
  return lines;
}
