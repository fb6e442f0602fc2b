/** What is in the npm package, for programs that only look at it: TypeScript, tools, servers. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { access, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { examples } from "./documented.js";
import * as documents from "./documents.js";
import { compile, install, lend } from "./installed.js";
import { test } from "./suite.js";

const TESTS = fileURLToPath(new URL("../", import.meta.url));

/** @type {import("../../xtask/contract.mjs").Contract} */
const contract = JSON.parse(await readFile(join(TESTS, "../www/contract.json"), "utf8"));

/** @type {import("./installed.js").Installed} */
let installed;
before(async () => {
  installed = await install();
});
after(() => installed?.remove());

test("what is in the package is what its exports, its manifest and its types name", async () => {
  const folder = join(installed.folder, "node_modules/claim-panel");
  const described = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const named = [described.customElements, described.unpkg, described.jsdelivr, described.main, described.types];
  const paths = Object.values(described.exports).flatMap((one) =>
    typeof one === "string" ? [one] : Object.values(one),
  );
  const entries = described.sideEffects.filter((/** @type {string} */ path) => !path.startsWith("*"));
  for (const path of [...named, ...paths, ...entries, "./LICENSE-MIT", "./LICENSE-APACHE", "./README.md"]) {
    await access(join(folder, path));
  }
  assert.deepEqual(
    installed.files.filter((path) => /\.(map|ts)$/.test(path) && !path.endsWith(".d.ts")),
    [],
  );
  const { modules } = JSON.parse(await readFile(join(folder, "custom-elements.json"), "utf8"));
  /** @type {Record<string, { name: string, kind?: string }[]>[]} */
  const [{ attributes, members, events, cssParts, cssProperties }] = modules[0].declarations;
  assert.deepEqual(
    attributes.map(({ name }) => name),
    contract.attributes.map(({ name }) => name),
  );
  assert.deepEqual(
    events.map(({ name }) => name),
    contract.events.map(({ name }) => name),
  );
  assert.ok(members.some(({ name, kind }) => name === "shareUrl" && kind === "method"));
  assert.ok(cssParts.length > 50 && cssProperties.length > 10);
  for (const { path, exports } of modules) {
    await access(join(folder, path));
    exports.forEach((/** @type {{ declaration: unknown }} */ { declaration }) =>
      assert.deepEqual(declaration, { name: "ClaimPanelElement", module: "element.js" }),
    );
  }
});

test("the package has types that find mistakes and let good programs through", async () => {
  const folder = join(installed.folder, "types");
  await cp(join(TESTS, "package"), folder, { recursive: true });
  await writeFile(join(folder, "story.json"), documents.text());
  for (const language of ["ts", "tsx"]) {
    await writeFile(join(folder, `documented.${language}`), examples("From npm", language)[0]);
  }
  await lend(installed.folder, ["@types/react", "csstype", "vue", "@vue"]);
  assert.equal(await compile(folder), "");
});

for (const entry of ["claim-panel", "claim-panel/element", "claim-panel/inline"]) {
  test(`${entry} can be imported where there is no page`, async () => {
    const code = `const before = Object.getOwnPropertyNames(globalThis).length;
      const { ClaimPanelElement, define } = await import("${entry}");
      define();
      console.log(ClaimPanelElement.version, Object.getOwnPropertyNames(globalThis).length - before);`;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
      cwd: installed.folder,
    });
    assert.equal(stdout + stderr, `${process.env.CLAIM_PANEL_VERSION} 0\n`);
  });
}

test("the component can be imported where there is no page, and by server components", async () => {
  await lend(installed.folder, ["react"]);
  for (const entry of ["claim-panel/react", "claim-panel/react/inline"]) {
    const code = `import { ClaimPanel } from "${entry}"; console.log(ClaimPanel.displayName, import.meta.resolve("${entry}"));`;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code], {
      cwd: installed.folder,
    });
    const [name, address] = stdout.trim().split(" ");
    assert.deepEqual([name, stderr], ["ClaimPanel", ""]);
    assert.match(await readFile(fileURLToPath(address), "utf8"), /^"use client";/);
  }
});

test("editors find what the documents name", async () => {
  const [settings] = examples("From npm", "json");
  for (const path of JSON.parse(settings)["html.customData"]) {
    /** @typedef {{ name: string, values?: Named[], attributes?: Named[] }} Named */
    /** @type {{ version: number, tags: Named[] }} */
    const { version, tags } = JSON.parse(await readFile(join(installed.folder, path), "utf8"));
    assert.equal(version, 1.1);
    assert.deepEqual(
      tags.map(({ name }) => name),
      ["claim-panel"],
    );
    assert.deepEqual(
      tags[0].attributes?.find(({ name }) => name === "theme")?.values?.map(({ name }) => name),
      ["inherit", "light", "dark", "system"],
    );
  }
});
