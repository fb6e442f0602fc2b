/** Hints of the page: what they ask for is not asked for again, and nothing else changes. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import * as documents from "./documents.js";
import { usePanel } from "./panel.js";
import { describe, test } from "./suite.js";

const { use, ready } = usePanel();

const DIST = new URL("../../dist/", import.meta.url);
const WASM = "claim-panel_bg.wasm";
/** As `claim-panel fill` writes them. @param {string} address */
const hint = (address) =>
  `<link rel="preload" as="fetch" crossorigin referrerpolicy="no-referrer" href="${address}" data-claim-panel>`;

/**
 * Answers as a publisher's server does whose files may be kept.
 * @param {string} type @param {string | Buffer} body @returns {Answer}
 */
const kept = (type, body) => (response) => {
  response.writeHead(200, { "content-type": type, "cache-control": "max-age=3600" });
  response.end(body);
};

/**
 * A release and a document in folders of their own, so that no other test has left them in the browser's cache.
 * @param {string} folder
 */
async function published(folder) {
  const paths = { script: `/${folder}/claim-panel.js`, wasm: `/${folder}/${WASM}`, story: `/${folder}/story.json` };
  use.server.breaks(paths.script, kept("text/javascript", await readFile(new URL("claim-panel.js", DIST))));
  use.server.breaks(paths.wasm, kept("application/wasm", await readFile(new URL(WASM, DIST))));
  use.server.breaks(paths.story, kept("application/json", documents.text()));
  return paths;
}

/** @param {Record<"script" | "wasm" | "story", string>} paths @param {boolean} hints */
const page = ({ script, wasm, story }, hints) => ({
  head: `${hints ? hint(wasm) + hint(story) : ""}<script type="module" async src="${script}"></script>`,
  body: `<claim-panel id="panel" src="${story}" loading="eager"></claim-panel><script>window.panel = document.getElementById("panel")</script>`,
});

describe("a file that the page has hinted at is downloaded once", () => {
  for (const where of ["the page's own server", "another server"]) {
    for (const isHeld of [false, true]) {
      test(`from ${where}${isHeld ? ", also while it is still on its way" : ""}`, async () => {
        const paths = await published(`hint-${where.length}-${isHeld}`);
        const releases = isHeld ? [use.server.hold(paths.wasm), use.server.hold(paths.story)] : [];
        const root = where === "another server" ? use.server.friendly : "";
        const addresses = { script: root + paths.script, wasm: root + paths.wasm, story: root + paths.story };
        await use.open(page(addresses, true));
        await use.until(() => panel.state === "loading" || panel.state === "ready");
        releases.forEach((release) => release());
        await ready();
        assert.deepEqual([paths.wasm, paths.story].map(use.server.count), [1, 1]);
      });
    }
  }
});

test("a hint asks once: what comes later goes without cookies", async () => {
  const paths = await published("hint-once");
  await use.open(page(paths, true));
  await ready();
  /** @type {(string | undefined)[]} */
  const cookies = [];
  const answer = kept("application/json", documents.text());
  use.server.breaks(paths.story, (response) => {
    cookies.push(response.req.headers.cookie);
    answer(response);
  });
  await use.run(async () => {
    document.cookie = "reader=1; path=/";
    await panel.reload();
    document.cookie = "reader=1; path=/; max-age=0";
  });
  assert.deepEqual(cookies, [undefined]);
});

test("a hint for another file changes nothing", async () => {
  const paths = await published("hint-other");
  const { head, body } = page(paths, false);
  await use.open({ head: hint("/good/another.json") + head, body: body.replace('id="panel"', 'id="panel" hidden') });
  await ready();
  assert.deepEqual([paths.wasm, paths.story].map(use.server.count), [1, 1]);
});
