/** Pages and extensions written without the panel in mind: names that hide the document's own, and others' sheets. */
import assert from "node:assert/strict";
import { BRIDGE, EMBED, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, text, click } = usePanel();

describe("names in the page that hide the document's own", () => {
  for (const names of [
    ["createElement", "createElementNS", "createTextNode"],
    ["querySelector", "querySelectorAll", "getElementById"],
    ["readyState", "hidden", "body", "documentElement", "defaultView"],
    ["activeElement", "addEventListener", "scrollingElement", "baseURI", "currentScript"],
  ]) {
    for (const [tag, of] of /** @type {[string, (name: string) => string][]} */ ([
      ["form", (name) => `<form name="${name}"></form>`],
      ["img", (name) => `<img name="${name}" alt="">`],
    ])) {
      test(`<${tag} name="${names[0]}"> and others: the panel works`, async () => {
        await use.open({ head: "", body: names.map(of).join("") + EMBED.replace(/<script>.*/, "") + SCRIPT });
        await use.run(
          () =>
            void (window.panel = /** @type {Panel} */ (Document.prototype.querySelector.call(document, "claim-panel"))),
        );
        await ready();
        assert.match(await text(), BRIDGE);
        await click(0);
        await use.until(() => panel.claim === "meeting");
      });
    }
  }
});

describe("the style sheets that others adopt", () => {
  for (const [where, put] of /** @type {[string, (sheet: CSSStyleSheet) => void][]} */ ([
    ["before ours", (sheet) => panel.shadowRoot.adoptedStyleSheets.unshift(sheet)],
    ["after ours", (sheet) => panel.shadowRoot.adoptedStyleSheets.push(sheet)],
  ])) {
    test(`stay: ${where}`, async () => {
      await use.open({ body: EMBED });
      await ready();
      await use.driver.executeScript(
        `window.own = new CSSStyleSheet(); own.replaceSync("h2 { letter-spacing: 3px }"); (${put})(own)`,
      );
      await click(0);
      await use.until(() => panel.claim === "meeting");
      await use.run(() => void (panel.theme = "dark"));
      assert.deepEqual(
        await use.run(() => [
          panel.shadowRoot.adoptedStyleSheets.includes(own),
          panel.shadowRoot.adoptedStyleSheets.length,
          getComputedStyle(panel.shadowRoot.querySelector("h2")).letterSpacing,
        ]),
        [true, 2, "3px"],
      );
      // Also when the panel gives way to the fallback.
      await use.run(() => panel.removeAttribute("src"));
      await use.until(() => panel.state === "idle");
      assert.deepEqual(
        await use.run(() => [
          panel.shadowRoot.adoptedStyleSheets.includes(own),
          panel.shadowRoot.adoptedStyleSheets.length,
        ]),
        [true, 1],
      );
    });
  }
});

test("a translator that wraps every new text leaves the panel whole", async () => {
  await use.open({ body: EMBED });
  await use.run(() => {
    /** @param {Loose} node */
    const wrap = (node) => {
      if (
        node.nodeType === Node.TEXT_NODE &&
        node.data.trim() &&
        node.parentNode &&
        node.parentNode.localName !== "font"
      ) {
        const font = Object.assign(document.createElement("font"), { textContent: node.data });
        node.replaceWith(font);
      } else {
        node.childNodes.forEach(wrap);
      }
    };
    const watch = new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach(wrap)));
    watch.observe(panel.shadowRoot, { childList: true, subtree: true });
  });
  await ready();
  for (const view of ["people", "timeline", "sources", "claims"]) {
    await use.run((view) => panel.shadowRoot.querySelector(`[data-act=set-view][data-value=${view}]`).click(), view);
    await use.until((view) => panel.shadowRoot.querySelector(`[part~=pressed][data-value=${view}]`), view);
  }
  await click(0);
  await use.until(() => panel.claim === "meeting");
  await click(0);
  await use.until(() => panel.claim === null);
  assert.match(await text(), BRIDGE);
});
