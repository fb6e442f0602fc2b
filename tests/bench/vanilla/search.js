/** Finds claims, and highlights the words that were found. */
import { groupOf, position } from "./story.js";

/** @param {string} text */
const fold = (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "");

/**
 * What the reader searches for.
 * @typedef {{ words: string, party: string, group: string }} Wanted
 */

/** @param {Wanted} wanted */
export const isFiltered = ({ words, party, group }) => Boolean(words.trim() || party || group);

/** @param {import("./story.js").Story} story */
export function makeIndex(story) {
  const claims = story.claims.map(({ text, about }) => fold([text, ...about.map(({ name }) => name)].join("\n")));
  const statements = new Map(story.statements.map((one) => [one, fold(`${one.quote ?? ""}\n${one.by.name}`)]));

  /** @param {Wanted} wanted @returns {import("./story.js").Claim[]} */
  return function find({ words, party, group }) {
    let found = story.claims;
    for (const word of fold(words).split(/\s+/).filter(Boolean)) {
      const said = new Set();
      statements.forEach((text, one) => text.includes(word) && said.add(one));
      found = found.filter(
        ({ index, positions }) =>
          claims[index].includes(word) || positions.some(({ statement }) => said.has(statement)),
      );
    }
    if (group) {
      return found.filter((claim) => isHeld(claim, party, group));
    }
    /** @param {import("./story.js").Claim} claim */
    const concerns = ({ about, positions }) =>
      about.some(({ id }) => id === party) || positions.some(({ by }) => by.id === party);
    return party ? found.filter(concerns) : found;
  };
}

/** @param {import("./story.js").Claim} claim @param {string} party @param {string} group */
function isHeld(claim, party, group) {
  const isMeant = (/** @type {import("./story.js").Party} */ { id }) => !party || party === id;
  const isSilent = () => claim.about.some((one) => isMeant(one) && !position(claim, one));
  return (
    claim.positions.some(({ by, stance }) => groupOf(stance) === group && isMeant(by)) ||
    (group === "no-answer" && isSilent())
  );
}

const NAME = "claim-panel-found";
const MAX_MARKS = 2000;
/** The longest time that marking takes at once. */
const MARK_SLICE_MS = 4;
/** The timer that marks more words. @type {number | ReturnType<typeof setTimeout>} */
let due = 0;

/** All marks. @type {Highlight | undefined} */
let highlight;

/** Highlights words in the view, a few milliseconds at a time. @param {HTMLElement} view @param {string} words */
export function mark(view, words) {
  clearTimeout(due);
  highlight?.clear();
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (!wanted.length || !CSS.highlights) {
    return;
  }
  const marks = (highlight ??= new Highlight());
  CSS.highlights.set(NAME, marks);
  const places = ranges(view, wanted);
  const go = () => {
    const end = performance.now() + MARK_SLICE_MS;
    for (let one = places.next(); !one.done && marks.size < MAX_MARKS; one = places.next()) {
      if (one.value) {
        marks.add(one.value);
      }
      if (performance.now() > end) {
        due = setTimeout(go);
        return;
      }
    }
  };
  due = setTimeout(go);
}

/** @param {HTMLElement} view @param {string[]} words */
function* ranges(view, words) {
  for (const entry of view.children) {
    yield;
    for (const { firstChild } of entry.querySelectorAll(":is([dir=auto], bdi)")) {
      const node = /** @type {Text} */ (firstChild);
      const text = fold(node.data);
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          const [startOffset, endOffset] = [at, at + word.length];
          yield new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset });
        }
      }
    }
  }
}
