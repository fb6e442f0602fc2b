/** The timeline: what was said on each day, with what was known then. */
import * as texts from "words";
import { day, list, name, piece, words } from "./dom.js";
import { repliesKey, said, stanceLine, standing } from "./standing.js";
import { grouped } from "./story.js";

/** @typedef {import("./story.js").Claim} Claim @typedef {import("./story.js").Statement} Statement */

/** @type {import("./panel.js").Draw} */
export function timeline(story, found) {
  const isFound = new Set(found);
  const shown = story.statements.filter(({ stances }) => stances.some(([claim]) => isFound.has(claim)));
  const days = grouped(shown, ({ date }) => date).sort(([one], [other]) => (one.date < other.date ? -1 : 1));
  const root = list("ol", "timeline");
  const entries = [];
  for (const statements of days) {
    /** @type {HTMLElement | undefined} */
    let moments;
    for (const statement of statements) {
      const put = () => {
        if (moments) {
          moments.append(moment(statement, isFound));
        } else {
          moments = list("ul", "moments", moment(statement, isFound));
          root.append(piece("li", "day", piece("h3", "day-title", day(statement.date)), moments));
        }
      };
      entries.push({ weight: 4 + 4 * statement.stances.length, put });
    }
  }
  return { root, entries };
}

/** @param {Statement} statement @param {Set<Claim>} isFound */
function moment({ by, quote, stances, date, isAnswer }, isFound) {
  const shown = stances.filter(([claim]) => isFound.has(claim));
  // Claims with the same stance and replies share them. The words follow the first ones.
  const positions = grouped(shown, ([claim, stance]) => `${stance} ${repliesKey(claim, by)}`).map((alike, index) =>
    standing(
      [stanceLine(said(alike[0][1]))],
      alike.map(([claim]) => claim),
      { but: by, quote: index ? [] : [words(quote)], day: date },
    ),
  );
  const chain = isAnswer && !by.isOutlet ? [piece("p", "chain", texts.noSource)] : [];
  const part = by.isOutlet ? "moment reported" : "moment said";
  return piece("li", part, piece("h4", "who", name(by)), ...chain, ...positions);
}
