/** How high the page of a frame is on paper, where every claim is open. Scripts have no time to measure that then. */

/** Printers' fonts are a little wider than those of screens, so that lines may break earlier. */
const SPARE = 1.05;

/**
 * Shows the page as it is printed, measures it, and shows it as before. Nothing is painted in between.
 * @param {HTMLElement} panel @param {number} width in pixels
 */
export function measure(panel, width) {
  const { documentElement: root } = document;
  const sheets = [...document.styleSheets, .../** @type {ShadowRoot} */ (panel.shadowRoot).adoptedStyleSheets];
  const print = sheets
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSMediaRule && rule.media.mediaText === "print" ? [rule.media] : []));
  const media = (/** @type {string} */ text) => {
    for (const list of print) {
      list.mediaText = text;
    }
  };
  media("all");
  root.style.width = `${width}px`;
  const { height } = root.getBoundingClientRect();
  root.style.width = "";
  media("print");
  return Math.ceil(height * SPARE);
}
