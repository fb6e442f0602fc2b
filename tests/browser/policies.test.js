/**
 * Every way into a page under every policy that publishers send: where it allows the panel, the panel is there with
 * its looks and nothing is complained of; where it does not, the reader keeps the fallback and the page hears of it once.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after } from "node:test";
import { useBrowser } from "./browser.js";
import * as documents from "./documents.js";
import { matrix } from "./matrix.js";
import { WASM } from "./panel.js";
import { describe, test } from "./suite.js";

const use = useBrowser();
const DIST = new URL("../../dist/", import.meta.url);
/** @param {string} name */
const dist = (name) => readFile(new URL(name, DIST));

/** @param {string} name */
const beside = (name) => readFile(new URL(name, import.meta.url), "utf8");
/** Before everything else in a page: what policies forbid, and what the test wants to be otherwise. */
const WATCH = `${await beside("console.js")}
${await beside("recorder.js")}
  seen.violations = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    seen.violations.push(violatedDirective + " " + blockedURI));
  if (location.search.includes("no-wasm")) delete window.WebAssembly;`;

/** Sets the property once the element is there; an own file, since policies forbid scripts in the page. */
const SET = `customElements.whenDefined("claim-panel").then(() => {
  document.querySelector("claim-panel").data = ${documents.text()};
});`;

/** @param {string} more @param {string} nonce */
const tag = (more, nonce) => `<script ${nonce} ${more}></script>`;
const MODULE = 'type="module" async src="/claim-panel.js"';
const ISLAND = `<script type="application/json">${documents.text()}</script>`;
const panel = (attributes = "", content = "") =>
  `<claim-panel loading="eager" ${attributes}><p>fallback</p>${content}</claim-panel>`;

/**
 * Way in → what stands in the page; `nonce` is an attribute or nothing.
 * @type {Record<string, (nonce: string) => string>}
 */
const WAYS = {
  "src with an address": (nonce) => tag(MODULE, nonce) + panel('src="/good/a.json"'),
  "an island": (nonce) => tag(MODULE, nonce) + panel("", ISLAND),
  "the property": (nonce) => tag(MODULE, nonce) + panel() + tag('src="/set.js"', nonce),
  "the classic script": (nonce) =>
    `<div id="plain"><p>fallback</p></div>${tag('src="/claim-panel.iife.js" data-src="/good/a.json" data-fallback="#plain" data-loading="eager"', nonce)}`,
};
const FRAME = "embed.html";

const TRUSTED = "require-trusted-types-for 'script'; trusted-types 'none'";
const PLAIN = ({ scripts = "'wasm-unsafe-eval'", connect = "SELF" } = {}) =>
  `default-src 'none'; script-src SELF ${scripts}; style-src 'none'; connect-src ${connect}; img-src data:`;
const NONCE =
  "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'none'; connect-src SELF; img-src data:";

/** What the policies and browsers allow, and whether the panel can be there then. */
const POLICIES = [
  { name: "a strict policy", policy: PLAIN(), shown: true },
  { name: "a nonce and strict-dynamic", policy: NONCE, shown: true, nonce: 'nonce="abc"' },
  { name: "a strict policy with trusted types", policy: `${PLAIN()}; ${TRUSTED}`, shown: true },
  { name: "a nonce and trusted types", policy: `${NONCE}; ${TRUSTED}`, shown: true, nonce: 'nonce="abc"' },
  { name: "no wasm-unsafe-eval", policy: PLAIN({ scripts: "" }), kind: "policy", code: "not-allowed" },
  { name: "WebAssembly switched off", policy: PLAIN(), search: "?no-wasm", kind: "policy", code: "not-allowed" },
  { name: "connect-src 'none'", policy: PLAIN({ connect: "'none'" }), kind: "policy", code: "not-connected" },
];

/** @type {(type: string, body: string | Buffer, headers?: object) => Answer} */
const served =
  (type, body, headers = {}) =>
  (response) => {
    response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...headers });
    response.end(body);
  };

