/** The promise behind `ready`: it can be settled from outside and armed again for the next load. */
export class Readiness {
  #settled = false;
  /** @type {(value: any) => void} */
  #resolve = () => {};
  /** @type {(reason: any) => void} */
  #reject = () => {};
  /** @type {Promise<any>} */
  promise = this.#make();

  /** A new promise, if the last one is settled: who waits already goes on waiting. */
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
    // Nobody has to wait for a panel, and a failure is told by its event.
    promise.catch(() => {});
    return promise;
  }
}
