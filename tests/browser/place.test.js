/** Where the reader is: neither the focus nor the place on the page is lost while the panel changes. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { NAME, usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use, ready } = usePanel();
const VIEWS = ["people", "timeline", "sources", "claims"];
const BODY = "<style>html { height: 100%; overflow: hidden } body { height: 100%; margin: 0; overflow: auto }</style>";
const TALL = '<div style="height: 2000px"></div>';

/** A page with a panel, and what stands above and below it. */
async function opened({ data = documents.long(30), above = TALL, below = "", attributes = "" } = {}) {
  const element = `<claim-panel id="panel" loading="eager" ${attributes}></claim-panel>${NAME}`;
  await use.open({ body: `${above}${element}<script>panel.data = ${JSON.stringify(data)}</script>${below}` });
  await ready();
  // The rest is rendered after the first screen.
  await use.until((last) => panel.shadowRoot.querySelector(`[data-value="${last}"]`), data.claims.at(-1)?.id ?? "");
}

/** What has the focus in the panel. */
const focused = () =>
  use.run(() => {
    const found = panel.shadowRoot.activeElement;
    return found && (found.dataset.value ?? found.dataset.act ?? found.localName);
  });
/** @param {string} selector @returns {Promise<Loose>} */
const find = (selector) => use.run((selector) => panel.shadowRoot.querySelector(selector), selector);
/** @param {string} selector */
const focus = (selector) => use.run((selector) => panel.shadowRoot.querySelector(selector).focus(), selector);
/** @param {string} selector */
const press = (selector) => use.run((selector) => panel.shadowRoot.querySelector(selector).click(), selector);
/** @param {string} view */
const shows = (view) =>
  use.until((view) => panel.shadowRoot.querySelector(`[data-value=${view}]`).ariaPressed === "true", view);

describe("the focus", () => {
  test("stays on what the reader used", async () => {
    await opened({ below: TALL });
    // Whoever opens the search is going to write, also where a click does not give a button the focus.
    await press("[data-act=toggle-search]");
    await use.until(() => panel.shadowRoot.activeElement?.dataset.act === "search");
    for (const [act, done] of /** @type {[string, () => boolean][]} */ ([
      ["clear-search", () => true],
      ["toggle-order", () => panel.shadowRoot.querySelector("[data-act=toggle-order]").ariaPressed === "true"],
      ["toggle-search", () => !panel.shadowRoot.querySelector("input")],
    ])) {
      await focus(`[data-act=${act}]`);
      await press(`[data-act=${act}]`);
      await use.until(done);
      assert.equal(await focused(), act);
    }
    // The button that opened all closes all.
    await focus("[data-act=open-all]");
    await press("[data-act=open-all]");
    await use.until(() => panel.shadowRoot.querySelector("[data-act=close-all]"));
    assert.equal(await focused(), "close-all");
    for (const view of VIEWS) {
      await focus(`[data-value=${view}]`);
      await press(`[data-value=${view}]`);
      await shows(view);
      assert.equal(await focused(), view);
    }
  });

  test("is brought back where the reader presses a key and has read on", async () => {
    await opened({ data: documents.long(3), attributes: 'claim="meeting"', below: TALL + TALL });
    await focus("[data-value=meeting]");
    for (const by of [5000, -5000]) {
      await use.run((by) => scrollBy({ top: by, behavior: "instant" }), by);
      await use.driver.actions().sendKeys(" ").perform();
      await use.until(() => {
        const button = /** @type {HTMLElement} */ (panel.shadowRoot.activeElement);
        const { top, bottom } = button.getBoundingClientRect();
        return top > 0 && bottom < innerHeight;
      });
    }
    assert.equal(await focused(), "meeting");
  });

  test("is not brought anywhere by a click on the row of a claim whose title is above the screen", async () => {
    await opened({ below: TALL });
    await use.run(() => {
      const answer = panel.shadowRoot.querySelector("[part~=answer]");
      answer.style.scrollMarginTop = "3px";
      answer.scrollIntoView({ behavior: "instant" });
      answer.addEventListener("click", () => (window.before = scrollY), true);
    });
    await use.driver
      .actions()
      .move({ x: 5, y: 3, origin: await find("[part~=answer]") })
      .click()
      .perform();
    await use.until(() => panel.shadowRoot.querySelector("[aria-expanded=true]"));
    await use.run(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await use.run(() => scrollY), await use.run(() => before));
  });

  /** @param {(data: string) => void} change */
  const gone = async (change) => {
    await opened({ attributes: 'claim="meeting"' });
    await focus("li a[href]");
    const before = await use.run(() => scrollY);
    await use.run(change, documents.text({ claims: documents.good().claims.slice(1), statements: [] }));
    await use.until(() =>
      [...panel.shadowRoot.querySelectorAll("li a[href]")].every((link) => link.closest("[hidden]")),
    );
    await use.run(() => new Promise((resolve) => setTimeout(resolve)));
    return before;
  };

  for (const [name, change] of /** @type {[string, (data: string) => void][]} */ ([
    ["view", () => void (panel.view = "people")],
    ["document", (data) => void (panel.data = data)],
    [
      "search",
      () => {
        panel.shadowRoot.querySelector("[data-act=toggle-search]").click();
        setTimeout(() => {
          const field = panel.shadowRoot.querySelector("input");
          field.value = "inspectors";
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        });
      },
    ],
  ])) {
    test(`goes to the panel where another ${name} takes what had it`, async () => {
      await gone(change);
      assert.equal(await focused(), "section");
      // It is no stop on the reader's way, and takes no clicks.
      await use.driver.actions().sendKeys("\uE004").perform();
      assert.equal(await focused(), "claims");
      assert.equal(await use.run(() => panel.shadowRoot.querySelector("section").hasAttribute("tabindex")), false);
    });
  }

  test("is not taken from the page", async () => {
    await opened({ above: '<button id="own">The page’s</button>' });
    await focus("[aria-expanded]");
    await use.run(() => {
      own.focus();
      panel.view = "people";
    });
    await shows("people");
    await use.run(() => new Promise((resolve) => setTimeout(resolve)));
    assert.equal(await use.run(() => document.activeElement?.id), "own");
  });
});

