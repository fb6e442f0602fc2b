/**
 * The order of functions in the WebAssembly: alike ones side by side, where a compressor makes the most of it.
 *
 * Nothing else is changed. Each function is followed by the one that shares most with it; the order becomes names,
 * and `wasm-opt --reorder-functions-by-name` does the rest.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { leb, parse } from "./wasm-sections.mjs";

/** So many bytes in a row count as something shared. */
const RUN = 4;
/** What stands in more functions than this says nothing about any of them. */
const COMMON = 250;
/** So much is added to a function's size, lest the smallest win by chance. */
const LEAST = 60;
/** The likeness to the last functions counts: how much that to each. */
const WEIGHTS = [1, 0.5, 0.25];

/** @param {string} wasmOpt the program @param {string} wasm its file, whose names are lost */
export async function reorder(wasmOpt, wasm) {
  await writeFile(wasm, numbered(await readFile(wasm)));
  await promisify(execFile)(wasmOpt, ["--reorder-functions-by-name", wasm, "-o", wasm]);
  const module = await readFile(wasm);
  // What is left beside the code (who made it, and of what features) tells readers' browsers nothing.
  const needed = parse(module).sections.filter(({ id }) => id !== 0);
  await writeFile(wasm, Buffer.concat([module.subarray(0, 8), ...needed.map(({ bytes }) => bytes)]));
}

/** The module with a section of names that numbers its functions in the order wanted. @param {Buffer} module */
function numbered(module) {
  const { bodies, imported, sections } = parse(module);
  const rank = new Map(order(bodies).map((index, place) => [index, place]));
  const names = bodies.map((_, index) => {
    const name = new TextEncoder().encode(String(rank.get(index)).padStart(6, "0"));
    return [...leb(index + imported), ...leb(name.length), ...name];
  });
  const map = [...leb(names.length), ...names.flat()];
  const content = [4, ...new TextEncoder().encode("name"), 1, ...leb(map.length), ...map];
  const others = sections.filter(({ name }) => name !== "name").map(({ bytes }) => bytes);
  return Buffer.concat([module.subarray(0, 8), ...others, Uint8Array.from([0, ...leb(content.length), ...content])]);
}

/** @param {Uint8Array[]} bodies @returns {number[]} */
function order(bodies) {
  const runs = bodies.map(runsOf);
  const holders = new Map();
  runs.forEach((own, index) => own.forEach((run) => holders.set(run, [...(holders.get(run) ?? []), index])));
  const left = new Set(bodies.keys());
  const done = [];
  let next = largest(bodies, left);
  while (next !== undefined) {
    done.push(next);
    left.delete(next);
    const shared = new Map();
    WEIGHTS.forEach((weight, back) => {
      for (const run of runs[done.at(-1 - back) ?? -1] ?? []) {
        const found = holders.get(run);
        for (const index of found.length > COMMON ? [] : found) {
          if (left.has(index)) shared.set(index, (shared.get(index) ?? 0) + weight);
        }
      }
    });
    const likeness = ([index, count]) => count / (runs[index].size + LEAST);
    const best = [...shared].reduce((best, one) => (best && likeness(best) >= likeness(one) ? best : one), undefined);
    next = best ? best[0] : largest(bodies, left);
  }
  return done;
}

function largest(bodies, left) {
  return [...left].reduce((best, one) => (best === undefined || bodies[one].length > bodies[best].length ? one : best), undefined);
}

/** Every run of bytes in a body, as numbers. */
function runsOf(body) {
  const runs = new Set();
  for (let at = 0; at + RUN <= body.length; at += 1) {
    runs.add(((body[at] << 24) | (body[at + 1] << 16) | (body[at + 2] << 8) | body[at + 3]) >>> 0);
  }
  return runs;
}
