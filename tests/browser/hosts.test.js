/** The panel among the styles of pages that we do not control: laid out, drawn and read as on a bare page. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { whole } from "./article.js";
import { ENGINE } from "./engines/engine.js";
import { places } from "./engines/told.js";
import { seek } from "./hands.js";
import { NAME, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { STORIES } from "./stories.js";
import { describe, test } from "./suite.js";
import { VIEWS } from "./table.js";

const { use, ready } = usePanel();
const require = createRequire(places());
/** @param {string} path */
const sheet = (path) => readFileSync(require.resolve(path), "utf8");

/** So far from its place a box may be in a zoom, in pixels: WebKit's letters grow by steps. */
const HAIR = ENGINE === "webkit" ? 6 : 2;

/** What a panel takes from its page is told to it here, so that pages can be compared. */
const SAME = `<style>claim-panel { --claim-panel-color: #222; --claim-panel-font-family: serif; --claim-panel-font-size: 16px; }</style>`;

/** @typedef {{ css?: string, body?: (panel: string) => string, root?: string, isZoomed?: boolean }} Host */

/** Name → the page's sheet, and whatever else is said of the page. @type {Record<string, Host>} */
const HOSTS = {
  "Bootstrap": { css: sheet("bootstrap/dist/css/bootstrap.css") },
  "Tailwind's preflight": { css: sheet("tailwindcss/preflight.css") },
  "normalize.css": { css: sheet("normalize.css/normalize.css") },
  "a WordPress theme": {
    css: `html { font-size: 62.5%; }
body { color: #333; font: 400 1.8rem/1.9 Georgia, serif; letter-spacing: 0.3px; -webkit-font-smoothing: antialiased; }
.entry-content > *, .entry-content p, .entry-content li { margin: 0 auto 2.8rem !important; max-width: 61rem; }
ol, ul { list-style: square inside; margin: 0 0 2em 3em; padding: 0 0 0 2em; }
li { line-height: 2.4 !important; margin-bottom: 1rem !important; }
dl { display: flex; flex-wrap: wrap; margin-bottom: 3em; }
dt { float: left; font-weight: 700; width: 40%; } dd { margin: 0 0 1.5em 3em !important; width: 60%; }
h1, h2, h3, h4, h5, h6 { clear: both; font-family: Arial; font-weight: 900; line-height: 1.1; margin: 4rem 0 2rem !important; text-transform: uppercase; }
blockquote { border-left: 4px solid #c00; font-style: italic; margin: 0 0 3rem !important; padding: 0 0 0 2rem; quotes: "“" "”"; }
button, input, select, textarea { -webkit-appearance: none; background: #c00 !important; border: 0; border-radius: 5px; color: #fff !important;
  font-size: 1.6rem; padding: 1.1em 1.44em !important; text-transform: uppercase; width: 100% !important; }
select { height: 5rem !important; } table { border-collapse: collapse; width: 100%; }
a { border-bottom: 2px solid; box-shadow: inset 0 -2px #c00; color: #c00 !important; text-decoration: none !important; }
svg { display: block; height: auto !important; max-width: 100%; width: 100% !important; fill: currentColor; }
[hidden] { display: block !important; } time, cite, em { font-style: normal !important; } section, header, footer { padding: 3rem; }`,
    body: (panel) => `<main class="entry-content">${panel}</main>`,
  },
  "everything unset": { css: "* { all: unset !important; display: none }" },
  "everything reset": { css: "* { all: initial !important } html, body { display: block !important }" },
  "a root of 62.5 %": { css: "html { font-size: 62.5% !important }" },
  "a root of 40 pixels": { css: ":root { font-size: 40px !important; line-height: 3 }" },
  "a page that is zoomed": { css: "body { zoom: 1.5 }", isZoomed: true },
  "a panel that is zoomed": { css: "claim-panel { zoom: 0.8 }", isZoomed: true },
  "a body from right to left": { css: "body { direction: rtl; text-align: right }", root: 'lang="ar" dir="rtl"' },
  "lines from top to bottom, and a width": {
    css: "body { writing-mode: vertical-rl } claim-panel { writing-mode: horizontal-tb; width: 700px }",
  },
  "type that is set for everything": {
    css: `* { font-size: 31px !important; font-style: italic !important; font-variant: small-caps !important; font-weight: 900 !important;
letter-spacing: 4px !important; line-height: 3 !important; text-align: center !important;
text-indent: 3em !important; text-transform: uppercase !important; text-shadow: 1px 1px red !important; white-space: nowrap !important;
word-spacing: 1em !important; word-break: break-all !important; hyphens: auto !important; tab-size: 20 !important; cursor: wait !important;
list-style: square inside !important; user-select: none !important; pointer-events: none !important; }`,
  },
  "boxes that are set for everything": {
    css: `* { background: #fee !important; border-collapse: collapse !important; border-spacing: 9px !important; box-sizing: content-box !important;
float: none !important; min-height: 0 !important; overflow-wrap: normal !important; vertical-align: top !important; }`,
  },
  "movement for everything": {
    css: `@keyframes shake { from { color: red; font-size: 30px; letter-spacing: 9px } } body * { animation: shake 60s infinite !important; transition: all 60s !important; }`,
  },
  "properties of our names": {
    css: `@property --rule { syntax: "<length>"; inherits: false; initial-value: 0px } @property --quiet { syntax: "<length>"; inherits: false; initial-value: 0px }
* { --rule: 9px !important; --quiet: 9px !important }`,
  },
  "a column in its middle": {
    css: "main { align-items: center; display: flex; flex-direction: column }",
    body: (panel) => `<main>${panel}</main>`,
  },
  "a row": { css: "main { display: flex }", body: (panel) => `<main>${panel}</main>` },
  "a float": { css: "claim-panel { float: left }" },
  "a grid": { css: "main { display: grid; justify-items: start }", body: (panel) => `<main>${panel}</main>` },
  "a cell of a table": { body: (panel) => `<table width="100%"><tr><td>${panel}</td></tr></table>` },
};

