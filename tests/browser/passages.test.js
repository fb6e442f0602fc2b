/** The words of the article in which claims are made: where they are found, and where they are not. */
import assert from "node:assert/strict";
import { PANEL, story, usePassages } from "./passages.js";
import { describe, test } from "./suite.js";

const { use, show, marks, toldOf } = usePassages();

/** @typedef {{ exact: string, prefix?: string, suffix?: string }} Passage */

const LONG = "word (and) more. ".repeat(1176).trim();

/**
 * What a passage is called → the article, the passage (its words alone, or with what stands around them), the words
 * that are marked in each text (null where nothing is), and the text of their element, if there are several.
 * @type {Record<string, [article: string, passage: string | Passage, marked: string[] | null, place?: string]>}
 */
const PLACES = {
  "plain words": ["<p>She asked for a meeting.</p>", "a meeting", ["a meeting"]],
  "words across elements": [
    '<p>She <b>asked <i>for</i></b> a <a href="#">meeting</a>.</p>',
    "asked for a meeting",
    ["asked ", "for", " a ", "meeting"],
  ],
  "a word across elements": ['<p><span style="float:left">R</span>owe asked</p>', "Rowe asked", ["R", "owe asked"]],
  "words that may break": [
    "<p>der Brücken\u00adbau&shy;er ab&ZeroWidthSpace;c</p>",
    "Brückenbauer abc",
    ["Brücken\u00adbau\u00ader ab\u200bc"],
  ],
  "words that may break in the document": ["<p>der Brückenbauer</p>", "Brücken\u00adbauer", ["Brückenbauer"]],
  "words whose signs were made curly": [
    "<p>She didn’t ask for “a private meeting”, she says.</p>",
    'didn\'t ask for "a private meeting"',
    ["didn’t ask for “a private meeting”"],
  ],
  "words whose signs were made straight": [
    '<p>It\'s the "bridge" - again.</p>',
    "It’s the „bridge“ — again",
    ['It\'s the "bridge" - again'],
  ],
  "words in other quotation marks": ["<p>dit « le pont » ici</p>", "dit “le pont” ici", ["dit « le pont » ici"]],
  "words around dashes": [
    "<p>the all\u2011night talk—two hours–long</p>",
    "all-night talk -- two hours - long",
    ["all\u2011night talk—two hours–long"],
  ],
  "words around an ellipsis": ["<p>said … no</p>", "said ... no", ["said … no"]],
  "words with ligatures": ["<p>the ﬁrst oﬃce of cœur and Æther</p>", "first office of coeur", ["ﬁrst oﬃce of cœur"]],
  "words that only the document writes with ligatures": ["<p>the first office</p>", "ﬁrst", ["first"]],
  "letters that are spelt otherwise": [
    "<p>Jørgen of Straße, Łęk and Đorđe</p>",
    "Jorgen of Strasse, Lęk and Dorde",
    ["Jørgen of Straße, Łęk and Đorđe"],
  ],
  "words without the quotation mark before them": ["<p>the “bridge” is</p>", "bridge", ["bridge"]],
  "words of one letter before an apostrophe": ["<p>s’il l’a dit’, il</p>", "l'a dit", ["l’a dit"]],
  "words with a mark of direction": [
    "<p>the \u200ebridge\u200f is\u2060 shut</p>",
    "bridge is shut",
    ["bridge\u200f is\u2060 shut"],
  ],
  "words with an acute accent as apostrophe": ["<p>geht´s ihm</p>", "geht's ihm", ["geht´s ihm"]],
  "a word that only begins alike": ["<p>at the cafe\u0301</p>", "the cafe", null],
  "words with another accent": ["<p>la pêche miraculeuse</p>", "la péché", null],
  entities: [
    "<p>Bell &amp; Sons &mdash; &ldquo;5 &lt; 6&rdquo;&#33;</p>",
    "Bell & Sons — “5 < 6”!",
    ["Bell & Sons — “5 < 6”!"],
  ],
  "blanks that do not break": [
    "<p>6&nbsp;million&#8239;pounds</p>",
    "6 million pounds",
    ["6\u00a0million\u202fpounds"],
  ],
  "lines of the page's source": [
    "<p>asked\n  for\n\ta meeting</p>",
    "asked for a meeting",
    ["asked\n  for\n\ta meeting"],
  ],
  "lines of the document": [
    "<p>asked for a meeting today</p>",
    " asked\n  for\u00a0a meeting\n",
    ["asked for a meeting"],
  ],
  "words of two paragraphs": ["<p>One.</p><p>Two.</p>", "One. Two.", ["One.", "Two."]],
  "words of paragraphs with lines between": ["<p>One.</p>\n<p>Two.</p>", "One. Two.", ["One.", "Two."]],
  "words of a heading and what is below": ["<h2>Bridge</h2>shut", "Bridge shut", ["Bridge", "shut"]],
  "words of cells": ["<table><tr><td>Cost</td><td>6</td></tr></table>", "Cost 6", ["Cost", "6"]],
  "words of two lines": ["<p>One<br>two</p>", "One two", ["One", "two"]],
  "words with another case": ["<p>Rowe asked</p>", "rowe asked", null],
  "words in a form whose fields are called like methods": [
    '<form><input name="matches"><input name="closest"><p>Rowe asked</p></form>',
    "Rowe asked",
    ["Rowe asked"],
  ],
  "words that are not there": ["<p>She asked for a meeting.</p>", "a letter", null],
  "words that are nothing": ["<p>She asked for a meeting.</p>", "\ufeff", null],
  "signs that mean something to programs": [
    "<p>a(b)[c]{2}.*+?^$|\\d/-x</p>",
    "a(b)[c]{2}.*+?^$|\\d/-x",
    ["a(b)[c]{2}.*+?^$|\\d/-x"],
  ],
  "a full stop that is no other sign": ["<p>axb</p>", "a.b", null],
  "words from right to left": [
    '<p dir="rtl">قالت إن <b>الهيئة</b> كانت على علم</p>',
    "الهيئة كانت على علم",
    ["الهيئة", " كانت على علم"],
  ],
  "words without blanks in lines": ["<p>市長は\n会談を</p>", "市長は会談", ["市長は\n会談"]],
  "words without blanks": ["<p>市長は<b>会談</b>を求めた。</p>", "会談を求めた", ["会談", "を求めた"]],
  "words with their readings": [
    "<p><ruby>市<rp>(</rp><rt>し</rt><rp>)</rp>長<rt>ちょう</rt></ruby>は</p>",
    "市長は",
    ["市", "長", "は"],
  ],
  "an emoji": ["<p>said 👩‍🚒 and 😀 too</p>", "👩‍🚒 and 😀", ["👩‍🚒 and 😀"]],
  "combining marks": ["<p>at the cafe\u0301 on Friday</p>", "the cafe\u0301 on", ["the cafe\u0301 on"]],
  "an accent that is written apart": ["<p>at the cafe\u0301 on</p>", "the café", ["the cafe\u0301"]],
  "an accent that is written apart in the document": ["<p>at the café on</p>", "the cafe\u0301", ["the café"]],
  "the first of several places": ["<p>One word.</p><p>No word.</p>", "word", ["word"], "One word."],
  "the place behind other words": [
    "<p>One word.</p><p>No word.</p>",
    { exact: "word", prefix: "No " },
    ["word"],
    "No word.",
  ],
  "the place before other words": ["<p>a word.</p><p>a word!</p>", { exact: "word", suffix: "!" }, ["word"], "a word!"],
  "the place between other words": [
    "<p>a word b</p><p>c word d</p><p>a word d</p>",
    { exact: "word", prefix: "a", suffix: "d" },
    ["word"],
    "a word d",
  ],
  "the place behind words of another paragraph": [
    "<p>a word</p><p>End.</p><p>word</p>",
    { exact: "word", prefix: "End. " },
    ["word"],
    "word",
  ],
  "a place between other words that is not there": ["<p>a word b</p>", { exact: "word", prefix: "c " }, null],
  "words around with blanks of their own": [
    "<p>One  word,\n yes</p>",
    { exact: "word", prefix: "One\n", suffix: ",  yes" },
    ["word"],
  ],
  "words around that are blank": ["<p>One word</p>", { exact: "word", prefix: " ", suffix: "" }, ["word"]],
  "words of the panel's own fallback": [`<p>Article.</p>${PANEL}`, "its own words", null],
  "words around the panel": [`<p>Before</p>${PANEL}<p>behind</p>`, "Before behind", ["Before", "behind"]],
  "words of programs and styles": [
    '<script type="x">one two</script><style>one two</style><noscript>one two</noscript><textarea>one two</textarea>',
    "one two",
    null,
  ],
  "words around a program": ["<p>one <script type='x'>x</script>two<!-- x --></p>", "one two", ["one ", "two"]],
  "words that are not open": ["<details><summary>More</summary>one two</details>", "one two", ["one two"]],
  "as many words as there may be": [`<p>x ${LONG} y</p>`, LONG, [LONG]],
  "words among very many blanks": [
    `<p>${" ".repeat(100_000)}one${" ".repeat(100_000)}two</p>`,
    { exact: "one two", suffix: "x" },
    null,
  ],
};

