/** The view of the people: everybody in the story, with where they stand on each claim. */
import * as texts from "words";
import { folded, list, name, piece } from "./dom.js";
import { answer, repliesKey, said, stanceLine, standing } from "./standing.js";
import { grouped, position } from "./story.js";

/**
 * @typedef {import("./story.js").Party} Party @typedef {import("./story.js").Claim} Claim
 * @typedef {[Claim, import("./story.js").Position | undefined][]} Record claims with the party's position on them
 */

/** @type {import("./panel.js").Draw} */
export function people(story, found, isFiltered) {
  const about = new Set(found.flatMap(({ about }) => about));
  const all = records(story, found);
  const root = piece("div", "people");
  const entries = [];
  for (const [title, isListed] of sections(about)) {
    const put = section(root, title);
    for (const party of story.parties.filter(isListed)) {
      const record = all.get(party) ?? [];
      if (record.length || !isFiltered) {
        entries.push({ weight: 5 + 4 * record.length, put: () => put(entry(party, record)) });
      }
    }
  }
  return { root, entries };
}

/** @param {Set<Party>} about the parties that the claims are about @returns {[string, (party: Party) => boolean][]} */
const sections = (about) => [
  [texts.aboutParties, (party) => about.has(party)],
  [texts.namedParties, (party) => !about.has(party) && !party.isOutlet],
  [texts.outletParties, (party) => !about.has(party) && party.isOutlet],
];

/** @param {import("./story.js").Story} story @param {Claim[]} found */
function records({ parties }, found) {
  /** @type {Map<Party, Record>} */
  const all = new Map(parties.map((party) => [party, []]));
  for (const claim of found) {
    for (const party of claim.about) {
      all.get(party)?.push([claim, position(claim, party)]);
    }
    for (const one of claim.positions) {
      if (!claim.about.includes(one.by)) {
        all.get(one.by)?.push([claim, one]);
      }
    }
  }
  return all;
}

/** A section that is added to the view with its first entry. @param {HTMLElement} root @param {string} title */
function section(root, title) {
  /** @type {HTMLElement | undefined} */
  let all;
  return (/** @type {HTMLElement} */ item) => {
    if (!all) {
      all = list("ul", "parties", item);
      root.append(piece("div", "section", piece("h3", "section-title", title), all));
    } else {
      all.append(item);
    }
  };
}

/** @param {Party} party @param {Record} record */
function entry(party, record) {
  // Claims with the same position and replies share them.
  const shown = [];
  const passedOn = [];
  let count = 0;
  for (const alike of grouped(record, ([claim, own]) => `${own?.stance} ${repliesKey(claim, party)}`)) {
    const claims = alike.map(([claim]) => claim);
    const position = standing([stanceLine(answer(alike[0][1]))], claims, { but: party });
    if (alike[0][1]?.stance === "reports" && !claims.some(({ about }) => about.includes(party))) {
      passedOn.push(position);
      count += claims.length;
    } else {
      shown.push(position);
    }
  }
  // Who only passes claims on gets one line for them.
  if (count) {
    const line = texts.inBrackets(said("reports"), texts.claims(count).join(""));
    shown.push(folded(line, passedOn));
  }
  if (!shown.length) {
    shown.push(piece("p", "none", texts.noPart));
  }
  return piece("li", "party", piece("h4", "who", name(party)), ...shown);
}
