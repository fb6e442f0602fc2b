/**
 * Whatever goes wrong, the reader keeps the article's own text, the page learns of it once, nothing is
 * thrown at it, and the next good document shows.
 */
import assert from "node:assert/strict";
import { useBrowser } from "./browser.js";
import { DATA, DOCUMENTS, twice } from "./cases.js";
import * as documents from "./documents.js";
import { ENGINE } from "./engines/engine.js";
import { MISSING, SCRIPT, TAMPERED, UNTYPED } from "./server.js";
import { describe, test } from "./suite.js";

const use = useBrowser();
const FALLBACK = "Rowe denies that she asked to meet the contractor.";
const GOOD = documents.text();

/** A page with one panel. */
function page(attributes = "", rest = {}) {
  return {
    body: `<claim-panel id="panel" ${attributes}><p>${FALLBACK}</p></claim-panel>
<script>window.panel = document.getElementById("panel"); window.good = ${GOOD}</script>`,
    ...rest,
  };
}

/** The panel has failed as it should. @param {{ kind?: string, codes: string[], pointer?: string }} expected */
async function failed({ kind, codes, pointer }, times = 1) {
  await use.until((times) => seen.events.length === times, times);
  const found = await use.run(() => ({
    event: seen.events[seen.events.length - 1],
    state: panel.state,
    problems: panel.problems,
    busy: panel.matches(":state(--busy)"),
    text: visibleText(panel),
    visible: panel.firstElementChild.checkVisibility() && panel.firstElementChild.getBoundingClientRect().height > 0,
  }));
  assert.equal(found.event.type, "error");
  assert.equal(found.event.kind, kind);
  assert.deepEqual(found.event.codes, codes);
  assert.equal(found.state, "failed");
  assert.equal(found.busy, false);
  assert.equal(found.text.trim(), FALLBACK);
  assert.ok(found.visible, "the fallback is not visible");
  assert.deepEqual(found.problems, found.event.problems);
  for (const problem of found.problems) {
    assert.equal(problem.severity, "error");
    assert.ok(problem.message && problem.remedy, "a problem says nothing");
  }
  if (pointer !== undefined) {
    assert.equal(found.problems[0].pointer, pointer);
  }
}

/** The panel shows, and every load so far has told of itself exactly once. @param {string[]} events */
async function recovered(events) {
  await use.until(() => panel.state === "ready");
  const found = await use.run(() => ({
    types: seen.events.map(({ type }) => type),
    text: visibleText(panel),
    problems: panel.problems.filter(({ severity }) => severity === "error"),
    visible: panel.firstElementChild.checkVisibility(),
  }));
  assert.deepEqual(found.types, events);
  assert.match(found.text, /Who said what about the bridge/);
  assert.deepEqual(found.problems, []);
  assert.ok(!found.visible, "the fallback shows beside the panel");
}

/** Nothing was thrown at the page, and the console says just this. @param {RegExp[]} expected */
async function quiet(expected) {
  assert.deepEqual(await use.run(() => seen.errors), []);
  const lines = await use.hears(expected);
  assert.equal(lines.length, expected.length, lines.join("\n"));
}

/** Our one line for a load that failed. @param {string} kind */
const said = (kind) => new RegExp(`^SEVERE: .*claim-panel \\(${kind}\\): `);

describe("a document that cannot be had or shown", () => {
  for (const { name, src, kind, codes, console = () => [] } of DOCUMENTS) {
    test(name, async () => {
      const address = typeof src === "function" ? src(use.server) : src;
      await use.open(page(`src="${address}"`));
      await failed({ kind, codes });
      await quiet([said(kind), ...console(use.says)]);

      use.server.heal();
      if (address.startsWith("/")) {
        await use.run(() => void panel.reload());
      } else {
        await use.run(() => void (panel.src = "/good/b.json"));
      }
      await recovered(["error", "ready"]);
      await quiet([]);
    });
  }
});

