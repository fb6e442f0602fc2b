/** The classic script: one tag that an editor's program keeps, with everything about its panel in `data-…`. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import * as documents from "./documents.js";
import { BRIDGE, usePanel, WASM } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use } = usePanel();

const FILE = "/claim-panel.iife.js";
const VERSION = process.env.CLAIM_PANEL_VERSION ?? "";
/** The version of another copy. No release has it. */
const OTHER = "0.0.0";
const DIST = new URL("../../dist/", import.meta.url);
/** @type {import("../../xtask/contract.mjs").Contract} */
const { attributes } = JSON.parse(await readFile(new URL("../../www/contract.json", import.meta.url), "utf8"));

/** A tag, and what stands after it in the page. */
const tag = (data = 'data-src="/good/a.json"', src = FILE) => `<script src="${src}" ${data}></script>`;
/** @param {string} body */
const open = (body, more = {}) => use.open({ head: "", body, ...more });
/** @param {number} count */
const panels = (count) =>
  use.until((count) => {
    const found = [...document.querySelectorAll("claim-panel")];
    return found.length === count && found.every(({ state }) => state === "ready");
  }, count);
/** Another version, in a folder of its own. */
async function serveOther() {
  const types = {
    "claim-panel.js": "text/javascript",
    "claim-panel.iife.js": "text/javascript",
    "claim-panel_bg.wasm": "application/wasm",
  };
  for (const [name, type] of Object.entries(types)) {
    const file = await readFile(new URL(name, DIST));
    const other = name.endsWith(".js") ? String(file).replaceAll(VERSION, OTHER) : file;
    use.server.breaks(`/other/${name}`, (response) => {
      response.writeHead(200, { "content-type": type });
      response.end(other);
    });
  }
}
const seen = () => use.run(() => [...document.querySelectorAll("claim-panel")].map((panel) => visibleText(panel)));

describe("one classic tag", () => {
  for (const how of ["", "async", "defer"]) {
    test(`puts a panel after itself${how && `, with ${how} too`}`, async () => {
      await open(`<p>before</p>${tag(`${how} data-src="/good/a.json"`)}<p>after</p>`);
      await panels(1);
      assert.match((await seen())[0], BRIDGE);
      const order = await use.run(() => [...document.body.children].map(({ localName }) => localName));
      assert.deepEqual(order, ["p", "script", "claim-panel", "p"]);
    });
  }

  test("hands on every attribute of the element, its id and its class, and nothing else", async () => {
    /** @type {Record<string, string>} */
    const values = { src: "/good/a.json", claim: "letter", controls: "share", "heading-level": "4", highlight: "main" };
    const told = Object.fromEntries(
      attributes.map(({ name, values: [, value] = [] }) => [name, String(values[name] ?? value)]),
    );
    const data = Object.entries({ ...told, id: "story", class: "wide", cfasync: "false", onclick: "x()", slot: "a" });
    await open(tag(data.map(([name, value]) => `data-${name}="${value}"`).join(" ")));
    await panels(1);
    const found = await use.run(() =>
      [...document.querySelector("claim-panel").attributes].map(({ name, value }) => [name, value]),
    );
    assert.deepEqual(Object.fromEntries(found), { ...told, id: "story", class: "wide" });
    assert.deepEqual(await use.run(() => [story.claim, story.headingLevel]), ["letter", 4]);
  });

  test("shows an island of the page", async () => {
    await open(`<script type="application/json" id="data">${documents.text()}</script>${tag('data-src="#data"')}`);
    await panels(1);
  });

  test("makes no second panel in a page that was kept as it stood and runs its scripts again", async () => {
    await open(`<main>${tag()}<p>after</p></main>`);
    await panels(1);
    await use.run(async () => {
      const copy = document.querySelector("main").cloneNode(true);
      document.querySelector("main").replaceWith(copy);
      const [tag, again] = [copy.querySelector("script"), document.createElement("script")];
      [...tag.attributes].forEach(({ name, value }) => again.setAttribute(name, value));
      await new Promise((resolve) => {
        again.onload = resolve;
        tag.replaceWith(again);
      });
    });
    await panels(1);
    assert.match((await seen())[0], BRIDGE);
  });

  test("alone defines the element and adds none", async () => {
    await open(`${tag("")}<claim-panel src="/good/a.json"></claim-panel>`);
    await panels(1);
  });

  test("finds its files beside itself, on another server too", async () => {
    await open(tag('data-src="/good/a.json"', use.server.friendly + FILE));
    await panels(1);
    assert.equal(
      await use.run(
        () => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm"))[0].name,
      ),
      use.server.friendly + WASM,
    );
  });

  test("is covered by one integrity, by a nonce, and needs no style", async () => {
    const hash = createHash("sha384")
      .update(await readFile(new URL(`.${FILE}`, DIST)))
      .digest("base64");
    const policy = `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; connect-src 'self';
      style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; img-src data:`.replace(/\s+/g, " ");
    const page = use.server.page({
      headers: { "content-security-policy": policy },
      html: `<!doctype html><html lang="en"><title>Article</title><link rel="icon" href="data:,">
        <script nonce="abc" src="/recorder.js"></script><body>
        <script nonce="abc" async integrity="sha384-${hash}" src="${FILE}" data-src="/good/a.json"></script>`,
    });
    await use.visit(page);
    await panels(1);
    assert.match((await seen())[0], BRIDGE);
  });

  test("in the head of a page is told where it belongs", async () => {
    await open("", { head: tag() });
    assert.match((await use.console()).join("\n"), /^WARNING.*\bclaim-panel: .*head>/);
  });

  test("a page gets no global and no style of it", async () => {
    await open("");
    const globals = () =>
      use.run(() =>
        Object.getOwnPropertyNames(window)
          .filter((name) => name !== "story")
          .sort(),
      );
    await globals(); // The driver leaves something of its own at the first look.
    const before = await globals();
    await use.run((file) => {
      const script = document.createElement("script");
      script.src = file;
      script.dataset.src = "/good/a.json";
      document.body.append(script);
    }, FILE);
    await panels(1);
    assert.deepEqual(await globals(), before);
    assert.equal(await use.run(() => document.styleSheets.length + document.adoptedStyleSheets.length), 0);
  });
});

