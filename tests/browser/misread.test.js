/** Tags that HTML reads in another way than their authors meant: nothing readable is lost, and the console says why. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { BRIDGE, NAME, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, text } = usePanel();

const page = await readFile(new URL("../../index.html", import.meta.url), "utf8");
/** What `claim-panel fill` writes. */
const FILLED = /** @type {RegExpExecArray} */ (/<section part="panel".*<\/section>/.exec(page))[0];
const TAG = 'claim-panel id="panel" src="/good/a.json" loading="eager"';
// Chromium's driver escapes the first bracket of a tag.
const SELF_CLOSED = [/claim-panel: HTML has no (<|\\u003C)claim-panel\/>; write (<|\\u003C)\/claim-panel>/];
const IN_PARAGRAPH = [/claim-panel: the (<|\\u003C)p> around it ends before the fallback; remove the (<|\\u003C)p>/];

/** Opens a page, and waits until it has loaded and its panel is ready. @param {string} body */
async function show(body, head = SCRIPT) {
  await use.open({ head, body });
  await use.until(() => document.readyState === "complete" && window.panel?.state === "ready");
}

/** Which of these can be seen, outside of the shadow tree. @param {string} selector */
const visible = (selector) =>
  use.run(
    (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map(({ id }) => id),
    selector,
  );

/** A module that is at once there, before the parser has come to the panel. */
const EARLY = '<script src="/claim-panel.iife.js"></script>';

describe("<claim-panel/>: what follows stays, below the panel", () => {
  for (const [name, head] of [
    ["with the module", SCRIPT],
    ["with a script that runs before it", EARLY],
  ]) {
    for (const [where, body] of [
      ["in the body", `<h1>The bridge</h1><p>First.</p><${TAG} /><p id="a">Second.</p><p id="b">Third.</p>`],
      ["in an article", `<article><h1>The bridge</h1><${TAG} />\n<p id="a">A</p>\n<p id="b">B</p>\n</article><p>C</p>`],
      ["before the last lines", `<article><h1>The bridge</h1><${TAG} />\n<p id="a">A <b id="b">B</b></p>\n</article>`],
      [
        "before another panel",
        `<${TAG}/><p id="a">A</p><claim-panel src="/good/b.json"><p>C</p></claim-panel><p id="b">B</p><p>D</p>`,
      ],
    ]) {
      test(`${where}, ${name}`, async () => {
        await show(body, NAME.replace(/window.*(?=<)/, (name) => `onload = () => void (${name})`) + head);
        assert.match(await text(), BRIDGE);
        assert.deepEqual(await visible("#a, #b"), ["a", "b"]);
        const [bottom, top] = await use.run(() =>
          [panel.shadowRoot.querySelector("section"), document.getElementById("a")]
            .map((one) => one.getBoundingClientRect())
            .map(({ bottom, top }, index) => [bottom, top][index]),
        );
        assert.ok(bottom <= top + 1);
        await use.hears(SELF_CLOSED);
        // The panel goes, and comes back.
        await use.run(() => panel.removeAttribute("src"));
        await use.until(() => panel.state === "idle");
        assert.deepEqual(await visible("#a, #b"), ["a", "b"]);
        await use.run(() => panel.setAttribute("src", "/good/b.json"));
        await ready();
        assert.deepEqual(await visible("#a, #b"), ["a", "b"]);
      });
    }
  }
});

describe("a fallback gives way to the panel", () => {
  const ISLAND = '<script type="application/json">{}</script>';
  for (const [name, body] of [
    ["of one element", `<h1>A</h1><${TAG}><p id="a">Fallback</p></claim-panel>`],
    ["of text", `<h1>A</h1><${TAG}>Fallback <a id="a" href="/">all</a></claim-panel>`],
    ["of several elements, before something", `<h1>A</h1><${TAG}><p id="a">A</p><p>B</p></claim-panel><p>After</p>`],
    ["of several elements, before a line break", `<h1>A</h1><${TAG}>\n<p id="a">A</p>\n<p>B</p>\n</claim-panel>\n`],
    ["of several elements, alone", `<div><${TAG}><p id="a">A</p><p>B</p></claim-panel></div>`],
    ["as it is filled in", `<h1>A</h1><${TAG}>\n  ${FILLED.replace("<section", '<section id="a"')}\n</claim-panel>`],
    ["with a document", `<h1>A</h1><${TAG}><p id="a">A</p>${ISLAND}</claim-panel>`],
  ]) {
    test(name, async () => {
      const own = body.includes(ISLAND)
        ? body.replace("{}", await (await fetch(`${use.server.origin}/good/a.json`)).text())
        : body;
      await show(`<main>${own}</main>${NAME}`);
      assert.match(await text(), BRIDGE);
      assert.deepEqual(await visible("#a"), []);
    });
  }
});

describe("a paragraph around the tag", () => {
  test("ends before a fallback that was filled in, which goes into the panel", async () => {
    await show(`<p>Before.</p><p><${TAG}>${FILLED.replace("<section", '<section id="a"')}</claim-panel></p>
      <p id="b">After.</p>${NAME}`);
    assert.match(await text(), BRIDGE);
    assert.deepEqual(await visible("#a, #b"), ["b"]);
    await use.hears(IN_PARAGRAPH);
    await use.run(() => panel.removeAttribute("src"));
    await use.until(() => panel.state === "idle");
    assert.deepEqual(await visible("#a, #b"), ["a", "b"]);
  });

  test("ends before any other fallback, which stays where it is", async () => {
    await show(`<p>Before.</p><p><${TAG}><p id="a">Rowe denies it.</p></claim-panel></p><p id="b">After.</p>${NAME}`);
    assert.match(await text(), BRIDGE);
    assert.deepEqual(await visible("#a, #b"), ["a", "b"]);
    await use.hears(IN_PARAGRAPH);
  });

  test("holds a fallback of text, or none", async () => {
    await show(`<p><${TAG}>Rowe <b id="a">denies</b> it.</claim-panel></p><p id="b">After.</p>${NAME}`);
    assert.deepEqual(await visible("#a, #b"), ["b"]);
    await show(`<p><${TAG}></claim-panel></p>\n<p id="b">After.</p>${NAME}`);
    assert.deepEqual(await visible("#b"), ["b"]);
  });
});
