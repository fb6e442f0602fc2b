/**
 * The benchmark: `cargo xtask bench [--quick] [WORD…]`. It measures the panel and one written by hand in turns, and writes
 * `docs/speed.md`. Words choose rows of the table by their names. With words or `--quick`, the table is only printed.
 * No test depends on it: machines differ, so that only ratios within one run mean anything.
 */
import { cpus } from "node:os";
import { launch } from "./chromium.js";
import { cold, downloads } from "./cold.js";
import { fifty, kept } from "./many.js";
import { comparison, Results } from "./results.js";
import { ROWS } from "./rows.js";
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
 * @property {(what: string) => void} say shows progress
 */

/** How often everything is done. */
const FULL = { cold: 7, using: 5, fifty: 5, kept: 2 };
const QUICK = { cold: 3, using: 3, fifty: 3, kept: 1 };

const options = process.argv.slice(2);
const isQuick = options.includes("--quick");
const words = options.filter((option) => option !== "--quick").map((word) => word.toLowerCase());
/** @param {string} row */
const wants = (row) => words.every((word) => row.toLowerCase().includes(word));

if (!ROWS.some(({ name }) => wants(name))) {
  const names = ROWS.map(({ name }) => name).join("\n");
  console.error(`no row has ${words.map((word) => `“${word}”`).join(" and ")} in its name; the rows are:\n${names}`);
  process.exit(1);
}

const rounds = isQuick ? QUICK : FULL;
const results = new Results();
const server = await startServer();
const browser = await launch();
try {
  /** @param {string} what */
  const say = (what) => console.error(`» ${what}`);
  say("comparing what the two panels draw");
  await requireSame(browser, server);
  const tools = { browser, server, rounds, wants, say, record: results.record.bind(results) };
  for (const scenario of [cold, using, fifty, kept]) {
    await scenario(tools);
  }
  if (isQuick || words.length) {
    console.log(comparison(results, wants));
  } else {
    await write(results, rounds, {
      browser: await browser.version(),
      processors: cpus().length,
      downloads: await downloads(server),
    });
  }
} finally {
  await browser.stop();
  await server.stop();
}
