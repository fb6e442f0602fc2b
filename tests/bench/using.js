/** A reader's actions in a panel of ten, a hundred and a thousand claims, each with ten statements. */
import { empty, PANELS } from "./pages.js";
import * as reader from "./reader.js";
import { rowsOf, SIZES, sized } from "./rows.js";

/** Metric → row: its share of the processor time until everything is drawn. */
const PROCESSOR = {
  LayoutDuration: "all drawn, layout",
  RecalcStyleDuration: "all drawn, style",
};

/** @param {import("./bench.js").Tools} tools */
export async function using({ browser, server, rounds, record, wants, say }) {
  for (const size of SIZES.filter((size) => rowsOf(size).some(({ name }) => wants(name)))) {
    for (let round = 0; round < rounds.using; round += 1) {
      say(`a panel of ${size.toLocaleString("en")} claims: round ${round + 1} of ${rounds.using}`);
      for (const panel of PANELS) {
        /** @param {string} name @param {number} value */
        const note = (name, value) => record(sized(name, size), panel.name, round, value);
        await one(browser, server, panel, size, note);
      }
    }
  }
}

/**
 * Measures one panel once, in its own page.
 * @param {import("./chromium.js").Browser} browser @param {import("./server.js").Server} server
 * @param {import("./pages.js").Panel} panel @param {number} size @param {(name: string, value: number) => void} note
 */
async function one(browser, server, panel, size, note) {
  const page = await browser.open();
  await page.visit(server.page(`/${panel.name}.html`, empty(panel)));
  await page.run(reader.stopwatch);
  await page.run(reader.prepare, panel.tag, size);
  const stop = await page.marks();
  const before = await page.metrics();
  const mounted = await page.run(reader.mount, size);
  await page.run(() => window.settled());
  const after = await page.metrics();
  note("heap", await heap(page));
  const used = await page.run(reader.use, size);
  const marks = await stop();
  for (const { name, begin, end, wait } of [...mounted, ...used]) {
    note(name, (marks.get(end) ?? NaN) - (marks.get(begin) ?? NaN));
    note(`wait: ${name}`, wait);
  }
  for (const [metric, name] of Object.entries(PROCESSOR)) {
    note(name, 1_000 * (after[metric] - before[metric]));
  }
  await page.close();
}

/**
 * Kilobytes in use after a garbage collection: JavaScript's heap, the elements, buffers and the WebAssembly's memory.
 * @param {import("./chromium.js").Page} page
 */
export async function heap(page) {
  await page.send("HeapProfiler.collectGarbage");
  // The first collection may release objects that hold others.
  await page.send("HeapProfiler.collectGarbage");
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await page.send("Runtime.getHeapUsage");
  const memory = await page.run(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return (usedSize + embedderHeapUsedSize + backingStorageSize + memory) / 1_000;
}