const story = JSON.stringify(STORIES.bridge()).replaceAll("<", "\\u003c");
const PANEL = `<claim-panel id="panel" loading="eager"><script type="application/json">${story}</script></claim-panel>`;

/**
 * Opens a page with the panel and uses it; resolves with what there is to see of it in each view.
 * @param {Host} host @param {number} [width]
 */
async function shown({ css = "", body = (panel) => panel, root = 'lang="en"' }, width) {
  const own = width ? `body { margin: 0 } claim-panel { inline-size: ${width}px }` : "";
  await use.media({ still: true });
  await use.open({ root, head: `<style>${css}${own}</style>${SAME}${SCRIPT}`, body: body(PANEL) + NAME });
  await ready();
  await use.run(() => {
    window.toggles = [...panel.shadowRoot.querySelectorAll("[aria-expanded]")].slice(0, 2);
    toggles.forEach((button) => button.click());
  });
  await use.until(() => toggles.every(({ ariaExpanded }) => ariaExpanded === "true"));
  await seek(use);
  // Browsers differ in whether a field that a script gave the focus shows it.
  await use.run(() => panel.shadowRoot.activeElement?.blur());
  /** @type {Record<string, ReturnType<typeof measure>>} */
  const seen = {};
  for (const [view, part] of Object.entries(VIEWS)) {
    await use.run((view) => panel.shadowRoot.querySelector(`[data-act=set-view][data-value=${view}]`).click(), view);
    await use.until((part) => panel.shadowRoot.querySelector(`[part~="${part}"]`), part);
    await whole(use);
    seen[view] = await use.run(measure, ENGINE === "firefox");
  }
  return seen;
}

