/** The attributes that have a closed set of values: whatever else stands there is the default. */

const THEMES = ["inherit", "light", "dark", "system"];

/** @param {Element} panel @returns {"inherit" | "light" | "dark" | "system"} */
export function theme(panel) {
  const value = panel.getAttribute("theme") ?? "";
  return /** @type {any} */ (THEMES.includes(value) ? value : "inherit");
}

/** @param {Element} panel @returns {"lazy" | "eager"} */
export function loading(panel) {
  return panel.getAttribute("loading") === "eager" ? "eager" : "lazy";
}

/** @param {Element} panel @returns {2 | 3 | 4 | 5 | 6} */
export function headingLevel(panel) {
  const value = panel.getAttribute("heading-level")?.trim() ?? "";
  return /** @type {any} */ (/^[2-6]$/.test(value) ? Number(value) : 3);
}

const VIEWS = ["claims", "people", "timeline", "sources"];

/** @param {Element} panel @returns {"claims" | "people" | "timeline" | "sources"} */
export function view(panel) {
  const value = panel.getAttribute("view") ?? "";
  return /** @type {any} */ (VIEWS.includes(value) ? value : "claims");
}

/** In the order of their bits in the WebAssembly. */
const CONTROLS = ["views", "search", "filter", "share"];

/** What readers can do: all of it where the attribute is absent. @param {Element} panel @returns {string[]} */
export function controls(panel) {
  const asked = panel.getAttribute("controls")?.split(/\s+/);
  return asked ? CONTROLS.filter((one) => asked.includes(one)) : CONTROLS;
}

/** What the WebAssembly needs to know besides the document. @param {Element} panel */
export function options(panel) {
  return {
    headingLevel: headingLevel(panel),
    claim: panel.getAttribute("claim"),
    view: view(panel),
    controls: controls(panel).reduce((bits, one) => bits | (1 << CONTROLS.indexOf(one)), 0),
  };
}
