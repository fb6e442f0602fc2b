/**
 * What a screen reader is told of the seed story, kept in `tests/trees/` for people to read.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { useBrowser } from "./browser.js";
import { compare } from "./expectation.js";
import { EMBED } from "./panel.js";
import { SCRIPT } from "./server.js";
import { test } from "./suite.js";
import { VIEWS } from "./table.js";
import { tree } from "./tree.js";

const STORY = await readFile(new URL("../../www/demo/kennedy-harris.json", import.meta.url), "utf8");

const use = useBrowser();

for (const view of Object.keys(VIEWS)) {
  test(`the tree of the view “${view}”`, async () => {
    await open(view);
    await settle(view);
  });
}

test("the tree with a claim open", async () => {
  await open("claims");
  await use.run(() => panel.shadowRoot.querySelector("[part~=claim-button]").click());
  await use.until(() => panel.shadowRoot.querySelector("[part~=opened]:not([hidden]) [part~=share]"));
  await settle("claims-open");
});

test("the tree of a search", async () => {
  await open("claims");
  await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search]").click());
  await use.until(() => panel.shadowRoot.querySelector("[data-act=search]"));
  await use.run(() => panel.shadowRoot.querySelector("[data-act=search]").focus());
  await use.driver.actions().sendKeys("spear").perform();
  await use.until(() => panel.shadowRoot.querySelector("[role=status]").textContent);
  await settle("search");
});

test("an element that loads is busy, without an attribute that a framework would not expect", async () => {
  const release = use.server.hold("/good/a.json");
  await use.open({ body: EMBED });
  await use.until(() => panel.state === "loading");
  assert.equal(await isBusy(), true);
  assert.deepEqual(await use.run(() => panel.getAttributeNames()), ["id", "src"]);
  release();
  await use.until(() => panel.state === "ready");
  assert.equal(await isBusy(), false);
});

/** Whether assistive technology is told that the element changes. */
async function isBusy() {
  /** @param {string} command @param {object} values */
  const ask = (command, values) => use.driver.sendAndGetDevToolsCommand(command, values);
  const { result } = await ask("Runtime.evaluate", { expression: "panel" });
  /** @typedef {{ name: string, value: { value: unknown } }} Property */
  /** @type {{ nodes: { properties?: Property[] }[] }} */
  const { nodes } = await ask("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false });
  return nodes.some(({ properties = [] }) => properties.some(({ name, value }) => name === "busy" && value.value));
}

/** @param {string} view */
async function open(view) {
  const island = `<script type="application/json">${STORY.replaceAll("<", "\\u003c")}</script>`;
  const name = '<script>window.panel = document.getElementById("panel")</script>';
  const attributes = `id="panel" loading="eager" view="${view}"`;
  await use.open({
    root: 'lang="en"',
    head: SCRIPT,
    body: `<claim-panel ${attributes}>${island}</claim-panel>${name}`,
  });
  await use.until(() => panel.state === "ready");
  await use.until((part) => panel.shadowRoot.querySelector(`[part~="${part}"]`), VIEWS[view]);
}

/** Compares the tree with the file of this name. @param {string} name */
async function settle(name) {
  await compare(`tests/trees/${name}.txt`, await tree(use));
}
