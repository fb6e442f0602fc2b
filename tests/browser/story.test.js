/** The demo page as readers get it: the real story's panel, read by mouse and by keyboard. */
import assert from "node:assert/strict";
import { afterEach, beforeEach } from "node:test";
import { useBrowser } from "./browser.js";
import { MISSING } from "./server.js";
import { describe, test } from "./suite.js";

const use = useBrowser();
const STORY = 'claim-panel[src="demo/kennedy-harris.json"]';
const BRIDGE = 'claim-panel[src="demo/bridge.json"]';

beforeEach(() => use.visit(`${use.server.origin}/index.html`));

afterEach(async () => {
  assert.deepEqual(await use.console(), []);
});

/** Brings a panel near and waits until it stands. @param {string} selector */
async function reach(selector) {
  await use.run((selector) => document.querySelector(selector).scrollIntoView(), selector);
  await use.until((selector) => /** @type {Panel} */ (document.querySelector(selector)).state === "ready", selector);
}

/** Clicks every claim open that is closed. @param {string} selector */
async function openAll(selector) {
  const buttons = await use.run((selector) => {
    const { shadowRoot } = /** @type {Panel} */ (document.querySelector(selector));
    return [...shadowRoot.querySelectorAll("[aria-expanded=false]")];
  }, selector);
  for (const button of buttons) {
    await button.click();
    await use.until((button) => button.ariaExpanded === "true", button);
  }
  return buttons.length;
}

/**
 * The text of the panel, or of the claim whose text has these words in it.
 * @param {string} selector @param {string} [claim]
 */
const read = (selector, claim) =>
  use.run(
    (selector, claim) => {
      const root = /** @type {Panel} */ (document.querySelector(selector)).shadowRoot;
      const claims = [...root.querySelectorAll("[part~=claim]")];
      const found = claim
        ? claims.find((one) => one.querySelector("[aria-expanded]").innerText.includes(claim))
        : root.querySelector("[part~=panel]");
      return /** @type {HTMLElement} */ (found).innerText.replace(/\s+/g, " ");
    },
    selector,
    claim ?? null,
  );

/** Each of these texts, in this order. @param {string} text @param {string[]} parts */
function inOrder(text, parts) {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    assert.notEqual(at, -1, `“${part}” is not there, or not in its place, in: ${text}`);
    from = at + part.length;
  }
}

