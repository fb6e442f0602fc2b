/**
 * Finds the release's other files in a bundler's output. Bundlers recognize `new URL(…, import.meta.url)`, and the
 * texts are modules that load on demand.
 */
import { texts } from "claim-panel-texts";

const WASM = "claim-panel_bg.wasm";

/** The address of a file of the release, or its name if it has no address. @param {string} name */
export function beside(name) {
  return name === WASM ? new URL("./claim-panel_bg.wasm", import.meta.url).href : name;
}

/** Fetches a file of the release, and rejects if its hash differs. @param {string} name @param {string} integrity */
export async function fetchBeside(name, integrity) {
  if (name !== WASM) {
    return new Response(await /** @type {() => Promise<string>} */ (texts[name])());
  }
  const response = fetch(beside(name), { credentials: "omit", referrerPolicy: "no-referrer", integrity });
  response.then(({ ok }) => ok || explain(), explain);
  return response;
}

/** Up to version 7, Vite's development server bundles packages into a folder that lacks their other files. */
function explain() {
  if (import.meta.url.includes("/.vite/")) {
    console.warn(
      'claim-panel: Vite has moved this script away from its WebAssembly; set optimizeDeps: { exclude: ["claim-panel"] }',
    );
  }
}
