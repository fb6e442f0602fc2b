/** The measured values and the tables made of them. */
import { ACTIONS, ROWS, SIZES, sized } from "./rows.js";
import { median, quartiles } from "./stats.js";

/** The rows that show how the panel behaves in long stories. */
const STEPS = ["first paint", "all drawn", ...ACTIONS.map(({ name }) => name)];

/** Milliseconds per frame at 60 Hz. */
const FRAME = 1_000 / 60;

/** @typedef {Record<string, number[][]>} Values panel → round → values */

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

  /** Medians of both panels, and the median and quartiles of the ratios of single rounds. @param {import("./rows.js").Row} row */
  compared({ name, of = [name, name] }) {
    const [ours, theirs] = [this.values(of[0], "yew"), this.values(of[1], "vanilla")];
    const ratios = ours.map((value, round) => value / theirs[round]);
    return {
      ours: median(ours),
      theirs: median(theirs),
      ratio: median(ratios),
      spread: quartiles(ratios),
      rounds: ratios.length,
    };
  }
}

/** @param {string[]} head @param {string[][]} rows */
const markdown = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** @param {number} value */
const figure = (value) => (value < 100 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));

/**
 * The table of both panels.
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
    const goal = own?.of
      ? `${own.most}× ${own.of}`
      : own
        ? `${own.most} ${row.unit}`
        : row.goal
          ? `${row.goal.toFixed(2)}×`
          : "";
    const met = most === undefined ? "" : value <= most ? "yes" : own?.of ? `no: ${value.toFixed(1)}×` : "no";
    /** @param {number} number */
    const unit = (number) => `${figure(number)} ${row.unit}`;
    return [
      [
        row.name,
        unit(ours),
        unit(theirs),
        `${ratio.toFixed(2)}×`,
        `${spread[0].toFixed(2)}–${spread[1].toFixed(2)}`,
        goal,
        met,
      ],
    ];
  });
  return markdown(["what", "ours", "by hand", "ratio", "quartiles of the ratio", "goal, at most", "met"], rows);
}

const [SMALL, LARGE] = [SIZES[0], SIZES[SIZES.length - 1]];

/**
 * Our panel's processor time for an action, and how long a reader waits for it.
 * @param {Results} results @param {string} name @param {number} size
 */
function ours(results, name, size) {
  const row = sized(name, size);
  const [work, wait] = [row, `wait: ${row}`].map((name) => median(results.values(name, "yew")));
  // Frames jitter by a fraction of their length.
  return { work, wait, frames: Math.max(1, Math.ceil(wait / FRAME - 0.2)) };
}

/** The table of our panel alone: the shortest and the longest document. @param {Results} results */
export function growth(results) {
  const rows = STEPS.map((name) => {
    const [small, large] = [SMALL, LARGE].map((size) => ours(results, name, size));
    const figures = [small.work, large.work, small.wait, large.wait].map(figure);
    return [name, `${(large.work / small.work).toFixed(1)}×`, String(large.frames), ...figures];
  });
  const [less, more] = [SMALL, LARGE].map((size) => (10 * size).toLocaleString("en"));
  const head = [
    "ratio of work",
    `frames until painted, ${more}`,
    ...["work", "wait"].flatMap((what) => [`${what} on ${less}, ms`, `on ${more}, ms`]),
  ];
  return markdown(["what a reader does", ...head], rows);
}

/** The most frames that a row with this word takes in the longest document. @param {Results} results @param {string} word */
export function mostFrames(results, word) {
  return Math.max(...STEPS.filter((name) => name.includes(word)).map((name) => ours(results, name, LARGE).frames));
}
