/** The example for Astro, built and under development. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { useBrowser } from "../../browser/browser.js";
import { build, freePort, serve } from "../programs.js";
import { program, sites } from "./sites.js";
import { example, navigation, properties } from "./visits.js";

const use = useBrowser();
const ASTRO = program("astro/astro.js");

/** What the development server writes into the console of every page. */
const OWN = /\[vite\] connect|\[astro\] Initializing prefetch/;

let installed;
let site;
before(async () => {
  installed = await sites();
  site = await installed.example("astro", "src/story.json");
});
after(() => installed?.remove());

for (const [mode, command] of [
  ["built", "preview"],
  ["under development", "dev"],
]) {
  describe(`Astro, ${mode}:`, () => {
    let server;
    let address;
    before(async () => {
      if (command === "preview") {
        await build(site, [ASTRO, "build"]);
      }
      const port = await freePort();
      address = `http://localhost:${port}`;
      server = await serve(site, [ASTRO, command, "--port", String(port)], /Local/);
    });
    after(() => server?.stop());

    afterEach(async () => {
      const lines = (await use.console()).filter((line) => command === "preview" || !OWN.test(line));
      assert.deepEqual(lines, []);
      // The page would miss the server once it stops.
      await use.visit("about:blank");
    });

    test("the example", () => example(use, `${address}/`));
    test("data and a listener", () => properties(use, `${address}/data/`));
    test("navigation within the site, with the client router", () => navigation(use, `${address}/other/`));
  });
}
