/** The example for Next.js, built and under development. */
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { useBrowser } from "../../browser/browser.js";
import { build, freePort, serve } from "../programs.js";
import { program, sites } from "./sites.js";
import { example, navigation, properties } from "./visits.js";

const use = useBrowser();
const NEXT = program("next/dist/bin/next");

/** What the development server writes into the console of every page, and the icon that it forgets in between. */
const OWN = /React DevTools|\[HMR\] connected|\[Fast Refresh\]|favicon\.ico/;

let installed;
let site;
before(async () => {
  installed = await sites();
  site = await installed.example("next", "app/data/story.json");
});
after(() => installed?.remove());

for (const [mode, command] of [
  ["built", "start"],
  ["under development", "dev"],
]) {
  describe(`Next.js, ${mode}:`, () => {
    let server;
    let address;
    before(async () => {
      if (command === "start") {
        await build(site, [NEXT, "build"]);
      }
      const port = await freePort();
      address = `http://localhost:${port}`;
      server = await serve(site, [NEXT, command, "--port", String(port)], /Ready in/);
    });
    after(() => server?.stop());

    afterEach(async () => {
      const lines = (await use.console()).filter((line) => command === "start" || !OWN.test(line));
      assert.deepEqual(lines, []);
      // The page would miss the server once it stops.
      await use.visit("about:blank");
    });

    test("the example", () => example(use, `${address}/`));
    test("data and a listener, in a page that the server renders", () => properties(use, `${address}/data`));
    test("navigation within the site", () => navigation(use, `${address}/other`));
  });
}
