/** Where the reader is on the page. Nothing here moves by degrees: a page may ask for that only of its own doing. */

/** The button that opens a claim, where it is shown. @param {Element} panel @param {string} claim @returns {HTMLElement | null} */
export function buttonOf(panel, claim) {
  return panel.querySelector(`[data-act=toggle][data-value="${CSS.escape(claim)}"]`);
}

/** Brings a claim's whole entry into sight if it fits there, and the focus to its button. @param {HTMLElement} button @param {ScrollLogicalPosition} [block] without it nothing happens */
export function bring(button, block) {
  if (block) {
    button.focus({ preventScroll: true });
    show(button.closest("li"), block);
    show(button, "nearest");
  }
}

/** @param {Element | null} element @param {ScrollLogicalPosition} [block] */
export function show(element, block) {
  if (block) {
    element?.scrollIntoView({ block, behavior: "instant" });
  }
}

/** Puts the focus on what takes none by itself, for as long as it stays there. @param {HTMLElement | null} element */
export function focusOn(element) {
  if (element) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
}

/** What an element stands in, across the borders of shadow trees. @param {Element} element @returns {Element | undefined} */
export function around(element) {
  return element.assignedSlot ?? element.parentElement ?? /** @type {ShadowRoot} */ (element.getRootNode()).host;
}

/** What can move the panel on the screen: parts of the page that scroll by themselves, and the page. @param {HTMLElement} panel */
function scrollers(panel) {
  const all = [];
  for (let one = around(panel); one; one = around(one)) {
    // What the body says of scrolling is said of the page, where the page itself says nothing.
    const isPage = one === document.body && getComputedStyle(document.documentElement).overflowY === "visible";
    if (!isPage && one.scrollHeight > one.clientHeight && /auto|scroll/.test(getComputedStyle(one).overflowY)) {
      all.push(one);
    }
  }
  return [...all, document.scrollingElement ?? document.documentElement];
}

/**
 * Puts a part of the panel back to where it was on the screen. Where the page has become too short for that, the panel
 * stays as long as it takes.
 * @param {HTMLElement} panel @param {Element} part @param {number} top
 */
export function keep(panel, part, top) {
  const away = () => part.getBoundingClientRect().top - top;
  // Each goes as far as it can.
  const move = () => scrollers(panel).forEach((one) => one.scrollBy({ top: away(), behavior: "instant" }));
  panel.style.minHeight = "";
  // Safari has moved the page while the panel was redrawn, and can go back; only what is left is missing.
  move();
  if (away() >= 1) {
    panel.style.minHeight = `${panel.offsetHeight + away()}px`;
    move();
    shrink(panel, panel.style.minHeight);
  }
}

/** Takes the room back that a panel was given, as it leaves the screen. @param {HTMLElement} panel @param {string} given */
function shrink(panel, given) {
  const [{ scrollHeight, scrollTop, clientHeight }] = scrollers(panel);
  const below = scrollHeight - scrollTop - clientHeight;
  if (panel.isConnected && panel.style.minHeight === given) {
    const left = (panel.style.minHeight = `${parseFloat(given) - Math.max(below, 0)}px`);
    // It is over where the panel is as long without.
    if (panel.offsetHeight <= parseFloat(left) + 1) {
      addEventListener("scroll", () => shrink(panel, left), { once: true, passive: true, capture: true });
    } else {
      panel.style.minHeight = "";
    }
  }
}
