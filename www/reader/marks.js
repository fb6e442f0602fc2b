/** Highlights search matches in the rendered panel without changing its nodes. */
import { fold } from "../engine/intl.js";
import { foldedPlaces } from "./places.js";

const NAME = "claim-panel-found";
/** The most marks in one panel. A reader with more matches needs a better search term. */
const MAX_MARKS = 2000;

/** The searchable text: the publisher's words and names. */
const WORDS = ":is([dir=auto], bdi)";
/** The places to search, from the top down: in the view, claim by claim. */
const PLACES = "section > :not(header, footer, [part~=claims]), [part~=claims] > *";

/** The longest time that marking takes at once. Marking a long panel must not delay the next keystroke. */
const MARK_SLICE_MS = 4;

/** @typedef {{ ranges: StaticRange[], next: number }} Marks the present marks, and the timer that adds more */

/** The marks of each panel. @type {Map<Element, Marks>} */
const marked = new Map();

/** The marks of all panels. @type {Highlight | undefined} */
let highlight;

/**
 * Marks the words of a panel's search, and removes the marks if there are none.
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
 * The text in the panel's search field. Only the controls are searched for it, because a long list has thousands of
 * elements.
 * @param {Element} panel
 */
function wordsIn(panel) {
  const controls = [...(panel.firstElementChild?.children ?? [])].find((one) => one.matches("[part~=controls]"));
  return controls?.querySelector("input")?.value ?? "";
}

/** @param {Marks} marks @param {Iterator<StaticRange | undefined>} found */
function add(marks, found) {
  const end = performance.now() + MARK_SLICE_MS;
  for (let one = found.next(); !one.done && marks.ranges.length < MAX_MARKS; one = found.next()) {
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

/**
 * Yields each mark, and sometimes nothing, so that the caller can pause.
 * @param {Element} panel @param {string[]} words
 */
function* found(panel, words) {
  for (const place of panel.querySelectorAll(PLACES)) {
    yield;
    for (const { childNodes } of place.querySelectorAll(WORDS)) {
      // Each line is a node.
      for (const node of childNodes) {
        yield* foundIn(/** @type {Text} */ (node), words);
      }
    }
  }
}

/** @param {Text} node or a line break, which has no data @param {string[]} words */
function* foundIn(node, words) {
  const { data = "" } = node;
  const whole = fold(data);
  if (!words.some((word) => whole.includes(word))) {
    return;
  }
  const places = foldedPlaces(data, fold);
  for (const word of words) {
    for (let from = whole.indexOf(word); from >= 0; from = whole.indexOf(word, from + word.length)) {
      const [startOffset, endOffset] = places(from, from + word.length);
      const range = { startContainer: node, startOffset, endContainer: node, endOffset };
      yield new StaticRange(/** @type {StaticRangeInit} */ (range));
    }
  }
}
