/** The promise behind `ready`. It is settled from outside, and replaced for the next load. */
export class Readiness {
  #settled = false;
  /** @type {(value: any) => void} */
  #resolve = () => {};
  /** @type {(reason: any) => void} */
  #reject = () => {};
  /** @type {Promise<any>} */
  promise = this.#make();

  /** Replaces the promise if it is settled. Callers that already wait keep waiting. */
  rearm() {
    if (this.#settled) {
      this.#settled = false;
      this.promise = this.#make();
    }
  }

  /** @param {any} value */
  resolve(value) {
    this.#settled = true;
    this.#resolve(value);
  }

  /** @param {any} reason */
  reject(reason) {
    this.#settled = true;
    this.#reject(reason);
  }

  #make() {
    const promise = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Awaiting `ready` is optional, and an event reports each failure.
    promise.catch(() => {});
    return promise;
  }
}