/**
 * Runs in the page: the panel's boxes in its own pixels from its corner, and all that is computed for each kind of
 * part.
 * @param {boolean} isFirefox
 */
function measure(isFirefox) {
  const frame = panel.shadowRoot.querySelector("section");
  const { left, top, width } = frame.getBoundingClientRect();
  const scale = frame.offsetWidth / width;
  /** @type {{ kind: string, place: number[] }[]} */
  const boxes = [];
  /** @type {Record<string, Record<string, string>>} */
  const looks = {};
  for (const element of [frame, ...frame.querySelectorAll("*:not(option)")]) {
    const kind = `${element.localName}[${element.getAttribute("part") ?? ""}]`;
    if (!looks[kind]) {
      const style = getComputedStyle(element);
      // Middles of boxes of lines: those are compared themselves, and Firefox tells of the first piece of a line alone.
      const names = [...style].filter((name) => !isFirefox || style.display !== "inline" || !name.endsWith("-origin"));
      looks[kind] = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    }
    if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) {
      const box = element.getBoundingClientRect();
      const place = [box.left - left, box.top - top, box.width, box.height].map((number) => Math.round(number * scale));
      boxes.push({ kind, place });
    }
  }
  return { width: frame.offsetWidth, boxes, looks };
}

/**
 * Each thing that is not as on a bare page, as a sentence. In a zoom letters are wider or narrower by a hair, and lines
 * break elsewhere.
 * @param {ReturnType<typeof measure>} found @param {ReturnType<typeof measure>} bare @param {boolean} [isZoomed]
 */
function differences(found, bare, isZoomed) {
  const told = [];
  /** @param {string} kind @param {number[]} place @param {number[]} other */
  const isAlike = (kind, place, other) =>
    isZoomed
      ? bare.looks[kind].display.startsWith("inline") ||
        [0, 2].every((axis) => Math.abs(place[axis] - other[axis]) <= HAIR)
      : String(place) === String(other);
  assert.deepEqual(
    found.boxes.map(({ kind }) => kind),
    bare.boxes.map(({ kind }) => kind),
  );
  found.boxes.forEach(({ kind, place }, index) => {
    const other = bare.boxes[index].place;
    if (!isAlike(kind, place, other)) {
      told.push(`${kind} is at ${place}, not at ${other}`);
    }
  });
  for (const [kind, style] of Object.entries(isZoomed ? {} : bare.looks)) {
    for (const [name, value] of Object.entries(style)) {
      if (found.looks[kind]?.[name] !== value) {
        told.push(`${name} of ${kind} is ${found.looks[kind]?.[name]}, not ${value}`);
      }
    }
  }
  return told;
}

/** Width → the panel on a bare page, so wide. @type {Map<number, Awaited<ReturnType<typeof shown>>>} */
const bare = new Map();

describe("the panel looks as on a bare page in", () => {
  for (const [name, host] of Object.entries(HOSTS)) {
    test(name, async () => {
      const found = await shown(host);
      const { width } = found.claims;
      assert.ok(width >= 320, `it is ${width} px wide`);
      const expected = bare.get(width) ?? (await shown({}, width));
      bare.set(width, expected);
      for (const view of Object.keys(VIEWS)) {
        assert.deepEqual(differences(found[view], expected[view], host.isZoomed).slice(0, 20), [], view);
      }
    });
  }
});

describe("a page hides the panel by", () => {
  for (const css of [
    "main { display: none }",
    "main { visibility: hidden }",
    "main { opacity: 0 }",
    "claim-panel { visibility: hidden !important }",
  ]) {
    test(css, async () => {
      await use.open({ head: `<style>${css}</style>${SCRIPT}`, body: `<main>${PANEL}</main>${NAME}` });
      await ready();
      const how = { visibilityProperty: true, opacityProperty: true };
      assert.equal(await use.run((how) => panel.shadowRoot.querySelector("h2").checkVisibility(how), how), false);
    });
  }
});