describe("a passage is found and marked:", () => {
  for (const [name, [article, passage, words, place]] of Object.entries(PLACES)) {
    test(name, async () => {
      const { exact } = typeof passage === "string" ? { exact: passage } : passage;
      await show(article, story(typeof passage === "string" ? { exact } : passage));
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

/**
 * What an edit is called → the article, the passage, and the words in its place; null where it is only not there.
 * @type {Record<string, [article: string, passage: string | Passage, changed: string | null]>}
 */
const EDITS = {
  "a word more": [
    "<p>Rowe says that she has not asked for a private meeting.</p>",
    "she has asked for a private meeting",
    null,
  ],
  "a word more in the middle": [
    "<p>Dana Rowe asked for a <b>short</b> private “meeting” with them.</p>",
    'asked for a private "meeting"',
    "asked for a short private “meeting”",
  ],
  "another word": [
    "<p>Dana Rowe wanted to see the builder in private, they say.</p>",
    "wanted to see the contractor in private",
    "wanted to see the builder in private",
  ],
  "a word less": [
    "<p>Rowe asked to meet contractor in private, the Gazette says.</p>",
    "asked to meet the contractor in private",
    "asked to meet contractor in private",
  ],
  "another case": [
    "<p>the council had Asked for the meeting itself</p>",
    "council had asked for the meeting",
    "council had Asked for the meeting",
  ],
  "an edit around the passage": [
    "<p>One said she had asked for a private meeting twice.</p>",
    { exact: "asked for a private meeting", prefix: "said that she had " },
    "asked for a private meeting",
  ],
  "more words than a slip": [
    "<p>Rowe asked for a meeting with all nine of the inspectors and the mayor about the bridge</p>",
    "asked for a meeting about the bridge",
    null,
  ],
  "two places that may be meant": [
    "<p>wanted to see the builder in private</p><p>wanted to see the mayor in private</p>",
    "wanted to see the contractor in private",
    null,
  ],
  "ends that stand the other way round": [
    "<p>in private with the mayor. Rowe wanted to see</p>",
    "Rowe wanted to see them in private",
    null,
  ],
  "few words": ["<p>She asked for it.</p>", "asks for it", null],
};

describe("an edited passage is not marked, and the page learns of", () => {
  for (const [name, [article, passage, changed]] of Object.entries(EDITS)) {
    test(name, async () => {
      const one = typeof passage === "string" ? { exact: passage } : passage;
      await show(article, story(one));
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
