/** What is in the files of a release, whoever loads them. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "./suite.js";

const DIST = new URL("../../dist/", import.meta.url);

test("no sentence is in the WebAssembly", async () => {
  const wasm = await readFile(new URL("claim-panel_bg.wasm", DIST));
  const { rules, phrases } = JSON.parse(await readFile(new URL("claim-panel-problems.json", DIST), "utf8"));
  // A shorter piece might stand in it by chance.
  const pieces = [...Object.values(rules).flat(Infinity), ...Object.values(phrases)]
    .flatMap((sentence) => sentence.split(/\{=?\d\}/))
    .filter((piece) => piece.length > 12);
  assert.ok(pieces.length > 100);
  assert.deepEqual(
    pieces.filter((piece) => wasm.includes(piece)),
    [],
  );
});

test("no fault on purpose is in the WebAssembly", async () => {
  const wasm = await readFile(new URL("claim-panel_bg.wasm", DIST));
  assert.equal(wasm.includes("claimPanelFault"), false);
});
