/** The last download of one panel. It is kept, so that an element that is moved or comes back needs no other. */
import { readBytes } from "./load.js";

export class Download {
  /** @type {{ address: string, bytes: Uint8Array } | null} */
  #last = null;
  /** @type {RequestCache} */
  #cache = "default";

  /** The next download bypasses every cache. */
  forget() {
    this.#last = null;
    this.#cache = "no-cache";
  }

  /**
   * @param {import("./source.js").Source} source
   * @param {AbortSignal} signal
   * @param {Promise<void>} started the WebAssembly is there
   */
  async bytes(source, signal, started) {
    const { address } = source;
    if (address !== undefined && this.#last?.address === address) {
      return this.#last.bytes;
    }
    // Where no WebAssembly may be loaded or run, the browser says so at once, and the document is not asked for.
    if (address !== undefined) {
      await Promise.race([started, new Promise((resolve) => setTimeout(resolve))]);
    }
    const bytes = await readBytes(source, signal, this.#cache);
    if (address !== undefined && !signal.aborted) {
      this.#last = { address, bytes };
      this.#cache = "default";
    }
    return bytes;
  }
}
