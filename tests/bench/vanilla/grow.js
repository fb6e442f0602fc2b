/**
 * Draws entries in steps: some at once, and more after each frame.
 * @typedef {{ weight: number, put: () => void }} Entry
 */
export class Growth {
  #step = () => {};

  /**
   * Starts with these entries and drops older ones that are still to be drawn.
   * @param {Entry[]} entries @param {number} first the weight of the first step @param {number} next the weight of the others
   */
  begin(entries, first, next) {
    let at = 0;
    let weight = first;
    const step = () => {
      for (let left = weight; at < entries.length && left > 0; at += 1) {
        left -= entries[at].weight;
        entries[at].put();
      }
      weight = next;
      if (at < entries.length) {
        requestAnimationFrame(() => setTimeout(() => step === this.#step && step()));
      }
    };
    this.#step = step;
    step();
  }

  end() {
    this.#step = () => {};
  }
}
