/** Where parties stand: stances, replies, and the claims with what belongs to them wherever they are shown. */
import * as texts from "words";
import { claimLink, icon, list, name, names, piece } from "./dom.js";
import { authors, groupOf, position } from "./story.js";

/**
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./story.js").Claim} Claim @typedef {import("./story.js").Party} Party
 */

/** @type {Record<string, string>} */
const STANCES = {
  asserts: texts.asserts,
  confirms: texts.confirms,
  corroborates: texts.corroborates,
  "confirms-part": texts.confirmsPart,
  "stands-by": texts.standsBy,
  reports: texts.reports,
  "could-not-verify": texts.couldNotVerify,
  denies: texts.denies,
  disputes: texts.disputes,
  questions: texts.questions,
  responds: texts.responds,
  "no-knowledge": texts.noKnowledge,
  clarifies: texts.clarifies,
  "walks-back": texts.walksBack,
  retracts: texts.retracts,
  declined: texts.declined,
  "no-response": texts.noResponse,
  unreachable: texts.unreachable,
  "not-asked": texts.notAsked,
};

/** A stance with its icon. @param {string} stance */
export const said = (stance) => piece("span", "said", icon(groupOf(stance)), piece("span", "stance", STANCES[stance]));

/** A party's position, or that it has none. @param {{ stance: string } | undefined} position @param {string} [none] */
export const answer = (position, none = texts.noStatementFound) =>
  position ? said(position.stance) : piece("span", "said", icon("no-answer"), piece("span", "none", none));

/** @param {Child} stance */
export const stanceLine = (stance) => piece("p", "stance-line", stance);

/** Who puts a claim forward. @param {import("./story.js").Position[]} said @returns {Child} */
export function authorLine(said) {
  if (!said.length) {
    return texts.authorUnknown;
  }
  const word = said[0].stance === "reports" ? texts.reportedBy : texts.saidBy;
  return piece("span", "item", ...word(names(said.map(({ by }) => by))).flat());
}

/** What two claims have in common if their replies are the same. @param {Claim} claim @param {Party} [but] */
export const repliesKey = (claim, but) =>
  claim.about
    .filter((party) => party !== but)
    .map((party) => `${party.index} ${position(claim, party)?.stance}`)
    .join();

/**
 * The replies of all but one of the parties that a claim is about.
 * @param {Claim} claim @param {Party} [but] @param {string} [day] on which later positions were not known
 */
function replies(claim, but, day) {
  return claim.about
    .filter((party) => party !== but)
    .map((party) => {
      const own = position(claim, party);
      const shown =
        day === undefined
          ? answer(own)
          : answer(own && own.statement.date <= day ? own : undefined, texts.noStatementThen);
      return piece("li", "reply", name(party), " ", shown);
    });
}

/**
 * A stance on claims that have their replies in common. Above each claim stands who puts it forward, unless that is the
 * same as for the one before.
 * @param {Child[]} stance @param {Claim[]} claims
 * @param {{ but?: Party, quote?: Child[], day?: string }} [more] whose position it is, words that follow the claims,
 * and the day as of which everything is shown
 */
export function standing(stance, claims, { but, quote = [], day } = {}) {
  let before = "";
  const named = claims.map((claim) => {
    const said = authors(claim, day);
    const key = said.map(({ by, stance }) => `${by.index} ${stance}`).join() || "unknown";
    // If nobody but this party puts the claim forward, its stance says so.
    const isSaid = but && said.length === 1 && said[0].by === but;
    const line = key === before || isSaid ? [] : [piece("p", "author", authorLine(said))];
    before = key;
    return piece("li", "about", ...line, claimLink(claim));
  });
  const replied = replies(claims[0], but, day);
  return piece(
    "div",
    "position",
    ...stance,
    list("ul", "named", ...named),
    ...quote,
    ...(replied.length ? [list("ul", "replies", ...replied)] : []),
  );
}
