/** What was measured, and the tables of it. */
import { ACTIONS, ROWS, SIZES, sized } from "./rows.js";
import { median, quartiles } from "./stats.js";

/** In milliseconds, on the screens that most readers have. */
const FRAME = 1_000 / 60;

/** The values of one row in the order of the rounds. @typedef {Record<string, number[][]>} Values panel → round → values */

export class Results {
  /** @type {Map<string, Values>} */
  #rows = new Map();

  /** @param {string} row @param {string} panel @param {number} round @param {number} value */
  record(row, panel, round, value) {
    const values = this.#rows.get(row) ?? { yew: [], vanilla: [] };
    this.#rows.set(row, values);
    (values[panel][round] ??= []).push(value);
  }

  /** One value for each round. @param {string} row @param {string} panel @returns {number[]} */
  values(row, panel) {
    return (this.#rows.get(row)?.[panel] ?? []).map(median);
  }

  /** Ours and theirs, the ratio of their medians, and the quartiles of the ratios of rounds. @param {import("./rows.js").Row} row */
  compared({ name, of = [name, name] }) {
    const [ours, theirs] = [this.values(of[0], "yew"), this.values(of[1], "vanilla")];
    const ratios = ours.map((value, round) => value / theirs[round]);
    return { ours: median(ours), theirs: median(theirs), ratio: median(ratios), spread: quartiles(ratios), rounds: ratios.length };
  }
}

/** @param {string[]} head @param {string[][]} rows */
const markdown = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** @param {number} value */
const figure = (value) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));

/**
 * Both panels side by side.
 * @param {Results} results @param {(row: string) => boolean} wants
 */
export function comparison(results, wants = () => true) {
  const rows = ROWS.filter(({ name }) => wants(name)).flatMap((row) => {
    const { ours, theirs, ratio, spread, rounds } = results.compared(row);
    if (!rounds) {
      return [];
    }
    const { own } = row;
    const value = own ? (own.of ? ours / median(results.values(own.of, "yew")) : ours) : ratio;
    const most = own?.most ?? row.goal;
    const goal = own?.of ? `${own.most}× ${own.of}` : own ? `${own.most} ${row.unit}` : row.goal ? `${row.goal.toFixed(2)}×` : "";
    const met = most === undefined ? "" : value <= most ? "yes" : own?.of ? `no: ${value.toFixed(1)}×` : "no";
    const unit = (number) => `${figure(number)} ${row.unit}`;
    return [[row.name, unit(ours), unit(theirs), `${ratio.toFixed(2)}×`, `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}`, goal, met]];
  });
  return markdown(["what", "ours", "by hand", "ratio", "quartiles of the ratio", "goal, at most", "met"], rows);
}

/** Our panel alone: the longest document beside the shortest. @param {Results} results */
export function growth(results) {
  const [small, large] = [SIZES[0], SIZES[SIZES.length - 1]];
  const rows = ACTIONS.map(({ name }) => {
    const [less, more] = [small, large].map((size) => ({
      work: median(results.values(sized(name, size), "yew")),
      wait: median(results.values(`wait: ${sized(name, size)}`, "yew")),
    }));
    // A frame is not always ready on the dot.
    const frames = Math.max(1, Math.ceil(more.wait / FRAME - 0.2));
    return [name, (more.work / less.work).toFixed(1), String(frames), figure(less.work), figure(more.work), figure(less.wait), figure(more.wait)];
  });
  const sizes = [small, large].map((size) => `${(10 * size).toLocaleString("en")} statements`);
  return markdown(["what a reader does", "ratio of work", `frames until painted, ${sizes[1]}`, `work, ${sizes[0]}, ms`, `work, ${sizes[1]}, ms`, `wait, ${sizes[0]}, ms`, `wait, ${sizes[1]}, ms`], rows);
}
