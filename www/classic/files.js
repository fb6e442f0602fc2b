/** Finds the release's other files for the classic script: they lie beside the address in its own tag. */
import { OwnURL } from "../engine/builtins.js";
import { credentials } from "../loading/hint.js";
import { script } from "./own-script.js";

/** The address of a file of the release. @param {string} name */
export function beside(name) {
  // An inline script has no address, so files are resolved against the page's address.
  return new OwnURL(name, script?.src || document.baseURI).href;
}

/** Fetches a file of the release, and rejects if its hash differs. @param {string} name @param {string} integrity */
export async function fetchBeside(name, integrity) {
  const address = beside(name);
  return fetch(address, { credentials: await credentials(address), referrerPolicy: "no-referrer", integrity });
}
