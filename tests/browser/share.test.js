/** “Share”: what is handed on, to whom, and what the panel says of it. */
import assert from "node:assert/strict";
import * as documents from "./documents.js";
import { NAME, usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use, ready } = usePanel();

/** The claim with its reply. */
const TEXT = `Reported by The Gazette
Rowe asked to meet the contractor in private
Dana Rowe: denies`;
/** Closed claims have a button too, which nobody sees. */
const SHARE = "[part~=open] [part~=share]";

/**
 * What the page's browser can do, and a note of what is asked of it.
 * @param {string | null} sheet @param {string | null} clipboard
 */
const fake = (sheet, clipboard) =>
  use.run(
    (sheet, clipboard) => {
      window.asked = [];
      /** @param {string} name */
      const refuse = (name) => Promise.reject(new DOMException("no", name));
      /** @param {string} name @param {unknown} value */
      const define = (name, value) => Object.defineProperty(navigator, name, { value, configurable: true });
      define("canShare", sheet && (() => sheet !== "unfit"));
      define(
        "share",
        sheet &&
          ((/** @type {unknown} */ what) => {
            window.asked.push(["share", what]);
            return sheet.endsWith("Error") ? refuse(sheet) : Promise.resolve();
          }),
      );
      define(
        "clipboard",
        clipboard && {
          writeText: (/** @type {string} */ text) => {
            window.asked.push(["copy", text]);
            return clipboard === "refused" ? refuse("NotAllowedError") : Promise.resolve();
          },
        },
      );
    },
    sheet,
    clipboard,
  );

/** A page with the claim far below the row that says what becomes of it. */
async function opened() {
  const data = documents.long(30);
  data.claims.push(...data.claims.splice(0, 1));
  await use.open(
    {
      body: `<claim-panel id="panel" loading="eager"></claim-panel>${NAME}<script>panel.data = ${JSON.stringify(data)}</script>`,
    },
    "#top",
  );
  await ready();
  await use.until(() => panel.shadowRoot.querySelector("[data-value=meeting]"));
  await use.run(() => panel.shadowRoot.querySelector("[data-value=meeting]").click());
  await use.until((share) => panel.shadowRoot.querySelector(share), SHARE);
  await use.run((share) => panel.shadowRoot.querySelector(share).scrollIntoView(), SHARE);
}

const press = () => use.run((share) => panel.shadowRoot.querySelector(share).click(), SHARE);
/** @param {string} words */
const says = (words) =>
  use.until((words) => panel.shadowRoot.querySelector("[role=status]").innerText.includes(words), words);
const asked = () => use.run(() => window.asked);

