/**
 * The browser's knowledge of languages and time zones. The WebAssembly module calls these functions and handles their
 * exceptions: it has a plain form for invalid tags and zones.
 */

/**
 * @typedef {object} Formatters
 * @property {Intl.PluralRules} PluralRules
 * @property {Intl.NumberFormat} NumberFormat
 * @property {Intl.DateTimeFormat} DateTimeFormat
 * @property {Intl.ListFormat} ListFormat
 */

/** Creating a formatter costs a hundred times as much as using it. @type {Map<string, Formatters[keyof Formatters]>} */
const made = new Map();

/**
 * @template {keyof Formatters} K
 * @param {K} kind
 * @param {string} lang
 * @param {object} [options]
 * @returns {Formatters[K]}
 */
function format(kind, lang, options = {}) {
  // A page can give all objects a `toJSON`.
  const key = kind + lang + Object.entries(options);
  let one = /** @type {Formatters[K] | undefined} */ (made.get(key));
  if (!one) {
    const Kind = /** @type {new (lang: string, options: object) => Formatters[K]} */ (
      /** @type {unknown} */ (Intl[kind])
    );
    try {
      one = new Kind(lang, options);
    } catch {
      // The tag is invalid. If the zone is invalid instead, this throws again.
      one = new Kind("en", options);
    }
    made.set(key, one);
  }
  return one;
}

/** @param {string} lang @param {number} number @returns {string} `one`, `few` … */
export function plural(lang, number) {
  return format("PluralRules", lang).select(number);
}

/** @param {string} lang @param {number} number @returns {string} */
export function number(lang, number) {
  return format("NumberFormat", lang).format(number);
}

/**
 * Formats a year, a month or a day. A no-break space after each number keeps “9. März” and “2031 г.” together, since
 * browsers differ in the space that they use there.
 * @param {string} lang @param {number} year @param {number} month 0: none @param {number} day 0: none @returns {string}
 */
export function date(lang, year, month, day) {
  const at = new Date(0);
  at.setUTCFullYear(year, (month || 1) - 1, day || 1);
  return format("DateTimeFormat", lang, {
    calendar: "gregory",
    timeZone: "UTC",
    year: "numeric",
    ...(month && { month: "long" }),
    ...(day && { day: "numeric" }),
  })
    .format(at)
    .replace(/(\p{Nd}\.?)\s/gu, "$1\xa0");
}

/**
 * Formats a time with no-break spaces.
 * @param {string} lang @param {number} hour @param {number} minute @returns {string}
 */
export function time(lang, hour, minute) {
  const at = Date.UTC(2000, 0, 1, hour, minute);
  // Korean and all Chinese have 24 hours, as on the mainland: libraries disagree on their words for parts of the day.
  const tag = lang.replace(/^(ko|zh)\b.*/i, "zh");
  const words = format("DateTimeFormat", tag, { timeZone: "UTC", timeStyle: "short" }).format(at);
  // American newspapers write “a.m.” and “p.m.”.
  return words
    .replace(/\s/g, "\xa0")
    .replace(/([AP])M$/, (_, /** @type {string} */ half) => `${half.toLowerCase()}.m.`);
}

/**
 * The separators between the names of a list, one per line. @param {string} lang @param {string} names one per line
 * @returns {string}
 */
export function between(lang, names) {
  // British style, without the comma before “and”, is common in newspapers on both sides of the Atlantic.
  const parts = format("ListFormat", lang.replace(/^en\b.*/, "en-GB")).formatToParts(names.split("\n"));
  return parts
    .filter((part) => part.type === "literal")
    .map((part) => part.value)
    .join("\n");
}

/** Quotation marks and apostrophes, which software exchanges for one another. */
const QUOTES = /[\p{Pi}\p{Pf}"`´‚„′″ʼ׳״]/gu;

/** Signs that software adds, loses or doubles: dashes, soft hyphens and other characters without width. */
const DROPPED = /[\ufe0e\ufe0f\p{Pd}\p{Cf}·]/gu;

/** Letters that Unicode does not decompose, each with what it is written as without it. */
const LETTERS = "łløođdðdıißssæaeœoeþthŁLØOĐDÐDÆAeŒOeÞTh";

/** A text without its typography, in which two texts of the same words can differ. @param {string} text @returns {string} */
export function foldSigns(text) {
  return text
    .replace(QUOTES, "'")
    .replace(DROPPED, "")
    .normalize("NFKC")
    .replace(/[łøđðıßæœþ]/gi, (letter) => String(/^\w+/.exec(String(LETTERS.split(letter)[1]))));
}

/** Folds a text for search: its typography, case and accents. @param {string} text @returns {string} */
export function fold(text) {
  // These marks distinguish letters in Japanese, Hindi and Bengali, so they are not accents.
  return foldSigns(text.toLowerCase())
    .normalize("NFKD")
    .replace(/(?![\u3099\u309a\u094d\u09cd])\p{Diacritic}/gu, "");
}

/** The last time zone that a warning named. */
let warned = "";

/**
 * Minutes ahead of UTC. @param {string} zone @param {number} moment in minutes since 1970 @returns {number | undefined}
 */
export function offset(zone, moment) {
  try {
    // “8/15/2024, GMT-04:00”, or only “GMT” for UTC.
    const written = format("DateTimeFormat", "en-US", { timeZone: zone, timeZoneName: "longOffset" }).format(
      moment * 60_000,
    );
    const [, sign, hours, minutes] = written.match(/([+-])(\d+):(\d+)/) ?? ["", "+", 0, 0];
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  } catch {
    // Browsers support different zones, so checking the document cannot find this.
    if (warned !== zone) {
      warned = zone;
      console.warn(`claim-panel: unknown time zone ${zone}`);
    }
    return undefined;
  }
}

/** The page can call something else by this name later. */
const { URL: OwnURL } = globalThis;

/** The host to which an address leads, with a port if it is not the usual one. @param {string} address */
export function host(address) {
  return new OwnURL(address).host;
}
