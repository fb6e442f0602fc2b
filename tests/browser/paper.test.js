/** What is on paper, in PDFs that the browser makes: every claim with everything that was said about it. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { long } from "./long.js";
import { EMBED, NAME, usePanel } from "./panel.js";
import { paperOf } from "./pdf.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, types, open } = usePanel();
const CLAIMS = 30;
const QUOTE = "I asked for nothing of the kind.";
const NOTE = "<script>seen.told = []; addEventListener('message', ({ data }) => seen.told.push(data))</script>";

/** A clock on which each look takes longer than Yew renders at once. */
const SLOW_CLOCK = `<script>{
  let now = 2e12;
  Date.now = () => (now += 20);
  performance.now = () => (now += 20);
}</script>`;

/** Opens a panel without a document. */
const empty = (head = "") =>
  use.open({ head: head + SCRIPT, body: `<claim-panel id="panel" loading="eager"></claim-panel>${NAME}` });
/** Shows a document, and goes on in the task in which it is ready. @param {string | object} data */
const show = (data) =>
  use.run(async (data) => {
    panel.data = data;
    await panel.ready;
  }, data);
/** @param {string} text @param {RegExp} pattern */
const matches = (text, pattern) => text.match(pattern)?.length ?? 0;

/** Whether all of the long story is there: its claims, and all that is quoted, once. @param {string} paper */
function isWhole(paper, claims = CLAIMS) {
  const story = long(claims);
  assert.equal(new Set(paper.match(/Only\d+:/g)).size, claims);
  // A statement stands with each claim that it takes a stance on.
  const said = story.statements.flatMap(({ stances }) => Object.values(stances));
  const quoted = said.filter((stance) => !["reports", "declined", "could-not-verify"].includes(stance));
  assert.ok(matches(paper, /[“"]/g) >= quoted.length, `${matches(paper, /[“"]/g)} of ${quoted.length} quotations`);
}

describe("paper has every claim open", () => {
  for (const [name, head] of [
    ["at once", ""],
    ["on a machine on which everything takes its time", SLOW_CLOCK],
  ]) {
    test(name, async () => {
      await use.open({ head: head + SCRIPT, body: EMBED });
      await ready();
      await use.run(() => panel.select("letter"));
      const paper = await paperOf(use);
      assert.ok(paper.includes(QUOTE), paper);
      assert.ok(paper.includes("Reported by: The Gazette"), paper);
      assert.equal(matches(paper, /No statement found/g), 1);
      // What the printer does is nothing that the reader did.
      assert.deepEqual(await open(), [false, true]);
      assert.deepEqual(await types(), ["ready"]);
    });

    test(`${name}, while a long story is rendered piece by piece`, async () => {
      await empty(head);
      await show(long(CLAIMS));
      isWhole(await paperOf(use));
    });
  }

  test("and every line unfolded", async () => {
    const body = `<claim-panel id="panel" src="/good/a.json" view="people" loading="eager"></claim-panel>${NAME}`;
    await use.open({ head: SCRIPT, body });
    await ready();
    const folded = await use.run(() =>
      [...panel.shadowRoot.querySelectorAll("details:not([open]) [part~=claim-link]")].map((link) => link.textContent),
    );
    assert.notDeepEqual(folded, []);
    const shown = await use.run(() =>
      [...panel.shadowRoot.querySelectorAll("[part~=claim-link]")].map((link) => link.textContent),
    );
    const paper = await paperOf(use);
    for (const text of folded) {
      assert.equal(paper.split(text).length - 1, shown.filter((one) => one === text).length, paper);
    }
  });

  test("with a processor that is very slow", async () => {
    await use.slow(6);
    try {
      await empty();
      await show(long(12));
      isWhole(await paperOf(use), 12);
    } finally {
      await use.slow(1);
    }
  });

  test("also without any event: where all is rendered, the stylesheet is enough", async () => {
    await use.open({
      head: `<script>addEventListener("beforeprint", (event) => event.stopImmediatePropagation(), true)</script>${SCRIPT}`,
      body: EMBED,
    });
    await ready();
    await use.until(() => !panel.shadowRoot.querySelector("[part~=opened]:empty"));
    assert.ok((await paperOf(use)).includes(QUOTE));
  });

  test("of those that a search finds", async () => {
    await empty();
    await show(long(60));
    await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search]").click());
    await use.until(() => panel.shadowRoot.querySelector("[data-act=search]"));
    await use.run(() => {
      const field = panel.shadowRoot.querySelector("input[data-act=search]");
      field.value = "only";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await use.until(() => panel.shadowRoot.querySelector("[data-act=show-all-matches]"));
    isWhole(await paperOf(use), 60);
    await use.until(() => panel.shadowRoot.querySelectorAll("[part~=claim]").length === 40);
  });
});

describe("a frame on paper", () => {
  const PUBLISHER = { name: "The Harbour Post", url: "https://post.example/" };
  const LAST = /The Harbour Post/;
  const frame = (more = "") =>
    `<p>Before.</p><iframe id="story" width="100%" height="600" ${more} src="${use.server.friendly}/embed.html?src=/good/a.json"></iframe><p>After.</p>`;
  /** @param {string} body */
  const framed = async (body, data = documents.text({ publisher: PUBLISHER })) => {
    use.server.breaks("/good/a.json", (response) => response.end(data));
    await use.open({ head: NOTE, body });
    await use.until(() => seen.told.some(({ type }) => type === "claim-panel:height"));
  };
  const grows = () => use.until(() => seen.told.some(({ type }) => type === "claim-panel:paper"));
  const RESIZE = '<script src="/resize.js"></script>';

  test("grows with all that is opened in it, and is as it was afterwards", async () => {
    await framed(frame() + RESIZE);
    await grows();
    const before = await use.run(() => document.querySelector("iframe").style.cssText);
    const paper = await paperOf(use);
    assert.ok(paper.includes(QUOTE), paper);
    assert.match(paper, LAST);
    assert.match(paper, /After\.$/);
    await use.until((before) => document.querySelector("iframe").style.cssText === before, before);
  });

  test("grows over several pages", async () => {
    await framed(frame() + RESIZE, JSON.stringify({ ...long(12), publisher: PUBLISHER }));
    // The frame measures itself again when the last claim has been filled.
    await use.driver.switchTo().frame(0);
    await use.until((claims) => {
      const root = document.querySelector("claim-panel").shadowRoot.firstElementChild;
      const filled = root.querySelectorAll("[part~=opened]:not(:empty)").length;
      return filled === claims && !root.hasAttribute("data-framed");
    }, 12);
    await use.driver.switchTo().defaultContent();
    await grows();
    const paper = await paperOf(use);
    isWhole(paper, 12);
    assert.match(paper, LAST);
  });

  test("has what it shows where nothing lets it grow", async () => {
    await framed(frame());
    // Just high enough.
    await use.run(() => {
      const told = seen.told.find(({ type }) => type === "claim-panel:height");
      document.querySelector("iframe").height = String(told?.height);
    });
    const paper = await paperOf(use);
    assert.match(paper, /Dana Rowe denies/);
    assert.match(paper, /no statement found/);
    assert.match(paper, LAST);
    assert.match(paper, /After\.$/);
  });

  test("has what it shows where the page around it prints before anything is known", async () => {
    await framed(frame() + RESIZE);
    const paper = await paperOf(use);
    assert.match(paper, /Dana Rowe/);
    assert.match(paper, LAST);
  });

  test("is one of a publisher's own page, too", async () => {
    const own = use.server.page({ body: `${EMBED}<p>Last words.</p>` });
    await use.open({ body: `<iframe src="${own}" width="700" height="420"></iframe>` });
    await use.driver.switchTo().frame(0);
    await use.until(() => panel.state === "ready" && !panel.shadowRoot.querySelector("[part~=opened]:empty"));
    await use.driver.switchTo().defaultContent();
    assert.match(await paperOf(use), /Last words/);
  });
});
