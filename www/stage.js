/**
 * What stands in the shadow tree: the slot with the article's own content, or the panel in its place.
 * The styles come and go with the panel, so that the content in the slot looks as it does without us.
 */
import css from "./panel.css";

/** @type {CSSStyleSheet | undefined} one for all panels */
let sheet;

/** Makes the stylesheet, where that is still to be done; throws where a browser cannot. */
export function prepareStyles() {
  if (!sheet) {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    sheet = made;
  }
  return sheet;
}

export class Stage {
  #slot = document.createElement("slot");

  /** @param {ShadowRoot} shadow */
  constructor(shadow) {
    this.shadow = shadow;
    shadow.append(this.#slot);
  }

  /** @param {HTMLElement} panel */
  showPanel(panel) {
    this.shadow.adoptedStyleSheets = [prepareStyles()];
    this.shadow.replaceChildren(panel);
  }

  showFallback() {
    if (!this.#slot.isConnected) {
      this.shadow.replaceChildren(this.#slot);
      this.shadow.adoptedStyleSheets = [];
    }
  }
}
