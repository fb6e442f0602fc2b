/** What is said of a document's problems, and what a page downloads for it. */
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import * as documents from "./documents.js";
import { BRIDGE, EMBED, GOOD, NAME, usePanel } from "./panel.js";
import { MISSING } from "./server.js";
import { describe, test } from "./suite.js";

const { use, ready, text, types } = usePanel();
const SENTENCES = "/claim-panel-problems.json";

/** Shown, with a warning. */
const WARNED = documents.text({ updated: "soon" });
const WARNING = "“soon” is not a date that the panel can read; it is shown as it is written";
/** Refused. */
const REFUSED = JSON.stringify(documents.dangling());
// Suggestions are the command line's.
const ERROR = "there is no party “rwe”";

/** A page with a panel that has no document yet. */
const EMPTY = { body: `<claim-panel id="panel"><p>fallback</p></claim-panel>${NAME}` };
/** @param {unknown} data */
const show = (data) => use.run((data) => void (panel.data = data), data);
const messages = () => use.run(() => panel.problems.map(({ message }) => message));

/** Another panel that waits for the sentences, until it has them: whoever waited before has them too. */
const another = () =>
  use.run((data) => {
    const other = document.createElement("claim-panel");
    other.data = data;
    document.body.append(other);
    return other.ready.then(() => {});
  }, WARNED);

/** A refused document is told in the console; a test that expects it takes the line away. @param {RegExp} pattern */
async function said(pattern, besides = 0) {
  const lines = await use.console();
  assert.equal(lines.filter((line) => pattern.test(line)).length, 1, lines.join("\n"));
  assert.equal(lines.length, 1 + besides, lines.join("\n"));
}

describe("the sentences", () => {
  test("are not asked for by a good document", async () => {
    await use.open({ body: EMBED });
    await ready();
    assert.equal(use.server.count(SENTENCES), 0);
  });

  test("are asked for once a page, without cookies", async () => {
    /** @param {string} id @param {string} text */
    const island = (id, text) =>
      `<claim-panel id="${id}"><script type="application/json">${text}</script></claim-panel>`;
    const body = island("a", REFUSED) + island("b", WARNED) + island("c", REFUSED);
    await use.open({ body: `<script>document.cookie = "reader=42; path=/"</script>${body}` });
    await use.until(() => seen.events.length === 3);
    assert.equal(use.server.count(SENTENCES), 1);
    assert.equal(use.server.cookie(SENTENCES), undefined);
    await use.run(() => void (document.cookie = "reader=; path=/; max-age=0"));
    assert.equal((await use.console()).length, 2);
  });

  test("come before a refusal is told", async () => {
    const release = use.server.hold(SENTENCES);
    await use.open(EMPTY);
    await show(REFUSED);
    await use.server.asked(SENTENCES);
    assert.equal(await use.run(() => panel.state), "loading");
    assert.deepEqual(await types(), []);

    const rejected = use.run(() => panel.ready.catch(({ kind, message, problems }) => ({ kind, message, problems })));
    release();
    const { kind, message, problems } = /** @type {import("../../www/element/failure.js").Failure} */ (await rejected);
    const [problem] = problems;
    assert.equal(kind, "document");
    assert.deepEqual(problem, {
      severity: "error",
      code: "unknown-party",
      pointer: "/statements/1/by",
      path: "statements[1].by",
      line: 1,
      column: problem.column,
      message: ERROR,
      remedy: "Correct the id, or add the party to “parties”.",
    });
    assert.equal(message, `statements[1].by, line 1, column ${problem.column}: ${ERROR}. ${problem.remedy}`);
    assert.deepEqual(await types(), ["error"]);
    assert.deepEqual(await messages(), [ERROR]);
    await said(/claim-panel \(document\): .*there is no party/);
  });

  test("do not hold up a panel that is shown with warnings", async () => {
    const release = use.server.hold(SENTENCES);
    await use.open(EMPTY);
    await show(WARNED);
    await use.server.asked(SENTENCES);
    await use.until(() => visibleText(panel).includes("about the bridge"));
    assert.equal(await use.run(() => panel.state), "loading");
    assert.deepEqual(await types(), []);

    release();
    await ready();
    assert.deepEqual(await types(), ["ready"]);
    assert.deepEqual(await messages(), [WARNING]);
  });

  for (const [name, overtaken] of [
    ["a warning", WARNED],
    ["a refusal", REFUSED],
  ]) {
    test(`of ${name} do not disturb a newer document`, async () => {
      const release = use.server.hold(SENTENCES);
      await use.open(EMPTY);
      await show(overtaken);
      await use.server.asked(SENTENCES);
      await show(GOOD);
      await ready();
      release();
      await another();
      assert.match(await text(), BRIDGE);
      assert.deepEqual(await types(), ["ready", "ready"]);
      assert.equal(await use.run(() => panel.state), "ready");
      assert.deepEqual(await messages(), []);
    });

    test(`of ${name} do not disturb a panel that has left`, async () => {
      const release = use.server.hold(SENTENCES);
      await use.open(EMPTY);
      await show(overtaken);
      await use.server.asked(SENTENCES);
      await use.run(() => panel.remove());
      await use.until(() => panel.state === "idle");
      release();
      await another();
      assert.deepEqual(await types(), ["ready"]);
      assert.equal(await use.run(() => panel.state), "idle");
      assert.deepEqual(await messages(), []);
    });
  }

  test("that are missing leave the codes and the words, and are asked for again", async () => {
    use.server.breaks(SENTENCES, MISSING);
    await use.open(EMPTY);
    await show(REFUSED);
    await use.until(() => seen.events.length === 1);
    const [{ message, remedy, ...rest }] = await use.run(() => panel.problems);
    assert.equal(message, "unknown-party rwe ");
    assert.match(remedy, /docs\/format\.md/);
    assert.deepEqual([rest.code, rest.path], ["unknown-party", "statements[1].by"]);
    assert.equal(await use.run(() => panel.state), "failed");
    assert.equal((await text()).trim(), "fallback");
    await said(
      /claim-panel \(document\): statements\[1\]\.by, .*unknown-party/,
      // A lost file is asked for twice.
      2 * [use.says.status(404), use.says.integrity()].flat().length,
    );

    use.server.heal();
    await show(WARNED);
    await ready();
    assert.deepEqual(await messages(), [WARNING]);
  });
});