describe("a claim is shared", () => {
  /**
   * Its name, the sheet, the clipboard, what is asked of the browser, and what the panel says then.
   * @typedef {[string, string | null, string | null, ("share" | "copy")[], string]} Way
   */
  for (const [name, sheet, clipboard, expected, words] of /** @type {Way[]} */ ([
    ["by the system's sheet where there is one", "good", "good", ["share"], ""],
    ["by nothing else where the reader closes the sheet", "AbortError", "good", ["share"], ""],
    ["by the clipboard where the sheet is not allowed", "NotAllowedError", "good", ["share", "copy"], "copied"],
    ["by the clipboard where the sheet cannot take it", "unfit", "good", ["copy"], "copied"],
    ["by the clipboard where there is no sheet", null, "good", ["copy"], "copied"],
    ["by hand where the clipboard is refused", null, "refused", ["copy"], "#top&claim=panel.meeting"],
    ["by hand where there is no clipboard", null, null, [], "#top&claim=panel.meeting"],
  ])) {
    test(name, async () => {
      await opened();
      await fake(sheet, clipboard);
      const url = await use.run(() => panel.shareUrl("meeting"));
      await press();
      await use.until((count) => window.asked.length === count, expected.length);
      const what = { share: { title: "Who said what about the bridge", text: TEXT, url }, copy: `${TEXT}\n${url}` };
      assert.deepEqual(
        await asked(),
        expected.map((way) => [way, what[way]]),
      );
      if (words) {
        await says(words);
        // The row that says it is out of sight: it is said beside the button too, or brought into sight.
        const seen = () => {
          const beside = panel.shadowRoot.querySelector("[part~=copied]")?.textContent ?? "";
          const { top, bottom } = panel.shadowRoot.querySelector("[role=status]").getBoundingClientRect();
          return { beside, isInSight: top >= 0 && bottom <= innerHeight };
        };
        const { beside, isInSight } = await use.run(seen);
        assert.match(beside, words === "copied" ? /^Text and link copied$/ : /^$/);
        assert.equal(isInSight, words !== "copied");
      } else {
        await use.run(() => new Promise((resolve) => setTimeout(() => setTimeout(resolve))));
        assert.equal(await use.run(() => panel.shadowRoot.querySelector("[role=status]").innerText), "");
      }
    });
  }

  test("twice, and that is said twice; beside the button until something else is done", async () => {
    await opened();
    await fake(null, "good");
    await use.run(() => {
      window.said = [];
      const status = panel.shadowRoot.querySelector("[role=status]");
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
    });
    for (const times of [1, 2]) {
      await press();
      await use.until((times) => said.length === times, times);
    }
    assert.deepEqual(await use.run(() => said), ["Text and link copied", "Text and link copied"]);
    await use.run(() => panel.shadowRoot.querySelector("[data-value=letter]").click());
    await use.until(() => said.at(-1) === "");
    assert.equal(await use.run(() => panel.shadowRoot.querySelector("[part~=copied]")), null);
  });

  test("by the page itself if it likes", async () => {
    await opened();
    await fake("good", "good");
    await use.run(() => {
      addEventListener("claim-panel-share", (event) => {
        window.heard = [event.bubbles, event.composed, event.cancelable, event.detail];
        event.preventDefault();
      });
    });
    await press();
    await use.until(() => window.heard);
    const url = await use.run(() => panel.shareUrl("meeting"));
    assert.deepEqual(await use.run(() => heard), [true, true, true, { claim: "meeting", url, text: TEXT }]);
    assert.deepEqual(await asked(), []);
  });

  test("with what the editors say of it and were wrong about", async () => {
    const data = documents.good();
    data.claims[0].note = "Neither was there.";
    data.corrections = [
      { text: "The day was wrong here.", claim: "meeting", date: "2031-03-04" },
      { text: "The letter is of another year.", claim: "letter" },
    ];
    await use.open({
      body: `<claim-panel id="panel" claim="meeting"></claim-panel>${NAME}<script>panel.data = ${JSON.stringify(data)}</script>`,
    });
    await use.until((share) => panel.shadowRoot?.querySelector(share), SHARE);
    await press();
    await use.until(() => seen.events.some(({ type }) => type === "share"));
    const [{ text }] = await use.run(() => seen.events.filter(({ type }) => type === "share"));
    assert.equal(text, `${TEXT}\nCorrected March 4, 2031: The day was wrong here.\nEditors’ note: Neither was there.`);
    await use.until(() => panel.shadowRoot.querySelector("[role=status]").innerText);
  });

  test("with the words that nothing is recorded", async () => {
    const data = documents.good();
    data.claims.push({ id: "nobody", text: "Something has happened", about: [] });
    await use.open({
      body: `<claim-panel id="panel" claim="nobody"></claim-panel>${NAME}<script>panel.data = ${JSON.stringify(data)}</script>`,
    });
    await use.until((share) => panel.shadowRoot?.querySelector(share), SHARE);
    await press();
    await use.until(() => seen.events.some(({ type }) => type === "share"));
    const [{ text }] = await use.run(() => seen.events.filter(({ type }) => type === "share"));
    assert.equal(text, "It is not recorded who puts this forward\nSomething has happened");
    await use.until(() => panel.shadowRoot.querySelector("[role=status]").innerText);
  });
});