describe("several scripts", () => {
  test("five tags are five panels of one program", async () => {
    await open(Array.from({ length: 5 }, (_, number) => tag(`data-src="/good/${number}.json"`)).join("<p>text</p>"));
    await panels(5);
    assert.equal(use.server.count(WASM), 1);
    // Only the first of them listens to the page.
    assert.equal(
      await use.run(
        () => new Set([...document.querySelectorAll("claim-panel")].map((panel) => panel.constructor)).size,
      ),
      1,
    );
  });

  for (const [name, body] of [
    ["before", SCRIPT + tag()],
    ["behind", tag() + SCRIPT],
    ["around", SCRIPT + tag() + SCRIPT.replace("async", "")],
  ]) {
    test(`the module ${name} it is no second program`, async () => {
      await open(`${body}<claim-panel src="/good/b.json"></claim-panel>`);
      await panels(2);
      assert.equal(use.server.count(WASM), 1);
    });
  }

  const COPIES = [
    tag(),
    SCRIPT.replace("async", ""),
    tag('data-src="/good/b.json"', "/other/claim-panel.iife.js"),
    SCRIPT.replace("async", "").replace("/claim", "/other/claim"),
    SCRIPT.replace("async", "").replace(".js", ".js?again"),
  ];
  for (const first of COPIES.keys()) {
    for (const step of [1, 2, 3, 4]) {
      // Every copy is the first one, and stands before and behind every other.
      const order = COPIES.map((_, number) => (first + number * step) % COPIES.length);
      test(`five copies of two versions are one program, in the order ${order.join("")}`, async () => {
        await serveOther();
        await open(`${order.map((number) => COPIES[number]).join("")}<claim-panel src="/good/c.json"></claim-panel>`);
        await panels(3);
        assert.equal(use.server.count(WASM) + use.server.count(`/other${WASM}`), 1);
        const { version, classes } = await use.run(() => ({
          version: customElements.get("claim-panel").version,
          classes: new Set([...document.querySelectorAll("claim-panel")].map((panel) => panel.constructor)).size,
        }));
        assert.equal(classes, 1);
        const other = { [VERSION]: OTHER, [OTHER]: VERSION }[version];
        const said = await use.console();
        assert.equal(said.length, 1, said.join("\n"));
        assert.ok(said[0].includes(`claim-panel ${version} is already on this page; ${other} stays unused`), said[0]);
      });
    }
  }

  test("of two versions the first stays, which is said once", async () => {
    await serveOther();
    const second = tag('data-src="/good/b.json"', "/other/claim-panel.iife.js");
    await open(tag() + second + second + second);
    await panels(4);
    assert.equal(await use.run(() => customElements.get("claim-panel").version), VERSION);
    assert.equal(use.server.count(WASM), 1);
    const said = await use.console();
    assert.equal(said.length, 1);
    assert.match(said[0], /^INFO/);
    assert.ok(said[0].includes(`claim-panel ${VERSION} is already on this page; ${OTHER} stays unused`), said[0]);
  });
});

