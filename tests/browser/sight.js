/** What a machine can see of the panel on the page: whatever sticks out, and words that nobody can see. */

/** Each fault as a sentence. @param {Use} use @returns {Promise<string[]>} */
export const faults = (use) =>
  use.run(() => {
    const found = [];
    const frame = panel.getBoundingClientRect();
    const page = document.documentElement;
    if (page.scrollWidth > page.clientWidth) {
      found.push(`the page is ${page.scrollWidth} px wide on a screen of ${page.clientWidth} px`);
    }
    /** @param {DOMRect} place */
    const sticksOut = ({ left, right }) => left < frame.left - 1 || right > frame.right + 1;
    /** @param {Element} element */
    const said = (element) => `${element.localName}[${element.getAttribute("part") ?? ""}]`;
    /** @param {Text} text */
    const told = (text) => `“${text.data.trim().slice(0, 40)}” in ${said(/** @type {Element} */ (text.parentElement))}`;
    const nodes = document.createTreeWalker(panel.shadowRoot, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      if (node instanceof Element) {
        if (node.checkVisibility() && sticksOut(node.getBoundingClientRect())) {
          found.push(`${said(node)} sticks out of the panel`);
        }
      } else if (node instanceof Text && /[^\s\p{Cf}]/u.test(node.data) && node.parentElement?.checkVisibility()) {
        range.selectNodeContents(node);
        const places = [...range.getClientRects()];
        if (!places.some(({ width, height }) => width > 0 && height > 0)) {
          found.push(`${told(node)} has no size`);
        } else if (places.some(sticksOut)) {
          found.push(`${told(node)} sticks out of the panel`);
        }
      }
    }
    return [...found, ...seen.errors];
  });
