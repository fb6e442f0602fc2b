/**
 * A table in the documents that a test run has seen to hold: each engine has one of its own, below its name. Where a run
 * finds something else it fails; with `UPDATE_MATRIX=1` it writes what it found.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { ENGINE } from "./engines/engine.js";

const PAGE = new URL("../../docs/policies.md", import.meta.url);
const NAMES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

/** @param {string} corner @param {string[]} rows @param {string[]} columns */
export function matrix(corner, rows, columns) {
  const cells = new Map();
  return {
    /** What was found; without it a cell has a dash. @param {string} row @param {string} column @param {string} words */
    put: (row, column, words) => cells.set(`${row}\n${column}`, words),

    /** Compares this engine's table with that of the page. */
    settle() {
      const lines = [
        [corner, ...columns],
        ["---", ...columns.map(() => "---")],
        ...rows.map((row) => [row, ...columns.map((column) => cells.get(`${row}\n${column}`) ?? "–")]),
      ];
      const table = lines.map((line) => `| ${line.join(" | ")} |\n`).join("");
      // The last table may not be there yet.
      const page = `${readFileSync(PAGE, "utf8")}\n`;
      const section = new RegExp(`(\n## ${NAMES[ENGINE]}\n\n)[^#]*`);
      const written = page.replace(section, (_, heading) => `${heading}${table}\n`).trimEnd();
      assert.match(page, section, `docs/policies.md has no heading ${NAMES[ENGINE]}`);
      if (process.env.UPDATE_MATRIX) {
        writeFileSync(PAGE, `${written}\n`);
      } else {
        assert.equal(
          page.trimEnd(),
          written,
          "docs/policies.md says something else: UPDATE_MATRIX=1 writes what was found",
        );
      }
    },
  };
}