describe("the way to a claim from elsewhere in the panel", () => {
  for (const view of ["people", "timeline", "sources"]) {
    test(`ends on its button: ${view}`, async () => {
      await opened({ attributes: `view="${view}"`, below: TALL });
      const link = "[data-act=reveal][data-value=claim-25]";
      await use.run((link) => panel.shadowRoot.querySelector(link).scrollIntoView({ block: "center" }), link);
      await focus(link);
      await press(link);
      await use.until(() => panel.shadowRoot.activeElement?.matches("[data-act=toggle]"));
      const found = await use.run(() => {
        const button = /** @type {HTMLElement} */ (panel.shadowRoot.activeElement);
        const { top, bottom } = button.getBoundingClientRect();
        // With its outline.
        return { claim: button.dataset.value, open: button.ariaExpanded, seen: top >= 5 && bottom <= innerHeight - 5 };
      });
      assert.deepEqual(found, { claim: "claim-25", open: "true", seen: true });
      assert.equal(await use.run(() => panel.claim), "claim-25");
    });
  }

  test("does not move the page where the claim is in sight", async () => {
    const data = { ...documents.good(), claims: documents.good().claims.slice(1), statements: [] };
    await opened({ data, attributes: 'view="sources"', below: TALL });
    await use.run(() => panel.scrollIntoView());
    const before = await use.run(() => scrollY);
    await press("[data-act=reveal][data-value=letter]");
    await use.until(() => panel.shadowRoot.activeElement?.dataset.act === "toggle");
    assert.equal(await use.run(() => scrollY), before);
  });

  test("leads to one that is drawn late", async () => {
    await opened({ data: documents.long(400), attributes: 'view="timeline"' });
    const link = "[data-act=reveal][data-value=claim-390]";
    await use.until((link) => panel.shadowRoot.querySelector(link), link);
    await press(link);
    await use.until(() => panel.shadowRoot.activeElement?.dataset.value === "claim-390");
  });
});

