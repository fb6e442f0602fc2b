/**
 * What a screen reader is told of the seed story, kept in `tests/trees/` for people to read. After a change that is
 * meant, `UPDATE_TREES=1 cargo xtask test chromium` writes it anew.
 */
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { useBrowser } from "./browser.js";
import { SCRIPT } from "./server.js";
import { test } from "./suite.js";
import { VIEWS } from "./table.js";
import { tree } from "./tree.js";

const PLACE = new URL("../trees/", import.meta.url);
const STORY = await readFile(new URL("../../www/demo/kennedy-harris.json", import.meta.url), "utf8");

const use = useBrowser();

for (const view of Object.keys(VIEWS)) {
  test(`the tree of the view “${view}”`, async () => {
    await open(view);
    await compare(view);
  });
}

test("the tree with a claim open", async () => {
  await open("claims");
  await use.run(() => panel.shadowRoot.querySelector("[part~=claim-button]").click());
  await use.until(() => panel.shadowRoot.querySelector("[part~=opened]:not([hidden]) [part~=share]"));
  await compare("claims-open");
});

test("the tree of a search", async () => {
  await open("claims");
  await use.run(() => panel.shadowRoot.querySelector("[data-act=search]").click());
  await use.until(() => panel.shadowRoot.querySelector("[data-act=find]"));
  await use.run(() => panel.shadowRoot.querySelector("[data-act=find]").focus());
  await use.driver.actions().sendKeys("spear").perform();
  await use.until(() => panel.shadowRoot.querySelector("[role=status]").textContent);
  await compare("search");
});

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

/** Holds the tree against the file of this name, line by line, or writes that. */
async function compare(name) {
  const file = new URL(`${name}.txt`, PLACE);
  const found = await tree(use);
  if (process.env.UPDATE_TREES) {
    await mkdir(PLACE, { recursive: true });
    await writeFile(file, found);
    return;
  }
  const kept = (await readFile(file, "utf8")).split("\n");
  const lines = found.split("\n");
  const at = kept.findIndex((line, index) => line !== lines[index]);
  assert.equal(lines[at], kept[at], `tests/trees/${name}.txt, line ${at + 1}`);
  assert.equal(lines.length, kept.length);
}
