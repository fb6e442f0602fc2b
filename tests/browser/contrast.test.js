/** A theme in which many people cannot read is told in the console, once a panel, and nothing else is. */
import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { useBrowser } from "./browser.js";
import { EMBED } from "./panel.js";
import { describe, test } from "./suite.js";

const use = useBrowser();
const WARNING = /claim-panel: text has a contrast of ([\d.]+),/;

/** Idle time comes in order; where a browser gives none, tasks do. */
const IDLE = () => {
  const idle = window.requestIdleCallback ?? setTimeout;
  return new Promise((resolve) => idle(() => idle(() => resolve(undefined))));
};

afterEach(async () => {
  assert.deepEqual(await use.run(() => seen.errors), []);
  assert.deepEqual(await use.console(), []);
});

/** The contrasts that the console tells of, once every panel of the page has been looked at. @param {string} style */
async function told(style, body = EMBED, act = () => {}) {
  await use.open({ body: `<style>${style}</style>${body}` });
  await use.until(() => [...document.querySelectorAll("claim-panel")].every(({ state }) => state === "ready"));
  await use.run(IDLE);
  await use.run(act);
  await use.run(IDLE);
  const lines = await use.console();
  return lines.map((line) => line.match(WARNING)?.[1] ?? line);
}

describe("a warning", () => {
  for (const [name, style, ...contrasts] of [
    ["black on white needs none", ""],
    ["4.5 is enough", "body { color: #767676 } claim-panel { --claim-panel-muted-color: #767676 }"],
    ["text", "body { color: #777 }", "4.48"],
    ["text that can be seen through", "body { color: rgb(0 0 0 / 0.5) }", "3.98"],
    ["muted text", "claim-panel { --claim-panel-muted-color: #999 }", "2.85"],
    ["the panel's own colours", "claim-panel { --claim-panel-color: #0000ff; --claim-panel-background: #000 }", "2.44"],
    [
      "a ground that can be seen through",
      "html { background: #000 } claim-panel { --claim-panel-background: #ffffff80; --claim-panel-color: #fff }",
      "3.98",
    ],
    [
      "a ground that stands under several",
      "body { background: #333; } main { background: transparent } claim-panel { color: #555 }",
      "1.69",
    ],
    ["a colour of another notation", "body { color: color(srgb 0.6 0.6 0.6) }", "2.85"],
    [
      "a colour that cannot be told",
      "body { color: lab(70 0 0) } claim-panel { --claim-panel-muted-color: lab(70 0 0) }",
    ],
    ["a picture", "body { background: linear-gradient(#fff, #000); color: #999 }"],
    ["a dark page", ":root { color-scheme: dark } body { color: #999 }"],
  ]) {
    test(name, async () => {
      assert.deepEqual(await told(style), contrasts);
    });
  }

  test("knows the ground of the page's own component", async () => {
    const body = `<x-box><template shadowrootmode="open"><div style="background: #000"><slot></slot></div></template>${EMBED}</x-box>`;
    assert.deepEqual(await told("body { color: #eee; background: #fff }", body), []);
  });

  test("is not given twice, and for each panel", async () => {
    const other = '<claim-panel id="other" src="/good/b.json"></claim-panel>';
    const again = async () => {
      await panel.reload();
      panel.remove();
      await new Promise((resolve) => setTimeout(() => setTimeout(resolve)));
      document.body.append(panel);
      await panel.ready;
    };
    assert.deepEqual(await told("body { color: #999 }", EMBED + other, again), ["2.85", "2.85"]);
  });

  test("is not given for a panel that has left", async () => {
    const body = `<script>addEventListener("claim-panel-ready", ({ target }) => target.remove())</script>${EMBED}`;
    await use.open({ body: `<style>body { color: #999 }</style>${body}` });
    await use.until(() => seen.events.length === 1);
    await use.run(IDLE);
    assert.deepEqual(await use.console(), []);
  });
});
