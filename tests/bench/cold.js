/** Cold starts: from the navigation to the first paint of the panel, in a fresh process with an empty cache. */
import { article, PANELS } from "./pages.js";
import { SETTINGS } from "./rows.js";

const DOCUMENT = "/documents/10.json";
const WASM = "/yew/claim-panel_bg.wasm";

/** The preset “Slow 4G” of Chromium's developer tools. Latency is in milliseconds, throughput in bytes per second. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 };
const SLOWER = 4;

/**
 * Links that make the browser request everything at once. It uses a preloaded file only if the later request has the same
 * mode. The benchmark stops if a file is requested twice.
 * @param {import("./pages.js").Panel} panel
 */
function hints({ name, script }) {
  /** @param {string} address */
  const preload = (address) => `<link rel="preload" as="fetch" crossorigin href="${address}">`;
  const files = name === "yew" ? [WASM, DOCUMENT] : [DOCUMENT];
  return `<link rel="modulepreload" href="${script}">${files.map(preload).join("")}`;
}

/** @param {import("./bench.js").Tools} tools */
export async function cold({ browser, server, rounds, record, wants, say }) {
  const pages = [];
  for (const isHinted of [false, true]) {
    for (const panel of PANELS) {
      const path = `/cold/${panel.name}${isHinted ? "-hints" : ""}.html`;
      const head = isHinted ? hints(panel) : "";
      pages.push({
        panel,
        isHinted,
        address: server.page(path, article(panel, { head, count: 1, attributes: `src="${DOCUMENT}"` })),
      });
    }
  }
  for (const name of SETTINGS.filter((name) =>
    ["", ", hints", ", hints for ours alone"].some((more) => wants(`cold, ${name}${more}`)),
  )) {
    say(`cold starts: ${name}`);
    const [network, rate] = [name.includes("4G") && SLOW_4G, name.includes("÷") && SLOWER];
    for (let round = 0; round < rounds.cold; round += 1) {
      for (const { panel, isHinted, address } of pages) {
        const milliseconds = await start(browser, server, address, network, rate);
        record(`cold, ${name}${isHinted ? ", hints" : ""}`, panel.name, round, milliseconds);
      }
    }
  }
}

/**
 * @param {import("./chromium.js").Browser} browser @param {import("./server.js").Server} server @param {string} address
 * @param {object | false} network @param {number | false} rate by which the processor is slower
 */
async function start(browser, server, address, network, rate) {
  const page = await browser.open();
  // The next page of the same origin keeps this process and its throttling.
  await page.visit(server.page("/blank.html", "<!doctype html><title>Blank</title>"));
  if (network) {
    await page.send("Network.emulateNetworkConditions", network);
  }
  if (rate) {
    await page.send("Emulation.setCPUThrottlingRate", { rate });
  }
  server.asked();
  await page.visit(address);
  const milliseconds = await page.run(() => window.painted);
  await page.close();
  const asked = server.asked();
  const twice = asked.filter((path, index) => asked.indexOf(path) !== index);
  if (twice.length) {
    throw new Error(`${address} asks twice for ${twice.join(", ")}`);
  }
  return milliseconds;
}

/** The compressed download of each panel, in bytes. @param {import("./server.js").Server} server */
export async function downloads(server) {
  const [script, wasm, vanilla] = await Promise.all(
    ["/yew/claim-panel.js", WASM, "/vanilla/panel.js"].map(server.weight),
  );
  return { yew: script + wasm, vanilla };
}
