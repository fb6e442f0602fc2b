/** The examples of docs/embedding.md, each in a page of its own, as they stand there. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { examples } from "./documented.js";
import * as documents from "./documents.js";
import { BRIDGE, usePanel } from "./panel.js";
import { SCRIPT } from "./server.js";
import { describe, test } from "./suite.js";

const { use } = usePanel();

const DIST = new URL("../../dist/", import.meta.url);
/** @param {string} type @param {() => string | Buffer | Promise<Buffer>} body @returns {Answer} */
const sent = (type, body) => async (response) => {
  response.writeHead(200, { "content-type": type });
  response.end(await body());
};

/** The folder of the release in the examples. */
const RELEASED = `/claim-panel-${process.env.CLAIM_PANEL_VERSION}`;

/** Where the examples have their document and their release. */
async function serve() {
  use.server.breaks("/claims/bridge.json", sent("application/json", documents.text));
  /** @type {Record<string, string>} */
  const types = { css: "text/css", html: "text/html; charset=utf-8", js: "text/javascript", wasm: "application/wasm" };
  for (const name of RELEASE) {
    const type = types[name.split(".").at(-1) ?? ""];
    use.server.breaks(
      `${RELEASED}/${name}`,
      sent(type, () => readFile(new URL(name, DIST))),
    );
  }
}
const RELEASE = [
  ...["claim-panel.css", "claim-panel.js", "claim-panel.iife.js", "claim-panel_bg.wasm"],
  ...["embed.css", "embed.html", "embed.js", "resize.js"],
];

const shown = () => use.until(() => document.querySelector("claim-panel")?.state === "ready");
const words = () => use.run(() => document.querySelector("claim-panel").shadowRoot.querySelector("div").innerText);

/**
 * Heading → how its examples of HTML get into a page.
 * @type {Record<string, (examples: string[]) => import("./server.js").Page>}
 */
const PAGES = {
  Files: ([html]) => ({ head: "", body: html }),
  "One classic script tag": ([html]) => ({ head: "", body: html }),
  "Where the document comes from": ([html]) => ({ body: html.replace('{ "version": 1, … }', documents.text()) }),
  "In a CMS": ([html]) => ({ body: html }),
  "Links to a claim": ([html]) => ({ body: html }),
};

describe("the examples of HTML", () => {
  for (const [heading, page] of Object.entries(PAGES)) {
    test(heading, async () => {
      await serve();
      await use.open(page(examples(heading, "html")));
      await shown();
      assert.match(await words(), BRIDGE);
    });
  }
});

/** The frame of the example, once it is as high as what is in it. */
async function framed(headers = {}) {
  await serve();
  const page = `${RELEASED}/embed.html`;
  const html = await readFile(new URL("embed.html", DIST), "utf8");
  use.server.breaks(page, (response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(use.server.recorded(html));
  });
  const [body] = examples("In an iframe", "html");
  await use.open({ head: "", body });
  await use.until(() => bridge.style.height);
}

test("the frame", async () => {
  await framed();
  await use.driver.switchTo().frame(0);
  assert.match(await words(), BRIDGE);
  assert.ok(await use.run(() => document.documentElement.scrollHeight <= innerHeight));
  await use.driver.switchTo().defaultContent();
});

test("the headers of the frame keep other documents out", async () => {
  const [header] = examples("In an iframe", "text");
  const policy = header
    .replace(/^.*?: /, "")
    .trim()
    .replace("https://claims.example", "")
    .replace("https://news.example", use.server.origin);
  await framed({ "content-security-policy": policy });
  await use.driver.switchTo().frame(0);
  assert.match(await words(), BRIDGE);
  await use.run((src) => void (document.querySelector("claim-panel").src = src), `${use.server.friendly}/good/a.json`);
  await use.until(() => document.querySelector("claim-panel").state === "failed");
  await use.driver.switchTo().defaultContent();
  await use.hears([...use.says.policy(), /claim-panel \(policy\)/]);
});

test("the link to a claim opens it", async () => {
  await serve();
  await use.open(PAGES["Links to a claim"](examples("Links to a claim", "html")));
  await shown();
  await use.run(() => document.querySelector("p a").click());
  await use.until(() => document.querySelector("claim-panel").shadowRoot.querySelector("[aria-expanded=true]"));
});

test("the passage is marked in its article, and its loss is told", async () => {
  await serve();
  const [passages] = examples("Passages in the article", "json");
  const data = documents.good();
  Object.assign(data.claims[0], JSON.parse(`{${passages}}`));
  use.server.breaks(
    "/claims/bridge.json",
    sent("application/json", () => JSON.stringify(data)),
  );
  const [code] = examples("Passages in the article", "js");
  const body = examples("Passages in the article", "html").join("");
  await use.open({ body: `<script>window.report = (...told) => void (seen.reported = told); ${code}</script>${body}` });
  await use.until(() => [...(CSS.highlights.get("claim-panel-passage") ?? [])].length);
  const marked = await use.run(() => [...CSS.highlights.get("claim-panel-passage")].map(String));
  assert.deepEqual(marked, ["asked to meet", " the contractor in private"]);
  await use.run(() => document.querySelector("em").remove());
  await use.until(() => seen.reported);
  assert.deepEqual(await use.run(() => seen.reported), ["meeting", "asked to meet the contractor in private"]);
});

