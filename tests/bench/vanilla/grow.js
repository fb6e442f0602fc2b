/**
 * Draws in steps: some at once, and more after each frame.
 * @typedef {{ weight: number, put: () => void }} Entry
 */

/** The weight of the entries in each step after the first. */
export const AT_ONCE = 300;

export class Growth {
  #step = () => {};

  /**
   * Starts with these entries and drops older ones that are still to be drawn.
   * @param {Entry[]} entries @param {number} first the weight of the first step @param {number} next that of the others
   * @param {{ onStep?: () => void, onEnd?: () => void }} [listeners] called after each step and after the last one
   */
  begin(entries, first, next, { onStep, onEnd } = {}) {
    let at = 0;
    let weight = first;
    const step = () => {
      for (let left = weight; at < entries.length && left > 0; at += 1) {
        left -= entries[at].weight;
        entries[at].put();
      }
      weight = next;
      onStep?.();
      if (at < entries.length) {
        requestAnimationFrame(() => setTimeout(() => step === this.#step && step()));
      } else {
        onEnd?.();
      }
    };
    this.#step = step;
    step();
  }

  end() {
    this.#step = () => {};
  }
}
