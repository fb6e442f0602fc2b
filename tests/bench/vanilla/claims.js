/** A claim: closed with the answers to it, or open with all statements about it. */
import * as texts from "words";
import { brackets, button, el, icon, list, name, own, pair, piece, time, words } from "./dom.js";
import { carries, GROUPS, groupOf, position, positions } from "./story.js";

/** The most names in a row of those who assert or report a claim. */
const MOST_NAMES = 8;

const NAMES = new Intl.ListFormat("en-GB");

/** The rows of a closed claim, each with its stances. @type {[string, string[]][]} */
const ROWS = [
  [texts.assertedBy, ["asserts", "confirms", "corroborates", "stands-by"]],
  [texts.reportedBy, ["reports"]],
  [texts.notVerifiedBy, ["could-not-verify"]],
  [texts.deniedBy, ["denies"]],
  [texts.disputedBy, ["disputes"]],
  [texts.questionedBy, ["questions"]],
  [texts.changedBy, ["clarifies", "walks-back", "retracts"]],
  [texts.answeredBy, ["responds", "no-knowledge"]],
  [texts.noAnswerFrom, ["declined", "no-response", "unreachable", "not-asked"]],
];

/** @type {Record<string, string>} */
const STANCES = {
  asserts: texts.asserts,
  confirms: texts.confirms,
  corroborates: texts.corroborates,
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

/** @type {Record<string, string>} */
export const GROUP_TITLES = {
  "says-so": texts.saysSo,
  reported: texts.reported,
  "denies-it": texts.deniesIt,
  "answered-otherwise": texts.answeredOtherwise,
  "changed-position": texts.changedPosition,
  "no-answer": texts.noAnswer,
};

/** A party's answer with its icon. @param {import("./story.js").Taken} [position] */
export function answer(position) {
  return position
    ? [icon(groupOf(position.stance)), piece("span", "stance", STANCES[position.stance])]
    : [icon("no-answer"), piece("span", "none", texts.noAnswerRecorded)];
}

/** @param {string} stance */
export const stanceLine = (stance) =>
  piece("p", "stance-line", icon(groupOf(stance)), piece("span", "stance", STANCES[stance]));

/** The rows below a claim's text. @param {import("./story.js").Claim} claim */
export function answers(claim) {
  const all = positions(claim);
  const rows = [];
  for (const [title, stances] of ROWS) {
    const named = all.filter(({ stance, statement: { by } }) => stances.includes(stance) && !claim.about.includes(by));
    if (named.length) {
      rows.push(pair("by", [title], inRow(named, stances)));
    }
  }
  for (const party of claim.about) {
    rows.push(pair("answer", [name(party)], answer(position(claim, party))));
  }
  const outlets = new Set(
    all
      .filter(({ stance, statement: { by } }) => carries(stance) && by.kind === "outlet")
      .map(({ statement }) => statement.by),
  );
  if (outlets.size > 1) {
    rows.push(pair("sources", [texts.sources], texts.outletsUnrecorded(texts.outlets(outlets.size)).flat()));
  }
  return piece("dl", "answers", ...rows);
}

/** A list of names in a sentence. @param {import("./story.js").Taken[]} named @param {string[]} stances */
function inRow(named, stances) {
  const isCut = named.length > MOST_NAMES && (stances.includes("asserts") || stances.includes("reports"));
  const shown = isCut ? named.slice(0, MOST_NAMES) : named;
  /** @type {(Node | string)[][]} */
  const items = shown.map(({ stance, statement: { by } }) =>
    brackets([name(by)], stances.length > 1 && stance !== "asserts" ? [STANCES[stance]] : []),
  );
  if (isCut) {
    items.push(texts.more(named.length - MOST_NAMES));
  }
  if (items.length < 2) {
    return items.flat();
  }
  let next = 0;
  const parts = NAMES.formatToParts(items.map((_, index) => String(index)));
  return parts.flatMap(({ type, value }) => (type === "element" ? items[next++] : [value]));
}

/** @param {import("./story.js").Claim} claim @param {boolean} isOpen */
export function entry(claim, isOpen) {
  const region = `claim-${claim.index}`;
  const toggle = el(
    "span",
    {
      role: "button",
      tabindex: "0",
      part: "claim-button",
      "data-act": "toggle",
      "data-value": claim.id,
      "aria-expanded": "false",
      "aria-controls": region,
    },
    piece("span", "claim-text", own(claim.text)),
    icon("chevron"),
  );
  const opened = el("div", { id: region, part: "opened", hidden: "" });
  const item = piece("li", "claim", piece("h3", "claim-title", toggle), answers(claim), opened);
  if (isOpen) {
    setOpen(item, claim, true);
  }
  return item;
}

/** Opens or closes an entry. @param {HTMLElement} item @param {import("./story.js").Claim} claim @param {boolean} isOpen */
export function setOpen(item, claim, isOpen) {
  const opened = /** @type {HTMLElement} */ (item.lastElementChild);
  item.setAttribute("part", isOpen ? "claim open" : "claim");
  item.firstElementChild?.firstElementChild?.setAttribute("aria-expanded", String(isOpen));
  opened.hidden = !isOpen;
  opened.replaceChildren(...(isOpen ? [...groups(claim), button("share", "share", texts.share, claim.id)] : []));
}

/** @param {import("./story.js").Claim} claim */
function groups(claim) {
  const shown = [];
  for (const [group, stances] of GROUPS) {
    const entries = claim.statements.filter(({ stance }) => stances.includes(stance)).map(statement);
    if (group === "no-answer") {
      for (const party of claim.about.filter((party) => !position(claim, party))) {
        entries.push(
          piece(
            "li",
            "statement",
            piece("p", "who", name(party)),
            piece("p", "stance-line", piece("span", "none", texts.noAnswerRecorded)),
          ),
        );
      }
    }
    if (entries.length) {
      shown.push(
        piece("div", "group", piece("h4", "group-title", GROUP_TITLES[group]), list("ul", "statements", ...entries)),
      );
    }
  }
  return shown;
}

/** @param {import("./story.js").Taken} taken */
function statement({ statement: { by, date, quote }, stance }) {
  const item = piece("li", "statement", piece("p", "who", name(by)), stanceLine(stance));
  if (quote) {
    item.append(words(quote));
  }
  if (date) {
    const said = groupOf(stance) === "no-answer" ? texts.asOf : by.kind === "outlet" ? texts.published : texts.said;
    item.append(piece("p", "meta", piece("span", "item", ...said(time(date)))));
  }
  return item;
}
