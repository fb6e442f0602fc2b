/** `test` and `describe`, for which the table of differences between the engines holds. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { after, describe as group, test as run } from "node:test";
import { isChosen, OTHER } from "./chosen.js";
import { DIFFERENCES } from "./engines/differences.js";
import { ENGINE, ENGINES } from "./engines/engine.js";

const FILE = basename(process.argv[1]);
const rows = DIFFERENCES.filter(({ file, engines }) => file === FILE && engines.includes(ENGINE));
const met = new Set();
/** The groups around the test that is being declared. @type {string[]} */
const around = [];

/** @param {string} name @param {() => void} declare */
export function describe(name, declare) {
  group(name, () => {
    around.push(name);
    declare();
    around.pop();
  });
}

/** @param {string} name @param {() => Promise<void>} action */
export function test(name, action) {
  const whole = [...around, name].join(" ");
  const row = rows.find((row) => row.name.test(whole));
  met.add(row);
  run(name, { skip: isChosen(whole) ? (row ? row.reason : false) : OTHER }, action);
}

after(() => {
  const stale = rows.filter((row) => !met.has(row)).map(({ name }) => String(name));
  assert.deepEqual(stale, [], `these rows of differences.js fit no test of ${FILE} in ${ENGINE}`);
  for (const { file, engines, reason } of DIFFERENCES) {
    assert.ok(existsSync(new URL(file, import.meta.url)), `differences.js speaks of ${file}, which is not there`);
    const isWhole = reason && engines.length && engines.every((engine) => ENGINES.includes(engine));
    assert.ok(isWhole, `differences.js: a row on ${file} is not whole`);
  }
});
