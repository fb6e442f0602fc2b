/** Everything that a reader can do with the four views, by keys alone. */
import assert from "node:assert/strict";
import { SCRIPT_TIMEOUT_MS } from "./browser.js";
import * as documents from "./documents.js";
import { seek } from "./hands.js";
import { NAME, usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use, ready, open } = usePanel();
const [TAB, SHIFT, ENTER, SPACE, DOWN, ESCAPE] = ["\uE004", "\uE008", "\uE007", " ", "\uE015", "\uE00C"];
const EVERYTHING_IS_OPEN = [true, true, true, true, true, true, true];

/** @param {string[]} keys */
const press = (...keys) =>
  use.driver
    .actions()
    .sendKeys(...keys)
    .perform();
const back = () => use.driver.actions().keyDown(SHIFT).sendKeys(TAB).keyUp(SHIFT).perform();

/** A story of seven claims, read from a link above it; returns the address of a source. */
async function begin(attributes = "") {
  const data = documents.long(5);
  data.statements[1].url = use.server.page({ body: "<p>The source" });
  await use.open({
    body: `<a href="#" id="before">An article</a><claim-panel id="panel" ${attributes}></claim-panel>${NAME}
<script>panel.data = ${JSON.stringify(data)}</script>`,
  });
  await ready();
  await press(TAB);
  assert.equal(await use.run(() => document.activeElement?.id), "before");
  return data.statements[1].url;
}

/** What has the focus, as a reader knows it; it has to be seen, and seen to have the focus. */
async function focused() {
  const [name, isSeen] = await use.run(() => {
    const found = panel.shadowRoot.activeElement;
    if (!found) {
      return [null, true];
    }
    const { top, bottom } = found.getBoundingClientRect();
    const isMarked =
      getComputedStyle(found).outlineStyle !== "none" && parseFloat(getComputedStyle(found).outlineWidth) >= 1;
    // The button of a claim also says who puts it forward.
    const words = found.querySelector("[part~=claim-text]") ?? found;
    return [found.ariaLabel ?? words.innerText.trim(), isMarked && bottom > 0 && top < innerHeight];
  });
  assert.ok(isSeen, `the focus on “${name}” cannot be seen`);
  return name;
}

/** Goes on, or back, until something has the focus. @param {string} name */
async function reach(name, step = () => press(TAB)) {
  const passed = [];
  while (passed.length < 60) {
    await step();
    const found = await focused();
    if (found === name) {
      return;
    }
    passed.push(found);
  }
  assert.fail(`“${name}” is not among ${passed}`);
}

/** @param {string} part that is shown */
const shows = (part) => use.until((part) => panel.shadowRoot.querySelector(`[part~=${part}]`)?.checkVisibility(), part);
/** @param {string} words */
const says = (words) =>
  use.until((words) => panel.shadowRoot.querySelector("[role=status]").innerText === words, words);
const texts = () =>
  use.run(() =>
    [...panel.shadowRoot.querySelectorAll("[part~=claim] [part~=claim-text]")].map(({ innerText }) => innerText),
  );

const MEETING = "Rowe asked to meet the contractor in private";
const LETTER = "Rowe had read the inspectors’ letter";

