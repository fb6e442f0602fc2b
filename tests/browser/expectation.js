/**
 * Files that hold what a test expects. With `BLESS=1` in the environment, a test writes its file instead of comparing it:
 * `cargo xtask bless browser` runs all these tests that way.
 */
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";

const ROOT = new URL("../../", import.meta.url);
const REMEDY = "if the change is intended, run `cargo xtask bless browser` and review what it writes";

/** Compares a file with its content as found, line by line, or writes it. @param {string} path @param {string} found */
export async function compare(path, found) {
  const file = new URL(path, ROOT);
  if (process.env.BLESS) {
    await writeFile(file, found);
    return;
  }
  const expected = (await readFile(file, "utf8")).split("\n");
  const lines = found.split("\n");
  const length = Math.max(expected.length, lines.length);
  for (let at = 0; at < length; at++) {
    assert.equal(lines[at], expected[at], `${path}:${at + 1} differs: ${REMEDY}`);
  }
}
