/**
 * @typedef {import("./element.js").ClaimPanelElement} ClaimPanelElement
 * @typedef {import("./failure.js").Failure} Failure
 */

/** The promise behind `ready`. It is settled from outside, and replaced for the next load. */
export class Readiness {
  #settled = false;
  /** @type {(element: ClaimPanelElement) => void} */
  #resolve = () => {};
  /** @type {(failure: Failure) => void} */
  #reject = () => {};
  /** @type {Promise<ClaimPanelElement>} */
  promise = this.#make();

  /** Replaces the promise if it is settled. Callers that already wait keep waiting. */
  rearm() {
    if (this.#settled) {
      this.#settled = false;
      this.promise = this.#make();
    }
  }

  /** @param {ClaimPanelElement} element */
  resolve(element) {
    this.#settled = true;
    this.#resolve(element);
  }

  /** @param {Failure} failure */
  reject(failure) {
    this.#settled = true;
    this.#reject(failure);
  }

  #make() {
    /** @type {Promise<ClaimPanelElement>} */
    const promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Awaiting `ready` is optional, and an event reports each failure.
    promise.catch(() => {});
    return promise;
  }
}
