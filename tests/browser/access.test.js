/** Every view keeps nobody out: in either direction, light and dark, on a phone and on a desk. */
import assert from "node:assert/strict";
import { show } from "./article.js";
import { useBrowser } from "./browser.js";
import { seek } from "./hands.js";
import { faults } from "./sight.js";
import { STORIES } from "./stories.js";
import { test } from "./suite.js";
import { AUDITED, DIRECTIONS, LOOKS, VIEWS } from "./table.js";

const use = useBrowser();

for (const view of Object.keys(VIEWS)) {
  for (const [direction, story] of Object.entries(DIRECTIONS)) {
    for (const width of [320, 800]) {
      test(`${view}, ${direction}, ${width} px`, async () => {
        await show(use, { view, story, look: AUDITED[0], width, open: "all" });
        await seek(use);
        assert.deepEqual(await use.run(() => panel.problems), []);
        assert.deepEqual(await faults(use), []);
        assert.deepEqual(await use.barriers(), []);
        assert.deepEqual(await use.console(), []);
      });

      test(`${view}, ${direction}, ${width} px, in other colours`, async () => {
        await show(use, { view, story, look: AUDITED[0], width, open: "all" });
        await seek(use);
        for (const look of AUDITED.slice(1)) {
          await wear(look);
          assert.deepEqual(await use.barriers("color-contrast"), [], look);
        }
        assert.deepEqual(await use.console(), []);
      });
    }
  }
}

/** Changes how the panel looks, and nothing else. @param {string} look */
async function wear(look) {
  const { theme, scheme } = LOOKS[look];
  await use.media({ scheme, still: true });
  await use.run((theme) => void (panel.theme = theme), theme);
}

for (const [direction, story] of Object.entries(DIRECTIONS)) {
  test(`words of other languages say so, ${direction}`, async () => {
    await show(use, { view: "claims", story, look: "light", width: 800, open: "all" });
    const foreign = STORIES[story]().statements.filter(({ quote, lang }) => quote && lang);
    assert.ok(foreign.length);
    for (const { quote = "", lang } of foreign) {
      const found = await use.run((quote) => {
        const quotes = [...panel.shadowRoot.querySelectorAll("[part~=quote] > p:first-child")];
        const drawn = quotes.find(({ textContent }) => textContent.includes(quote));
        return [drawn?.lang, drawn?.dir];
      }, quote);
      assert.deepEqual(found, [lang, "auto"]);
    }
  });
}
