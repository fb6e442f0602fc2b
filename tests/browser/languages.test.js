/** The words of languages: which are fetched, what becomes of a panel without them, and whether they fit. */
import assert from "node:assert/strict";
import { beforeEach } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { inside, LANGUAGES } from "./native.js";
import { NAME, usePanel } from "./panel.js";
import { MISSING, SCRIPT } from "./server.js";
import { faults } from "./sight.js";
import { STORIES } from "./stories.js";
import { describe, test } from "./suite.js";

/** A panel whose document is in this language. @param {string} lang */
const panelIn = (lang, id = "panel") =>
  `<claim-panel id="${id}" loading="eager"><script type="application/json">${documents.text({ lang })}</script>
<p>fallback</p></claim-panel>`;

/** What says which file of words is the one of this release. */
const INDEX = "/languages/index.json";

/** The files of languages that the page has asked for. @param {Use} use */
const fetched = (use) =>
  use.run(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith("/languages/")),
  );

describe("the words of a language", () => {
  const { use, ready, text } = usePanel();
  const section = () =>
    use.run(() => {
      const { lang, dir } = panel.shadowRoot.querySelector("[part~=panel]");
      return { lang, dir };
    });

  for (const [tag, lang, dir, files, said] of /** @type {[string, string, string, string[], RegExp][]} */ ([
    ["en", "en", "ltr", [], /Who said what/i],
    ["en-GB", "en", "ltr", [], /Who said what/i],
    ["sw", "en", "ltr", [], /Who said what/i],
    ["ps", "en", "rtl", [], /Who said what/i],
    ["fr", "fr", "ltr", [INDEX, "/languages/fr.txt"], /Qui a dit quoi/i],
    ["pt-BR", "pt", "ltr", [INDEX, "/languages/pt.txt"], /Quem disse o quê/i],
    ["ar-EG", "ar", "rtl", [INDEX, "/languages/ar.txt"], /من قال ماذا/],
    ["iw", "he", "rtl", [INDEX, "/languages/he.txt"], /מי אמר מה/],
    ["zh-CN", "zh-Hans", "ltr", [INDEX, "/languages/zh-Hans.txt"], /谁说了什么/],
    ["zh-TW", "zh-Hant", "ltr", [INDEX, "/languages/zh-Hant.txt"], /誰說了什麼/],
    ["no", "nb", "ltr", [INDEX, "/languages/nb.txt"], /Hvem har sagt hva/i],
    ["ur", "ur", "rtl", [INDEX, "/languages/ur.txt"], /کس نے کیا کہا/],
  ])) {
    test(`${tag}: ${files.at(-1) ?? "no file"}, ${dir}`, async () => {
      await use.open({ body: panelIn(tag) + NAME });
      await ready();
      assert.deepEqual(await section(), { lang, dir });
      assert.match(await text(), said);
      assert.deepEqual(await fetched(use), files);
    });
  }

  test("are fetched once for two panels", async () => {
    await use.open({ body: panelIn("fr") + panelIn("fr-CA", "other") + NAME });
    await use.until(() => [panel, other].every(({ state }) => state === "ready"));
    assert.match(await use.run(() => visibleText(other)), /Qui a dit quoi/i);
    assert.deepEqual(await fetched(use), [INDEX, "/languages/fr.txt"]);
    assert.equal(use.server.count("/languages/fr.txt"), 1);
  });

  test("change with the document", async () => {
    await use.open({ body: panelIn("en") + NAME });
    await ready();
    await use.run((data) => void (panel.data = data), documents.text({ lang: "de" }));
    await use.until(() => visibleText(panel).match(/Wer sagt was/i));
    assert.deepEqual(await section(), { lang: "de", dir: "ltr" });
    assert.deepEqual(await fetched(use), [INDEX, "/languages/de.txt"]);
  });

  test("are there again after a panic of another panel, and are not fetched again", async () => {
    // Whatever holds the bad word cannot be drawn.
    const head = `<script>
const create = Document.prototype.createTextNode;
Document.prototype.createTextNode = function (text) {
  if (text.includes("poisoned")) throw new Error("sabotage");
  return create.call(this, text);
};
</script>${SCRIPT}`;
    await use.open({ body: panelIn("fr") + NAME, head });
    await ready();
    await use.run(
      (data) => {
        window.drawn = panel.shadowRoot.querySelector("section");
        window.bad = document.createElement("claim-panel");
        bad.data = data;
        document.body.append(bad);
      },
      documents.text({ lang: "fr", title: "poisoned" }),
    );
    await use.until(() => bad.state === "failed" && panel.state === "ready");
    assert.equal(await use.run(() => drawn.isConnected), false);
    assert.match(await text(), /Qui a dit quoi/i);
    assert.deepEqual(await fetched(use), [INDEX, "/languages/fr.txt"]);
    assert.match((await use.console()).join(), /claim-panel \(crash\)/);
  });
});