describe("the place on the page", () => {
  /** @param {string} selector */
  const top = (selector) =>
    use.run((selector) => panel.shadowRoot.querySelector(selector).getBoundingClientRect().top, selector);

  for (const [name, page] of /** @type {[string, Parameters<typeof opened>[0]][]} */ ([
    ["in the middle of a page", { below: TALL }],
    ["at the end of a page", {}],
    [
      "in a part of the page that scrolls by itself",
      { above: `<main style="height: 100vh; overflow: auto">${TALL}`, below: `${TALL}</main>` },
    ],
    ["at its end", { above: `<main style="height: 100vh; overflow: auto">${TALL}` }],
    [
      "where the body says how the page scrolls",
      { above: `<style>html, body { height: 100% } body { overflow-x: hidden }</style>${TALL}` },
    ],
    ["where the body scrolls inside the page", { above: `${BODY}${TALL}` }],
    ["on a page that scrolls smoothly", { above: `<style>html { scroll-behavior: smooth }</style>${TALL}` }],
  ])) {
    test(`stays when the reader uses the row of controls ${name}`, async () => {
      await opened(page);
      await press("[data-act=open-all]");
      await use.until(() => panel.shadowRoot.querySelector("[data-act=close-all]"));
      await use.run(() => {
        const controls = panel.shadowRoot.querySelector("[part~=controls]");
        controls.style.scrollMarginTop = "20px";
        controls.scrollIntoView({ behavior: "instant" });
      });
      const before = await top("[part~=controls]");
      // Inside another part that scrolls, browsers differ in how much they leave free.
      assert.ok(before >= 0 && before < 100, `${before}`);
      /** @param {string} what */
      const stays = async (what) => {
        await use.run(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
        const after = await top("[part~=controls]");
        // Some browsers scroll by whole pixels.
        assert.ok(Math.round(Math.abs(after - before)) <= 1, `${what}: from ${before} to ${after}`);
      };
      for (const view of VIEWS) {
        await press(`[data-value=${view}]`);
        await shows(view);
        await stays(view);
      }
      await press("[data-act=close-all]");
      await use.until(() => panel.shadowRoot.querySelector("[data-act=open-all]"));
      await stays("close-all");
      await press("[data-act=toggle-search]");
      await use.until(() => panel.shadowRoot.querySelector("input"));
      await stays("search");
      for (const words of ["inspectors", "no such thing", ""]) {
        await use.run((words) => {
          const field = panel.shadowRoot.querySelector("input");
          field.value = words;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }, words);
        await stays(words);
      }
    });
  }

  test("is not kept by blank space longer than it takes", async () => {
    await opened();
    const whole = await use.run(() => panel.offsetHeight);
    await use.run(() => panel.shadowRoot.querySelector("[part~=controls]").scrollIntoView());
    await press("[data-value=sources]");
    await shows("sources");
    await press("[data-value=claims]");
    await shows("claims");
    await use.until((whole) => panel.offsetHeight === whole, whole);
  });

  test("leaves no blank space behind where the reader goes on", async () => {
    await opened();
    await press("[data-act=toggle-search]");
    await use.until(() => panel.shadowRoot.querySelector("input"));
    await use.run(() => panel.shadowRoot.querySelector("[part~=controls]").scrollIntoView());
    await use.run(() => {
      const field = panel.shadowRoot.querySelector("input");
      field.value = "no such thing";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    const blank = () => use.run(() => panel.offsetHeight - panel.shadowRoot.querySelector("section").offsetHeight);
    await use.until(() => !panel.shadowRoot.querySelector("[part~=claim]"));
    assert.ok((await blank()) > 100);
    const heights = [];
    for (const up of [100, 200, 5000]) {
      await use.run(async (up) => {
        const scrolled = new Promise((resolve) => addEventListener("scroll", resolve, { once: true }));
        scrollBy({ top: -up, behavior: "instant" });
        await scrolled;
        await new Promise(requestAnimationFrame);
      }, up);
      heights.push(await blank());
      // What is on the screen does not jump.
      assert.ok(await use.run(() => scrollY + innerHeight <= document.documentElement.scrollHeight));
    }
    assert.ok(heights[0] > heights[1] && heights[1] > 0, `${heights}`);
    assert.equal(heights[2], 0);
  });
});
