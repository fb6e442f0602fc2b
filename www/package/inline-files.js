/**
 * Provides the release's other files where nothing may be fetched: the WebAssembly is inlined, and the texts are
 * modules.
 */
import { texts } from "claim-panel-texts";
import wasm from "claim-panel-wasm";

/** The name of a file of the release, which has no address here. @param {string} name */
export function beside(name) {
  return name;
}

/** Returns a file of the release. @param {string} name */
export async function fetchBeside(name) {
  if (name in texts) {
    return new Response(await /** @type {() => Promise<string>} */ (texts[name])());
  }
  const bytes = Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
}
