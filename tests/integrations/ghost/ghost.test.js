/** The recipe of integrations/ghost, in a site of Ghost whose release is on another origin. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { useBrowser } from "../../browser/browser.js";
import * as documents from "../../browser/documents.js";
import { told } from "../../browser/engines/told.js";
import { startServer } from "../../browser/server.js";
import { blocks } from "../documented.js";
import { start } from "./ghost.js";

const use = useBrowser();
const RECIPE = "integrations/ghost/README.md";
const PROGRAM = fileURLToPath(new URL("../../../target/debug/claim-panel", import.meta.url));

/** The static host of the recipe, and the site. */
let host;
let site;
before(async () => {
  host = await startServer();
  for (const name of ["empty.js", "empty.css"]) {
    host.breaks(`/${name}`, (response) => response.writeHead(200, { "content-type": TYPES[name] }).end());
  }
  site = await start(host.friendly);
  const folder = `https://static.example/claim-panel-${told("CLAIM_PANEL_VERSION")}`;
  const [head] = blocks(RECIPE, "html");
  await site.inject(head.replaceAll(folder, host.friendly));
});
after(async () => {
  await site?.stop();
  await host?.stop();
});
const TYPES = { "empty.js": "text/javascript", "empty.css": "text/css" };

afterEach(async () => {
  await use.visit("about:blank");
  // Ghost's theme shows a picture of Ghost's own first article, which is on another server.
  const lines = (await use.console()).filter((line) => !/https:\/\/static\.ghost\.org\/\S+\.jpg/.test(line));
  assert.deepEqual(lines, []);
});

/** The card that the commands of the recipe write. @param {object} story */
async function card(story) {
  const folder = await mkdtemp(join(tmpdir(), "claim-panel-"));
  try {
    await writeFile(join(folder, "bridge.json"), JSON.stringify(story));
    const [commands] = blocks(RECIPE, "sh");
    const env = { ...process.env, PATH: `${dirname(PROGRAM)}:${process.env.PATH}` };
    await promisify(execFile)("sh", ["-e", "-c", commands], { cwd: folder, env });
    return await readFile(join(folder, "card.html"), "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("an article shows the panel", async () => {
  const story = documents.good();
  story.statements[1].quote = "I asked for nothing </script><b>of the kind.";
  const address = await site.publish("The bridge", await card(story));
  await use.visit(address);
  await use.until(() => document.querySelector("claim-panel")?.state === "ready");
  const found = await use.run(() => {
    const element = document.querySelector("claim-panel");
    element.select("meeting");
    return {
      id: element.id,
      title: element.shadowRoot.querySelector("h2").textContent,
      bold: document.querySelectorAll("b b").length,
    };
  });
  assert.deepEqual(found, { id: "story", title: "Who said what about the bridge", bold: 0 });
  await use.until(() => /nothing <\/script><b>of/.test(document.querySelector("claim-panel").shadowRoot.textContent));
});

test("an article without scripts shows the fallback", async () => {
  const address = await site.publish("The letter", await card(documents.good()));
  const html = await (await fetch(address)).text();
  await use.open({ html, headers: { "content-security-policy": "script-src 'none'; connect-src 'none'" } });
  const text = await use.run(() => document.querySelector("claim-panel").innerText);
  assert.match(text, /Who said what about the bridge[\s\S]*Dana Rowe\s+denies/);
  assert.equal(await use.run(() => document.querySelector("claim-panel").shadowRoot), null);
  // The copy is on another server than its styles and pictures.
  await use.console();
});
