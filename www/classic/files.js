/** The other files of the release, where the script is no module: beside the address of its own tag. */
import { credentials } from "../hint.js";
import { script } from "./own-script.js";

/** The address of a file of the release. @param {string} name */
export function beside(name) {
  // Pasted into a page, the script has no address; the page's own is where its files would be looked for.
  return new URL(name, script?.src || document.baseURI).href;
}

/** A file of the release; rejects where it is not the one of this release. @param {string} name @param {string} integrity */
export async function fetchBeside(name, integrity) {
  const address = beside(name);
  return fetch(address, { credentials: await credentials(address), referrerPolicy: "no-referrer", integrity });
}
