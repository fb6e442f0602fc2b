/** The development servers of older Vites, with and without what docs/embedding.md says about them. */
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { useBrowser } from "../../browser/browser.js";
import * as documents from "../../browser/documents.js";
import { PACKAGES, sites } from "./sites.js";
import { ready } from "./visits.js";

const use = useBrowser();
const require = createRequire(join(PACKAGES, "package.json"));

/** What the development server writes into the console of every page. */
const OWN = /\[vite\] connect/;

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article</title>
<link rel="icon" href="data:,"></head><body><claim-panel loading="eager">
<script type="application/json">${documents.text().replaceAll("<", "\\u003c")}</script>
<p>Dana Rowe denies that she asked for a meeting.</p></claim-panel><script type="module" src="/main.js"></script>`;

let installed;
before(async () => {
  installed = await sites();
  await writeFile(join(installed.folder, "index.html"), PAGE);
});
after(() => installed?.remove());

for (const major of [6, 7]) {
  describe(`The development server of Vite ${major}`, () => {
    /** Opens the page of a program that imports the package. */
    async function open(name, entry, more, work) {
      const root = installed.folder;
      await writeFile(join(root, "main.js"), `import "${entry}";\n`);
      const { createServer } = await import(pathToFileURL(require.resolve(`vite-${major}`)).href);
      // The package recognises the folder by its usual name.
      const cacheDir = join(root, `cache-${major}-${name}/.vite`);
      const own = { root, configFile: false, logLevel: "error", cacheDir };
      const server = await createServer({ ...own, server: { host: "127.0.0.1", port: 0 }, ...more });
      await server.listen();
      try {
        await use.visit(server.resolvedUrls.local[0]);
        await work();
        await use.visit("about:blank");
      } finally {
        await server.close();
      }
    }

    test("moves the script away from its WebAssembly: the console says what to do", async () => {
      await open("moved", "claim-panel", {}, async () => {
        await use.until(() => document.querySelector("claim-panel")?.state === "failed");
        await use.hears([
          OWN,
          /claim-panel: Vite has moved this script .* optimizeDeps: \{ exclude: \[.*claim-panel/,
          /claim-panel \(load\): .*claim-panel_bg\.wasm could not be loaded/,
          ...use.says.integrity(),
        ]);
        await use.until(() => document.querySelector("claim-panel > p").checkVisibility());
      });
    });

    test("leaves the script where it is, with the setting", async () => {
      await open("set", "claim-panel", { optimizeDeps: { exclude: ["claim-panel"] } }, () => ready(use));
      await use.hears([OWN]);
    });

    test("serves the entry that contains the WebAssembly", async () => {
      await open("inline", "claim-panel/inline", {}, () => ready(use));
      await use.hears([OWN]);
    });
  });
}
