/** Brings a claim into sight and puts the focus on the button that opens it. */

/** @param {ParentNode | null} panel @param {string} claim its id in the document; one that is not there is ignored */
export function reveal(panel, claim) {
  const entry = panel?.querySelector(`[data-claim="${CSS.escape(claim)}"]`);
  entry?.scrollIntoView({ block: "nearest" });
  /** @type {HTMLElement | null | undefined} */ (entry?.querySelector("button"))?.focus({ preventScroll: true });
}
