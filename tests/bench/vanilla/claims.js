/** A claim: closed with where everybody stands, or open with all statements about it. */
import * as texts from "words";
import { button, el, icon, list, listed, name, names, own, pair, piece, time, words } from "./dom.js";
import { answer, authorLine, said, stanceLine } from "./standing.js";
import { authors, carriers, groupOf, position } from "./story.js";

/** @typedef {import("./story.js").Claim} Claim @typedef {import("./story.js").Position} Position */

/** The most rows of parties that the claim is not about. */
const MAX_ROWS = 6;
/** The most outlets that the line of the authors names. */
const MAX_OUTLETS = 3;

/** A claim's entry in the list. Its content is drawn when it is opened, or when there is time. */
export class ClaimEntry {
  isOpen = false;
  isFilled = false;
  #claim;
  #toggle;
  #opened;

  /** @param {Claim} claim @param {boolean} isOpen */
  constructor(claim, isOpen) {
    this.#claim = claim;
    const id = `claim-${claim.index}`;
    const author = piece("span", "author", authorLine(authors(claim)), piece("span", "heard", ": "));
    this.#toggle = el(
      "span",
      {
        role: "button",
        tabindex: "0",
        part: "claim-button",
        "data-act": "toggle",
        "data-value": claim.id,
        "aria-expanded": "false",
        "aria-controls": id,
      },
      piece("span", "claim-words", author, piece("span", "claim-text", own(claim.text))),
      icon("chevron"),
    );
    this.#opened = el("div", { id, part: "opened", hidden: "until-found" });
    this.root = piece("li", "claim", piece("h3", "claim-title", this.#toggle), ...answers(claim), this.#opened);
    if (isOpen) {
      this.setOpen(true);
    }
  }

  /** @param {boolean} isOpen */
  setOpen(isOpen) {
    this.isOpen = isOpen;
    if (isOpen) {
      this.fill();
      this.#opened.removeAttribute("hidden");
    } else {
      this.#opened.setAttribute("hidden", "until-found");
    }
    this.root.setAttribute("part", isOpen ? "claim open" : "claim");
    this.#toggle.setAttribute("aria-expanded", String(isOpen));
  }

  /** Draws what the claim shows when it is open. */
  fill() {
    if (!this.isFilled) {
      this.isFilled = true;
      this.#opened.append(...content(this.#claim), button("share", "share", texts.share, this.#claim.id));
    }
  }
}

/** The rows below a claim's text. @param {Claim} claim */
function answers(claim) {
  const rows = claim.about.map((party) => pair("answer", [name(party)], [answer(position(claim, party))]));
  // The line of the authors says who asserts the claim.
  const others = claim.positions.filter(
    ({ by, stance }) => stance !== "reports" && stance !== "asserts" && !claim.about.includes(by),
  );
  for (const one of others.slice(0, MAX_ROWS)) {
    rows.push(pair("answer", [name(one.by)], [answer(one)]));
  }
  if (others.length > MAX_ROWS) {
    rows.push(pair("more", texts.more(others.length - MAX_ROWS), []));
  }
  const outlets = carriers(claim).filter(({ isOutlet }) => isOutlet);
  const named = authors(claim).map(({ by }) => by);
  if (outlets.length > MAX_OUTLETS || outlets.some((party) => !named.includes(party))) {
    rows.push(pair("sources", texts.outlets(outlets.length), texts.notRecorded(names(outlets)).flat()));
  }
  return rows.length ? [piece("dl", "answers", ...rows)] : [];
}

/** What an opened claim shows. @param {Claim} claim */
function content(claim) {
  const shown = [];
  const entries = inOrder(claim).map(entry);
  if (entries.length) {
    shown.push(list("ol", "statements", ...entries));
  }
  const silent = claim.about.filter((party) => !position(claim, party));
  if (silent.length) {
    const title = piece("h4", "group-title", texts.noStatementFoundBy);
    shown.push(piece("div", "group", title, " ", piece("p", "names", ...listed(silent.map(name)))));
  }
  const outlets = carriers(claim).filter(({ isOutlet }) => isOutlet);
  if (outlets.length) {
    shown.push(piece("p", "origin", ...texts.notRecorded(names(outlets)).flat()));
  }
  return shown;
}

/** The positions of the authors, of the parties that the claim is about, and of the others. @param {Claim} claim */
function inOrder(claim) {
  const first = authors(claim);
  /** @param {Position} one */
  const rank = (one) => (first.includes(one) ? 0 : claim.about.includes(one.by) ? 1 : 2);
  return [0, 1, 2].flatMap((wanted) => claim.positions.filter((one) => rank(one) === wanted));
}

/** A party with what it said on the claim. @param {Position} position */
function entry({ statement: { date, quote, isAnswer }, by, stance }) {
  const when = groupOf(stance) === "no-answer" ? texts.asOf : by.isOutlet ? texts.published : texts.said;
  const statement = piece(
    "div",
    "statement",
    stanceLine(said(stance)),
    " ",
    words(quote),
    piece("p", "meta", piece("span", "item", ...when(time(date)))),
  );
  if (isAnswer && !by.isOutlet) {
    statement.append(piece("p", "chain", texts.noSource));
  }
  return piece("li", "entry", piece("h4", "who", name(by)), piece("div", "body", statement));
}