test("the property", async () => {
  const [js] = examples("Where the document comes from", "js");
  await use.open({ body: "<claim-panel></claim-panel>" });
  await use.run(
    (story, js) =>
      new Promise((resolve) => {
        const script = document.createElement("script");
        script.type = "module";
        script.textContent = `const story = ${story};\n${js}\nwindow.done();`;
        window.done = resolve;
        document.body.append(script);
      }),
    documents.text(),
    js,
  );
  assert.match(await words(), BRIDGE);
});

test("the listeners", async () => {
  await serve();
  /** @param {string} code */
  const body = (code) => `<claim-panel src="/claims/bridge.json" claim="meeting"></claim-panel><script>
    window.report = (...told) => seen.reported = told;
    window.open = (...told) => void (seen.opened = told);
    window.openOurSheet = (...told) => seen.shared = told;
    ${code}</script>`;
  await use.open({ body: body([...examples("Events", "js"), ...examples("Sharing", "js")].join("\n")), head: SCRIPT });
  await shown();
  /** @param {string} part */
  const click = (part) =>
    use.run((part) => document.querySelector("claim-panel").shadowRoot.querySelector(part).click(), part);
  await click("[part~=statement] a[href]");
  await click("[data-act=share]");
  await use.run(() => void (document.querySelector("claim-panel").data = "{"));
  await use.until(() => seen.reported && seen.opened && seen.shared);
  const { reported, opened, shared } = await use.run(() => seen);
  assert.deepEqual(reported.slice(0, 2), ["/claims/bridge.json", "document"]);
  assert.match(opened[0], /^https:\/\/example\.org\/rowe/);
  assert.match(shared[1], /Rowe asked to meet.*denies/s);
  assert.match((await use.console()).join(), /claim-panel \(document\)/);
});

/**
 * A page with the example of the files, under a policy; no inline script and no image is in it.
 * @param {string} policy @param {string} nonce
 */
async function under(policy, nonce) {
  const [, script, panel] = examples("Files", "html")[0].split(/(<script.*script>)/);
  const html = `<!doctype html><html lang="en"><title>Article</title><script nonce="${nonce}" src="/recorder.js"></script>
    ${script.replace("<script", `<script nonce="${nonce}"`)}${panel}`;
  await use.visit(use.server.page({ headers: { "content-security-policy": policy }, html }));
  await shown();
  assert.match(await words(), BRIDGE);
}

describe("the policies are enough, and nothing is complained of", () => {
  for (const [index, header] of examples("Content security policy", "text").entries()) {
    test(`number ${index + 1}`, async () => {
      await serve();
      // Browsers ask for the picture of a page, of which the example does not speak.
      const policy = `${header.replace(/^.*?: /, "").trim()}; img-src 'self' data:`.replace(
        /https:\/\/(cdn|claims)\.example/g,
        use.server.origin,
      );
      use.server.breaks(
        "/favicon.ico",
        sent("image/x-icon", () => ""),
      );
      await under(policy, /nonce-(\w+)/.exec(policy)?.[1] ?? "");
    });
  }
});

test("the tag with its integrity", async () => {
  await serve();
  const hash = createHash("sha384")
    .update(await readFile(new URL("claim-panel.js", DIST)))
    .digest("base64");
  const head = examples("Integrity", "html")[0].replace("sha384-…", `sha384-${hash}`);
  await use.open({ head, body: '<claim-panel src="/claims/bridge.json"></claim-panel>' });
  await shown();
});

test("the headers for caches keep a release, and ask for the document each time", async () => {
  const [release, document] = examples("Caching", "text").map((header) => header.replace(/^.*?: /, "").trim());
  await serve();
  const folder = `/kept-${Date.now()}`;
  for (const [name, type] of [
    ["claim-panel.js", "text/javascript"],
    ["claim-panel_bg.wasm", "application/wasm"],
  ]) {
    const body = await readFile(new URL(name, DIST));
    use.server.breaks(`${folder}/${name}`, (response) =>
      response.writeHead(200, { "content-type": type, "cache-control": release }).end(body),
    );
  }
  use.server.breaks("/claims/bridge.json", (response) =>
    response.writeHead(200, { "content-type": "application/json", "cache-control": document }).end(documents.text()),
  );
  for (const visit of [1, 2]) {
    await use.open({
      head: `<script type="module" async src="${folder}/claim-panel.js"></script>`,
      body: `<claim-panel src="/claims/bridge.json"></claim-panel><p>${visit}</p>`,
    });
    await shown();
  }
  const counts = [`${folder}/claim-panel.js`, `${folder}/claim-panel_bg.wasm`, "/claims/bridge.json"].map(
    use.server.count,
  );
  assert.deepEqual(counts, [1, 1, 2]);
});