const CHECK_ADDRESS = "Check the address: it probably leads to an error page or a login page.";
const REPLACE_IT = "Put the JSON document of the story in its place.";

describe("what stands in the place of a document", () => {
  const HTML = "<!doctype html><p>Log in";
  const found = () => use.run(() => panel.problems.map(({ code, remedy }) => [code, remedy]));
  /** @param {string} remedy */
  const refused = async (remedy) => {
    await use.until(() => panel.state === "failed");
    const [[code, told], ...rest] = await found();
    assert.deepEqual([code, rest], ["not-json", []]);
    assert.equal(told, remedy);
    await said(/claim-panel \(document\): .*expected a JSON document, found an HTML page/);
  };

  test("at an address is told with the address to check", async () => {
    await use.open({ body: `<claim-panel id="panel" src="/fault/html"></claim-panel>${NAME}` });
    await refused(CHECK_ADDRESS);
  });

  test("in the page is told without an address", async () => {
    const script = `<script type="application/json">${HTML}</script>`;
    await use.open({ body: `<claim-panel id="panel" src="/good/a.json">${script}</claim-panel>${NAME}` });
    await refused(REPLACE_IT);
  });

  test("in a script's value is told without an address", async () => {
    await use.open(EMPTY);
    await show(HTML);
    await refused(REPLACE_IT);
  });
});

/**
 * The problems of a case as `expected.txt` has them; a browser gives no advice but that there is more, and no
 * suggestion.
 * @param {string} expected
 */
function listed(expected) {
  const problem = /^\d+:\d+: (error|warning|advice): [^\n]* \[([a-z0-9-]+)\]\n {4}[^\n]*\n( {4}at [^\n]*\n)?/gm;
  const said = expected.replace(/; did you mean “[^”]*”\?(?= \[)/g, "");
  return [...said.matchAll(problem)].filter(
    ([, severity, code]) => code !== "misspelt-field" && (severity !== "advice" || code === "more-problems"),
  );
}

test("every problem of every case is said as the command line says it", async () => {
  const folder = new URL("../cases/", import.meta.url);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith("document.json")).sort();
  const codes = new Set();
  await use.open(EMPTY);
  await use.until(() => Boolean(customElements.get("claim-panel")));
  for (const name of names) {
    const found = await use.run(async (address) => {
      const one = document.createElement("claim-panel");
      one.src = address;
      one.loading = "eager";
      document.body.append(one);
      await one.ready.catch(() => {});
      one.remove();
      return one.problems;
    }, `/cases/${name}`);
    const lines = found.map(
      ({ line, column, severity, path, message, code, remedy, pointer }) =>
        `${line}:${column}: ${severity}: ${path && `${path}: `}${message} [${code}]\n    ${remedy}\n` +
        (pointer.includes("~") ? `    at ${pointer}\n` : ""),
    );
    const told = await readFile(new URL(name.replace("document.json", "expected.txt"), folder), "utf8");
    // The command line reads files, and these documents are loaded from addresses.
    const expected = listed(told.replace(/(an HTML page \[not-json\]\n {4}).*/, `$1${CHECK_ADDRESS}`));
    const differing = lines.findIndex((line, index) => line !== expected[index]?.[0]);
    assert.equal(lines[differing], expected[differing]?.[0], name);
    assert.equal(lines.length, expected.length, name);
    found.forEach(({ code }) => codes.add(code));
  }
  assert.ok(codes.size > 40, `only ${codes.size} codes were seen`);
  // A line for each refusal, and nothing else.
  const others = (await use.console()).filter((line) => !line.includes("claim-panel (document): "));
  assert.deepEqual(others, []);
});