describe("without its words", () => {
  const use = useBrowser();
  /** @type {Answer} */
  const OTHER = (response) => response.end("words of another release");

  for (const [file, fault, how] of /** @type {[string, string, Answer][]} */ ([
    ["/languages/fr.txt", "missing", MISSING],
    ["/languages/fr.txt", "of another release", OTHER],
    [INDEX, "missing", MISSING],
    [INDEX, "of another release", OTHER],
  ])) {
    test(`${file} is ${fault}: the fallback stays until it is there`, async () => {
      use.server.breaks(file, how);
      await use.open({ body: panelIn("fr") + panelIn("en", "other") + NAME });
      await use.until(() => panel.state === "failed" && other.state === "ready");
      assert.equal(await use.run(() => visibleText(panel).trim()), "fallback");
      const told = await use.run(() => seen.events.filter(({ type }) => type === "error"));
      assert.deepEqual(
        told.map(({ target, kind, codes }) => [target, kind, codes]),
        [["panel", "load", ["not-loaded"]]],
      );
      const [{ message }] = told[0].problems ?? [];
      assert.ok(message.includes(file), message);
      const said = (await use.console()).filter((line) => line.includes("claim-panel ("));
      assert.equal(said.length, 1, said.join("\n"));
      assert.match(said[0], /claim-panel \(load\)/);

      use.server.heal();
      await use.run(() => panel.reload());
      assert.match(await use.run(() => visibleText(panel)), /Qui a dit quoi/i);
      assert.deepEqual(await use.run(() => seen.errors), []);
    });
  }
});

describe("on the smallest phone", () => {
  /** What fits beside what is a matter of the typeface; no two browsers have the same where a page names none. */
  const FACE = '<style>body { font-family: "Times New Roman", serif }</style>';
  const { use, ready } = usePanel();

  beforeEach(async () => {
    await use.screen({ width: 320, height: 700 });
    // What turns sticks out while it does.
    await use.media({ still: true });
  });

  for (const lang of LANGUAGES) {
    test(`${lang}: nothing sticks out, and the views stand in one row`, async () => {
      await use.open({ body: FACE + inside({ ...STORIES.bridge(), lang }) });
      await ready();
      await use.run(() => panel.shadowRoot.querySelector("[data-act=toggle-search]").click());
      await use.until(() => panel.shadowRoot.querySelector("[part=search]"));
      await use.run(() => panel.shadowRoot.querySelector("[data-act=open-all]").click());
      for (const view of ["claims", "people", "timeline", "sources"]) {
        await use.run((view) => void (panel.view = view), view);
        await use.until((view) => panel.shadowRoot.querySelector(`[data-value=${view}][aria-pressed=true]`), view);
        assert.deepEqual(await faults(use), [], view);
      }
      const rows = await use.run(() =>
        [...panel.shadowRoot.querySelectorAll("[part~=view-button]")].map(
          (button) => button.getBoundingClientRect().top,
        ),
      );
      assert.equal(rows.length, 4);
      assert.equal(new Set(rows).size, 1);
    });
  }
});
