/**
 * The other views: people, timeline, sources. Each is an empty frame and the entries that are put into it.
 * @typedef {import("./grow.js").Entry} Entry
 * @typedef {{ root: HTMLElement, entries: Entry[] }} View
 */
import * as texts from "words";
import { answer, answers, stanceLine } from "./claims.js";
import { brackets, claimLink, day, list, name, piece, time, words } from "./dom.js";
import { carries, groupOf, isSilent, position, positions } from "./story.js";

/** @param {import("./story.js").Party} party @param {import("./story.js").Taken} [position] */
const reply = (party, position) => piece("p", "reply", ...texts.reply(name(party), answer(position)).flat());

/** @param {import("./story.js").Claim} claim @param {import("./story.js").Party} [but] */
const replies = (claim, but) =>
  claim.about.filter((party) => party !== but).map((party) => reply(party, position(claim, party)));

/** @param {import("./story.js").Claim} claim */
const about = (claim) => piece("p", "about", claimLink(claim));

/** @param {import("./story.js").Story} story @param {import("./story.js").Claim[]} found @returns {View} */
export function people(story, found) {
  /** @type {Map<import("./story.js").Party, [import("./story.js").Claim, import("./story.js").Taken | undefined][]>} */
  const records = new Map(story.parties.map((party) => [party, []]));
  for (const claim of found) {
    claim.about.forEach((party) => records.get(party)?.push([claim, position(claim, party)]));
    for (const one of positions(claim)) {
      if (!claim.about.includes(one.statement.by)) {
        records.get(one.statement.by)?.push([claim, one]);
      }
    }
  }
  const root = piece("div", "people");
  /** @type {Entry[]} */
  const entries = [];
  for (const [title, kinds] of [
    [texts.namedParties, ["person", "organisation"]],
    [texts.outletParties, ["outlet"]],
    [texts.unnamedParties, ["unnamed"]],
  ]) {
    const put = section(root, /** @type {string} */ (title), "parties");
    for (const party of story.parties.filter(({ kind }) => kinds.includes(kind))) {
      const record = records.get(party) ?? [];
      entries.push({ weight: 4 + 4 * record.length, put: () => put(person(party, record)) });
    }
  }
  const put = section(root, texts.notAnswered, "positions");
  for (const claim of found) {
    const silent = positions(claim).filter((one) => isSilent(one) && !claim.about.includes(one.statement.by));
    if (silent.length || claim.about.some((party) => isSilent(position(claim, party)))) {
      const lines = () => [about(claim), ...silent.map((one) => reply(one.statement.by, one)), ...replies(claim)];
      entries.push({ weight: 2 + 2 * claim.about.length, put: () => put(piece("li", "position", ...lines())) });
    }
  }
  return { root, entries };
}

/** A section that is added to the view with its first entry. @param {HTMLElement} root @param {string} title @param {string} part */
function section(root, title, part) {
  /** @type {HTMLElement | undefined} */
  let all;
  return (/** @type {HTMLElement} */ item) => {
    if (!all) {
      all = list("ul", part, item);
      root.append(piece("div", "section", piece("h3", "section-title", title), all));
    } else {
      all.append(item);
    }
  };
}

/** @param {import("./story.js").Party} party @param {[import("./story.js").Claim, import("./story.js").Taken | undefined][]} record */
function person(party, record) {
  const item = piece("li", "party", piece("h4", "party-name", name(party)));
  const said = record.map(([claim, own]) => {
    const { quote, date } = own?.statement ?? {};
    return piece(
      "li",
      "position",
      about(claim),
      piece("p", "stance-line", ...answer(own)),
      ...(quote ? [words(quote)] : []),
      ...(date ? [piece("p", "meta", time(date))] : []),
      ...replies(claim, party),
    );
  });
  item.append(said.length ? list("ul", "positions", ...said) : piece("p", "none", texts.noPart));
  return item;
}

/** @param {import("./story.js").Story} story @param {import("./story.js").Claim[]} found @returns {View} */
export function timeline(story, found) {
  const isFound = new Set(found);
  /** @type {Map<string, import("./story.js").Statement[]>} */
  const days = new Map();
  for (const statement of story.statements) {
    if (statement.stances.some(([claim]) => isFound.has(claim))) {
      const key = statement.date ?? "";
      const others = days.get(key);
      others ? others.push(statement) : days.set(key, [statement]);
    }
  }
  const root = list("ol", "timeline");
  /** @type {Entry[]} */
  const entries = [];
  const ordered = [...days].sort(([one], [other]) => ((one || "~") < (other || "~") ? -1 : 1));
  for (const [date, said] of ordered) {
    /** @type {HTMLElement | undefined} */
    let moments;
    for (const statement of said) {
      const put = () => {
        if (moments) {
          moments.append(moment(statement, isFound));
        } else {
          moments = list("ul", "moments", moment(statement, isFound));
          root.append(piece("li", "day", piece("h3", "day-title", date ? day(date) : texts.dateUnknown), moments));
        }
      };
      entries.push({ weight: 4 + 4 * statement.stances.length, put });
    }
  }
  return { root, entries };
}

/** @param {import("./story.js").Statement} statement @param {Set<import("./story.js").Claim>} isFound */
function moment({ by, quote, stances, date }, isFound) {
  const isOutlet = by.kind === "outlet";
  const isAllSilent = stances.every(([, stance]) => groupOf(stance) === "no-answer");
  const clock = isAllSilent ? texts.noAnswer : isOutlet ? texts.clockReported : texts.clockSaid;
  const lines = [
    piece("p", "clock", piece("span", "item", clock)),
    piece("p", "who", name(by)),
    ...(quote ? [words(quote)] : []),
  ];
  for (const [claim, stance] of stances.filter(([claim]) => isFound.has(claim))) {
    const now = position(claim, by);
    lines.push(stanceLine(stance), about(claim), ...replies(claim, now?.statement.date === date ? by : undefined));
  }
  return piece("li", isOutlet ? "moment reported" : "moment said", ...lines);
}

/** @param {import("./story.js").Story} _ @param {import("./story.js").Claim[]} found @returns {View} */
export function sources(_, found) {
  const root = list("ol", "routes");
  const entries = found.map((claim) => ({
    weight: 4 + 2 * claim.statements.length,
    put: () => root.append(route(claim)),
  }));
  return { root, entries };
}

/** @param {import("./story.js").Claim} claim */
function route(claim) {
  const carrying = new Set(
    claim.statements.filter(({ stance }) => carries(stance)).map(({ statement }) => statement.by),
  );
  const reports = [...carrying].map((party) =>
    piece("li", "report", ...brackets([name(party)], [texts.reportUnrecorded])),
  );
  const known = reports.length ? list("ol", "reports", ...reports) : piece("p", "none", texts.noSource);
  return piece("li", "route", piece("h3", "route-title", claimLink(claim)), answers(claim), known);
}
