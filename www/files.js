/** The other files of the release: they stand beside the script. Each way in that finds them elsewhere has its own. */
import { credentials } from "./hint.js";

/** The address of a file of the release. @param {string} name */
export function beside(name) {
  return new URL(name, import.meta.url).href;
}

/** A file of the release; rejects where it is not the one of this release. @param {string} name @param {string} integrity */
export async function fetchBeside(name, integrity) {
  // What never comes must not keep the panel busy for ever, and may be asked for again.
  const signal = AbortSignal.timeout?.(60_000);
  const address = beside(name);
  return fetch(address, { credentials: await credentials(address), referrerPolicy: "no-referrer", integrity, signal });
}
