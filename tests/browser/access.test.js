/** Every view keeps nobody out: in either direction, light and dark, on a phone and on a desk. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { show } from "./article.js";
import { useBrowser } from "./browser.js";
import { seek } from "./hands.js";
import { faults } from "./sight.js";
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
