/** The npm package, packed and installed, in the programs of those who use it. */
import assert from "node:assert/strict";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { useBrowser } from "./browser.js";
import { examples } from "./documented.js";
import * as documents from "./documents.js";
import { install, program, served, tool } from "./installed.js";
import { describe, test } from "./suite.js";

const use = useBrowser();
const TESTS = fileURLToPath(new URL("../", import.meta.url));

/** In another language, and with a date that is none: words and sentences have to be found too. */
const STORY = documents.text({ lang: "de", updated: "gestern" }).replaceAll("<", "\\u003c");
const PAGE = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Artikel</title><link rel="icon" href="data:,">
<script src="/recorder.js"></script></head><body><claim-panel id="panel" loading="eager">
<script type="application/json">${STORY}</script><p>fallback</p></claim-panel>SCRIPT</body></html>`;
/** @param {string} connect */
const POLICY = (connect) =>
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src data:; style-src 'none'; connect-src ${connect}`;
const ENTRIES = [
  ["claim-panel", "'self'"],
  ["claim-panel/inline", "'none'"],
];

/** @type {import("./installed.js").Installed} */
let installed;
before(async () => {
  installed = await install();
});
after(() => installed?.remove());

/**
 * The panel is there, with everything that belongs to it; and nothing is said in the console but by the tool.
 * @param {string} address @param {RegExp} [own]
 */
async function works(address, own) {
  await use.visit(address);
  await use.until(() => document.querySelector("#panel")?.state === "ready");
  const [text, problems] = await use.run(() => {
    const panel = document.querySelector("#panel");
    return [visibleText(panel), panel.problems.map(({ message }) => message)];
  });
  assert.match(text, /Who said what about the bridge[\s\S]*bestreitet/);
  assert.equal(problems.length, 1);
  assert.match(problems[0], /gestern/);
  assert.deepEqual(await use.run(() => seen.errors), []);
  assert.deepEqual(
    (await use.console()).filter((line) => !own?.test(line)),
    [],
  );
  // A server that stops would be missed by its page.
  await use.visit("about:blank");
}

/** @param {string} entry */
const main = (entry) => `import { ClaimPanelElement } from "${entry}";\nwindow.version = ClaimPanelElement.version;\n`;

describe("Vite", () => {
  /** A program of Vite, and how it is told of. @param {string} name @param {string} script */
  async function vite(name, script) {
    const root = join(installed.folder, name);
    await program(root, {
      "index.html": PAGE.replace("SCRIPT", '<script type="module" src="/main.js"></script>'),
      "main.js": script,
    });
    return [await tool("vite"), { root, logLevel: "error", configFile: false, cacheDir: join(root, "cache") }];
  }

  for (const [entry, connect] of ENTRIES) {
    test(`serves ${entry} while it is developed`, async () => {
      const [{ createServer }, options] = await vite(`dev-${entry.replace("/", "-")}`, main(entry));
      const server = await createServer({ ...options, server: { host: "127.0.0.1", port: 0 } });
      await server.listen();
      try {
        await works(server.resolvedUrls.local[0], /\[vite\]/);
      } finally {
        await server.close();
      }
    });

    test(`builds ${entry}, for a page with a strict policy`, async () => {
      const [{ build }, options] = await vite(`build-${entry.replace("/", "-")}`, main(entry));
      await build(options);
      const out = join(options.root, "dist");
      await served(out, works, { "content-security-policy": POLICY(connect) });
      const wasm = (await readdir(join(out, "assets"))).filter((name) => name.endsWith(".wasm"));
      assert.equal(wasm.length, entry === "claim-panel" ? 1 : 0);
    });
  }

  test("leaves out what is imported and not used", async () => {
    const [{ build }, options] = await vite(
      "unused",
      'import { ClaimPanelElement } from "claim-panel/element";\nwindow.x = 1;\n',
    );
    await build(options);
    const script = (await readdir(join(options.root, "dist/assets"))).find((name) => name.endsWith(".js")) ?? "";
    assert.ok((await readFile(join(options.root, "dist/assets", script), "utf8")).length < 2000);
  });
});

test("the example of the documents, in a program of Vite", async () => {
  const root = join(installed.folder, "documented");
  const [script] = examples("From npm", "js");
  await program(root, {
    "index.html": PAGE.replace("SCRIPT", '<script type="module" src="/main.js"></script>'),
    "main.js": script,
  });
  await (await tool("vite")).build({ root, logLevel: "error", configFile: false });
  await served(join(root, "dist"), works);
});

describe("webpack", () => {
  for (const [entry, connect] of ENTRIES) {
    test(`builds ${entry}, for a page with a strict policy`, async () => {
      const root = join(installed.folder, `webpack-${entry.replace("/", "-")}`);
      await program(root, { "main.js": main(entry) });
      const out = join(root, "public");
      await writeFile(join(out, "index.html"), PAGE.replace("SCRIPT", '<script defer src="/main.js"></script>'));
      const { default: webpack } = await tool("webpack");
      const options = {
        mode: "production",
        context: root,
        entry: "./main.js",
        output: { path: out },
        performance: { hints: false },
      };
      const said = await new Promise((resolve, reject) =>
        webpack(options, (/** @type {unknown} */ error, /** @type {Loose} */ stats) =>
          error ? reject(error) : resolve(stats.toString({ all: false, errors: true, warnings: true })),
        ),
      );
      assert.equal(said, "");
      await served(out, works, { "content-security-policy": POLICY(connect) });
    });
  }
});

test("a Vite that moves the script away from its WebAssembly: the console says what to do", async () => {
  const moved = join(installed.folder, "moved/.vite/deps");
  await cp(join(installed.folder, "node_modules/claim-panel"), moved, { recursive: true });
  await rm(join(moved, "claim-panel_bg.wasm"));
  await cp(join(TESTS, "browser/recorder.js"), join(installed.folder, "moved/recorder.js"));
  const script = '<script type="module" src="/.vite/deps/index.js"></script>';
  await writeFile(join(installed.folder, "moved/index.html"), PAGE.replace("SCRIPT", script));
  await served(join(installed.folder, "moved"), async (address) => {
    await use.visit(address);
    await use.until(() => document.querySelector("#panel")?.state === "failed");
    await use.hears([
      /claim-panel_bg\.wasm - Failed to load resource/,
      /'integrity' attribute for resource .*claim-panel_bg\.wasm/,
      /cannot load .*claim-panel_bg\.wasm\. SRI's integrity checks failed/,
      /claim-panel: Vite has moved this script .* optimizeDeps: \{ exclude/,
      /claim-panel \(load\): .*claim-panel_bg\.wasm could not be loaded/,
    ]);
    assert.deepEqual(await use.run(() => seen.errors), []);
  });
});

describe("without a bundler", () => {
  for (const [name, script] of [
    ["the module", '<script type="module" src="/node_modules/claim-panel/claim-panel.js"></script>'],
    ["the classic script", '<script src="/node_modules/claim-panel/claim-panel.iife.js"></script>'],
    ["the entry itself", '<script type="module" src="/node_modules/claim-panel/index.js"></script>'],
    ["the entry with everything inside", '<script type="module" src="/node_modules/claim-panel/inline.js"></script>'],
  ]) {
    test(`${name} in a page`, async () => {
      await cp(join(TESTS, "browser/recorder.js"), join(installed.folder, "recorder.js"));
      await writeFile(join(installed.folder, "index.html"), PAGE.replace("SCRIPT", script));
      await served(installed.folder, works);
    });
  }
});
