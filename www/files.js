/** The other files of the release: they stand beside the script. Each way in that finds them elsewhere has its own. */

/** The address of a file of the release. @param {string} name */
export function beside(name) {
  return new URL(name, import.meta.url).href;
}

/** A file of the release; rejects where it is not the one of this release. @param {string} name @param {string} integrity */
export function fetchBeside(name, integrity) {
  // What never comes must not keep the panel busy for ever, and may be asked for again.
  const signal = AbortSignal.timeout?.(60_000);
  return fetch(beside(name), { credentials: "omit", referrerPolicy: "no-referrer", integrity, signal });
}
