/**
 * A table in the documents that a test run has seen to hold: each engine has one of its own, below its name. If a run
 * finds something else, it fails.
 */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ENGINE } from "./engines/engine.js";
import { compare } from "./expectation.js";

const PAGE = "docs/policies.md";
/** @type {Record<string, string>} */
const NAMES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** @param {string} corner @param {string[]} rows @param {string[]} columns */
export function matrix(corner, rows, columns) {
  const cells = new Map();
  return {
    /** What was found; without it a cell has a dash. @param {string} row @param {string} column @param {string} words */
    put: (row, column, words) => cells.set(`${row}\n${column}`, words),

    /** Compares this engine's table with that of the page. */
    async settle() {
      const lines = [
        [corner, ...columns],
        ["---", ...columns.map(() => "---")],
        ...rows.map((row) => [row, ...columns.map((column) => cells.get(`${row}\n${column}`) ?? "–")]),
      ];
      const table = lines.map((line) => `| ${line.join(" | ")} |\n`).join("");
      // The last table may not be there yet.
      const page = `${await readFile(new URL(`../../${PAGE}`, import.meta.url), "utf8")}\n`;
      const section = new RegExp(`(\n## ${NAMES[ENGINE]}\n\n)[^#]*`);
      const written = page.replace(section, (_, heading) => `${heading}${table}\n`).trimEnd();
      assert.match(page, section, `${PAGE} has no heading ${NAMES[ENGINE]}`);
      await compare(PAGE, `${written}\n`);
    },
  };
}