/**
 * Opens a page with this way in; afterwards the driver is where the panel is.
 * @param {string} way @param {{ policy: string, nonce?: string, search?: string }} policy
 */
async function open(way, { policy, nonce = "", search = "" }) {
  const headers = { "content-security-policy": policy.replaceAll("SELF", use.server.origin) };
  use.server.breaks("/watch.js", served("text/javascript", WATCH));
  use.server.breaks("/set.js", served("text/javascript", SET));
  const watch = tag('src="/watch.js"', nonce);
  /** @param {string} body */
  const page = (body) =>
    `<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="data:,">${watch}<body>${body}`;
  if (way !== FRAME) {
    await use.visit(use.server.page({ headers, html: page(WAYS[way](nonce)) }) + search);
    return;
  }
  // The frame's file has no nonce in it and a stylesheet beside it: its own headers say so.
  const html = String(await dist(FRAME)).replace(/<meta charset[^>]*>/, `$&${tag('src="/watch.js"', "")}`);
  const inner = headers["content-security-policy"].replace("style-src 'none'", "style-src 'self'");
  use.server.breaks(
    "/embed.html",
    served("text/html; charset=utf-8", html, nonce ? {} : { "content-security-policy": inner }),
  );
  const frame = `<iframe width="600" height="600" src="/embed.html?src=/good/a.json&amp;${search.slice(1)}"></iframe>`;
  const outer = `${headers["content-security-policy"]}; frame-src 'self'`;
  await use.visit(
    use.server.page({
      headers: { "content-security-policy": outer },
      html: page(frame + tag('src="/resize.js"', nonce)),
    }),
  );
  assert.deepEqual(await use.run(() => seen.violations), []);
  await use.driver.switchTo().frame(0);
}

/** @param {Panel["state"]} state */
const settled = (state) =>
  use.until((state) => document.querySelector("claim-panel")?.state === state && seen.events.length > 0, state);

/** What a reader sees, and what the page heard. */
const found = () =>
  use.run(() => {
    const panel = document.querySelector("claim-panel");
    const title = panel.shadowRoot.querySelector("[part~=title]");
    const { fontWeight, fontSize = "" } = title ? getComputedStyle(title) : {};
    const ratio = title && parseFloat(fontSize) / parseFloat(getComputedStyle(panel).fontSize);
    return {
      looks: title && [getComputedStyle(panel).display, fontWeight, ratio.toFixed(1)],
      fallback: /fallback|cannot be shown/.test(document.body.innerText),
      events: seen.events.map(({ type, kind, codes }) => [type, kind ?? "", ...(codes ?? [])]),
      errors: seen.errors,
      violations: seen.violations,
    };
  });

const table = matrix(
  "policy",
  POLICIES.map(({ name }) => name),
  [...Object.keys(WAYS), FRAME],
);
after(() => table.settle());

for (const policy of POLICIES) {
  describe(policy.name, () => {
    for (const way of [...Object.keys(WAYS), FRAME]) {
      test(way, async () => {
        await open(way, policy);
        await settled(policy.shown ? "ready" : "failed");
        const { looks, fallback, events, errors, violations } = await found();
        await use.driver.switchTo().defaultContent();
        const lines = await use.console();
        assert.deepEqual(errors, []);
        if (policy.shown) {
          // `display` is the sheet's, and so are the weight and the size of the title.
          assert.deepEqual(looks, ["block", "700", "1.3"]);
          assert.deepEqual(
            { fallback, events, violations, lines },
            {
              fallback: false,
              events: [["ready", ""]],
              violations: [],
              lines: [],
            },
          );
          table.put(policy.name, way, "panel");
          return;
        }
        assert.ok(fallback, "the fallback is not visible");
        assert.deepEqual(events, [["error", policy.kind, policy.code]]);
        assert.deepEqual([...new Set(violations)], violations, "the same violation was reported again");
        assert.equal(lines.filter((line) => line.includes("claim-panel (")).length, 1, lines.join("\n"));
        table.put(policy.name, way, `fallback (\`${policy.kind}\`)`);
      });
    }
  });
}

