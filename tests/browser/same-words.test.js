/** A panel and the fallback that a newsroom's program writes say the same, letter for letter, in every language. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before } from "node:test";
import { forms } from "./forms.js";
import { bothWays, fill, inside, LANGUAGES } from "./native.js";
import { usePanel } from "./panel.js";
import { STORIES } from "./stories.js";
import { test } from "./suite.js";

/** Languages in a region that writes differently, tags that lead to another file, and one without words. */
const REGIONS = ["en-GB", "pt-BR", "de-AT", "fr-CA", "ar-EG", "zh-CN", "zh-TW", "zh-HK", "no", "nn", "in", "iw", "sw"];

const { use, ready } = usePanel();

/** Cases whose hosts the engine reads, and the command line by itself. */
const HOSTS = ["link-host-of-look-alikes", "link-host-by-number"];

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`../cases/${name}/document.json`, import.meta.url), "utf8"));

/** The story has a time zone, the other one has none. */
const told = [...LANGUAGES, ...REGIONS].flatMap((lang) => [
  { name: `${lang}, in a story`, document: { ...STORIES.bridge(), lang } },
  { name: `${lang}, in every form`, document: forms(lang) },
]);
told.push(...HOSTS.map((name) => ({ name, document: read(name) })));
/** @type {string[]} */
let fallbacks = [];

before(async () => {
  fallbacks = await fill(told.map(({ document }) => document));
});

told.forEach(({ name, document }, index) => {
  test(name, async () => {
    await use.open({ body: inside(document, fallbacks[index]) });
    await ready();
    // A panel with one claim has no button that opens all.
    await use.run(() => panel.shadowRoot.querySelector("[data-act=open-all], [aria-expanded]").click());
    await use.until(() => !panel.shadowRoot.querySelector("[aria-expanded=false]"));
    const { live, fixed } = await bothWays(use);
    const apart = fixed.flatMap((line, place) => (line === live[place] ? [] : [`${line}\n${live[place]}`]));
    assert.deepEqual(apart.slice(0, 20), []);
    assert.equal(live.length, fixed.length);
    assert.ok(fixed.length > (HOSTS.includes(name) ? 20 : 100));
  });
});
