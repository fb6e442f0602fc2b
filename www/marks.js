/** The words that a search has found, marked in what is drawn. Nothing in the panel changes for it. */
import { fold } from "./intl.js";

const NAME = "claim-panel-found";
/** So many marks in a panel: whoever finds more of a word has to look for another. */
const MOST = 2000;

/** The publisher's words, and names: what is looked through. */
const WORDS = ":is([dir=auto], bdi)";
/** Where they are looked for, from the top down: in the view, claim by claim. */
const PLACES = "section > :not(header, footer, [part~=claims]), [part~=claims] > *";

/** In milliseconds; whoever types on does not wait for the marks of a long panel. */
const AT_ONCE = 4;

/** @typedef {{ ranges: StaticRange[], next: number }} Marks those that are there, and when more are looked for */

/** Panel → its marks. @type {Map<Element, Marks>} */
const marked = new Map();

/** The marks of all panels. @type {Highlight | undefined} */
let highlight;

/** Character → the same without case and accents. @type {Map<string, string>} */
const folded = new Map();

/**
 * Marks what a panel's search looks for, and nothing any more where there is none.
 * @param {Element} panel @param {string} [words]
 */
export function mark(panel, words = wordsIn(panel)) {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  const before = marked.get(panel);
  clearTimeout(before?.next);
  before?.ranges.forEach((range) => highlight?.delete(range));
  if (wanted.length && CSS.highlights) {
    highlight ??= new Highlight();
    CSS.highlights.set(NAME, highlight);
    const marks = { ranges: [], next: 0 };
    marked.set(panel, marks);
    marks.next = window.setTimeout(() => add(marks, found(panel, wanted)));
  } else if (marked.delete(panel) && !marked.size) {
    CSS.highlights.delete(NAME);
  }
}

/**
 * What is typed into the panel's search, which stands among its controls: the thousands of elements of a long list are
 * not looked through after each click.
 * @param {Element} panel
 */
function wordsIn(panel) {
  const controls = [...(panel.firstElementChild?.children ?? [])].find((one) => one.matches("[part~=controls]"));
  return controls?.querySelector("input")?.value ?? "";
}

/** @param {Marks} marks @param {Iterator<StaticRange | undefined>} found */
function add(marks, found) {
  const end = performance.now() + AT_ONCE;
  for (let one = found.next(); !one.done && marks.ranges.length < MOST; one = found.next()) {
    if (one.value) {
      marks.ranges.push(one.value);
      highlight?.add(one.value);
    }
    if (performance.now() > end) {
      marks.next = window.setTimeout(() => add(marks, found));
      return;
    }
  }
}

/** Every mark, and now and then nothing. @param {Element} panel @param {string[]} words */
function* found(panel, words) {
  for (const place of panel.querySelectorAll(PLACES)) {
    yield;
    for (const { firstChild } of place.querySelectorAll(WORDS)) {
      yield* foundIn(/** @type {Text | null} */ (firstChild), words);
    }
  }
}

/** @param {Text | null} node @param {string[]} words */
function* foundIn(node, words) {
  const { data = "" } = node ?? {};
  const whole = fold(data);
  if (!words.some((word) => whole.includes(word))) {
    return;
  }
  // Some characters become several, and some nothing: where in the node each place of the folded text is.
  /** @type {number[]} */
  const places = [];
  let text = "";
  let at = 0;
  for (const char of data) {
    const plain = folded.get(char) ?? fold(char);
    folded.set(char, plain);
    places[text.length] = at;
    text += plain;
    at += char.length;
  }
  places[text.length] = at;
  for (const word of words) {
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + word.length)) {
      let [start, end] = [from, from + word.length];
      while (!(start in places)) {
        start -= 1;
      }
      while (!(end in places)) {
        end += 1;
      }
      const range = { startContainer: node, startOffset: places[start], endContainer: node, endOffset: places[end] };
      yield new StaticRange(/** @type {StaticRangeInit} */ (range));
    }
  }
}
