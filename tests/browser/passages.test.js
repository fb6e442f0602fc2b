/** The words of the article in which claims are made: where they are found, and where they are not. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { story, usePassages } from "./passages.js";
import { describe, test } from "./suite.js";

const { use, show, marks, toldOf } = usePassages();

/** @typedef {{ exact: string, prefix?: string, suffix?: string }} Passage */

const LONG = "word (and) more. ".repeat(1176).trim();

/**
 * A page's article, a passage (its words alone, or with what stands around them), the words that are marked in each text
 * (null where nothing is), and the text of their element, if there are several.
 * @typedef {{ name: string, article: string, passage: Passage, marked: string[] | null, place?: string }} Place
 */

/** An article, a passage, and the words in its place; null where it is only not there. @typedef {{ name: string, article: string, passage: Passage, changed: string | null }} Edit */

/** `tests/passages.rs` compares them with `claim-panel verify`. @type {{ found: Place[], edited: Edit[] }} */
const { found: PLACES, edited: EDITS } = JSON.parse(readFileSync(new URL("../passages.json", import.meta.url), "utf8"));

PLACES.push(
  { name: "as many words as there may be", article: `<p>x ${LONG} y</p>`, passage: { exact: LONG }, marked: [LONG] },
  {
    name: "words among very many blanks",
    article: `<p>${" ".repeat(100_000)}one${" ".repeat(100_000)}two</p>`,
    passage: { exact: "one two", suffix: "x" },
    marked: null,
  },
);

describe("a passage is found and marked:", () => {
  for (const { name, article, passage, marked: words, place } of PLACES) {
    test(name, async () => {
      const { exact } = passage;
      await show(article, story(passage));
      const before = await use.run(() => {
        window.changes = [];
        const whole = { attributes: true, childList: true, subtree: true, characterData: true };
        new MutationObserver((records) => changes.push(...records.map(({ type }) => type))).observe(
          document.querySelector("main"),
          whole,
        );
        return document.querySelector("main").textContent;
      });
      await toldOf(1);
      assert.deepEqual(await marks(), words);
      const [{ type, target, codes, ...detail }] = await use.run(() =>
        seen.events.filter(({ type }) => type === "passage"),
      );
      assert.deepEqual({ type, target }, { type: "passage", target: "panel" });
      assert.deepEqual(detail, { claim: "meeting", exact, found: words !== null });
      if (place) {
        const found = await use.run(
          () => [...CSS.highlights.get("claim-panel-passage")][0].startContainer.parentElement?.textContent,
        );
        assert.equal(found, place);
      }
      assert.equal(await use.run(() => document.querySelector("main").textContent), before);
      assert.deepEqual(await use.run(() => changes.filter((/** @type {string} */ type) => type !== "attributes")), []);
    });
  }
});

describe("an edited passage is not marked, and the page learns of", () => {
  for (const { name, article, passage, changed } of EDITS) {
    test(name, async () => {
      await show(article, story(passage));
      await toldOf(1);
      assert.deepEqual(await marks(), null);
      const [found] = await use.run(() => seen.events.filter(({ type }) => type === "passage"));
      assert.deepEqual([found.found, found.changed ?? null], [false, changed]);
    });
  }

  test("each change", async () => {
    await show(
      "<p>Rowe wanted to see the contractor in private.</p>",
      story({ exact: "wanted to see the contractor in private" }),
    );
    await toldOf(1);
    /** @param {string} words */
    const edit = (words) =>
      use.run((words) => void (document.querySelector("p").childNodes[0].nodeValue = words), words);
    await edit("Rowe wanted to see the builder in private.");
    await toldOf(2);
    await edit("Rowe wanted to see the mayor in private.");
    await toldOf(3);
    await edit("Rowe wanted to see the contractor in private.");
    await toldOf(4);
    const told = await use.run(() => seen.events.filter(({ type }) => type === "passage"));
    assert.deepEqual(
      told.map(({ found, changed }) => [found, changed ?? null]),
      [
        [true, null],
        [false, "wanted to see the builder in private"],
        [false, "wanted to see the mayor in private"],
        [true, null],
      ],
    );
  });
});
