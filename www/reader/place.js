/** The reader's position on the page. Scrolling is always instant, whatever scroll behaviour the page sets. */

import { ACTION } from "../engine/protocol.js";

/**
 * The button that opens a claim, if the claim is shown.
 * @param {Element} panel @param {string} claim @returns {HTMLElement | null}
 */
export function buttonOf(panel, claim) {
  return panel.querySelector(`[data-act=${ACTION.TOGGLE}][data-value="${CSS.escape(claim)}"]`);
}

/**
 * Scrolls a claim's entry into view if it fits, and focuses its button.
 * @param {HTMLElement} button @param {ScrollLogicalPosition} block
 */
export function bring(button, block) {
  button.focus({ preventScroll: true });
  show(button.closest("li"), block);
  show(button, "nearest");
}

/** @param {Element | null} element @param {ScrollLogicalPosition | ""} [block] */
export function show(element, block) {
  if (block) {
    element?.scrollIntoView({ block, behavior: "instant" });
  }
}

/** Opens whatever around an element hides it, as browsers do for the target of a link. @param {Element | null} element */
export function uncover(element) {
  for (let one = element && around(element); one; one = around(one)) {
    if (one.matches("details")) {
      one.setAttribute("open", "");
    }
    if (one.matches("[hidden=until-found i]")) {
      // The page can update what belongs to this, as the button of a tab.
      one.dispatchEvent(new CustomEvent("beforematch", { bubbles: true }));
      one.removeAttribute("hidden");
    }
  }
}

/** Focuses an element that is not focusable by itself, until it loses the focus. @param {HTMLElement | null} element */
export function focusOn(element) {
  if (element) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
}

/**
 * The element's parent in the flat tree, across shadow boundaries.
 * @param {Element} element @returns {Element | undefined}
 */
export function around(element) {
  return element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;
}

/** The elements that can scroll the panel: scroll containers around it, and the page. @param {HTMLElement} panel @returns {[Element, ...Element[]]} */
function scrollers(panel) {
  /** @type {Element[]} */
  const all = [];
  for (let one = around(panel); one; one = around(one)) {
    // The page takes over the body's `overflow` unless the root element sets its own.
    const isPage = one === document.body && getComputedStyle(document.documentElement).overflowY === "visible";
    if (!isPage && one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) {
      all.push(one);
    }
  }
  all.push(document.scrollingElement ?? document.documentElement);
  return /** @type {[Element, ...Element[]]} */ (all);
}

/**
 * Restores the position of a part of the panel on the screen. If the page has become too short for that, the panel gets
 * a minimum height.
 * @param {HTMLElement} panel @param {Element} part @param {number} top
 */
export function keep(panel, part, top) {
  const away = () => part.getBoundingClientRect().top - top;
  // Each scroller covers as much of the distance as it can.
  const move = () => scrollers(panel).forEach((one) => one.scrollBy({ top: away(), behavior: "instant" }));
  panel.style.minHeight = "";
  // Safari scrolled the page during rendering and can scroll back. Only the remaining distance needs the extra height.
  move();
  if (away() >= 1) {
    panel.style.minHeight = `${panel.offsetHeight + away()}px`;
    move();
    shrink(panel, panel.style.minHeight);
  }
}

/** Reduces the extra height as it scrolls out of view. @param {HTMLElement} panel @param {string} given */
function shrink(panel, given) {
  const [{ scrollHeight, scrollTop, clientHeight }] = scrollers(panel);
  const below = scrollHeight - scrollTop - clientHeight;
  if (panel.isConnected && panel.style.minHeight === given) {
    const left = `${parseFloat(given) - Math.max(below, 0)}px`;
    panel.style.minHeight = left;
    // The extra height is used up once the panel is taller without it.
    if (panel.offsetHeight <= parseFloat(left) + 1) {
      addEventListener("scroll", () => shrink(panel, left), { once: true, passive: true, capture: true });
    } else {
      panel.style.minHeight = "";
    }
  }
}
