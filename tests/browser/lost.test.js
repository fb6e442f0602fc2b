/** What is lost on the way: files of the release, and documents that arrive empty or cut off. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { EMBED, NAME, WASM } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";
import { TYPES } from "./types.js";

const use = useBrowser();
const DOCUMENT = "/good/a.json";
const MESSAGES = "/claim-panel-problems.json";
const FRENCH = documents.text({ lang: "fr" });

/** The second attempt comes as soon as it may. */
const SOON = `<script>Math.random = () => 0</script>${SCRIPT}`;
const open = (body = EMBED) => use.open({ head: SOON, body });
/** @param {string} text */
const given = (text) =>
  `<claim-panel id="panel" loading="eager"><p>fallback</p></claim-panel>${NAME}<script>panel.data = ${JSON.stringify(text)}</script>`;
/** @param {Panel["state"]} state */
const state = (state) => use.until((state) => panel.state === state, state);
const online = () => use.run(() => void dispatchEvent(new Event("online")));

/**
 * The n-th request for the path is answered by the n-th of these, later ones by the last.
 * @param {string} path @param {Answer[]} all
 */
function answers(path, ...all) {
  let number = 0;
  use.server.breaks(path, (response) => all[Math.min(number++, all.length - 1)](response));
}
/** @param {number} number @returns {Answer} */
const status = (number) => (response) => response.writeHead(number, { "cache-control": "no-store" }).end();
/** Less than the head announces, and then the connection ends in good order. @type {Answer} */
const short = (response) =>
  response.socket?.end("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n{");
/** @type {Answer} */
const cut = (response) => response.writeHead(200, { "content-length": 999 }).write("{", () => response.destroy());
/** @type {Answer} */
const empty = (response) => response.writeHead(200, { "content-type": "application/json" }).end();
/** @type {Answer} */
const good = (response) => response.end(documents.text());
/** The file as it is. @param {string} path @returns {Answer} */
const whole = (path) => async (response) => {
  const body = await readFile(new URL(`../../dist${path}`, import.meta.url));
  response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" }).end(body);
};

/** Nothing was thrown; the browser's own lines apart, the console has this many. @param {number} count */
async function said(count) {
  const ours = (await use.console()).filter((line) => /claim-panel \(/.test(line));
  assert.equal(ours.length, count, ours.join("\n"));
  assert.deepEqual(await use.run(() => seen.errors), []);
}

const FAULTS = { "status 503": status(503), "a cut connection": cut, nothing: empty };

describe("a file of the release is asked for again after", () => {
  for (const [fault, answer] of Object.entries(FAULTS)) {
    for (const path of [WASM, "/languages/index.json", "/languages/fr.txt"]) {
      test(`${fault} for ${path}`, async () => {
        answers(path, answer, whole(path));
        await open(given(FRENCH));
        await state("ready");
        assert.equal(use.server.count(path), 2);
        assert.deepEqual(await use.run(() => seen.events.map(({ type }) => type)), ["ready"]);
        await said(0);
      });
    }

    test(`${fault} for the messages of problems`, async () => {
      answers(MESSAGES, answer, whole(MESSAGES));
      await open(given(documents.text({ version: 7 })));
      await state("failed");
      assert.equal(use.server.count(MESSAGES), 2);
      assert.doesNotMatch(await use.run(() => panel.problems[0].message), /unknown-version/);
      await said(1);
    });
  }
});

describe("a file of the release that does not come twice", () => {
  for (const path of [WASM, "/languages/index.json", "/languages/fr.txt"]) {
    test(`fails once, and comes when the browser is online again: ${path}`, async () => {
      answers(path, status(503), cut, whole(path));
      await open(given(FRENCH));
      await state("failed");
      assert.equal(use.server.count(path), 2);
      assert.deepEqual(await use.run(() => seen.events.map(({ kind, codes = [] }) => [kind, ...codes])), [
        ["load", "not-loaded"],
      ]);
      assert.equal((await use.run(() => visibleText(panel))).trim(), "fallback");
      await said(1);
      await online();
      await state("ready");
      assert.equal(use.server.count(path), 3);
      await said(0);
    });
  }

  test("leaves the codes of problems, until the browser is online again", async () => {
    answers(MESSAGES, status(503), status(503), whole(MESSAGES));
    await open(given(documents.text({ version: 7 })));
    await state("failed");
    assert.match(await use.run(() => panel.problems[0].message), /unknown-version/);
    await online();
    await use.until(() => panel.problems.length && !/unknown-version/.test(panel.problems[0].message));
    assert.equal(use.server.count(MESSAGES), 3);
    await said(2);
  });
});

describe("a document is asked for again after", () => {
  for (const [name, answer] of /** @type {[string, Answer][]} */ ([
    ["status 204", status(204)],
    ["an empty file", empty],
    ["less than its length", short],
    ["a cut connection", cut],
  ])) {
    test(name, async () => {
      answers(DOCUMENT, answer, good);
      await open();
      await state("ready");
      assert.equal(use.server.count(DOCUMENT), 2);
      await said(0);
    });
  }

  for (const [name, answer, code] of /** @type {[string, Answer, string][]} */ ([
    ["status 204", status(204), "empty-document"],
    ["an empty file", empty, "empty-document"],
  ])) {
    test(`${name} only once`, async () => {
      answers(DOCUMENT, answer);
      await open();
      await state("failed");
      assert.equal(use.server.count(DOCUMENT), 2);
      assert.deepEqual(await use.run(() => panel.problems.map(({ code }) => code)), [code]);
      await said(1);
    });
  }

  test("no document without a length", async () => {
    const text = documents.text();
    const body = `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n0\r\n\r\n`;
    use.server.breaks(DOCUMENT, (response) =>
      response.socket?.end(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n${body}`),
    );
    await open();
    await state("ready");
    assert.equal(use.server.count(DOCUMENT), 1);
    await said(0);
  });

  test("no document that is complete, however it is compressed", async () => {
    const { gzipSync } = await import("node:zlib");
    const body = gzipSync(documents.text());
    use.server.breaks(DOCUMENT, (response) =>
      response.writeHead(200, { "content-encoding": "gzip", "content-length": body.length }).end(body),
    );
    await open();
    await state("ready");
    assert.equal(use.server.count(DOCUMENT), 1);
    await said(0);
  });
});

test("a redirection without end is followed a bounded number of times, and said", async () => {
  answers(DOCUMENT, (response) => response.writeHead(302, { location: DOCUMENT, "cache-control": "no-store" }).end());
  await open();
  await state("failed");
  const count = use.server.count(DOCUMENT);
  assert.ok(count <= 44, String(count));
  const problems = await use.run(() => panel.problems.map(({ code, remedy }) => [code, remedy]));
  assert.deepEqual(
    problems.map(([code]) => code),
    ["not-reached"],
  );
  assert.match(problems[0][1], /redirects/);
  await use.run(() => fetch("/good/later.json").then(() => {}));
  assert.equal(use.server.count(DOCUMENT), count);
  await said(1);
});
