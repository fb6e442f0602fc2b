/**
 * Highlights the article's passages that make claims, without changing its nodes. It searches when the browser is idle,
 * and again when the article changes.
 *
 * @typedef {import("../engine/protocol.js").Passage} Passage
 * @typedef {[node: Text, from: number, to: number]} Piece its start and end in the article's folded text
 */
import { foldSigns } from "../engine/intl.js";
import { foldedPlaces } from "./places.js";

const NAME = "claim-panel-passage";

/** Elements without the article's own text: panels, scripts, form fields and ruby annotations. */
const APART = "claim-panel,script,style,noscript,textarea,rt,rp";

/**
 * An edited passage is recognized by its unchanged first and last quarter, of at least so many characters without
 * whitespace, and by its length, which changes by no more than this share. Each quarter is in the article only once.
 */
const MIN_END = 8;
const MAX_GROWTH = 1 / 3;

/** Words are compared without what separates them, and without their typography. @param {string} text */
const fold = (text) => foldSigns(text).replace(/\s/g, "");

export class Passages {
  #element;
  #report;
  /** @type {Passage[]} */
  #passages = [];
  /** @type {Element | null} */
  #article = null;
  /** @type {Range[]} */
  #marks = [];
  /** For each passage, whether it was found or what it was changed to, as the page was last notified. @type {(boolean | string)[]} */
  #reported = [];
  /** The idle callback that will search. */
  #due = 0;
  #observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => !isApart(target))) {
      this.#scheduleSearch();
    }
  });

  /**
   * @param {Element} element @param {(detail: object) => void} report notifies the page that a passage was found or is
   * missing
   */
  constructor(element, report) {
    this.#element = element;
    this.#report = report;
  }

  /** Handles a change of the passages or of the article. @param {Passage[]} [passages] */
  update(passages = this.#passages) {
    const article = passages.length && CSS.highlights ? articleOf(this.#element) : null;
    if (passages !== this.#passages || article !== this.#article) {
      this.#passages = passages;
      this.#article = article;
      this.#reported = [];
      this.#observer.disconnect();
      if (article) {
        this.#observer.observe(article, { childList: true, subtree: true, characterData: true });
        this.#scheduleSearch();
      } else {
        this.#mark([]);
      }
    }
  }

  #scheduleSearch() {
    this.#due ||= (globalThis.requestIdleCallback ?? setTimeout)(() => {
      this.#due = 0;
      if (this.#article) {
        this.#search(this.#article);
      }
    });
  }

  /** @param {Element} article */
  #search(article) {
    const [text, pieces] = read(article);
    /** @type {Range[]} */
    const marks = [];
    const [before, now] = [this.#reported, this.#passages.map((passage) => find(passage, text, pieces, marks))];
    this.#reported = now;
    this.#mark(marks);
    this.#passages.forEach(({ claim, exact }, place) => {
      const found = now[place];
      if (found !== before[place]) {
        this.#report({ claim, exact, found: found === true, ...(typeof found === "string" && { changed: found }) });
      }
    });
  }

  /**
   * Updates the marks in the one highlight that all panels share. An empty highlight is removed.
   * @param {Range[]} marks
   */
  #mark(marks) {
    if (marks.length + this.#marks.length) {
      const { highlights } = CSS;
      const highlight = highlights.get(NAME) ?? new Highlight();
      this.#marks.forEach((range) => highlight.delete(range));
      marks.forEach((range) => highlight.add(range));
      this.#marks = marks;
      if (highlight.size) {
        highlights.set(NAME, highlight);
      } else {
        highlights.delete(NAME);
      }
    }
  }
}

/** An invalid selector, or one without a match, counts as no attribute. @param {Element} element */
function articleOf(element) {
  try {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const article = root.querySelector(element.getAttribute("highlight") ?? "");
    return article && isApart(article) ? null : article;
  } catch {
    return null;
  }
}

/** @param {Node} node */
function isApart(node) {
  const element = node.nodeType === 1 ? node : node.parentElement;
  // A form's field can shadow the form's methods.
  return element && Element.prototype.closest.call(element, APART);
}

/**
 * The article's folded text, and the position of each text node in it.
 * @param {Element} article @returns {[string, Piece[]]}
 */
function read(article) {
  /** @type {Piece[]} */
  const pieces = [];
  let text = "";
  /** @param {Node} node */
  const visit = (node) => {
    if (node.nodeType === 3) {
      const words = fold(/** @type {Text} */ (node).data);
      if (words) {
        pieces.push([/** @type {Text} */ (node), text.length, text.length + words.length]);
        text += words;
      }
    } else if (node.nodeType === 1 && !Element.prototype.matches.call(/** @type {Element} */ (node), APART)) {
      node.childNodes.forEach(visit);
    }
  };
  visit(article);
  return [text, pieces];
}

/**
 * Marks the first occurrence of a passage, and returns whether there is one. If the passage was edited, returns the words
 * that stand in its place: they may say something else, so they are not marked.
 * @param {Passage} passage @param {string} text @param {Piece[]} pieces @param {Range[]} marks
 */
function find({ exact: quoted, prefix: before, suffix: after }, text, pieces, marks) {
  const [prefix, exact, suffix] = /** @type {[string, string, string]} */ ([before, quoted, after].map(fold));
  const whole = prefix + exact + suffix;
  const place = text.indexOf(whole);
  if (place >= 0 && exact) {
    const start = place + prefix.length;
    marks.push(...rangesOf(pieces, start, start + exact.length));
    return true;
  }
  return edited(exact, text, pieces);
}

/**
 * The words in the place of a passage that was edited in the middle, if nothing else can be meant.
 * @param {string} exact @param {string} text @param {Piece[]} pieces
 */
function edited(exact, text, pieces) {
  const { length } = exact;
  const size = Math.max(MIN_END, length >> 2);
  const [before = "", ...starts] = text.split(exact.slice(0, size));
  const [until = "", ...ends] = text.split(exact.slice(-size));
  const [start, end] = [before.length, until.length + size];
  const isSure = starts.length === 1 && ends.length === 1 && start < until.length;
  return isSure && Math.abs(end - start - length) <= length * MAX_GROWTH
    ? rangesOf(pieces, start, end).join("").replace(/\s+/g, " ").trim()
    : false;
}

/**
 * A range for each text node, so that it moves with the node's text and marks no other words until the next search.
 * @param {Piece[]} pieces @param {number} start @param {number} end offsets of the article's folded text
 */
function rangesOf(pieces, start, end) {
  /** @type {Range[]} */
  const ranges = [];
  for (const [node, from, to] of pieces) {
    if (from < end && to > start) {
      const [first, last] = foldedPlaces(node.data, fold)(Math.max(start - from, 0), Math.min(end, to) - from);
      const range = new Range();
      range.setStart(node, ranges.length ? 0 : first);
      range.setEnd(node, to < end ? node.length : last);
      ranges.push(range);
    }
  }
  return ranges;
}
