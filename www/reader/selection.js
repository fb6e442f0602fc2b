/**
 * Tells clicks that select text from clicks that press: a claim's text is a button, and readers copy it. Selecting ends
 * with a click too.
 */

/** How far the pointer moves in a click by a hand that trembles, in pixels. */
const MAX_TREMBLE_PX = 4;

/** Where the pointer went down last. */
let [fromX, fromY] = [0, 0];

/** @param {MouseEvent} event */
export function begin({ clientX, clientY }) {
  [fromX, fromY] = [clientX, clientY];
}

/**
 * Whether a click ends a selection: by dragging, by a further click on the same word, or with the Shift key. A selection
 * elsewhere, which some pages let stand, is none of it. The first click of several has pressed already.
 * @param {MouseEvent} event
 */
export function isSelecting({ target, detail, shiftKey, clientX, clientY }) {
  const root = /** @type {Node & { getSelection?: () => Selection | null }} */ (target).getRootNode();
  const selection =
    /** @type {typeof root & { getSelection?: () => Selection | null }} */ (root).getSelection?.() ?? getSelection();
  const hasMoved = Math.max(Math.abs(clientX - fromX), Math.abs(clientY - fromY)) > MAX_TREMBLE_PX;
  // Safari calls a selection within a shadow tree collapsed, but reports its type correctly.
  return detail > 0 && (detail > 1 || shiftKey || hasMoved) && selection?.type === "Range";
}
