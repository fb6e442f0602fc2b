/** Attributes with a fixed set of values. Any other value selects the default. */

/** @template {string} T @param {Element} panel @param {string} name @param {[T, ...T[]]} values the first is the default @returns {T} */
function oneOf(panel, name, values) {
  // Some pages replace `find`.
  return /** @type {T} */ (values[Math.max(0, values.indexOf(/** @type {T} */ (panel.getAttribute(name))))]);
}

/** @param {Element} panel @returns {"inherit" | "light" | "dark" | "system"} */
export function theme(panel) {
  return oneOf(panel, "theme", ["inherit", "light", "dark", "system"]);
}

/** @param {Element} panel @returns {"lazy" | "eager"} */
export function loading(panel) {
  return oneOf(panel, "loading", ["lazy", "eager"]);
}

/** @param {Element} panel @returns {"claims" | "people" | "timeline" | "sources"} */
export function view(panel) {
  return oneOf(panel, "view", ["claims", "people", "timeline", "sources"]);
}

/**
 * Whether the page's address opens claims, and whether opening a claim updates it.
 * @param {Element} panel @returns {"read" | "update" | "off"}
 */
export function deepLink(panel) {
  return oneOf(panel, "deep-link", ["read", "update", "off"]);
}

/** @param {Element} panel @returns {2 | 3 | 4 | 5 | 6} */
export function headingLevel(panel) {
  const value = panel.getAttribute("heading-level")?.trim() ?? "";
  return /** @type {2 | 3 | 4 | 5 | 6} */ (/^[2-6]$/.test(value) ? Number(value) : 3);
}

/** In the order of their bits in the WebAssembly module. */
const CONTROLS = __CONTROLS__;

/**
 * The controls that readers get. Without the attribute they get all of them.
 * @param {Element} panel @returns {string[]}
 */
export function controls(panel) {
  const asked = panel.getAttribute("controls")?.split(/\s+/);
  return asked ? CONTROLS.filter((one) => asked.includes(one)) : CONTROLS;
}

/** The options that the WebAssembly module needs besides the document. @param {import("./element.js").ClaimPanelElement} panel */
export function options(panel) {
  return {
    headingLevel: headingLevel(panel),
    claim: panel.claim,
    view: view(panel),
    controls: controls(panel).reduce((bits, one) => bits | (1 << CONTROLS.indexOf(one)), 0),
  };
}
