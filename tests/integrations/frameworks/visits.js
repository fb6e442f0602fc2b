/** What every framework has to do with the panel of its example, in a browser. */
import assert from "node:assert/strict";

/** @typedef {import("../../browser/browser.js").Use} Use */

/** Stands in the panel of every example. */
const TITLE = /Who said what about the bridge/;

/** Stands between the tags of every example. */
const FALLBACK = /<p[^>]*>Dana Rowe denies that she asked for a meeting\.<\/p>/;

/** How often a reader comes and goes, and how many panels a framework may keep for its own purposes. */
const [ROUNDS, KEPT] = [6, 2];

/** The panel of the page is ready. @param {Use} use */
export async function ready(use) {
  await use.until(() =>
    ["ready", "failed"].includes(/** @type {any} */ (document.querySelector("claim-panel"))?.state),
  );
  const state = await use.run(() => /** @type {any} */ (document.querySelector("claim-panel")).state);
  assert.equal(state, "ready", state === "ready" ? "" : (await use.console()).join("\n"));
  const text = await use.run(() => {
    const box = document.querySelector("claim-panel")?.shadowRoot?.querySelector("div");
    return /** @type {HTMLElement} */ (box).innerText;
  });
  assert.match(text, TITLE);
}

/** The page of the example, as the server sends it and as the reader gets it. @param {Use} use @param {string} address */
export async function example(use, address) {
  const html = await (await fetch(address)).text();
  assert.match(html, FALLBACK);
  await use.visit(address);
  await ready(use);
  assert.ok(await use.run(() => document.querySelector("claim-panel > p") !== null));
}

/** A page that sets `data` and shows the view that an event names. @param {Use} use @param {string} address */
export async function properties(use, address) {
  assert.match(await (await fetch(address)).text(), FALLBACK);
  await use.visit(address);
  await ready(use);
  await use.run(() => {
    const button = document.querySelector("claim-panel")?.shadowRoot?.querySelector("[data-value=people]");
    /** @type {HTMLElement} */ (button).click();
  });
  await use.until(() => document.getElementById("view")?.textContent === "people");
}

/**
 * From a page with a link to that of the panel and back, without loading a page anew: every panel gets ready, and the
 * browser can free it afterwards.
 * @param {Use} use @param {string} address
 */
export async function navigation(use, address) {
  await use.visit(address);
  await use.run(() => void Object.assign(window, { panels: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    await use.until(() => document.getElementById("link"));
    await use.run(() => document.getElementById("link")?.click());
    await ready(use);
    await use.run(() => {
      // A page that is loaded anew has lost the list.
      const { panels } = /** @type {any} */ (window);
      panels.push(new WeakRef(/** @type {Element} */ (document.querySelector("claim-panel"))));
      history.back();
    });
    await use.until(() => !document.querySelector("claim-panel"));
  }
  const alive = () =>
    use.run(() => {
      const { panels } = /** @type {any} */ (window);
      return panels.filter((/** @type {WeakRef<Element>} */ panel) => panel.deref()).length;
    });
  let [left, attempts] = [ROUNDS, 0];
  for (; left > KEPT && attempts < 10; attempts += 1) {
    await use.driver.sendAndGetDevToolsCommand("HeapProfiler.collectGarbage", {});
    left = await alive();
  }
  assert.ok(left <= KEPT, `${left} of ${ROUNDS} panels are still in memory`);
}
