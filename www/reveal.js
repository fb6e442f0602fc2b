/** Brings a claim into sight and puts the focus on the button that opens it. */

/** @param {ParentNode | null} panel @param {string} claim its id in the document; one that is not there is ignored */
export function reveal(panel, claim) {
  /** @type {HTMLElement | null | undefined} */
  const button = panel?.querySelector(`[data-act=toggle][data-value="${CSS.escape(claim)}"]`);
  button?.focus({ preventScroll: true });
  button?.closest("li")?.scrollIntoView({ block: "nearest" });
}
