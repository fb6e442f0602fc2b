/** Every view keeps nobody out: in either direction, light and dark, on a phone and on a desk. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./article.js";
import { useBrowser } from "./browser.js";
import { seek } from "./hands.js";
import { faults } from "./sight.js";
import { STORIES } from "./stories.js";
import { AUDITED, DIRECTIONS, VIEWS } from "./table.js";

const use = useBrowser();

for (const view of Object.keys(VIEWS)) {
  for (const [direction, story] of Object.entries(DIRECTIONS)) {
    for (const look of AUDITED) {
      test(`${view}, ${direction}, ${look}`, async () => {
        for (const width of [320, 800]) {
          await show(use, { view, story, look, width, open: "all" });
          await seek(use);
          assert.deepEqual(await use.run(() => panel.problems), []);
          assert.deepEqual(await use.barriers(), [], `${width} px`);
          assert.deepEqual(await faults(use), [], `${width} px`);
          assert.deepEqual(await use.console(), []);
        }
      });
    }
  }
}

for (const [direction, story] of Object.entries(DIRECTIONS)) {
  test(`words of other languages say so, ${direction}`, async () => {
    await show(use, { view: "claims", story, look: "light", width: 800, open: "all" });
    const foreign = STORIES[story]().statements.filter(({ quote, lang }) => quote && lang);
    assert.ok(foreign.length);
    for (const { quote, lang } of foreign) {
      const found = await use.run(
        (quote) => {
          const quotes = [...panel.shadowRoot.querySelectorAll("[part~=quote] > p:first-child")];
          const drawn = quotes.find(({ textContent }) => textContent.includes(quote));
          return [drawn.lang, drawn.dir];
        },
        quote,
      );
      assert.deepEqual(found, [lang, "auto"]);
    }
  });
}