test("a page that comes back as it was left tries again for what the network refused", async () => {
  await use.open(page('src="/fault/cut"'));
  await failed({ kind: "network", codes: ["not-reached"] });
  await quiet([said("network"), ...twice(use.says.unreachable())]);

  use.server.heal();
  await use.run(() => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await recovered(["error", "ready"]);
  // What stands needs nothing.
  await use.run(() => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  assert.equal(await use.run(() => panel.state), "ready");
  assert.equal(use.server.count("/fault/cut"), 3);
  await quiet([]);
});

test("a document without end is given up", async () => {
  await use.open(page('src="/fault/endless"'));
  await failed({ kind: "document", codes: ["too-large"] });
  await use.server.over("/fault/endless");
  await quiet([said("document")]);
});

describe("data that cannot be shown", () => {
  for (const { name, act, codes, pointer } of DATA) {
    test(name, async () => {
      await use.open(page());
      await use.until(() => panel.state === "idle");
      await use.driver.executeScript(`({ ${act} }).act(panel)`);
      await failed({ kind: "document", codes, pointer });
      await quiet([said("document")]);

      await use.run(() => void (panel.data = window.good));
      await recovered(["error", "ready"]);
      await quiet([]);
    });
  }

  test("an island that is broken, until it is mended", async () => {
    await use.open({
      body: `<claim-panel id="panel"><p>${FALLBACK}</p><script type="application/json">{</script></claim-panel>
<script>window.panel = document.getElementById("panel")</script>`,
    });
    await failed({ kind: "document", codes: ["unexpected-end"] });
    await quiet([said("document")]);

    await use.run((text) => void (panel.querySelector("script").textContent = text), GOOD);
    await recovered(["error", "ready"]);
    await quiet([]);
  });
});

describe("a panel that was shown", () => {
  test("gives way to the fallback when its next document is refused, and comes back", async () => {
    await use.open(page('src="/good/a.json"'));
    await recovered(["ready"]);
    await use.run(() => void (panel.data = { ...window.good, version: 7 }));
    await failed({ kind: "document", codes: ["unknown-version"] }, 2);
    await quiet([said("document")]);

    // Without data, the source is the address again.
    await use.run(() => void (panel.data = null));
    await recovered(["ready", "error", "ready"]);
    await quiet([]);
  });
});

describe("what is no failure", () => {
  for (const [name, src] of /** @type {[string, (server: Server) => string][]} */ ([
    ["another media type", () => "/fault/wrong-type"],
    ["another origin with CORS", (server) => `${server.friendly}/good/a.json`],
  ])) {
    test(name, async () => {
      await use.open(page(`src="${src(use.server)}"`));
      await recovered(["ready"]);
      await quiet([]);
    });
  }
});

describe("WebAssembly", () => {
  for (const [name, how, console] of /** @type {[string, Answer, RegExp[]][]} */ ([
    ["that is missing is asked for again", MISSING, twice([...use.says.status(404), ...use.says.integrity()])],
    ["that somebody changed does not run", TAMPERED, twice(use.says.integrity())],
  ])) {
    test(name, async () => {
      use.server.breaks("/claim-panel_bg.wasm", how);
      await use.open(page('src="/good/a.json"'));
      await failed({ kind: "load", codes: ["not-loaded"] });
      await quiet([said("load"), ...console]);

      use.server.heal();
      await use.run(() => void panel.reload());
      await recovered(["error", "ready"]);
      await quiet([]);
    });
  }

  test("of a server that does not know its media type runs", async () => {
    use.server.breaks("/claim-panel_bg.wasm", UNTYPED);
    await use.open(page('src="/good/a.json"'));
    await recovered(["ready"]);
    await quiet([]);
  });

  test("that the browser lacks", async () => {
    const head = `<script>window.kept = WebAssembly; delete window.WebAssembly</script>
<script type="module" async src="/claim-panel.js"></script>`;
    await use.open(page('src="/good/a.json"', { head }));
    await failed({ kind: "policy", codes: ["not-allowed"] });
    assert.equal(use.server.count("/claim-panel_bg.wasm"), 0);
    await quiet([said("policy")]);

    await use.run(() => void (window.WebAssembly = window.kept));
    await use.run(() => void panel.reload());
    await recovered(["error", "ready"]);
    await quiet([]);
  });

  test("that the page's policy forbids stays forbidden, whatever document comes", async () => {
    const headers = { "content-security-policy": "default-src 'self'; script-src 'self'; img-src data:" };
    const body = `<claim-panel id="panel" src="/good/a.json"><p>${FALLBACK}</p></claim-panel>`;
    await use.open({ body, headers });
    await failed({ kind: "policy", codes: ["not-allowed"] });
    await use.run((text) => void (panel.data = text), GOOD);
    await failed({ kind: "policy", codes: ["not-allowed"] }, 2);
    const lines = await use.console();
    assert.equal(lines.filter((line) => said("policy").test(line)).length, 2, lines.join("\n"));
    assert.deepEqual(await use.run(() => seen.errors), []);
  });

  test("that the page's policy forbids is reported once, however many panels there are", async () => {
    const headers = { "content-security-policy": "default-src 'self'; script-src 'self' 'nonce-x'; img-src data:" };
    const panels = '<claim-panel loading="eager" src="/good/a.json"></claim-panel>'.repeat(3);
    const note =
      '<script nonce="x">addEventListener("securitypolicyviolation", () => (window.reports = (window.reports ?? 0) + 1))</script>';
    await use.open({ head: `${note}${SCRIPT}`, body: panels, headers });
    await use.until(() => [...document.querySelectorAll("claim-panel")].every(({ state }) => state === "failed"));
    await use.run(() =>
      document.body.append(
        Object.assign(document.createElement("claim-panel"), { src: "/good/a.json", loading: "eager" }),
      ),
    );
    await use.until(() => document.querySelector("claim-panel:last-of-type").state === "failed");
    // WebKit reports none of these.
    assert.equal(await use.run(() => window.reports ?? 0), ENGINE === "webkit" ? 0 : 1);
    await use.console();
  });

  test("runs under a strict policy that allows it", async () => {
    const headers = {
      "content-security-policy":
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'",
    };
    const body = `<claim-panel id="panel" src="/good/a.json"><p>${FALLBACK}</p></claim-panel>`;
    await use.open({ body, headers });
    await recovered(["ready"]);
    await quiet([]);
  });
});
