/** What happens between a panel and the servers: how long it waits, what it asks again, and whom it asks at all. */
import assert from "node:assert/strict";
import { afterEach } from "node:test";
import { SCRIPT_TIMEOUT_MS, useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { seek } from "./hands.js";
import { EMBED, NAME, WASM } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const use = useBrowser();
const DOCUMENT = "/good/a.json";

/** Before the panel's script: what takes long waits for `pass(milliseconds)`, so that no test has to. */
const CLOCK = `<script>{
  const [start, clear] = [setTimeout, clearTimeout];
  const timers = (window.timers = new Map());
  let [now, last] = [0, 0];
  window.setTimeout = (action, time = 0, ...rest) => {
    if (time < 100 || time === ${SCRIPT_TIMEOUT_MS}) return start(action, time, ...rest);
    timers.set(--last, { action, time, due: now + time });
    return last;
  };
  window.clearTimeout = (id) => id < 0 ? void timers.delete(id) : clear(id);
  window.pass = (time) => {
    now += time;
    for (const [id, { action, due }] of [...timers]) if (due <= now && timers.delete(id)) action();
  };
  window.left = () => [...timers.values()].map(({ due }) => due - now).sort((a, b) => a - b);
}</script>`;

const open = (body = EMBED, rest = {}) => use.open({ head: CLOCK + SCRIPT, body, ...rest });
/** @param {number} time */
const pass = (time) => use.run((time) => window.pass(time), time);
/** @param {Panel["state"]} state */
const state = (state) => use.until((state) => panel.state === state, state);
/** Waits until the timers have so long to go, in milliseconds. @param {number[]} times */
const waits = (...times) => use.until((times) => String(left()) === String(times), times);
const errors = () =>
  use.run(() => seen.events.filter(({ type }) => type === "error").map(({ kind, codes = [] }) => [kind, ...codes]));

/** The n-th request for the document is answered by the n-th of these, later ones by the last. @param {Answer[]} all */
function answers(...all) {
  let number = 0;
  use.server.breaks(DOCUMENT, (response) => all[Math.min(number++, all.length - 1)](response));
}
/** @type {Answer} */
const good = (response) => response.end(documents.text());
/** Cut before its head, a connection that was used before is tried again by browsers themselves. @type {Answer} */
const cut = (response) => response.writeHead(200, { "content-length": 999 }).write("{", () => response.destroy());
/** Browsers keep some failures, as 410, for later tests. @type {(status: number, headers?: object) => Answer} */
const status =
  (number, headers = {}) =>
  (response) =>
    response.writeHead(number, { "cache-control": "no-store", ...headers }).end();

/** Failed once, with the fallback in its place, and our line in the console once. @param {string} code */
async function failed(code, kind = "network") {
  await state("failed");
  assert.deepEqual(await errors(), [[kind, code]]);
  assert.equal(await use.run(() => visibleText(panel).trim()), "fallback");
  assert.equal((await ours()).length, 1);
}
/** Nothing but what the browser says of files may be in the console, and our own lines. */
async function ours() {
  const lines = (await use.console()).filter((line) => !/Failed to load resource/.test(line));
  assert.deepEqual(
    lines.filter((line) => !/claim-panel \(/.test(line)),
    [],
  );
  return lines;
}

afterEach(async () => {
  assert.deepEqual(await use.run(() => seen.errors), []);
  assert.deepEqual(await ours(), []);
});

describe("time", () => {
  test("a server that says nothing is given up after 15 seconds", async () => {
    use.server.hold(DOCUMENT);
    await open();
    await use.server.asked(DOCUMENT);
    await waits(15_000, 60_000);
    await pass(14_999);
    assert.equal(await use.run(() => panel.state), "loading");
    await pass(1);
    await failed("too-slow");
    await use.server.over(DOCUMENT);
    assert.equal(use.server.count(DOCUMENT), 1);
    assert.deepEqual(await use.run(() => left()), []);
  });

  test("each piece gives 15 seconds more, but a minute is the end", async () => {
    /** @type {import("node:http").ServerResponse | undefined} */
    let answer;
    answers((response) => {
      answer = response;
      response.writeHead(200, { "content-type": "application/json" }).write("{");
    });
    await open();
    for (let passed = 0; passed < 56_000; passed += 14_000) {
      await waits(...[15_000, 60_000 - passed].sort((a, b) => a - b));
      await pass(14_000);
      answer?.write(" ");
    }
    await waits(4_000, 15_000);
    await pass(4_000);
    await failed("too-slow");
    await use.server.over(DOCUMENT);
  });

  test("a document that has come leaves no timer", async () => {
    await open();
    await state("ready");
    // Closed claims are filled after the panel is ready.
    await waits();
  });
});

test("a file of the release that never comes is given up after a minute, and asked for again", async () => {
  const release = use.server.hold(WASM);
  const clock = `<script>AbortSignal.timeout = (time) => {
    const control = new AbortController();
    window.late = () => control.abort(new DOMException("late", "TimeoutError"));
    window.limit = time;
    return control.signal;
  }</script>`;
  await use.open({ head: clock + SCRIPT, body: EMBED });
  await use.server.asked(WASM);
  assert.equal(await use.run(() => limit), 60_000);
  await use.run(() => late());
  await failed("not-loaded", "load");
  release();
  await use.run(() => panel.reload());
  await state("ready");
});

test("a download ends with its element, at once", async () => {
  use.server.hold(DOCUMENT);
  await open();
  await waits(15_000, 60_000);
  await use.run(() => panel.remove());
  await use.until(() => !left().length);
  await use.server.over(DOCUMENT);
});

describe("a second attempt", () => {
  for (const [name, first] of /** @type {[string, Answer][]} */ ([
    ["a connection that is cut", cut],
    ...[429, 502, 503, 504].map((number) => [`status ${number}`, status(number)]),
  ])) {
    test(`after ${name} is one, and may be good`, async () => {
      answers(first, good);
      await open(`${EMBED}<script>Math.random = () => 0.5</script>`);
      await waits(600, 60_000);
      await pass(600);
      await state("ready");
      assert.equal(use.server.count(DOCUMENT), 2);
      assert.deepEqual(await errors(), []);
    });

    test(`after ${name} comes where a policy is tried and forbids nothing`, async () => {
      answers(first, good);
      const headers = { "content-security-policy-report-only": "connect-src 'none'" };
      await open(`${EMBED}<script>Math.random = () => 0.5</script>`, { headers });
      await waits(600, 60_000);
      await pass(600);
      await state("ready");
      assert.deepEqual(await errors(), []);
      await use.console();
    });

    test(`after ${name} is the last`, async () => {
      answers(first);
      await open();
      await use.until(() => left().length === 2 && left()[0] < 1000);
      await pass(1000);
      await failed(name.startsWith("status") ? "bad-status" : "not-reached");
      assert.equal(use.server.count(DOCUMENT), 2);
    });
  }

  for (const number of [400, 403, 404, 410, 500]) {
    test(`is not made after status ${number}`, async () => {
      answers(status(number));
      await open();
      await failed("bad-status");
      assert.equal(use.server.count(DOCUMENT), 1);
    });
  }

  test("comes at another moment for each reader", async () => {
    for (const [random, time] of [
      [0, 400],
      [0.25, 500],
      [0.75, 700],
    ]) {
      answers(cut, good);
      await open(`${EMBED}<script>Math.random = () => ${random}</script>`);
      await waits(time, 60_000);
      await pass(time);
      await state("ready");
    }
  });

  test("ends with the element", async () => {
    answers(cut, good);
    await open();
    await use.until(() => left().length === 2 && left()[0] < 1000);
    await use.run(() => panel.remove());
    await state("idle");
    await use.until(() => !left().some((time) => time > 1000));
    await pass(1000);
    await use.run(() => fetch("/good/later.json").then(() => {}));
    assert.equal(use.server.count(DOCUMENT), 1);
    assert.deepEqual(await errors(), []);
  });
});

describe("Retry-After", () => {
  /** @param {number} seconds */
  const later = (seconds) => new Date(Date.now() + seconds * 1000).toUTCString();
  for (const [name, header, [least, most]] of /** @type {[string, () => string, number[]][]} */ ([
    ["seconds", () => "7", [7_400, 7_400]],
    ["as long as we wait at all", () => "30", [30_400, 30_400]],
    ["a date", () => later(12), [7_000, 12_400]],
    ["a date that has been", () => later(-99), [400, 400]],
    ["neither", () => "soon", [400, 400]],
  ])) {
    test(`${name} is kept`, async () => {
      answers(status(503, { "retry-after": header() }), good);
      await open(`${EMBED}<script>Math.random = () => 0</script>`);
      await use.until(() => left().length === 2 && left()[0] !== 15_000);
      const time = (await use.run(() => left()))[0];
      assert.ok(least <= time && time <= most, String(time));
      await pass(time - 1);
      assert.equal(use.server.count(DOCUMENT), 1);
      await pass(1);
      await state("ready");
    });
  }

  for (const header of ["31", "86400", later(3600)]) {
    test(`${header} is longer than a reader waits`, async () => {
      answers(status(429, { "retry-after": header }));
      await open();
      await failed("bad-status");
      assert.equal(use.server.count(DOCUMENT), 1);
    });
  }
});

describe("what comes instead", () => {
  for (const type of ["text/html", "application/json", "application/xhtml+xml"]) {
    test(`a page to log in, as ${type}, is named, and asked past when the network is there`, async () => {
      answers((response) => response.writeHead(200, { "content-type": type }).end("\n <!doctype html><p>Log in"), good);
      await open();
      await failed("not-json", "document");
      assert.equal(use.server.count(DOCUMENT), 1);
      await use.run(() => void dispatchEvent(new Event("online")));
      await state("ready");
    });
  }

  test("a redirection is followed, to another origin as well", async () => {
    answers(status(302, { location: `${use.server.friendly}/good/b.json` }));
    await open();
    await state("ready");
    assert.equal(use.server.count("/good/b.json"), 1);
  });

  test("a redirection without end is none", async () => {
    answers(status(302, { location: DOCUMENT }));
    await open();
    await use.until(() => left().length === 2 && left()[0] < 1000);
    await pass(1000);
    await failed("not-reached");
  });
});

test("what the network refused comes when the reader is online again, and nothing else is asked", async () => {
  answers(cut, cut, good);
  await open(
    `${EMBED}<claim-panel id="other" src="/good/b.json"></claim-panel><claim-panel id="bad" src="/fault/wrong-version"></claim-panel>`,
  );
  await use.until(() => left().some((time) => time < 1000) && other.state === "ready" && bad.state === "failed");
  await pass(1000);
  await state("failed");
  await use.run(() => void dispatchEvent(new Event("online")));
  await state("ready");
  assert.deepEqual([DOCUMENT, "/good/b.json", "/fault/wrong-version"].map(use.server.count), [3, 1, 1]);
  assert.equal((await ours()).length, 2);
});

/** A document in French with each kind of link. */
function linked() {
  /** @type {Loose} */
  const document = { ...documents.long(40), lang: "fr" };
  /** @param {string} name */
  const at = (name) => ({ url: `https://example.org/${name}`, archiveUrl: `https://archive.example/${name}` });
  document.publisher = {
    name: "The Gazette",
    url: "https://example.org/",
    correctionsUrl: "https://example.org/corrections",
  };
  document.parties.rowe.url = "https://example.org/people/rowe";
  document.reports = { first: { outlet: "gazette", title: "The bridge", date: "2031-03-02", ...at("bridge") } };
  Object.assign(document.statements[0], at("said"), { reports: ["first"] });
  document.claims[0].findings = [
    { by: "gazette", label: "not shown", url: "https://example.org/finding", date: "2031-04" },
  ];
  return document;
}

/** What readers could be watched by. */
describe("nobody learns", () => {
  test("which article is read, whatever the page's own policy", async () => {
    /** @type {import("node:http").IncomingHttpHeaders[]} */
    const told = [];
    answers((response) => {
      told.push(response.req.headers);
      return good(response);
    });
    await open(EMBED, { headers: { "referrer-policy": "unsafe-url" } });
    await state("ready");
    assert.deepEqual(
      told.map(({ referer, cookie }) => [referer, cookie]),
      [[undefined, undefined]],
    );
  });

  test("anything by other requests than those for the release and for src", async () => {
    answers((response) => response.end(JSON.stringify(linked())));
    const page = use.server.page({ body: EMBED, head: SCRIPT });
    await use.visit(page);
    await state("ready");
    await use.run(() => {
      seen.links = [];
      addEventListener("claim-panel-share", (event) => event.preventDefault());
    });
    for (const view of ["claims", "people", "timeline", "sources"]) {
      await use.run((view) => void (panel.view = view), view);
      await use.until((view) => panel.shadowRoot.querySelector(`[data-value=${view}][aria-pressed=true]`), view);
      await use.until(() => {
        const root = panel.shadowRoot;
        const closed = [...root.querySelectorAll("[aria-expanded=false]")];
        closed.forEach((button) => button.click());
        root.querySelector("[data-act=share]")?.click();
        return !closed.length;
      });
      await use.run(() =>
        seen.links.push(...[...panel.shadowRoot.querySelectorAll("a[href^=http]")].map(({ href, rel }) => [href, rel])),
      );
    }
    await use.run(() => void (panel.view = "claims"));
    await seek(use);
    await use.run(() => {
      const search = panel.shadowRoot.querySelector("input[data-act=search]");
      search.value = "letter";
      search.dispatchEvent(new InputEvent("input", { bubbles: true }));
      dispatchEvent(new Event("beforeprint"));
    });
    await use.until(() => seen.events.some(({ type }) => type === "share"));
    const { links, names, kept } = await use.run(async () => ({
      links: seen.links,
      kept: [document.cookie, localStorage.length, sessionStorage.length, (await indexedDB.databases?.())?.length ?? 0],
      names: performance.getEntriesByType("resource").map(({ name }) => name),
    }));
    const ALLOWED = [DOCUMENT, "/claim-panel.js", WASM, "/languages/fr.txt", "/languages/index.json"];
    // The tests' own.
    const own = [page.slice(use.server.origin.length), "/recorder.js", "/console.js"];
    assert.deepEqual(
      use.server
        .log()
        .filter((path) => !own.includes(path))
        .sort(),
      [...ALLOWED].sort(),
    );
    const others = names.filter(
      (name) => !/^data:/.test(name) && ![...ALLOWED, ...own].some((path) => name === use.server.origin + path),
    );
    assert.deepEqual(others, []);
    assert.deepEqual(kept, ["", 0, 0, 0]);
    assert.deepEqual(
      links.filter(([, rel]) => rel !== "noopener"),
      [],
    );
    const kinds = new Set(links.map(([href]) => href.replace(/#.*/, "")));
    assert.ok(kinds.size >= 6, [...kinds].join("\n"));
  });

  test("anything at all of a reader who does not come near", async () => {
    await open(`<div style="height: 9000px"></div><claim-panel id="panel" src="${DOCUMENT}"></claim-panel>${NAME}`);
    await use.until(() => Boolean(customElements.get("claim-panel")));
    await use.run(() => new Promise((resolve) => new IntersectionObserver(() => resolve(undefined)).observe(panel)));
    assert.deepEqual([DOCUMENT, WASM].map(use.server.count), [0, 0]);
  });
});
