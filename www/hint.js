/**
 * Hints of the page: `<link rel="preload" as="fetch" crossorigin href="…">` has a browser download a file before
 * anything asks for it. It hands the file over only to a request of the same kind, and downloads it again for others.
 */

/** The hints that were used. @type {WeakSet<Element>} */
const used = new WeakSet();

/** A hint that takes longer than this is not waited for, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Which credentials go with the first request for an address: those of its hint, which are cookies for the page's own
 * server and nothing for others. Without a hint there are none.
 * @param {string} address @returns {Promise<RequestCredentials>}
 */
export async function credentials(address) {
  const links = [...(globalThis.document?.querySelectorAll("link[rel=preload][as=fetch][crossorigin]") ?? [])];
  const hint = /** @type {HTMLLinkElement | undefined} */ (links.find((link) => Reflect.get(link, "href") === address && !used.has(link)));
  if (!hint) {
    return "omit";
  }
  used.add(hint);
  // Safari hands over what comes from other servers. From the page's own it only caches what has come already.
  const isLate = !performance.getEntriesByName(address).length && address.startsWith(`${location.origin}/`);
  if (isLate && navigator.vendor.startsWith("Apple")) {
    await new Promise((resolve) => {
      ["load", "error"].forEach((type) => hint.addEventListener(type, resolve));
      setTimeout(resolve, PATIENCE);
    });
  }
  return "same-origin";
}
