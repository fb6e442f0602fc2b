/**
 * The other files of the release, where a bundler puts the program together: it finds each by the way in which it is
 * spoken of here. Words are modules, loaded when they are needed.
 */
import { texts } from "claim-panel-texts";

const WASM = "claim-panel_bg.wasm";

/** The address of a file of the release, or its name where it has none. @param {string} name */
export function beside(name) {
  return name === WASM ? new URL("./claim-panel_bg.wasm", import.meta.url).href : name;
}

/** A file of the release; rejects where it is not the one of this release. @param {string} name @param {string} integrity */
export async function fetchBeside(name, integrity) {
  return name === WASM ? fetch(beside(name), { credentials: "omit", referrerPolicy: "no-referrer", integrity }) : new Response(await texts[name]());
}
