/** The view of the sources: how the claims became known. Claims that became known in the same way share an entry. */
import * as texts from "words";
import { list, listed, name, piece } from "./dom.js";
import { repliesKey, standing } from "./standing.js";
import { carriers, grouped } from "./story.js";

/** @typedef {import("./story.js").Claim} Claim */

/** @type {import("./panel.js").Draw} */
export function sources(_, found) {
  const root = list("ol", "routes");
  const routes = grouped(found, (claim) =>
    carriers(claim)
      .map(({ index }) => index)
      .join(),
  );
  const entries = routes.map((claims) => ({ weight: 4 + 4 * claims.length, put: () => root.append(route(claims)) }));
  return { root, entries };
}

/** @param {Claim[]} claims */
function route(claims) {
  const carrying = carriers(claims[0]);
  const lines = [piece("h3", "route-title", texts.noSource)];
  if (carrying.length) {
    const line = texts.inBrackets(listed(carrying.map(name)), texts.reportUnrecorded);
    lines.push(list("ol", "reports", piece("li", "report", ...line.flat())));
  }
  const positions = grouped(claims, (claim) => repliesKey(claim)).map((alike) => standing([], alike));
  return piece("li", "route", ...lines, ...positions);
}
