/** The words that a search has found, marked in what is drawn. Nothing in the panel changes for it. */
import { fold } from "./intl.js";

const NAME = "claim-panel-found";
/** So many marks in a panel: whoever finds more of a word has to look for another. */
const MOST = 2000;

/** The publisher's words: what is looked through, with names as the panel itself writes them. */
const WORDS = ":is([part~=claims], [part~=people], [part~=timeline], [part~=routes]) :is([dir=auto], bdi)";

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
  if ((wanted.length ? !CSS.highlights : !marked.delete(panel))) {
    return;
  }
  if (wanted.length) {
    marked.set(panel, found(panel, wanted));
  }
  if (marked.size) {
    CSS.highlights.set(NAME, new Highlight(...[...marked.values()].flat()));
  } else {
    CSS.highlights.delete(NAME);
  }
}

/** @param {Element} panel @param {string[]} words */
function found(panel, words) {
  /** @type {StaticRange[]} */
  const ranges = [];
  for (const { firstChild } of panel.querySelectorAll(WORDS)) {
    const text = firstChild?.nodeType === Node.TEXT_NODE && fold(/** @type {Text} */ (firstChild).data);
    if (text && words.some((word) => text.includes(word))) {
      markIn(/** @type {Text} */ (firstChild), words, ranges);
    }
    if (ranges.length >= MOST) {
      break;
    }
  }
  return ranges;
}

/** @param {Text} node @param {string[]} words @param {StaticRange[]} ranges */
function markIn(node, words, ranges) {
  let text = "";
  let end = 0;
  /** Where in the node each unit of the folded text comes from: some characters become several, and some nothing. */
  const places = [];
  for (const char of node.data) {
    const plain = folded.get(char) ?? fold(char);
    folded.set(char, plain);
    places.push(...Array(plain.length).fill(end));
    text += plain;
    end += char.length;
  }
  places.push(end);
  for (const word of words) {
    for (let from = text.indexOf(word); from >= 0 && ranges.length < MOST; from = text.indexOf(word, from + word.length)) {
      let to = from + word.length;
      while (places[to] === places[to - 1]) {
        to += 1;
      }
      const at = { startContainer: node, startOffset: places[from], endContainer: node, endOffset: places[to] };
      ranges.push(new StaticRange(at));
    }
  }
}
