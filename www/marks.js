/** The words that a search has found, marked in what is drawn. Nothing in the panel changes for it. */
import { fold } from "./intl.js";

const NAME = "claim-panel-found";
/** So many marks in a panel: whoever finds more of a word has to look for another. */
const MOST = 2000;

/** The publisher's words, and names, in the view: what is looked through. */
const WORDS = ":is([dir=auto], bdi):not(header *, footer *)";

/** Panel → its marks. @type {Map<Element, StaticRange[]>} */
const marked = new Map();

/** Character → the same without case and accents. @type {Map<string, string>} */
const folded = new Map();

/**
 * Marks what a panel's search looks for, and nothing any more where there is none.
 * @param {Element} panel @param {string} [words]
 */
export function mark(panel, words = panel.querySelector("input")?.value ?? "") {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length && CSS.highlights) {
    marked.set(panel, found(panel, wanted));
  } else if (!marked.delete(panel)) {
    return;
  }
  CSS.highlights.delete(NAME);
  if (marked.size) {
    CSS.highlights.set(NAME, new Highlight(...[...marked.values()].flat()));
  }
}

/** @param {Element} panel @param {string[]} words */
function found(panel, words) {
  /** @type {StaticRange[]} */
  const ranges = [];
  for (const { firstChild: node } of panel.querySelectorAll(WORDS)) {
    const { data = "" } = /** @type {Text} */ (node ?? {});
    const whole = fold(data);
    if (!words.some((word) => whole.includes(word))) {
      continue;
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
        if (ranges.length >= MOST) {
          return ranges;
        }
        const range = { startContainer: node, startOffset: places[start], endContainer: node, endOffset: places[end] };
        ranges.push(new StaticRange(/** @type {StaticRangeInit} */ (range)));
      }
    }
  }
  return ranges;
}
