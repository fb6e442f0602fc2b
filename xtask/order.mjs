/**
 * Reorders the functions in the WebAssembly so that similar ones are adjacent, which improves compression.
 *
 * The order is all that changes. Each function is followed by the remaining one with which it shares the most. Names
 * encode the order, and `wasm-opt --reorder-functions-by-name` applies it.
 */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { leb, parse } from "./wasm-sections.mjs";

/** The length of the byte sequences that are compared: that of a 32-bit number. */
const RUN = 4;
/** Sequences that occur in more functions than this are ignored, because they distinguish none. */
const COMMON = 250;
/** Added to a function's size, so that the smallest functions do not win by chance. */
const LEAST = 60;
/** How much the similarity to each of the last functions counts. */
const WEIGHTS = [1, 0.5, 0.25];

/** @param {string} wasmOpt the program @param {string} wasm the file, which loses its names */
export async function reorder(wasmOpt, wasm) {
  await writeFile(wasm, numbered(await readFile(wasm)));
  await promisify(execFile)(wasmOpt, ["--reorder-functions-by-name", wasm, "-o", wasm]);
  const module = await readFile(wasm);
  // The other custom sections (producers and target features) are of no use to browsers.
  const needed = parse(module).sections.filter(({ id }) => id !== 0);
  await writeFile(wasm, Buffer.concat([module.subarray(0, 8), ...needed.map(({ bytes }) => bytes)]));
}

/** The module with a name section that numbers its functions in the new order. @param {Buffer} module */
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
  /** The functions that contain each sequence. @type {Map<number, number[]>} */
  const holders = new Map();
  runs.forEach((own, index) => own.forEach((run) => holders.set(run, [...(holders.get(run) ?? []), index])));
  const left = new Set(bodies.keys());
  /** @type {number[]} */
  const done = [];
  let next = largest(bodies, left);
  while (next !== undefined) {
    done.push(next);
    left.delete(next);
    /** @type {Map<number, number>} */
    const shared = new Map();
    WEIGHTS.forEach((weight, back) => {
      for (const run of runs[done.at(-1 - back) ?? -1] ?? []) {
        const found = holders.get(run) ?? [];
        for (const index of found.length > COMMON ? [] : found) {
          if (left.has(index)) shared.set(index, (shared.get(index) ?? 0) + weight);
        }
      }
    });
    /** @param {[index: number, count: number]} one */
    const likeness = ([index, count]) => count / ((runs[index]?.size ?? 0) + LEAST);
    const [first, ...others] = shared;
    const best = first && others.reduce((best, one) => (likeness(best) >= likeness(one) ? best : one), first);
    next = best ? best[0] : largest(bodies, left);
  }
  return done;
}

/** @param {Uint8Array[]} bodies @param {Set<number>} left @returns {number | undefined} */
function largest(bodies, left) {
  /** @param {number} index */
  const length = (index) => bodies[index]?.length ?? 0;
  const [first, ...others] = left;
  return first === undefined
    ? undefined
    : others.reduce((best, one) => (length(one) > length(best) ? one : best), first);
}

/** The set of byte sequences in a function body, as numbers. @param {Uint8Array} body @returns {Set<number>} */
function runsOf(body) {
  const runs = new Set();
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  for (let at = 0; at + RUN <= body.length; at += 1) {
    runs.add(view.getUint32(at));
  }
  return runs;
}