describe("the fallback", () => {
  const FALLBACK = '<div id="plain"><p>Rowe denies it. <a href="/claims/bridge">All of it</a></p></div>';
  const DATA = 'data-fallback="#plain" data-src="/good/a.json"';

  for (const [where, body] of [
    ["before the tag", FALLBACK + tag(DATA)],
    ["behind the tag", tag(DATA) + FALLBACK],
  ]) {
    test(`${where} gives way to the panel`, async () => {
      await open(body);
      await panels(1);
      assert.match((await seen())[0], BRIDGE);
      await use.until(() => plain.parentElement?.localName === "claim-panel");
      assert.equal(await use.run(() => plain.checkVisibility()), false);
    });
  }

  for (const [where, head, body] of [
    ["in <head>", tag(DATA), FALLBACK],
    [
      "put into <head> by a script",
      "",
      `${FALLBACK}<script>const tag = Object.assign(document.createElement("script"), { src: "${FILE}" });
        Object.assign(tag.dataset, { src: "/good/a.json", fallback: "#plain" }); document.head.append(tag)</script>`,
    ],
  ]) {
    test(`stays where it is beside a tag ${where}, and the console says why`, async () => {
      await open(body, { head });
      await use.until(() => document.readyState === "complete" && document.querySelector("head claim-panel"));
      assert.ok(await use.run(() => plain.checkVisibility() && !plain.closest("claim-panel")));
      await use.hears([/WARNING.*claim-panel: a script tag with data-src stands in .*head>.*move it/]);
    });
  }

  for (const how of ["", "async "]) {
    test(`that is not in the page is named, and all else stays${how && `, with ${how}`}`, async () => {
      await open(`${FALLBACK}${tag(how + DATA.replace("#plain", "#plane"))}<p>after</p>`);
      await panels(1);
      await use.until(() => document.readyState === "complete");
      assert.match((await seen())[0], BRIDGE);
      assert.ok(await use.run(() => plain.checkVisibility()));
      await use.hears([/WARNING.*claim-panel: no element has the id “plane”; correct data-fallback/]);
    });
  }

  test("need not be there: a tag without one takes nothing", async () => {
    await open(`${FALLBACK}${tag()}<p id="after">after</p>`);
    await panels(1);
    assert.ok(await use.run(() => plain.checkVisibility() && after.checkVisibility()));
  });

  test("stays where the panel cannot be, and where the script is blocked", async () => {
    await open(FALLBACK + tag(DATA.replace("good/a.json", "fault/missing")));
    await use.until(() => document.querySelector("claim-panel").state === "failed");
    assert.ok(await use.run(() => plain.checkVisibility()));
    await use.hears([...use.says.status(404), /claim-panel \(network\)/]);

    await open(FALLBACK + tag(DATA, "/nowhere.js"));
    assert.ok(await use.run(() => plain.checkVisibility()));
    await use.hears(use.says.status(404));
  });

  test("may hold the document itself", async () => {
    await open(`<div id="plain"><p>Rowe denies it.</p><script type="application/json">${documents.text()}</script></div>
      ${tag('data-fallback="#plain" data-src')}`);
    await panels(1);
    assert.match((await seen())[0], BRIDGE);
  });
});
