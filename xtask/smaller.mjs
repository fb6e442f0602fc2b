/**
 * Reduces the size of a release's WebAssembly with `wasm-opt`.
 *
 * For `cargo xtask size`: `node xtask/smaller.mjs steps FILE FOLDER` writes the result of each step into the folder,
 * and `node xtask/smaller.mjs smallest FILE FOLDER` writes the result of all steps.
 */
import { execFile } from "node:child_process";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { renumbered } from "./locals.mjs";
import { reorder } from "./order.mjs";
import { minifyNames } from "./shorten.mjs";

const run = promisify(execFile);

/** Inlining a function into its only caller saves a call, but one large body compresses worse than two small ones. */
const APART = "--one-caller-inline-max-function-size=0";

/** Flattens and rebuilds the control flow twice, optimizing for size each time. */
const FLATTENED = [
  ...["-Oz", "--flatten", "--rereloop", "-Oz", "--flatten", "--rereloop", "-Oz", "-Oz"],
  ...[APART, "--always-inline-max-function-size=6"],
];

/** @param {string} wasmOpt the program @param {string} wasm its input, which is overwritten */
export async function makeSmaller(wasmOpt, wasm) {
  await run(wasmOpt, [wasm, "-o", wasm, ...FLATTENED]);
}

/** Arranges the finished code so that it compresses better. @param {string} wasmOpt @param {string} wasm */
export async function arrange(wasmOpt, wasm) {
  await reorder(wasmOpt, wasm);
  await writeFile(wasm, renumbered(await readFile(wasm)));
}

/** Applies every step to the WebAssembly without changing the glue that belongs to it. @param {string} wasmOpt @param {string} wasm */
async function smallest(wasmOpt, wasm) {
  await makeSmaller(wasmOpt, wasm);
  await minifyNames(wasmOpt, wasm);
  await arrange(wasmOpt, wasm);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [what, wasm = "", folder = ""] = process.argv.slice(2);
  const wasmOpt = "wasm-opt";
  if (what === "smallest") {
    const file = join(folder, basename(wasm));
    await copyFile(wasm, file);
    await smallest(wasmOpt, file);
  } else {
    /** @param {string} name */
    const at = (name) => join(folder, `${name}.wasm`);
    await run(wasmOpt, [wasm, "-o", at("1-as-built"), "--strip-debug"]);
    await run(wasmOpt, [wasm, "-o", at("2-oz"), "-Oz"]);
    await run(wasmOpt, [wasm, "-o", at("3-apart"), "-Oz", APART]);
    await run(wasmOpt, [wasm, "-o", at("4-flattened"), ...FLATTENED]);
    await copyFile(at("4-flattened"), at("5-short-names"));
    await minifyNames(wasmOpt, at("5-short-names"));
    await copyFile(at("5-short-names"), at("6-in-order"));
    await reorder(wasmOpt, at("6-in-order"));
    await writeFile(at("7-released"), renumbered(await readFile(at("6-in-order"))));
    // `functions.mjs` needs function names, which a release does not contain.
    await run(wasmOpt, [wasm, "-g", "-o", wasm, ...FLATTENED]);
  }
}