describe("the story", () => {
  test("closed, says who puts each claim forward and where everybody stands", async () => {
    await reach(STORY);
    inOrder(await read(STORY, "offered Harris an endorsement"), [
      "Reported by more than one outlet, which the story does not name",
      "Kennedy may have offered",
      "Robert F. Kennedy Jr.",
      "denies",
      "made another statement",
      "Kamala Harris",
      "no statement found",
    ]);
    inOrder(await read(STORY, "Harris declined"), [
      "Reported by The Telegraph, citing The Washington Post",
      "Harris declined a meeting",
      "Kamala Harris",
      "no statement found",
    ]);
    inOrder(await read(STORY, "strategic mistake"), [
      "Opinion of Robert F. Kennedy Jr., according to The Telegraph, citing The Washington Post",
    ]);
  });

  test("opened, shows who said what, in which words, when, and through whom it is known", async () => {
    await reach(STORY);
    assert.equal(await openAll(STORY), 5);
    const meeting = await read(STORY, "Kennedy sought a meeting");
    inOrder(meeting, ["The Telegraph", "reports it", "but she declined", "Citing The Washington Post"]);
    inOrder(meeting, [
      "Robert F. Kennedy Jr.",
      "Post on X, Thursday morning",
      "August 15, 2024",
      "denies",
      "not made any overtures to Harris",
      "made another statement",
      "“VP Harris’s Democratic Party would be unrecognizable",
      "Our story breaks off here",
      "made another statement through Stefanie Spear",
      "“willing to meet with leaders of both parties to discuss the possibility of a unity government.”",
      "does not say what this answers",
      "How this became known is not recorded",
      "No statement found:",
      "Kamala Harris",
      "The Washington Post: sources not recorded here",
    ]);
    inOrder(await read(STORY, "every opportunity"), [
      "“I think they ought to be looking at every opportunity. I think it is going to be a very close race.”",
      "gives no place or date",
    ]);
    inOrder(await read(STORY, "strategic mistake"), [
      "Robert F. Kennedy Jr.",
      "“strategic mistake”",
      "According to The Telegraph, citing The Washington Post",
    ]);
  });

  test("is read by keyboard alone", async () => {
    await reach(STORY);
    const active = () =>
      use.run((selector) => {
        const { activeElement } = /** @type {Panel} */ (document.querySelector(selector)).shadowRoot;
        return activeElement?.ariaExpanded ?? null;
      }, STORY);
    /** @param {string} key */
    const press = (key) => use.driver.actions().sendKeys(key).perform();
    await use.run((selector) => {
      const before = document.createElement("button");
      document.querySelector(selector).before(before);
      before.focus();
    }, STORY);
    // Past what is done with the panel as a whole.
    for (let tabs = 0; tabs < 9 && (await active()) === null; tabs += 1) {
      await press("\uE004"); // Tab
    }
    assert.equal(await active(), "false");
    await press("\uE007"); // Enter
    await use.until((selector) => /** @type {Panel} */ (document.querySelector(selector)).claim === "offer", STORY);
    assert.equal(await active(), "true");
    await press(" ");
    await use.until((selector) => !document.querySelector(selector).hasAttribute("claim"), STORY);
    assert.equal(await active(), "false");
    await press("\uE004");
    await press(" ");
    await use.until((selector) => /** @type {Panel} */ (document.querySelector(selector)).claim === "meeting", STORY);
    assert.match(await read(STORY, "Kennedy sought a meeting"), /not made any overtures to Harris/);
  });

  test("keeps nobody out, closed or open, light or dark", async () => {
    await reach(STORY);
    await reach(BRIDGE);
    assert.deepEqual(await use.barriers(), []);
    await openAll(STORY);
    await openAll(BRIDGE);
    for (const theme of ["inherit", "light", "dark"]) {
      await use.run(
        (theme) => document.querySelectorAll("claim-panel").forEach((panel) => (panel.theme = theme)),
        theme,
      );
      assert.deepEqual(await use.barriers(), [], theme);
    }
  });

  test("keeps nobody out where no script runs either", async () => {
    use.server.breaks("/claim-panel.js", MISSING);
    await use.visit(`${use.server.origin}/index.html`);
    assert.deepEqual(await use.barriers(), []);
    assert.equal((await use.console()).filter((line) => !/status of 404/.test(line)).length, 0);
  });

  test("asks nobody but its own server for anything", async () => {
    await reach(STORY);
    await reach(BRIDGE);
    const origins = await use.run(() => {
      const names = performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin);
      return [...new Set(names)].filter((origin) => origin !== "null");
    });
    assert.deepEqual(origins, [use.server.origin]);
    assert.equal(await use.run(() => document.cookie + localStorage.length + sessionStorage.length), "00");
  });
});

describe("the invented story", () => {
  const STANCES = [
    "says this",
    "confirms",
    "says it has verified this",
    "states part of it",
    "stands by it",
    "reports it",
    "could not verify it",
    "denies",
    "disputes part of it",
    "questions it",
    "made another statement",
    "says: no knowledge of it",
    "clarifies",
    "now says less",
    "retracts",
    "declined to comment",
    "Asked, did not answer",
    "could not be reached",
    "has not been asked yet",
  ];

  test("shows everything that a panel can hold", async () => {
    await reach(BRIDGE);
    await openAll(BRIDGE);
    const text = await read(BRIDGE);
    for (const words of [
      ...STANCES,
      "own reporting",
      "sources not recorded here",
      "republishing",
      "Verdict of",
      "Corrected",
      "In translation",
      "Not named",
    ]) {
      assert.ok(text.includes(words), `“${words}” is nowhere`);
    }
  });
});
