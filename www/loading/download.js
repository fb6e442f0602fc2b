/** The last download of one panel, kept so that moving or reattaching the element needs no second one. */
import { readBytes } from "./load.js";

export class Download {
  /** @type {{ address: string, bytes: Uint8Array } | null} */
  #last = null;
  /** @type {RequestCache} */
  #cache = "default";

  /** Makes the next download bypass every cache. */
  forget() {
    this.#last = null;
    this.#cache = "no-cache";
  }

  /**
   * @param {import("./source.js").Source} source
   * @param {AbortSignal} signal
   * @param {Promise<void>} started settles when the WebAssembly module is loaded
   */
  async bytes(source, signal, started) {
    const { address } = source;
    if (address !== undefined && this.#last?.address === address) {
      return this.#last.bytes;
    }
    // If WebAssembly is forbidden, `started` rejects at once, and the document is never requested.
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
