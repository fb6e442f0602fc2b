/** The view of the claims: an entry for each claim, of which a search shows some. */
import { ClaimEntry } from "./claims.js";
import { list } from "./dom.js";

/** @typedef {import("./story.js").Claim} Claim @typedef {import("./grow.js").Entry} Entry */

/** The weight of an entry with or without its content. @param {Claim} claim @param {boolean} isFilled */
const weightOf = ({ positions }, isFilled) => 4 + positions.length * (isFilled ? 4 : 1);

export class ClaimList {
  root = list("ol", "claims");
  /** Claim id → entry, even of those that a search has removed. @type {Map<string, ClaimEntry>} */
  #entries = new Map();
  #open;

  /** @param {Set<string>} open the ids of the claims that are open */
  constructor(open) {
    this.#open = open;
  }

  /** Opens or closes a claim, if it is drawn. @param {string} id */
  update(id) {
    this.#entries.get(id)?.setOpen(this.#open.has(id));
  }

  /**
   * Removes the entries of other claims, and returns what has to be drawn for these claims.
   * @param {Claim[]} claims @returns {Entry[]}
   */
  show(claims) {
    const wanted = new Set(claims.map(({ id }) => id));
    for (const [id, { root }] of this.#entries) {
      if (root.parentNode && !wanted.has(id)) {
        root.remove();
      }
    }
    let next = this.root.firstElementChild;
    /** @type {Entry[]} */
    const missing = [];
    claims.forEach((claim, place) => {
      const entry = this.#entries.get(claim.id);
      const isOpen = this.#open.has(claim.id);
      const weight = weightOf(claim, isOpen || Boolean(entry?.isFilled));
      if (!entry?.root.parentNode) {
        missing.push({ weight, put: () => this.#put(claim, claims[place - 1]) });
        return;
      }
      if (entry.root === next) {
        next = next.nextElementSibling;
      } else {
        this.root.insertBefore(entry.root, next);
      }
      if (entry.isOpen !== isOpen) {
        missing.push({ weight, put: () => this.update(claim.id) });
      }
    });
    return missing;
  }

  /** Inserts a claim after another one. @param {Claim} claim @param {Claim} [before] */
  #put(claim, before) {
    const isOpen = this.#open.has(claim.id);
    let entry = this.#entries.get(claim.id);
    if (!entry) {
      entry = new ClaimEntry(claim, isOpen);
      this.#entries.set(claim.id, entry);
    } else if (entry.isOpen !== isOpen) {
      entry.setOpen(isOpen);
    }
    before ? this.#entries.get(before.id)?.root.after(entry.root) : this.root.prepend(entry.root);
  }

  /** Fills the closed entries of these claims. @param {Claim[]} claims @returns {Entry[]} */
  unfilled(claims) {
    return claims.flatMap((claim) => {
      const entry = this.#entries.get(claim.id);
      return entry && !entry.isFilled ? [{ weight: weightOf(claim, true), put: () => entry.fill() }] : [];
    });
  }
}
