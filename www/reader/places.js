/** Maps offsets of a folded text to the text itself, so that marks lie on the right letters. */

/** A character with its accents. */
const LETTER = /.\p{M}*/gsu;

/**
 * Folding turns some letters into several and some into nothing.
 * @param {string} text @param {(text: string) => string} fold
 * @returns {(from: number, to: number) => [start: number, end: number]} from offsets of the folded text to those of the
 *   text
 */
export function foldedPlaces(text, fold) {
  /** @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  for (const { 0: letter, index } of text.matchAll(LETTER)) {
    for (let { length } = fold(letter); length; length -= 1) {
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return (from, to) => [starts[from] ?? 0, ends[to - 1] ?? text.length];
}
