/**
 * The order of functions in the WebAssembly: alike ones side by side, where a compressor makes the most of it.
 *
 * Nothing else is changed. Each function is followed by the one that shares most with it; the order becomes names,
 * and `wasm-opt --reorder-functions-by-name` does the rest.
 */

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";

/**
 * Of a few orders the one that compresses best: which one that is changes with every change of the code.
 * @param {string} wasmOpt the program @param {string} wasm its file, whose names are lost
 */
export async function reorder(wasmOpt, wasm) {
  const before = await readFile(wasm);
  let best;
  for (const common of [250, 400, 800]) {
    for (const least of [20, 60, 150]) {
      await writeFile(wasm, inOrder(before, common, least));
      await promisify(execFile)(wasmOpt, ["--reorder-functions-by-name", wasm, "-o", wasm]);
      // What is left beside the code (who made it, and of what features) tells readers' browsers nothing.
      const after = Buffer.concat(parse(await readFile(wasm)).needed);
      const size = brotliCompressSync(after).length;
      best = best && best.size <= size ? best : { size, after };
    }
  }
  await writeFile(wasm, best.after);
}

/** So many bytes in a row count as something shared. */
const RUN = 4;
/** The likeness to the last functions counts: how much that to each. */
const WEIGHTS = [1, 0.5, 0.25];

/**
 * The module with a name section that numbers its functions in the order wanted.
 * @param {Uint8Array} module
 * @param {number} common what stands in more functions than this says nothing about any of them
 * @param {number} least so much is added to a function's size, lest the smallest win by chance
 */
function inOrder(module, common, least) {
  const { bodies, imported, named } = parse(module);
  const rank = new Map(order(bodies, common, least).map((index, place) => [index, place]));
  const names = bodies.map((_, index) => {
    const name = new TextEncoder().encode(String(rank.get(index)).padStart(6, "0"));
    return [...leb(index + imported), ...leb(name.length), ...name];
  });
  const map = [...leb(names.length), ...names.flat()];
  const content = [4, ...new TextEncoder().encode("name"), 1, ...leb(map.length), ...map];
  return Buffer.concat([...named, Uint8Array.from([0, ...leb(content.length), ...content])]);
}

/** @param {Uint8Array[]} bodies @param {number} common @param {number} least @returns {number[]} */
function order(bodies, common, least) {
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
        for (const index of found.length > common ? [] : found) {
          if (left.has(index)) shared.set(index, (shared.get(index) ?? 0) + weight);
        }
      }
    });
    const likeness = ([index, count]) => count / (runs[index].size + least);
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

/** The bodies of a module's functions, how many it imports, all sections but that of names, and those that it needs. */
function parse(module) {
  const named = [module.subarray(0, 8)];
  const needed = [module.subarray(0, 8)];
  let [bodies, imported, at] = [[], 0, 8];
  const number = () => {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = module[at++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value >>> 0;
  };
  const text = () => {
    const length = number();
    at += length;
    return new TextDecoder().decode(module.subarray(at - length, at));
  };
  const limits = () => {
    const flags = number();
    number();
    if (flags & 1) number();
  };
  while (at < module.length) {
    const start = at;
    const id = module[at++];
    const end = number() + at;
    let isNames = false;
    if (id === 0) {
      isNames = text() === "name";
    } else if (id === 2) {
      for (let count = number(); count > 0; count -= 1) {
        text();
        text();
        const kind = module[at++];
        if (kind === 0) {
          number();
          imported += 1;
        } else if (kind === 1) {
          at += 1;
          limits();
        } else if (kind === 2) {
          limits();
        } else {
          at += 2;
        }
      }
    } else if (id === 10) {
      bodies = Array.from({ length: number() }, () => {
        const length = number();
        at += length;
        return module.subarray(at - length, at);
      });
    }
    if (!isNames) named.push(module.subarray(start, end));
    if (id !== 0) needed.push(module.subarray(start, end));
    at = end;
  }
  return { bodies, imported, named, needed };
}

/** A number as WebAssembly writes it. @param {number} value */
function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 127) | (value > 127 ? 128 : 0));
    value >>>= 7;
  } while (value);
  return bytes;
}
