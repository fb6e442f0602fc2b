/**
 * The words of the article in which claims are made, marked where they stand. Nothing in the article changes for it.
 * They are looked for when nothing else is to be done, and again when the article has changed.
 *
 * @typedef {[claim: string, exact: string, prefix: string, suffix: string]} Passage
 * @typedef {[node: Text, at: number, from: number, to: number]} Word where it begins in its node, and where it stands in
 *   the whole of the article's words
 */

const NAME = "claim-panel-passage";

/** What is not the article's own words: those of panels and programs, and how the words beside them are spoken. */
const APART = "claim-panel,script,style,noscript,textarea,rt,rp";

/** What stands between these is never compared: blanks, the ends of lines and paragraphs, and where words may break. */
const WORDS = /[^\s\xad\u200b]+/g;

export class Passages {
  #element;
  #tell;
  /** @type {Passage[]} */
  #passages = [];
  /** @type {Element | null} */
  #article = null;
  /** @type {Range[]} */
  #marks = [];
  /** Whether each is there, as the page was told. @type {boolean[]} */
  #told = [];
  /** The task in which they are looked for. */
  #due = 0;
  #observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => !isApart(target))) {
      this.#lookSoon();
    }
  });

  /** @param {Element} element @param {(detail: object) => void} tell says of a passage whether it is there */
  constructor(element, tell) {
    this.#element = element;
    this.#tell = tell;
  }

  /** There may be others, or another article. @param {Passage[]} [passages] */
  update(passages = this.#passages) {
    const article = passages.length && CSS.highlights ? articleOf(this.#element) : null;
    if (passages !== this.#passages || article !== this.#article) {
      this.#passages = passages;
      this.#article = article;
      this.#told = [];
      this.#observer.disconnect();
      if (article) {
        this.#observer.observe(article, { childList: true, subtree: true, characterData: true });
        this.#lookSoon();
      } else {
        this.#mark([]);
      }
    }
  }

  #lookSoon() {
    this.#due ||= (globalThis.requestIdleCallback ?? setTimeout)(() => {
      this.#due = 0;
      if (this.#article) {
        this.#look(this.#article);
      }
    });
  }

  /** @param {Element} article */
  #look(article) {
    const [text, words] = read(article);
    /** @type {Range[]} */
    const marks = [];
    const [before, now] = [this.#told, this.#passages.map((passage) => find(passage, text, words, marks))];
    this.#told = now;
    this.#mark(marks);
    this.#passages.forEach(([claim, exact], place) => {
      const found = now[place];
      if (found !== before[place]) {
        this.#tell({ claim, exact, found });
      }
    });
  }

  /** Those of all panels are in one highlight, which is there as long as it holds any. @param {Range[]} marks */
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

/** A selector that is none, or that nothing fits, is as good as no attribute. @param {Element} element */
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
  // A form's fields may be called like its methods.
  return element && Element.prototype.closest.call(element, APART);
}

/**
 * The words of an article, without anything between them, and each of them.
 * @param {Element} article @returns {[string, Word[]]}
 */
function read(article) {
  /** @type {Word[]} */
  const words = [];
  let text = "";
  /** @param {any} node */
  const visit = (node) => {
    if (node.nodeType === 3) {
      for (const { 0: word, index } of node.data.matchAll(WORDS)) {
        words.push([node, index, text.length, (text += word).length]);
      }
    } else if (node.nodeType === 1 && !Element.prototype.matches.call(node, APART)) {
      node.childNodes.forEach(visit);
    }
  };
  visit(article);
  return [text, words];
}

/**
 * Marks the first place of a passage, in each node that it touches; whether there is one.
 * @param {Passage} passage @param {string} text @param {Word[]} words @param {Range[]} marks
 */
function find([, ...passage], text, words, marks) {
  const [exact, prefix, suffix] = passage.map((part) => (part.match(WORDS) ?? []).join(""));
  const place = text.indexOf(prefix + exact + suffix);
  const start = place + prefix.length;
  const end = start + exact.length;
  let range;
  if (place >= 0) {
    for (const [node, at, from, to] of words) {
      if (from < end && to > start) {
        if (node !== range?.endContainer) {
          // It moves with its node's words, so that until the next look no others are marked.
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
