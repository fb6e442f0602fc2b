/** The rows of the tables, in order, with their goals. */

/** Numbers of claims in the documents. Each claim has ten statements. */
export const SIZES = [10, 100, 1000];

/** Settings of cold starts: a slower network, a slower processor. */
export const SETTINGS = ["plain", "slow 4G", "processor ÷4", "slow 4G and ÷4"];

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit
 * @property {number} [goal] the most, as a multiple of the panel written by hand
 * @property {{ most: number, of?: string }} [own] the most for our panel alone, in the row's unit or as a multiple of another row
 * @property {[ours: string, vanilla: string]} [of] the rows that this one compares, if they are others
 */

const cold = SETTINGS.flatMap((setting) => [
  { name: `cold, ${setting}`, unit: "ms" },
  { name: `cold, ${setting}, hints`, unit: "ms", goal: 1.15 },
  {
    name: `cold, ${setting}, hints for ours alone`,
    unit: "ms",
    goal: 1,
    of: [`cold, ${setting}, hints`, `cold, ${setting}`],
  },
]);

/** A reader's actions. The value is processor time until the result is painted. */
export const ACTIONS = [
  { name: "click that opens a claim", goal: 1.1 },
  { name: "click that closes it", goal: 1.1 },
  { name: "click that opens the search" },
  { name: "keystroke, the first", goal: 1.1 },
  { name: "keystroke, all found", goal: 1.1 },
  { name: "keystroke, right after another", goal: 1.1 },
  { name: "keystroke, few found", goal: 1.1 },
  { name: "keystroke, none found", goal: 1.1 },
  { name: "keystroke, all found again", goal: 1.1 },
  { name: "click that ends the search" },
  { name: "view: people" },
  { name: "view: timeline" },
  { name: "view: sources" },
  { name: "view: claims" },
];

const MOUNT = [
  { name: "first paint", unit: "ms", goal: 1.1 },
  { name: "all drawn", unit: "ms", goal: 1.5 },
  { name: "all drawn, layout", unit: "ms" },
  { name: "all drawn, style", unit: "ms" },
  { name: "heap", unit: "KB", goal: 1 },
];

/** @param {string} name @param {number} size */
export const sized = (name, size) => `${name}, ${size.toLocaleString("en")} claims`;

/** The rows of one size. @param {number} size @returns {Row[]} */
export const rowsOf = (size) =>
  [...MOUNT, ...ACTIONS].map((row) => ({ unit: "ms", ...row, name: sized(row.name, size) }));

export const ONE = "one panel on a page";
export const FIFTY = "fifty panels on a page";
export const KEPT = "heap kept per mount";

/** @type {Row[]} */
export const ROWS = [
  .../** @type {Row[]} */ (cold),
  ...SIZES.flatMap(rowsOf),
  { name: ONE, unit: "ms" },
  { name: FIFTY, unit: "ms", own: { most: 4, of: ONE } },
  { name: KEPT, unit: "bytes", own: { most: 100 } },
];
