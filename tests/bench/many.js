/** Many panels: fifty on one page, and a thousand mounted one after another. */
import { article, empty, PANELS } from "./pages.js";
import * as reader from "./reader.js";
import { FIFTY, KEPT, ONE } from "./rows.js";
import { heap } from "./using.js";

/** @type {[string, number][]} */
const COUNTS = [
  [ONE, 1],
  [FIFTY, 50],
];
const MOUNTS = 1_000;
/** Mounts before the first measurement, so that what is allocated once does not count. */
const WARM = 100;
/** Claims in a short story. Each has five statements. */
const SHORT = 5;

/** @param {import("./bench.js").Tools} tools */
export async function fifty({ browser, server, rounds, record, wants, say }) {
  if (!wants(ONE) && !wants(FIFTY)) {
    return;
  }
  say("fifty panels on a page");
  const attributes = `src="/documents/${SHORT}.json" loading="eager"`;
  for (let round = 0; round < rounds.fifty; round += 1) {
    for (const [row, count] of COUNTS) {
      for (const panel of PANELS) {
        const page = await browser.open();
        await page.visit(server.page(`/fifty/${panel.name}-${count}.html`, article(panel, { count, attributes })));
        record(row, panel.name, round, await page.run(() => window.painted));
        await page.close();
      }
    }
  }
}

/** @param {import("./bench.js").Tools} tools */
export async function kept({ browser, server, rounds, record, wants, say }) {
  if (!wants(KEPT)) {
    return;
  }
  say(`${MOUNTS.toLocaleString("en")} mounts, one after another`);
  for (let round = 0; round < rounds.kept; round += 1) {
    for (const panel of PANELS) {
      const page = await browser.open();
      await page.visit(server.page(`/${panel.name}.html`, empty(panel)));
      await page.run(reader.stopwatch);
      await page.run(reader.prepare, panel.tag, SHORT);
      await page.run(() => window.panel.remove());
      await page.run(mountRepeatedly, panel.tag, WARM);
      const before = await heap(page);
      await page.run(mountRepeatedly, panel.tag, MOUNTS);
      record(KEPT, panel.name, round, (1_000 * ((await heap(page)) - before)) / MOUNTS);
      await page.close();
    }
  }
}

/** Runs in the page. @param {string} tag @param {number} count */
async function mountRepeatedly(tag, count) {
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  for (let left = count; left > 0; left -= 1) {
    const panel = /** @type {MeasuredPanel} */ (document.createElement(tag));
    panel.setAttribute("loading", "eager");
    document.body.append(panel);
    panel.data = window.text;
    await panel.ready;
    panel.remove();
    // The panel cleans up in a later task, as a removed element may be on its way to another place.
    await turn();
  }
  await turn();
}