describe("by keys alone a reader", () => {
  test("switches between the views", async () => {
    await begin();
    for (const [name, part] of [
      ["People", "people"],
      ["Timeline", "timeline"],
      ["Sources", "routes"],
    ]) {
      await reach(name);
      await press(ENTER);
      await shows(part);
      assert.equal(await focused(), name);
    }
    await reach("Claims", back);
    await press(SPACE);
    await shows("claims");
  });

  test("opens and closes claims", async () => {
    await begin();
    await reach(MEETING);
    await press(ENTER);
    await use.until(() => panel.claim === "meeting");
    await reach(LETTER);
    await press(SPACE);
    await use.until(() => panel.claim === "letter");
    assert.deepEqual(await open(), [true, true, false, false, false, false, false]);
    await press(SPACE);
    await use.until(() => panel.claim === null);
    assert.deepEqual(await open(), [true, false, false, false, false, false, false]);
    assert.equal(await focused(), LETTER);
  });

  test("opens all claims, and closes them", async () => {
    await begin();
    await reach("Open all");
    await press(ENTER);
    await use.until(() => panel.shadowRoot.querySelectorAll("[aria-expanded=true]").length === 7);
    assert.deepEqual(await open(), EVERYTHING_IS_OPEN);
    assert.equal(await focused(), "Close all");
    await press(ENTER);
    await use.until(() => !panel.shadowRoot.querySelector("[aria-expanded=true]"));
    assert.equal(await focused(), "Open all");
  });

  test("puts the newest first", async () => {
    await begin();
    const before = await texts();
    await reach("Latest claims first");
    await press(SPACE);
    await use.until(() => panel.shadowRoot.querySelector("[part~=claim-text]").innerText.includes("number 5"));
    assert.deepEqual((await texts()).slice(0, 5), before.slice(2).reverse());
    await press(SPACE);
    await use.until(() => panel.shadowRoot.querySelector("[part~=claim-text]").innerText.includes("contractor"));
    assert.deepEqual(await texts(), before);
  });

  test("searches, and sees everything again", async () => {
    await begin();
    await reach("Search");
    await press(ENTER);
    await use.until(() => panel.shadowRoot.activeElement?.localName === "input");
    await press(..."NÚMBER 3");
    await says("1 claim found");
    assert.deepEqual(await texts(), ["Rowe has done what is number 3"]);
    await use.until(() => {
      const marks = [...(CSS.highlights.get("claim-panel-found") ?? [])];
      return marks.filter(({ startContainer }) => startContainer.parentElement?.checkVisibility()).length === 2;
    });
    await press(..."0");
    await says("No claim fits this search.");
    await reach("Show all claims");
    await press(ENTER);
    await says("");
    assert.equal((await texts()).length, 7);
    assert.equal(await focused(), "Show all claims");
    await reach("Search", back);
    assert.equal(await use.run(() => /** @type {HTMLInputElement} */ (panel.shadowRoot.activeElement).value), "");
    await reach("Search", back);
    await press(ENTER);
    await use.until(() => !panel.shadowRoot.querySelector("[part~=search]"));
  });

  test("filters by party and position", async () => {
    await begin();
    await reach("Search");
    await press(ENTER);
    await shows("search");
    await reach("Who");
    await press(DOWN, DOWN);
    await says("2 claims found");
    assert.deepEqual(await texts(), [MEETING, LETTER]);
    await reach("Position");
    await press(..."Who denies");
    await says("No claim fits this search.");
    await reach("Who", back);
    await press(..."Dana");
    await says("6 claims found");
    assert.equal((await texts())[0], MEETING);
    await reach("Show all claims");
    await press(SPACE);
    await says("");
    const chosen = await use.run(() => [...panel.shadowRoot.querySelectorAll("select")].map(({ value }) => value));
    assert.deepEqual(chosen, ["", ""]);
  });

  for (const view of ["People", "Timeline", "Sources"]) {
    test(`goes from ${view.toLowerCase()} to a claim, and on from there`, async () => {
      await begin(`view="${view.toLowerCase()}"`);
      await reach(LETTER);
      await press(ENTER);
      await use.until(() => panel.claim === "letter");
      await use.until(() => panel.shadowRoot.activeElement?.dataset.act === "toggle");
      assert.equal(await focused(), LETTER);
      assert.deepEqual(await open(), [false, true, false, false, false, false, false]);
      await press(ENTER);
      await use.until(() => panel.claim === null);
    });
  }

  test("shares a claim", async () => {
    await begin();
    await use.run(() => addEventListener("claim-panel-share", (event) => event.preventDefault()));
    await reach(MEETING);
    await press(ENTER);
    await reach("Share");
    await press(ENTER);
    await use.until(() => seen.events.some(({ type }) => type === "share"));
    const [{ claim, text = "" }] = await use.run(() => seen.events.filter(({ type }) => type === "share"));
    assert.equal(claim, "meeting");
    assert.match(text, /Dana Rowe: denies/);
  });

  test("follows the link to a source", async () => {
    const source = await begin();
    await reach(MEETING);
    await press(ENTER);
    await use.until(() => panel.claim === "meeting");
    await press(TAB);
    assert.match((await focused()) ?? "", /127\.0\.0\.1/);
    await press(ENTER);
    // Firefox's driver takes a page in which it ran something before it was there for another's, and sees no globals of it.
    await use.driver.wait(async () => (await use.driver.getCurrentUrl()).startsWith(source), SCRIPT_TIMEOUT_MS);
    await use.until(() => document.body?.innerText === "The source");
  });
});

/** Keys at a control → which of them a page hears as well: those that the control does not take itself. */
const HEARD = [
  { where: "the search", control: "[data-act=search]", keys: ["s", SPACE, DOWN, ENTER, ESCAPE], heard: ["Escape"] },
  { where: "a list of parties", control: "select", keys: ["d", DOWN, ESCAPE], heard: ["Escape"] },
  { where: "a button", control: "[data-act=toggle]", keys: ["s", DOWN, ENTER, SPACE], heard: ["s", "ArrowDown"] },
  { where: "a link", control: "a[href]", keys: ["s", SPACE], heard: ["s", " "] },
];

describe("a page with keys of its own, which takes all that it hears, hears", () => {
  for (const { where, control, keys, heard } of HEARD) {
    test(`of those at ${where} ${heard.map((key) => `“${key}”`).join(" and ")}`, async () => {
      await begin('claim="meeting"');
      await seek(use);
      await use.run((control) => {
        window.heard = new Set();
        for (const type of /** @type {const} */ (["keydown", "keypress", "keyup"])) {
          document.addEventListener(type, (event) => {
            window.heard.add(event.key);
            event.preventDefault();
          });
        }
        panel.shadowRoot.querySelector(control).focus();
      }, control);
      for (const key of keys) {
        await press(key);
      }
      assert.deepEqual(await use.run(() => [...window.heard]), heard);
    });
  }

  test("all at the article's own content in the panel", async () => {
    await use.open({ body: `<claim-panel id="panel" src="/fault/held"><input id="own"></claim-panel>${NAME}` });
    await use.run(() => {
      window.heard = new Set();
      document.addEventListener("keydown", ({ key }) => heard.add(key));
      own.focus();
    });
    await press("s");
    assert.deepEqual(await use.run(() => [...heard]), ["s"]);
  });
});
