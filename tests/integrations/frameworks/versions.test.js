/** The examples ask for the versions that are tested. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const ROOT = new URL("../../../", import.meta.url);
const packages = async (path) => JSON.parse(await readFile(new URL(`${path}/package.json`, ROOT), "utf8"));

for (const name of (await readdir(new URL("examples/", ROOT))).filter((name) => !name.includes("."))) {
  test(`the example ${name}`, async () => {
    const { dependencies, devDependencies, engines } = await packages(`examples/${name}`);
    // `tests/browser/react.test.js` builds the example for React with the tools of the build.
    const tested = await packages(name === "react" ? "xtask" : "tests/integrations/frameworks");
    const { "claim-panel": own, ...asked } = { ...dependencies, ...devDependencies };
    assert.equal(own, "file:../../dist/npm");
    const expected = Object.keys(asked).map((name) => [name, `^${tested.dependencies[name]}`]);
    assert.deepEqual(asked, Object.fromEntries(expected));
    assert.deepEqual(engines, tested.engines);
  });
}
