/**
 * The benchmark: `cargo xtask bench [--quick] [WORD…]`. It measures the panel beside one written by hand, in turns, and
 * writes `docs/speed.md`. Words choose what is measured by the names of the rows; then, and with `--quick`, the table
 * is only printed. What a machine needs differs with the machine and with what else runs there, so that only ratios
 * within one run mean anything.
 */
import { cpus } from "node:os";
import { launch } from "./chromium.js";
import { cold, downloads } from "./cold.js";
import { fifty, kept } from "./many.js";
import { Results, comparison } from "./results.js";
import { requireSame } from "./same.js";
import { startServer } from "./server.js";
import { using } from "./using.js";
import { write } from "./write.js";

/**
 * What every scenario gets.
 * @typedef {object} Tools
 * @property {import("./chromium.js").Browser} browser
 * @property {import("./server.js").Server} server
 * @property {typeof FULL} rounds
 * @property {(row: string, panel: string, round: number, value: number) => void} record
 * @property {(row: string) => boolean} wants whether a row was asked for
 */

/** How often everything is done. */
const FULL = { cold: 9, using: 7, fifty: 5, kept: 3 };
const QUICK = { cold: 3, using: 3, fifty: 3, kept: 1 };

const options = process.argv.slice(2);
const words = options.filter((option) => option !== "--quick").map((word) => word.toLowerCase());
const isQuick = options.includes("--quick");
const rounds = isQuick ? QUICK : FULL;
const wants = (row) => words.every((word) => row.toLowerCase().includes(word));

const results = new Results();
const server = await startServer();
const browser = await launch();
try {
  await requireSame(browser, server);
  const tools = { browser, server, rounds, wants, record: (...all) => results.record(...all) };
  for (const scenario of [cold, using, fifty, kept]) {
    await scenario(tools);
  }
  const machine = { browser: await browser.version(), processors: cpus().length, downloads: await downloads(server) };
  if (isQuick || words.length) {
    console.log(comparison(results, wants));
  } else {
    await write(results, rounds, machine);
  }
} finally {
  await browser.stop();
  await server.stop();
}
