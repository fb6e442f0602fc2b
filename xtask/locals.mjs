/**
 * Renumbers the local variables of each function in the WebAssembly, which improves compression.
 *
 * A variable gets the number that the functions before it use in the same place between instructions, so that similar
 * code has the same bytes. The alignment of a load or store, a hint, becomes at most four bytes, which most of them
 * have. Nothing else changes.
 */
import { decode } from "./wasm-code.mjs";
import { leb, parameterCounts, parse, withBodies } from "./wasm-sections.mjs";

/** How many instructions before and after a variable are compared, and how much an equal place counts. */
const PLACES = [
  { length: 1, weight: 1 },
  { length: 2, weight: 3 },
];

/** The largest alignment, as a power of two. */
const ALIGNMENT = 2;

/** @typedef {import("./wasm-code.mjs").Instruction} Instruction */
/** How often each number was in a place. @typedef {Map<string, Map<number, number>>} Seen */

/** @param {Buffer} module @returns {Buffer} */
export function renumbered(module) {
  const { bodies, sections } = parse(module);
  const parameters = parameterCounts(sections);
  /** @type {Seen} */
  const seen = new Map();
  return withBodies(
    module,
    bodies.map((body, index) => renumberedBody(body, parameters[index] ?? 0, seen)),
  );
}

/** @param {Buffer} body @param {number} parameters @param {Seen} seen @returns {Buffer} */
function renumberedBody(body, parameters, seen) {
  const { types, instructions } = decode(body);
  const places = instructions.map((_, at) => placesOf(instructions, at));
  /** The variables of each type, with the number of their uses. @type {Map<number, Map<number, number>>} */
  const used = new Map();
  for (const { local } of instructions) {
    if (local !== undefined && local >= parameters) {
      const type = types[local - parameters] ?? 0;
      const uses = used.get(type) ?? used.set(type, new Map()).get(type);
      uses?.set(local, (uses.get(local) ?? 0) + 1);
    }
  }
  /** The new numbers. @type {Map<number, number>} */
  const numbers = new Map();
  const groups = [...used].sort(([one], [other]) => other - one);
  for (const [, uses] of groups) {
    assign(uses, parameters + numbers.size, instructions, places, seen, numbers);
  }
  const declared = groups.flatMap(([type, uses]) => [...leb(uses.size), type]);
  /** @type {Buffer[]} */
  const parts = [Buffer.from([...leb(groups.length), ...declared])];
  instructions.forEach(({ bytes, local, memory }, at) => {
    const [opcode = 0] = bytes;
    if (local !== undefined) {
      const number = numbers.get(local) ?? local;
      for (const place of places[at] ?? []) {
        const counts = seen.get(place) ?? seen.set(place, new Map()).get(place);
        counts?.set(number, (counts.get(number) ?? 0) + 1);
      }
      parts.push(Buffer.from([opcode, ...leb(number)]));
    } else {
      parts.push(memory ? Buffer.from([opcode, Math.min(memory.alignment, ALIGNMENT), ...memory.offset]) : bytes);
    }
  });
  return Buffer.concat(parts);
}

/**
 * Gives the variables of one type the numbers from `first`: the pair of a variable and a number that fits best comes
 * first. Without a difference, the most used variable gets the lowest number.
 *
 * @param {Map<number, number>} uses the variables, with the number of their uses
 * @param {number} first
 * @param {Instruction[]} instructions @param {string[][]} places of the instructions
 * @param {Seen} seen @param {Map<number, number>} numbers the result
 */
function assign(uses, first, instructions, places, seen, numbers) {
  const fits = new Map([...uses.keys()].map((local) => [local, new Float64Array(uses.size)]));
  instructions.forEach(({ local }, at) => {
    const fit = local === undefined ? undefined : fits.get(local);
    PLACES.forEach(({ weight }, index) => {
      const counts = seen.get(places[at]?.[index] ?? "");
      if (fit && counts) {
        const all = [...counts.values()].reduce((sum, count) => sum + count, 1);
        for (const [number, count] of counts) {
          const slot = number - first;
          if (slot >= 0 && slot < fit.length) fit[slot] = (fit[slot] ?? 0) + (weight * count) / all;
        }
      }
    });
  });
  const pairs = [...fits].flatMap(([local, fit]) => Array.from(fit, (score, slot) => ({ local, slot, score })));
  /** @param {{ local: number }} pair */
  const count = ({ local }) => uses.get(local) ?? 0;
  pairs.sort((a, b) => b.score - a.score || count(b) - count(a) || a.slot - b.slot || a.local - b.local);
  const taken = new Set();
  for (const { local, slot } of pairs) {
    if (!numbers.has(local) && !taken.has(slot)) {
      numbers.set(local, first + slot);
      taken.add(slot);
    }
  }
}

/** The places of a variable's instruction: the instructions around it, without their own variables. @param {Instruction[]} all @param {number} at */
function placesOf(all, at) {
  if (all[at]?.local === undefined) return [];
  /** @param {number} from @param {number} to */
  const text = (from, to) =>
    all
      .slice(Math.max(from, 0), to)
      .map((one) => one.text)
      .join();
  return PLACES.map(({ length }) => `${text(at - length, at)} ${all[at]?.text} ${text(at + 1, at + 1 + length)}`);
}
