/** The words of languages: which are fetched, and that a newsroom's program writes the same ones. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { forms } from "./forms.js";
import { bothWays, render } from "./native.js";
import { usePanel } from "./panel.js";
import { STORIES } from "./stories.js";

const LANGUAGES = readdirSync("src/texts/languages").map((name) => name.replace(/\.txt$/, ""));

/** Languages in a region that writes differently, tags that lead to another file, and one without words. */
const REGIONS = ["en-GB", "pt-BR", "de-AT", "fr-CA", "ar-EG", "zh-CN", "iw", "sw"];

describe("a panel says what its fallback says", () => {
  const { use, ready } = usePanel();

  for (const lang of [...LANGUAGES, ...REGIONS]) {
    const stories = {
      "in a story": { ...STORIES.bridge(), lang },
      "in every form": forms(lang),
      "in every form, in a zone": forms(lang, "America/New_York"),
    };
    for (const [where, document] of Object.entries(stories)) {
      test(`${lang}, ${where}`, async () => {
        const html = await render(document);
        const island = JSON.stringify(document).replaceAll("<", "\\u003c");
        await use.open({
          body: `<claim-panel id="panel" loading="eager"><script type="application/json">${island}</script>${html}</claim-panel>
<script>window.panel = document.getElementById("panel")</script>`,
        });
        await ready();
        // Opens everything, as on paper.
        await use.run(() => void dispatchEvent(new Event("beforeprint")));
        await use.until(() => !panel.shadowRoot.querySelector("[aria-expanded=false]"));
        const { live, fixed } = await bothWays(use);
        const apart = fixed.flatMap((line, index) => (line === live[index] ? [] : [`${line}\n${live[index]}`]));
        assert.deepEqual(apart.slice(0, 20), []);
        assert.equal(live.length, fixed.length);
        assert.ok(fixed.length > 100);
      });
    }
  }
});
