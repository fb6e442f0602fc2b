/** Every control can be reached with the Tab key, seen when it has the focus, and hit with a thumb. */
import assert from "node:assert/strict";
import { show } from "./article.js";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { press, SHIFT, seek, TAB } from "./hands.js";
import { test } from "./suite.js";
import { DIRECTIONS, VIEWS } from "./table.js";

const use = useBrowser();

/** What can be clicked or typed in, in the order in which it is written. */
const CONTROLS = ":is(a[href], button, summary, [role=button], input, select)";

/** WCAG 2.5.8, in CSS pixels. */
const SMALLEST = 24;

for (const view of Object.keys(VIEWS)) {
  for (const look of ["light", "dark-panel", "forced"]) {
    test(`the Tab key goes through ${view}, ${look}, and each stop can be seen`, async () => {
      await show(use, { view, story: "bridge", look, width: 390, open: "all" });
      await seek(use);
      const count = await use.run((controls) => {
        window.all = [...panel.shadowRoot.querySelectorAll(controls)].filter((control) => control.checkVisibility());
        const before = document.createElement("button");
        panel.before(before);
        before.focus();
        return all.length;
      }, CONTROLS);
      const stops = [];
      while (stops.length < count) {
        await press(use, TAB);
        stops.push(await use.run(stop));
      }
      assert.deepEqual(stops, [...Array(count).keys()]);
      await press(use, TAB);
      assert.equal(await use.run(() => panel.shadowRoot.activeElement), null);
    });
  }

  for (const [direction, story] of Object.entries(DIRECTIONS)) {
    test(`whatever can be clicked in ${view}, ${direction}, is large enough for a thumb`, async () => {
      for (const width of [320, 800]) {
        await show(use, { view, story, look: "light", width, open: "all" });
        await seek(use);
        assert.deepEqual(await use.run(small, CONTROLS, SMALLEST), [], `${width} px`);
      }
    });
  }
}

test("the button that shows the rest of what a search leaves is one of them", async () => {
  await show(use, { view: "claims", story: "bridge", look: "light", width: 320, open: "none" });
  await use.run((data) => void (panel.data = data), documents.long(60));
  await seek(use);
  await use.until(() => panel.shadowRoot.querySelector("[data-act=show-all-matches]"));
  assert.deepEqual(await use.run(small, CONTROLS, SMALLEST), []);
  await use.run((controls) => {
    window.all = [...panel.shadowRoot.querySelectorAll(controls)].filter((control) => control.checkVisibility());
    const rest = panel.shadowRoot.querySelector("[data-act=show-all-matches]");
    all.at(all.indexOf(rest) - 1).focus();
  }, CONTROLS);
  await press(use, TAB);
  assert.equal(
    await use.run(stop),
    await use.run(() => all.indexOf(panel.shadowRoot.querySelector("[data-act=show-all-matches]"))),
  );
});

test("a header that stays covers nothing that has the focus, where the page says how high it is", async () => {
  await show(use, { view: "claims", story: "bridge", look: "light", width: 390, open: "all" });
  await use.screen({ width: 390, height: 500 });
  const count = await use.run((controls) => {
    const header = document.createElement("header");
    header.style.cssText = "position: fixed; inset: 0 0 auto; block-size: 120px; background: gray";
    document.body.append(header);
    document.documentElement.style.scrollPaddingBlockStart = "120px";
    const after = document.createElement("button");
    panel.after(after);
    after.focus();
    return [...panel.shadowRoot.querySelectorAll(controls)].filter((control) => control.checkVisibility()).length;
  }, CONTROLS);
  for (let step = 0; step < count; step += 1) {
    await use.driver.actions().keyDown(SHIFT).sendKeys(TAB).keyUp(SHIFT).perform();
    // Not every browser has scrolled when it tells of the focus.
    const { top, name } = await use.run(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const activeElement = /** @type {HTMLElement} */ (panel.shadowRoot.activeElement);
      const lines = [...activeElement.getClientRects()];
      // Of a link of several lines not every browser brings the first into sight.
      return { top: lines[lines.length - 1].top, name: activeElement.part.value };
    });
    // Browsers scroll by whole pixels.
    assert.ok(top > 119, `${name}: ${top}`);
  }
});

/** Which of all controls has the focus, if that is seen. */
function stop() {
  const activeElement = /** @type {HTMLElement} */ (panel.shadowRoot.activeElement);
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(activeElement);
  const isSeen = outlineStyle === "solid" && parseFloat(outlineWidth) >= 2 && outlineColor !== "rgba(0, 0, 0, 0)";
  return isSeen ? all.indexOf(activeElement) : `${activeElement.outerHTML} has no outline`;
}

/**
 * Controls that are too small, but for links in a sentence, whose height is that of its line.
 * @param {string} controls @param {number} smallest @returns {string[]}
 */
function small(controls, smallest) {
  /** @param {HTMLElement} element */
  const words = (element) => element.textContent.replace(/\s+/gu, " ").trim();
  /** @param {HTMLElement} link */
  const standsAlone = (link) =>
    link.closest("[part~=item]") || words(link) === words(link.closest("p, li, dd, h2, h3, h4, h5, h6"));
  return [...panel.shadowRoot.querySelectorAll(controls)]
    .filter((control) => control.checkVisibility() && (control.localName !== "a" || standsAlone(control)))
    .map((control) => ({ control, box: control.getBoundingClientRect() }))
    .filter(({ box: { width, height } }) => Math.min(width, height) < smallest)
    .map(({ control, box: { width, height } }) => `${control.part}: ${words(control)} (${width} × ${height})`);
}
