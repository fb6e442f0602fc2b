/** The panel gives way to what readers need: large print, wide spacing, colours of their own, no movement, speech. */
import assert from "node:assert/strict";
import { show } from "./article.js";
import { useBrowser } from "./browser.js";
import { press, seek } from "./hands.js";
import { faults } from "./sight.js";
import { describe, test } from "./suite.js";
import { DIRECTIONS, VIEWS } from "./table.js";

const use = useBrowser();

for (const view of Object.keys(VIEWS)) {
  for (const [direction, story] of Object.entries(DIRECTIONS)) {
    /** @param {number} width */
    const see = async (width) => {
      await show(use, { view, story, look: "light", width, open: "all" });
      await seek(use);
    };

    test(`${view}, ${direction}, needs no scrolling aside at 400 % on a screen of 1,280 by 1,024 pixels`, async () => {
      await see(320);
      await use.screen({ width: 320, height: 256, scale: 4 });
      assert.deepEqual(await faults(use), []);
    });

    test(`${view}, ${direction}, bears letters of twice the size`, async () => {
      for (const width of [320, 800]) {
        await see(width);
        await use.run(() => void (panel.style.fontSize = "200%"));
        assert.deepEqual([...(await faults(use)), ...(await use.run(collisions))], [], `${width} px`);
      }
    });

    test(`${view}, ${direction}, bears the spacing of WCAG 1.4.12`, async () => {
      for (const width of [320, 800]) {
        await see(width);
        await use.run(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
            p { margin-block-end: 2em !important; }`);
          panel.shadowRoot.adoptedStyleSheets.push(sheet);
        });
        assert.deepEqual([...(await faults(use)), ...(await use.run(collisions))], [], `${width} px`);
      }
    });
  }
}

/** Words that are cut off, and words that stand on others. */
function collisions() {
  const found = [];
  /** @param {string} data */
  const said = (data) => `“${data.trim().slice(0, 30)}”`;
  const nodes = document.createTreeWalker(panel.shadowRoot, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const places = [];
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (node);
    // What is in a list to choose from is drawn by the system.
    if (!data.trim() || !parentElement?.checkVisibility() || parentElement.closest("select")) {
      continue;
    }
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      // Letters do not fill the whole height of their boxes.
      const inset = (bottom - top) * 0.15;
      places.push({ data, left, right, top: top + inset, bottom: bottom - inset });
    }
  }
  for (const element of panel.shadowRoot.querySelectorAll("*")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
    if (
      isCut &&
      `${overflowX} ${overflowY}` !== "visible visible" &&
      element.textContent &&
      element.localName !== "select" &&
      // Heard, not seen.
      !element.matches("[part~=heard]")
    ) {
      found.push(`${element.part} is cut off`);
    }
  }
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1) {
        found.push(`${said(one.data)} and ${said(other.data)} stand on one another`);
      }
    }
  }
  return found;
}

describe("in colours that the reader forced", () => {
  /** How what matches looks to the eye. @param {string} selector @param {string[]} properties */
  const look = (selector, ...properties) =>
    use.run(
      (selector, properties) => {
        const style = /** @type {Loose} */ (getComputedStyle(panel.shadowRoot.querySelector(selector)));
        return Object.fromEntries(properties.map((property) => [property, style[property]]));
      },
      selector,
      properties,
    );

  for (const view of Object.keys(VIEWS)) {
    test(`words, fields and states of ${view} are seen`, async () => {
      for (const scheme of ["forced", "forced-dark"]) {
        await show(use, { view, story: "bridge", look: scheme, width: 390, open: "all" });
        await seek(use);
        assert.ok(await use.run(() => matchMedia("(forced-colors: active)").matches));
        assert.deepEqual(await use.barriers(), [], scheme);
        const line = "borderBlockStartColor";
        const backgroundColor = await use.run(() => getComputedStyle(document.body).backgroundColor);
        const chosen = await look(
          "[part~=view-button][aria-pressed=true]",
          line,
          "borderBlockStartWidth",
          "fontWeight",
        );
        const other = await look("[part~=view-button][aria-pressed=false]", "borderBlockStartWidth", "fontWeight");
        assert.notEqual(chosen[line], backgroundColor);
        assert.ok(parseFloat(chosen.borderBlockStartWidth) >= 2);
        assert.equal(other.borderBlockStartWidth, "0px");
        assert.ok(chosen.fontWeight > other.fontWeight);
        const field = await look("[part~=field]", line, "borderBlockStartStyle", "color");
        assert.equal(field.borderBlockStartStyle, "solid");
        assert.notEqual(field[line], backgroundColor);
        assert.notEqual(field.color, backgroundColor);
        const strokes = await use.run((background) => {
          const icons = [...panel.shadowRoot.querySelectorAll("[part~=icon]")];
          return icons.filter((icon) => getComputedStyle(icon).stroke === background).length;
        }, backgroundColor);
        assert.equal(strokes, 0);
      }
    });
  }
});

describe("movement", () => {
  /** @param {boolean} still */
  const moves = async (still) => {
    await use.media({ still });
    return use.run(async () => {
      const toggle = panel.shadowRoot.querySelector("[data-act=toggle]");
      const before = toggle.ariaExpanded;
      toggle.click();
      while (toggle.ariaExpanded === before) {
        await new Promise(requestAnimationFrame);
      }
      return panel.shadowRoot.getAnimations().length;
    });
  };

  test("is there for who likes it, and for nobody else", async () => {
    await show(use, { view: "claims", story: "bridge", look: "light", width: 390, open: "none" });
    assert.ok((await moves(false)) > 0);
    await show(use, { view: "claims", story: "bridge", look: "light", width: 390, open: "none" });
    assert.equal(await moves(true), 0);
  });

  test("is in no rule that does not ask first", async () => {
    await show(use, { view: "claims", story: "bridge", look: "light", width: 390, open: "all" });
    const moving = await use.run(
      () =>
        [panel, ...panel.shadowRoot.querySelectorAll("*")].filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return parseFloat(transitionDuration) > 0 || animationName !== "none" || scrollBehavior === "smooth";
        }).length,
    );
    assert.equal(moving, 0);
  });
});

for (const view of Object.keys(VIEWS)) {
  test(`what becomes of a search in ${view} is said once`, async () => {
    await show(use, { view, story: "bridge", look: "light", width: 390, open: "none" });
    await use.run(() => {
      window.said = [];
      const listen = () => said.push(spoken.textContent);
      window.spoken = panel.shadowRoot.querySelector("[role=status]");
      new MutationObserver(listen).observe(spoken, { childList: true, characterData: true, subtree: true });
    });
    assert.equal(await use.run(() => spoken.textContent), "");
    await seek(use);
    await use.run(() => panel.shadowRoot.querySelector("[data-act=search]").focus());
    await press(use, "§");
    await use.until(() => said.length === 1);
    await use.run(() => panel.shadowRoot.querySelector("[data-act=clear-search]").click());
    await use.until(() => said.length === 2);
    await use.run(() => {
      const field = panel.shadowRoot.querySelector("select[data-act=filter-by-party]");
      field.selectedIndex = 1;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await use.until(() => said.length === 3);
    const [none, nothing, some] = await use.run(() => said);
    assert.deepEqual([none, nothing], ["No claim fits this search.", ""]);
    assert.match(some, /^\d claims? found$/u);
    assert.ok(await use.run(() => spoken === panel.shadowRoot.querySelector("[role=status]")));
  });
}
