/**
 * Tags that HTML's parser reads in another way than their authors meant. Nothing is hidden unless it is certain to be a
 * fallback.
 */

/**
 * Looks at a panel that the parser has finished. Returns whether its content seems to be the rest of the article, which
 * has to stay visible.
 * @param {Element} panel
 */
export function isMisread(panel) {
  const { firstElementChild: first, parentElement: parent } = panel;
  const isLast = !panel.nextSibling;
  const next = /** @type {Element | null | undefined} */ (parent?.nextSibling);
  if (isLast && parent?.matches("p") && next?.matches && !panel.textContent?.trim()) {
    console.warn("claim-panel: the <p> around it ends before the fallback; remove the <p>");
    // The part of what `claim-panel fill` and `render` write.
    next.matches("[part=panel]") && panel.append(next);
  }
  // The rest of the article ends with the element around it, and begins after something. A fallback is rarely written
  // like that: with several elements or lines, and with nothing behind it, not even a line break.
  const isRest = isLast && first && first !== panel.lastChild && panel.previousElementSibling;
  const isKnown = panel.querySelector(":scope>[part=panel],[type$='/json']");
  const isSwallowing = panel.querySelector("claim-panel") || (isRest && !isKnown);
  if (isSwallowing) {
    console.warn("claim-panel: HTML has no <claim-panel/>; write </claim-panel>");
  }
  return isSwallowing;
}
