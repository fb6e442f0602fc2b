/** Shares a claim through the system's dialog, or copies it as text. */

/**
 * @param {{ title: string, text: string, url?: string }} what
 * @param {(isCopied: boolean) => void} report reports whether the text was copied, unless the system reports the result
 */
export async function share(what, report) {
  try {
    if (navigator.canShare?.(what)) {
      await navigator.share(what);
      return;
    }
  } catch (error) {
    if (/** @type {Error} */ (error).name === "AbortError") {
      return;
    }
  }
  let isCopied = false;
  try {
    await navigator.clipboard.writeText(`${what.text}\n${what.url ?? ""}`.trim());
    isCopied = true;
  } catch {
    // The reader can copy the address by hand.
  }
  report(isCopied);
}
