/** The recipe of integrations/eleventy, in a site that Eleventy builds and serves. */
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { useBrowser } from "../../browser/browser.js";
import * as documents from "../../browser/documents.js";
import { told } from "../../browser/engines/told.js";
import { served } from "../../browser/installed.js";
import { blocks } from "../documented.js";
import { build } from "../programs.js";

const use = useBrowser();
const PACKAGES = told("CLAIM_PANEL_PACKAGES");
const ELEVENTY = join(PACKAGES, "node_modules/@11ty/eleventy/cmd.cjs");
const RELEASE = `claim-panel-${told("CLAIM_PANEL_VERSION")}`;
const RECIPE = "integrations/eleventy/README.md";
const at = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const [CONFIGURATION] = blocks(RECIPE, "js");
const [HEAD] = blocks(RECIPE, "html");
const [SHORTCODE, TAG] = blocks(RECIPE, "md");

const LAYOUT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title>
<link rel="icon" href="data:,">${HEAD}</head><body>{{ content | safe }}</body></html>`;
const page = (body) => `---\nlayout: layout.njk\n---\n${body}`;

const PAGES = {
  "shortcode.md": page(`Before.\n\n${SHORTCODE}\nAfter.\n`),
  "text-around.md": page(`Before.\n${SHORTCODE}After.\n`),
  "tag.md": page(`Before.\n\n${TAG}\nAfter.\n`),
  "nunjucks.njk": page(`<p>Before.</p>${SHORTCODE}<p>After.</p>`),
  "without.md": page("Nothing."),
};

let folder;
/** Builds a site with these pages. */
async function site(name, pages, story = documents.text()) {
  const root = join(folder, name);
  await mkdir(join(root, "_includes"), { recursive: true });
  await mkdir(join(root, "claims"));
  await writeFile(join(root, "package.json"), '{ "type": "module" }');
  await cp(at("integrations/eleventy/claim-panel.js"), join(root, "claim-panel.js"));
  await cp(at("dist"), join(root, RELEASE), { recursive: true, filter: (path) => !/dist.(npm|demo|index)/.test(path) });
  const program = JSON.stringify(at("target/debug/claim-panel"));
  const own = CONFIGURATION.replace("addPlugin(claimPanel)", `addPlugin(claimPanel, { program: ${program} })`);
  await writeFile(join(root, "eleventy.config.js"), own);
  await writeFile(join(root, "_includes/layout.njk"), LAYOUT);
  await writeFile(join(root, "claims/bridge.json"), story);
  for (const [file, text] of Object.entries(pages)) {
    await writeFile(join(root, file), text);
  }
  await build(root, [ELEVENTY]);
  return join(root, "_site");
}

before(async () => {
  folder = await mkdtemp(join(PACKAGES, "sites-"));
});
after(() => folder && rm(folder, { recursive: true }));
afterEach(async () => assert.deepEqual(await use.console(), []));

test("every page gets the panel, with its fallback outside of any paragraph", async () => {
  const out = await site("good", PAGES);
  await served(out, async (address) => {
    for (const name of ["shortcode", "text-around", "tag", "nunjucks"]) {
      const html = await readFile(join(out, name, "index.html"), "utf8");
      assert.match(html, /<p>Before\.<\/p>\s*<claim-panel [^>]*src="\/claims\/bridge\.json"/, name);
      assert.match(html, /<\/claim-panel>\s*<p>After\.<\/p>/, name);
      await use.visit(`${address}${name}/`);
      await use.until(() => document.querySelector("claim-panel")?.state === "ready");
      const [panel, fallback] = await use.run(() => {
        const element = document.querySelector("claim-panel");
        return [element.shadowRoot.querySelector("div").innerText, element.textContent];
      });
      assert.match(panel, /Who said what about the bridge/);
      assert.match(fallback, /Dana Rowe[\s\S]*I asked for nothing of the kind/);
    }
    assert.equal(await use.run(() => document.querySelector("claim-panel").id), "story");
    await use.visit("about:blank");
  });
  const frame = `${RELEASE}/embed.html`;
  assert.equal(await readFile(join(out, frame), "utf8"), await readFile(at("dist/embed.html"), "utf8"));
  assert.doesNotMatch(await readFile(join(out, "without/index.html"), "utf8"), /<claim-panel/);
});

test("a reader without scripts reads the fallback", async () => {
  const out = await site("plain", { "shortcode.md": PAGES["shortcode.md"] });
  await served(
    out,
    async (address) => {
      await use.visit(`${address}shortcode/`);
      assert.match(await use.run(() => document.body.innerText), /Before\.[\s\S]*Dana Rowe[\s\S]*After\./);
      assert.equal(await use.run(() => document.querySelector("claim-panel").shadowRoot), null);
      // The policy is that of the test.
      await use.hears([/violates the following Content Security Policy/]);
    },
    // Chromium has no switch for scripts; a page that allows none has the same effect.
    { "content-security-policy": "script-src 'none'" },
  );
});

test("a story with an error stops the build", async () => {
  const story = JSON.stringify(documents.dangling());
  const broken = site("broken", { "shortcode.md": PAGES["shortcode.md"] }, story);
  await assert.rejects(broken, /claims\/bridge\.json cannot be shown/);
});
