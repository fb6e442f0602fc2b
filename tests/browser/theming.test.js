/** The looks of `docs/theming.md`: readable in every view, the article's own where nothing is said, and still. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { show } from "./article.js";
import { useBrowser } from "./browser.js";
import { WASM } from "./panel.js";
import { faults } from "./sight.js";
import { describe, test } from "./suite.js";
import { VIEWS } from "./table.js";
import { fallback, THEMES, themed } from "./themes.js";

const use = useBrowser();

describe("nobody is kept out by", () => {
  /** @param {Partial<import("./table.js").Picture> & { view: string }} picture */
  const audit = async (picture) => {
    await show(use, { story: "bridge", look: "light", width: 640, open: "all", ...picture });
    assert.deepEqual(await use.barriers(), []);
    assert.deepEqual(await faults(use), []);
    assert.deepEqual(await use.console(), []);
  };

  for (const view of Object.keys(VIEWS)) {
    for (const look of ["light", "dark"]) {
      test(`the article's own looks, ${look}, ${view}`, () => audit({ view, look }));
    }
    for (const page of THEMES) {
      test(`the ${page}, ${view}`, () => audit({ view, page }));
    }
  }
  for (const page of THEMES) {
    test(`the ${page} on paper`, () => audit({ view: "claims", page, width: "print" }));
  }
});

describe("the article's looks are the panel's", () => {
  /** @param {string} [selector] */
  const looks = (selector) =>
    use.run((selector) => {
      const root = selector ? panel.shadowRoot : document;
      const { color, colorScheme, fontFamily, fontSize } = getComputedStyle(root.querySelector(selector ?? "main"));
      return { color, colorScheme, fontFamily, fontSize };
    }, selector);

  for (const look of ["light", "dark"]) {
    test(look, async () => {
      await show(use, { view: "claims", story: "bridge", look, width: 640, open: "none" });
      assert.deepEqual(await looks('[part~="panel"]'), await looks());
      await use.run(() => (document.querySelector("main").style.cssText = "color: teal; font: 23px Courier"));
      const changed = await looks('[part~="panel"]');
      assert.deepEqual(changed, await looks());
      assert.deepEqual([changed.fontFamily, changed.fontSize], ["Courier", "23px"]);
    });
  }
});

describe("nothing moves when the panel comes", () => {
  /** What the documents tell whoever has no fallback. */
  const text = readFileSync(new URL("../../docs/theming.md", import.meta.url), "utf8");
  const [, reserve] = text.match(/```css\n([^`]*min-height[^`]*)```/) ?? [];
  /** So high that the whole panel is seen, and what stands below it. */
  const TALL = 6000;
  const PAINTED = () =>
    new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))));

  /**
   * Everything that moved, from the first painted frame on until the panel has been painted.
   * @param {import("./server.js").Page} page @param {number} width @param {number} height
   */
  async function shifts(page, width, height) {
    await use.screen({ width, height });
    const release = use.server.hold(WASM);
    await use.open(page);
    await use.until(() => panel.state === "loading");
    await use.run(() => {
      window.moved = [];
      const note = (/** @type {Loose} */ list) => moved.push(...list.getEntries());
      new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
    });
    await use.run(PAINTED);
    release();
    await use.until(() => panel.state === "ready");
    await use.run(PAINTED);
    // Observers are told late, but in order: what we move ourselves comes after everything else.
    await use.run(() => {
      window.end = performance.now();
      document.querySelector("main").style.paddingBlockStart = "50px";
    });
    await use.until(() => moved.some(({ startTime }) => startTime >= end));
    return use.run(() =>
      // Less than this is the rounding of a line's height, which no eye sees.
      moved
        .filter(({ startTime, value }) => startTime < end && value > 0.001)
        .map(({ startTime, value, sources }) => [
          `${value} at ${startTime} of ${end} ms`,
          ...sources.map(
            ({ node, previousRect, currentRect }) =>
              `${node?.localName}: ${JSON.stringify([previousRect, currentRect])}`,
          ),
        ]),
    );
  }

  for (const page of THEMES) {
    for (const width of [320, 640, 1200]) {
      test(`and a fallback stood there: ${page}, ${width} px`, async () => {
        assert.deepEqual(await shifts(themed(page, "", fallback()), width, TALL), []);
      });
    }
    test(`and room was left: ${page}`, async () => {
      const room = themed(page).html.replace("</head>", `<style>${reserve}</style></head>`);
      assert.deepEqual(await shifts({ html: room }, 390, 700), []);
    });
  }

  test("but it does where neither is the case", async () => {
    assert.notDeepEqual(await shifts(themed(THEMES[0]), 390, 700), []);
  });
});
