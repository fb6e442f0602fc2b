/** The package's entry point without side effects: the program calls `define()` itself. */
export { define } from "../element/define.js";
export { ClaimPanelElement } from "../element/element.js";
