/** The panel in programs of React 19 and 18, rendered by a server and hydrated in the page. */
import assert from "node:assert/strict";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { after, before, beforeEach } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import * as documents from "./documents.js";
import { told } from "./engines/told.js";
import { install, lend, served, tool } from "./installed.js";
import { usePanel } from "./panel.js";
import { describe, test } from "./suite.js";
import { TYPES } from "./types.js";

const { use, ready, text, click } = usePanel();
const MODULES = told("CLAIM_PANEL_NODE_MODULES");
const VERSIONS = ["19", "18"];

/** Version → the program's server, and the files of its page. */
const programs = new Map();
/** @type {import("./installed.js").Installed} */
let installed;

before(async () => {
  installed = await install();
  await lend(installed.folder, ["react", "react-dom", "scheduler"]);
  const root = join(installed.folder, "react");
  await cp(fileURLToPath(new URL("../hosts/react", import.meta.url)), root, { recursive: true });
  for (const version of VERSIONS) {
    programs.set(version, await build(root, version));
  }
});
after(() => installed?.remove());

beforeEach(() => {
  use.server.breaks("/picture.svg", (response) => {
    response.writeHead(200, { "content-type": "image/svg+xml" });
    response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');
  });
  for (const { files } of programs.values()) {
    for (const [path, body] of files) {
      use.server.breaks(path, (response) => {
        response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" });
        response.end(body);
      });
    }
  }
});

/** Builds the program with a version of React that warns. @param {string} root @param {string} version */
async function build(root, version) {
  const { build } = await tool("vite");
  const own = version === "19" ? "" : `-${version}`;
  const alias = ["react-dom", "react"].map((name) => ({
    find: new RegExp(`^${name}(?=/|$)`),
    replacement: join(MODULES, name + own),
  }));
  const shared = { root, logLevel: "error", configFile: false, mode: "development", resolve: { alias } };
  const define = { "process.env.NODE_ENV": '"development"' };
  /** @param {string} name */
  const place = (name) => join(root, `${name}-${version}`);
  const input = { [`react-${version}`]: join(root, "client.js") };
  const output = { entryFileNames: "[name].js" };
  await build({
    ...shared,
    define,
    build: { outDir: place("page"), minify: false, rolldownOptions: { input, output } },
  });
  const ssr = { noExternal: true };
  await build({ ...shared, define, ssr, build: { outDir: place("server"), ssr: join(root, "server.js") } });
  const names = (await readdir(place("page"), { recursive: true })).filter((name) => extname(name));
  const files = await Promise.all(names.map(async (name) => [`/${name}`, await readFile(join(place("page"), name))]));
  return { files, server: await import(pathToFileURL(join(place("server"), "server.js")).href) };
}

const SRC = { src: "/good/a.json" };
/** @param {unknown} value */
const script = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** React would recommend a tool of its own in the console. */
const QUIET = "window.__REACT_DEVTOOLS_GLOBAL_HOOK__ = { isDisabled: true };";

/**
 * Opens the page that the server renders; without a server, the page renders it. It loads once it is hydrated.
 * @param {string} version @param {import("../hosts/react/app.js").Page} page
 */
async function open(version, page, isServed = true) {
  const html = isServed ? programs.get(version).server.render(page) : "";
  hydration(use.server.hold("/picture.svg"));
  await use.open({
    head: "",
    body: `<div id="root">${html}</div><img src="/picture.svg" alt=""><script>${QUIET} window.page = ${script(page)}</script>
<script type="module" src="/react-${version}.js"></script>`,
  });
  await use.until(() => window.program);
  return html;
}

/** Does something once the page says that it is hydrated. @param {() => void} action */
function hydration(action) {
  use.server.breaks("/hydrated", (response) => {
    response.writeHead(204).end();
    action();
  });
}

/** What the listeners have heard, by name. @param {string} [name] @returns {Promise<Loose[]>} */
const heard = (name) =>
  use.run((name) => window.heard.filter((/** @type {Loose} */ one) => !name || one.name === name), name);

