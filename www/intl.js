/**
 * What the browser knows of languages and time zones, for the WebAssembly, which calls these functions.
 * Whatever throws here is caught there: a tag or a zone that is none has a plain form.
 */

/** Making a formatter costs a hundred times what using it does. @type {Map<string, any>} */
const made = new Map();

/**
 * @param {"PluralRules" | "NumberFormat" | "DateTimeFormat" | "ListFormat"} kind
 * @param {string} lang
 * @param {object} [options]
 */
function format(kind, lang, options = {}) {
  const key = kind + lang + JSON.stringify(options);
  let one = made.get(key);
  if (!one) {
    const Kind = /** @type {any} */ (Intl)[kind];
    try {
      one = new Kind(lang, options);
    } catch {
      // A tag that is none; a zone that is none throws once more.
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
 * A year, a month or a day. What follows a number stays on its line: “9. März”, “2031 г.”. Browsers differ in the blank there.
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

/** On one line. @param {string} lang @param {number} hour @param {number} minute @returns {string} */
export function time(lang, hour, minute) {
  const at = Date.UTC(2000, 0, 1, hour, minute);
  const words = format("DateTimeFormat", lang, { timeZone: "UTC", timeStyle: "short" }).format(at);
  // As the newspapers of the United States write it.
  return words.replace(/\s/g, "\xa0").replace(/([AP])M$/, (_, half) => `${half.toLowerCase()}.m.`);
}

/** What stands between names, a line each. @param {string} lang @param {string} names a line each @returns {string} */
export function between(lang, names) {
  // The comma before “and” is left out in newspapers on either side of the Atlantic.
  const parts = format("ListFormat", lang.replace(/^en\b.*/, "en-GB")).formatToParts(names.split("\n"));
  return parts.filter((part) => part.type === "literal").map((part) => part.value).join("\n");
}

/** Case, accents and forms of letters are nothing that a search should depend on. @param {string} text @returns {string} */
export function fold(text) {
  // What makes another letter of one in Japanese and Hindi is no accent.
  return text.toLowerCase().normalize("NFKD").replace(/(?![\u3099\u309a\u094d])\p{Diacritic}/gu, "");
}

/** The zone that the page's developer was last warned of. */
let warned = "";

/** Minutes ahead of UTC. @param {string} zone @param {number} moment in minutes since 1970 @returns {number | undefined} */
export function offset(zone, moment) {
  try {
    // “8/15/2024, GMT-04:00”; only “GMT” where the zone is UTC.
    const written = format("DateTimeFormat", "en-US", { timeZone: zone, timeZoneName: "longOffset" }).format(moment * 60_000);
    const [, sign, hours, minutes] = written.match(/([+-])(\d+):(\d+)/) ?? ["", "+", 0, 0];
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  } catch {
    // Browsers differ in the zones that they know, so that no check of the document can say this.
    if (warned !== zone) {
      warned = zone;
      console.warn(
        `claim-panel: unknown time zone ${zone}`,
      );
    }
    return undefined;
  }
}
