/** Reads the document. It checks nothing, like a page that trusts its own newsroom. */

/**
 * @typedef {{ id: string, name: string, kind: string }} Party
 * @typedef {{ by: Party, date?: string, quote?: string, stances: [Claim, string][] }} Statement
 * @typedef {{ statement: Statement, stance: string }} Taken a statement with its stance on one claim
 * @typedef {{ id: string, index: number, text: string, about: Party[], statements: Taken[] }} Claim
 * @typedef {{ title: string, lang: string, parties: Party[], claims: Claim[], statements: Statement[] }} Story
 */

/** Groups in the order in which they are shown, each with its stances. @type {[string, string[]][]} */
export const GROUPS = [
  ["says-so", ["asserts", "confirms", "corroborates", "stands-by"]],
  ["reported", ["reports", "could-not-verify"]],
  ["denies-it", ["denies", "disputes", "questions"]],
  ["answered-otherwise", ["responds", "no-knowledge"]],
  ["changed-position", ["clarifies", "walks-back", "retracts"]],
  ["no-answer", ["declined", "no-response", "unreachable", "not-asked"]],
];
/** @type {Record<string, string>} */
const groups = Object.fromEntries(GROUPS.flatMap(([group, stances]) => stances.map((stance) => [stance, group])));

/** @param {string} stance */
export const groupOf = (stance) => groups[stance];

/** @param {string} stance */
export const carries = (stance) => stance === "reports" || groups[stance] === "says-so";

/** @param {Taken | undefined} position */
export const isSilent = (position) => !position || groups[position.stance] === "no-answer";

/** @param {string} json @returns {Story} */
export function read(json) {
  const { title, lang, parties, claims, statements } = JSON.parse(json);
  /** @type {Map<string, Party>} */
  const byId = new Map(Object.entries(parties).map(([id, party]) => [id, { id, ...party }]));
  const party = (/** @type {string} */ id) => /** @type {Party} */ (byId.get(id));
  /** @type {Map<string, Claim>} */
  const claimsById = new Map();
  for (const { id, text, about = [] } of claims) {
    claimsById.set(id, { id, index: claimsById.size, text, about: about.map(party), statements: [] });
  }
  const all = [];
  for (const { by, date, quote, stances } of statements) {
    /** @type {Statement} */
    const statement = { by: party(by), date, quote, stances: [] };
    for (const id in stances) {
      const claim = /** @type {Claim} */ (claimsById.get(id));
      statement.stances.push([claim, stances[id]]);
      claim.statements.push({ statement, stance: stances[id] });
    }
    all.push(statement);
  }
  for (const { statements } of claimsById.values()) {
    statements.sort((one, other) => byDate(one.statement, other.statement));
  }
  return { title, lang, parties: [...byId.values()], claims: [...claimsById.values()], statements: all };
}

/** @param {Statement} one @param {Statement} other */
function byDate({ date: one = "~" }, { date: other = "~" }) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The latest answer, or else the latest statement. @param {Taken[]} own */
const latest = (own) => own.findLast(({ stance }) => groups[stance] !== "no-answer") ?? own.at(-1);

/** All positions on a claim, in the order in which the parties first spoke. @param {Claim} claim */
export function positions(claim) {
  /** @type {Map<Party, Taken[]>} */
  const own = new Map();
  for (const one of claim.statements) {
    const before = own.get(one.statement.by);
    before ? before.push(one) : own.set(one.statement.by, [one]);
  }
  return [...own.values()].map((all) => /** @type {Taken} */ (latest(all)));
}

/** @param {Claim} claim @param {Party} party */
export const position = (claim, party) => latest(claim.statements.filter(({ statement }) => statement.by === party));

/** Sorts claims by their latest statements, newest first. @param {Claim[]} claims */
export function newestFirst(claims) {
  const last = (/** @type {Claim} */ { statements }) =>
    statements.findLast((one) => !isSilent(one))?.statement.date ?? "";
  return claims
    .map((claim) => ({ claim, day: last(claim) }))
    .sort((one, other) => (one.day < other.day ? 1 : one.day > other.day ? -1 : 0))
    .map(({ claim }) => claim);
}
