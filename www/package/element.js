/** The entry of the package that defines nothing by itself: `define()` does, whenever a program wants it. */
export { define } from "../define.js";
export { ClaimPanelElement } from "../element.js";