for (const version of VERSIONS) {
  describe(`React ${version} hydrates`, () => {
    for (const [name, page] of /** @type {[string, Partial<import("../hosts/react/app.js").Page>][]} */ ([
      ["the tag", { isTag: true }],
      ["the component", {}],
      ["the component, strictly", { isStrict: true }],
    ])) {
      test(`${name} while the panel loads`, async () => {
        const release = use.server.hold("/good/a.json");
        await open(version, { ...page, waitsFor: "loading", properties: SRC });
        assert.equal(await use.run(() => window.before.state), "loading");
        assert.ok(await use.run(() => panel.matches(":state(--busy)") && panel.firstElementChild === fallback));
        release();
        await ready();
        assert.match(await text(), /Who said what about the bridge/);
        assert.ok(await use.run(() => panel === program.element && panel.firstElementChild === fallback));
        assert.equal(use.server.count("/good/a.json"), 1);
        assert.deepEqual(
          (await heard()).map(({ name, targets }) => [name, ...targets]),
          page.isTag ? [] : [["Ready", "panel", "panel"]],
        );
      });

      test(`${name} once a reader has opened a claim`, async () => {
        await open(version, { ...page, waitsFor: "ready", opens: true, properties: SRC });
        const { claim, attributes } = await use.run(() => window.before);
        assert.deepEqual([claim, attributes], ["meeting", ["id", "loading", "src"]]);
        await use.until(() => panel.getAttribute("claim") === "meeting");
        assert.equal(await use.run(() => panel.claim), "meeting");
        assert.match(await text(), /I asked for nothing of the kind/);
        await click(0);
        await use.until(() => panel.claim === null && !panel.hasAttribute("claim"));
      });
    }

    test("the component long after the page has loaded", async () => {
      await open(version, { waitsFor: "ready", opens: true, isLate: true, properties: SRC });
      assert.ok((await use.run(() => window.before.attributes)).includes("claim"));
      assert.equal(await use.run(() => panel.getAttribute("claim")), "meeting");
    });

    test("a panel that is there: it tells the component so, once", async () => {
      await open(version, { isStrict: true, waitsFor: "ready", properties: SRC });
      await use.until(() => window.heard.length);
      const [event, ...others] = await heard();
      assert.deepEqual(event, {
        name: "Ready",
        type: "claim-panel-ready",
        detail: null,
        targets: ["panel", "panel"],
        label: null,
      });
      assert.deepEqual(others, []);
    });

    test("a panel that has failed: it tells the component why", async () => {
      const properties = { src: "/fault/missing" };
      await open(version, { isStrict: true, waitsFor: "failed", properties });
      await use.until(() => window.heard.length);
      const [{ name, detail }, ...others] = await heard();
      assert.deepEqual([name, detail.kind, detail.problems[0].code], ["Error", "network", "bad-status"]);
      assert.deepEqual(others, []);
      assert.match(await text(), /What readers see until then/);
      assert.match((await use.console()).join("\n"), /claim-panel \(network\)/);
    });

    test("data, which no attribute carries", async () => {
      const html = await open(version, { isStrict: true, properties: { data: documents.good() } });
      assert.doesNotMatch(html, /Rowe/);
      await ready();
      assert.match(await text(), /Who said what about the bridge/);
      assert.deepEqual(
        (await heard()).map(({ name }) => name),
        ["Ready"],
      );
    });
  });

  describe(`the component of React ${version}`, () => {
    test("renders attributes by the names that the element has", async () => {
      const properties = {
        ...SRC,
        className: "wide",
        headingLevel: 4,
        deepLink: "off",
        hidden: false,
        "aria-hidden": false,
      };
      const html = await open(version, { waitsFor: "ready", properties });
      for (const written of ['class="wide"', 'heading-level="4"', 'deep-link="off"', 'aria-hidden="false"']) {
        assert.ok(html.includes(written), `${html} lacks ${written}`);
      }
      assert.doesNotMatch(html, / hidden=/);
      assert.equal(await use.run(() => panel.shadowRoot.querySelector("[part~=claim] h4") !== null), true);
    });

    test("listens to what a reader does, with its newest listeners, until it goes", async () => {
      await open(version, { isStrict: true, waitsFor: "ready", properties: { ...SRC, lang: "en" } });
      await click(0);
      await use.until(() => window.heard.some((/** @type {Loose} */ { name }) => name === "Select"));
      await use.run(() => panel.shadowRoot.querySelector("[part~=claim] a[href^=http]").click());
      await use.run(() => panel.shadowRoot.querySelector("[data-act=share]").click());
      await use.run(() => program.set({ ...window.page.properties, lang: "de" }));
      await use.until(() => panel.lang === "de");
      await use.run(() => panel.shadowRoot.querySelector("[data-act=set-view][data-value=people]").click());
      await use.until(() => window.heard.some((/** @type {Loose} */ { name }) => name === "View"));
      const events = (await heard()).filter(({ name }) => name !== "Ready");
      assert.deepEqual(
        events.map(({ name, label, detail }) => [name, label, detail.claim ?? detail.view ?? detail.url]),
        [
          ["Select", "en", "meeting"],
          ["Source", "en", "https://example.org/rowe#:~:text=I%20asked%20for%20nothing%20of%20the%20kind%2E"],
          ["Share", "en", "meeting"],
          ["View", "de", "people"],
        ],
      );
      assert.match(await use.run(() => location.pathname), /^\/pages\//);
      await use.run(() => program.set(null));
      await use.until(() => !document.querySelector("claim-panel"));
      await use.run(() => panel.dispatchEvent(new CustomEvent("claim-panel-view")));
      assert.equal((await heard("View")).length, 1);
    });

    test("shows other data, and none", async () => {
      await open(version, { properties: { data: documents.good() } });
      await ready();
      await use.run((data) => program.set({ data }), { ...documents.good(), title: "What the letter says" });
      await use.until(() => panel.shadowRoot.querySelector("h2")?.textContent === "What the letter says");
      await use.run(() => program.set({}));
      await use.until(() => panel.state === "idle");
      assert.match(await text(), /What readers see until then/);
    });

    test("renders without a server", async () => {
      await open(version, { isStrict: true, properties: { ...SRC, headingLevel: 4 } }, false);
      await use.until(() => program.element?.state === "ready" && window.heard.length);
      assert.equal(await use.run(() => program.element.headingLevel), 4);
      assert.equal(use.server.count("/good/a.json"), 1);
      assert.equal((await heard("Ready")).length, 1);
    });
  });
}

test("React 19 hydrates a panel that the server sends after the page", async () => {
  const page = { isStreamed: true, isStrict: true, properties: SRC };
  const { stream } = programs.get("19").server;
  let release = () => {};
  const gate = new Promise((resolve) => (release = () => resolve(undefined)));
  use.server.breaks("/streamed", (response) => stream(page, gate, { script: "/react-19.js", first: QUIET }, response));
  hydration(release);
  await use.visit(`${use.server.origin}/streamed`);
  await use.until(() => window.program?.element?.state === "ready" && window.heard.length);
  assert.match(await use.run(() => visibleText(document.getElementById("panel"))), /Who said what about the bridge/);
  assert.equal((await heard("Ready")).length, 1);
});

test("the example for React, built by Vite, shows the panel and hears of a view", async () => {
  const root = join(installed.folder, "example");
  await cp(fileURLToPath(new URL("../../examples/react", import.meta.url)), root, { recursive: true });
  await cp(fileURLToPath(new URL("recorder.js", import.meta.url)), join(root, "public/recorder.js"));
  const page = await readFile(join(root, "index.html"), "utf8");
  await writeFile(join(root, "index.html"), page.replace("<head>", '<head><script src="/recorder.js"></script>'));
  await (await tool("vite")).build({ root, logLevel: "error", configFile: false });
  await served(join(root, "dist"), async (address) => {
    await use.visit(address);
    await use.until(() => document.querySelector("claim-panel")?.state === "ready");
    assert.match(
      await use.run(() => visibleText(document.querySelector("claim-panel"))),
      /Who said what about the bridge/,
    );
    await use.run(() => {
      const { shadowRoot } = document.querySelector("claim-panel");
      shadowRoot.querySelector("[data-act=set-view][data-value=people]").click();
    });
    await use.until(() => document.querySelector("p").textContent === "The panel shows: people");
  });
});
