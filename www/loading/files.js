/** Finds the release's other files beside the module. Other builds replace this module. */
import { OwnURL } from "../engine/builtins.js";
import { credentials } from "./hint.js";

/** The address of a file of the release. @param {string} name */
export function beside(name) {
  return new OwnURL(name, import.meta.url).href;
}

/** Fetches a file of the release, and rejects if its hash differs. @param {string} name @param {string} integrity */
export async function fetchBeside(name, integrity) {
  // A request without an answer must not keep the panel busy forever, and the file may be requested again.
  const signal = AbortSignal.timeout?.(60_000);
  const address = beside(name);
  return fetch(address, { credentials: await credentials(address), referrerPolicy: "no-referrer", integrity, signal });
}
