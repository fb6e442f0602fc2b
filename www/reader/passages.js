/**
 * Highlights the article's passages that make claims, without changing its nodes. It searches when the browser is idle,
 * and again when the article changes.
 *
 * @typedef {import("../engine/protocol.js").Passage} Passage
 * @typedef {[node: Text, at: number, from: number, to: number]} Word its offset in the node, and its start and end in
 *   the article's text
 */

const NAME = "claim-panel-passage";

/** Elements without the article's own text: panels, scripts, form fields and ruby annotations. */
const APART = "claim-panel,script,style,noscript,textarea,rt,rp";

/** Words are compared without what separates them: whitespace, soft hyphens and line-break opportunities. */
const WORDS = /[^\s\xad\u200b]+/g;

export class Passages {
  #element;
  #report;
  /** @type {Passage[]} */
  #passages = [];
  /** @type {Element | null} */
  #article = null;
  /** @type {Range[]} */
  #marks = [];
  /** For each passage, whether it was found, as the page was last notified. @type {boolean[]} */
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
    const [text, words] = read(article);
    /** @type {Range[]} */
    const marks = [];
    const [before, now] = [this.#reported, this.#passages.map((passage) => find(passage, text, words, marks))];
    this.#reported = now;
    this.#mark(marks);
    this.#passages.forEach(({ claim, exact }, place) => {
      const found = now[place];
      if (found !== before[place]) {
        this.#report({ claim, exact, found });
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
 * The article's words, joined without separators, and the position of each.
 * @param {Element} article @returns {[string, Word[]]}
 */
function read(article) {
  /** @type {Word[]} */
  const words = [];
  let text = "";
  /** @param {Node} node */
  const visit = (node) => {
    if (node.nodeType === 3) {
      for (const { 0: word, index } of /** @type {Text} */ (node).data.matchAll(WORDS)) {
        const from = text.length;
        text += word;
        words.push([/** @type {Text} */ (node), index, from, text.length]);
      }
    } else if (node.nodeType === 1 && !Element.prototype.matches.call(/** @type {Element} */ (node), APART)) {
      node.childNodes.forEach(visit);
    }
  };
  visit(article);
  return [text, words];
}

/**
 * Marks the first occurrence of a passage, with a range for each node, and returns whether there is one.
 * @param {Passage} passage @param {string} text @param {Word[]} words @param {Range[]} marks
 */
function find({ exact: quoted, prefix: before, suffix: after }, text, words, marks) {
  const parts = [quoted, before, after].map((part) => (part.match(WORDS) ?? []).join(""));
  const [exact, prefix, suffix] = /** @type {[string, string, string]} */ (parts);
  const place = text.indexOf(prefix + exact + suffix);
  const start = place + prefix.length;
  const end = start + exact.length;
  let range;
  if (place >= 0) {
    for (const [node, at, from, to] of words) {
      if (from < end && to > start) {
        if (node !== range?.endContainer) {
          // A range per node moves with the node's text, so it marks no other words until the next search.
          const first = range ? 0 : at + start - from;
          range = new Range();
          range.setStart(node, first);
          marks.push(range);
        }
        range.setEnd(node, to < end ? node.length : at + end - from);
      }
    }
  }
  return Boolean(range);
}