test("a document that connect-src leaves out is asked for once, and the remedy says what to add", async () => {
  const policy = { policy: PLAIN() };
  use.server.breaks("/set.js", served("text/javascript", ""));
  const there = `${use.server.friendly}/good/a.json`;
  WAYS.elsewhere = (nonce) => tag(MODULE, nonce) + panel(`src="${there}"`);
  await open("elsewhere", policy);
  delete WAYS.elsewhere;
  await settled("failed");
  const { events, violations, fallback } = await found();
  assert.deepEqual(events, [["error", "policy", "not-connected"]]);
  assert.deepEqual(violations, [`connect-src ${there}`]);
  assert.ok(fallback);
  assert.match((await use.console()).join("\n"), /claim-panel \(policy\): .*connect-src/);
});

/** One `integrity` on the tag is enough: the script knows the hashes of what it loads. */
describe("one changed byte", () => {
  /** @param {string} name */
  const sri = async (name) =>
    `sha384-${createHash("sha384")
      .update(await dist(name))
      .digest("base64")}`;
  /** @type {Record<string, (hash: string) => string>} */
  const pages = {
    "claim-panel.js": (hash) =>
      `<script type="module" async integrity="${hash}" src="/claim-panel.js"></script>${panel('src="/good/a.json"')}`,
    "claim-panel.iife.js": (hash) =>
      `<div id="plain"><p>fallback</p></div><script integrity="${hash}" src="/claim-panel.iife.js"
        data-src="/good/a.json" data-fallback="#plain" data-loading="eager"></script>`,
  };
  const FILES = ["claim-panel_bg.wasm", "languages/index.json", "languages/fr.txt"];

  for (const [script, page] of Object.entries(pages)) {
    /** @param {string} [changed] */
    const show = async (changed) => {
      use.server.breaks("/good/a.json", served("application/json", documents.text({ lang: "fr" })));
      if (changed) {
        const bytes = Buffer.from(await dist(changed));
        // A letter of a word: what is changed would run, and be shown, if nobody looked.
        const at = changed.endsWith(".wasm") ? bytes.indexOf("denies") : bytes.length >> 1;
        assert.ok(at > 0);
        bytes[at] ^= 1;
        /** @type {Record<string, string>} */
        const types = { js: "text/javascript", wasm: "application/wasm" };
        const type = types[changed.split(".").at(-1) ?? ""] ?? "text/plain";
        use.server.breaks(`/${changed}`, served(type, bytes));
      }
      await use.open({ head: "", body: page(await sri(script)) });
    };

    test(`nowhere: ${script} shows the panel`, async () => {
      await show();
      await settled("ready");
      assert.deepEqual(await use.console(), []);
    });

    test(`in ${script} itself: nothing of it runs`, async () => {
      await show(script);
      await use.until(() => document.readyState === "complete");
      assert.equal(await use.run(() => Boolean(customElements.get("claim-panel"))), false);
      assert.match(await use.run(() => document.body.innerText), /fallback/);
      assert.equal(use.server.count(WASM), 0);
      await use.console();
    });

    for (const file of FILES) {
      test(`in ${file} of ${script}: the fallback stays`, async () => {
        await show(file);
        await settled("failed");
        const { fallback, events, errors } = await found();
        assert.ok(fallback);
        assert.deepEqual(events, [["error", "load", "not-loaded"]]);
        assert.deepEqual(errors, []);
        assert.match((await use.console()).join("\n"), /claim-panel \(load\)/);
      });
    }
  }

  test("in the sentences of problems: none of them is shown, their codes are", async () => {
    const bytes = Buffer.from(await dist("claim-panel-problems.json"));
    const at = bytes.indexOf("expected");
    bytes[at] ^= 1;
    use.server.breaks("/claim-panel-problems.json", served("application/json", bytes));
    await use.open({ body: panel('src="/fault/dangling"') });
    await settled("failed");
    const [message] = await use.run(() => document.querySelector("claim-panel").problems.map(({ message }) => message));
    assert.match(message, /^unknown-party /);
    assert.match((await use.console()).join("\n"), /claim-panel \(document\)/);
  });
});
