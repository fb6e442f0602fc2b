/** What several tests do with the one panel of their page, which has the id `panel`. */
import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";

export const GOOD = documents.text();
export const WASM = "/claim-panel_bg.wasm";
export const NAME = '<script>window.panel = document.getElementById("panel")</script>';
export const EMBED = `<claim-panel id="panel" src="/good/a.json"><p>fallback</p></claim-panel>${NAME}`;
/** Where the link to the source of the good document's quotation leads. */
export const SOURCE = "https://example.org/rowe#:~:text=I%20asked%20for%20nothing%20of%20the%20kind%2E";
/** Stands in every panel of the good document. */
export const BRIDGE = /Who said what about the bridge/;

/** A browser for tests that end well: nothing at all may be thrown at the page or said in the console. */
export function usePanel() {
  const use = useBrowser();

  afterEach(async () => {
    // As text: what a page makes of rows is no matter of the driver's.
    assert.equal(await use.run(() => window.seen.errors.join("\n")), "");
    assert.deepEqual(await use.console(), []);
  });

  return {
    use,
    ready: () => use.until(() => panel.state === "ready"),
    text: () => use.run(() => visibleText(panel)),
    /** The events so far. */
    types: () => use.run(() => seen.events.map(({ type }) => type)),
    /** Which claims are open, by the buttons that say so. */
    open: () =>
      use.run(() =>
        [...panel.shadowRoot.querySelectorAll("[aria-expanded]")].map((button) => button.ariaExpanded === "true"),
      ),
    /** Opens or closes the claim of this number. @param {number} index */
    click: (index) =>
      use.run((index) => {
        const buttons = panel.shadowRoot.querySelectorAll("[aria-expanded]");
        /** @type {HTMLElement} */ (buttons[index]).click();
      }, index),
  };
}
