/**
 * Reads the document. It checks nothing, like a page that trusts its own newsroom, and reads only what the documents of
 * the benchmark have: a party makes one statement on a claim, which therefore is its position, and each statement has a
 * date and a quotation, but no report.
 */

/**
 * @typedef {{ id: string, index: number, name: string, isOutlet: boolean }} Party
 * @typedef {{ by: Party, date: string, quote: string, stances: [Claim, string][], isAnswer: boolean }} Statement
 * @typedef {{ statement: Statement, by: Party, stance: string }} Position a statement with its stance on one claim
 * @typedef {{ id: string, index: number, text: string, about: Party[], positions: Position[] }} Claim
 * @typedef {{ title: string, lang: string, parties: Party[], claims: Claim[], statements: Statement[] }} Story
 */

/** Groups in the order in which a filter lists them, each with its stances. @type {[string, string[]][]} */
export const GROUPS = [
  ["says-so", ["asserts", "confirms", "corroborates", "confirms-part", "stands-by"]],
  ["reported", ["reports", "could-not-verify"]],
  ["denies-it", ["denies", "disputes", "questions"]],
  ["answered-otherwise", ["responds", "no-knowledge"]],
  ["changed-position", ["clarifies", "walks-back", "retracts"]],
  ["no-answer", ["declined", "no-response", "unreachable", "not-asked"]],
];
/** @type {Record<string, string>} */
const groups = Object.fromEntries(GROUPS.flatMap(([group, stances]) => stances.map((stance) => [stance, group])));

/** Stances that put a claim forward. Only those of the first rank that occurs make somebody an author. */
const RANKS = [["asserts", "corroborates", "stands-by"], ["confirms", "confirms-part"], ["reports"]];

/** @param {string} stance */
export const groupOf = (stance) => groups[stance];

/** Whether a stance puts the claim forward or passes it on. @param {string} stance */
const carries = (stance) => stance === "reports" || groups[stance] === "says-so";

/** @param {string} json @returns {Story} */
export function read(json) {
  const { title, lang, parties, claims, statements } = JSON.parse(json);
  /** @type {Map<string, Party>} */
  const byId = new Map();
  for (const id in parties) {
    const { name, kind } = parties[id];
    byId.set(id, { id, index: byId.size, name, isOutlet: kind === "outlet" });
  }
  const party = (/** @type {string} */ id) => /** @type {Party} */ (byId.get(id));
  /** @type {Map<string, Claim>} */
  const claimsById = new Map();
  for (const { id, text, about = [] } of claims) {
    claimsById.set(id, { id, index: claimsById.size, text, about: about.map(party), positions: [] });
  }
  const all = [];
  for (const { by: id, date, quote, stances } of statements) {
    const by = party(id);
    /** @type {Statement} */
    const statement = { by, date, quote, stances: [], isAnswer: false };
    for (const id in stances) {
      const claim = /** @type {Claim} */ (claimsById.get(id));
      const stance = stances[id];
      statement.stances.push([claim, stance]);
      statement.isAnswer ||= groups[stance] !== "no-answer";
      claim.positions.push({ statement, by, stance });
    }
    all.push(statement);
  }
  return { title, lang, parties: [...byId.values()], claims: [...claimsById.values()], statements: all };
}

/** @param {Claim} claim @param {Party} party */
export const position = ({ positions }, party) => positions.find(({ by }) => by === party);

/** The positions of those who put a claim forward, as known on a day. @param {Claim} claim @param {string} [day] */
export function authors({ positions }, day) {
  for (const stances of RANKS) {
    const said = positions.filter(
      ({ stance, statement }) => stances.includes(stance) && (day === undefined || statement.date <= day),
    );
    if (said.length) {
      return said;
    }
  }
  return [];
}

/** The parties that put a claim forward or pass it on. @param {Claim} claim */
export const carriers = ({ positions }) => positions.filter(({ stance }) => carries(stance)).map(({ by }) => by);

/**
 * Puts things with the same key together, in the order of the first ones.
 * @template T
 * @param {T[]} all @param {(one: T) => string} key
 */
export function grouped(all, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const one of all) {
    const its = key(one);
    const others = groups.get(its);
    others ? others.push(one) : groups.set(its, [one]);
  }
  return [...groups.values()];
}

/** Sorts claims by their latest answers, newest first. @param {Claim[]} claims */
export function newestFirst(claims) {
  const last = (/** @type {Claim} */ { positions }) =>
    positions.reduce(
      (last, { statement: { date }, stance }) => (groups[stance] !== "no-answer" && date > last ? date : last),
      "",
    );
  return claims
    .map((claim) => ({ claim, day: last(claim) }))
    .sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0))
    .map(({ claim }) => claim);
}
