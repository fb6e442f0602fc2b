/**
 * Preload hints: `<link rel="preload" as="fetch" crossorigin href="…">` makes the browser download a file early. The
 * browser uses that response only for a request with the same mode and credentials, and downloads the file again for
 * any other.
 */

/** The hints that a request has used. @type {Set<Element>} */
const used = new Set();

/** The longest wait for a hint. */
const HINT_TIMEOUT_MS = 5_000;

/**
 * The credentials for the first request of a hinted address are those of the hint: cookies for the page's own origin,
 * and none for others. Without a hint, no credentials are sent.
 * @param {string} address @returns {Promise<RequestCredentials>}
 */
export async function credentials(address) {
  const links = [...document.querySelectorAll("link[rel=preload][as=fetch][crossorigin]")];
  const hint = /** @type {HTMLLinkElement | undefined} */ (
    links.find((link) => Reflect.get(link, "href") === address && !used.has(link))
  );
  if (!hint) {
    return "omit";
  }
  used.add(hint);
  // Safari reuses a hint in progress only across origins. On the page's own origin it reuses only a finished one.
  const isLate = !performance.getEntriesByName(address).length && address.startsWith(`${location.origin}/`);
  if (isLate && navigator.vendor.startsWith("Apple")) {
    await new Promise((resolve) => {
      ["load", "error"].forEach((type) => hint.addEventListener(type, resolve));
      setTimeout(resolve, HINT_TIMEOUT_MS);
    });
  }
  return "same-origin";
}
