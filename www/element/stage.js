/**
 * The content of the shadow tree: the slot with the fallback content, or the panel. The styles are removed with the
 * panel, so that they do not affect the slot's content.
 */

import { focusOn } from "../reader/place.js";
import { warnLowContrast } from "./contrast.js";
import { isMisread } from "./misread.js";
import css from "./panel.css";

/**
 * The stylesheet of each document, which all its panels share. A sheet cannot be adopted by another document.
 * @type {WeakMap<Document, CSSStyleSheet>}
 */
const sheets = new WeakMap();

export class Stage {
  #slot = document.createElement("slot");
  #isContrastChecked = false;
  /** The slot, if it stays below the panel because its content seems to be the rest of the article. @type {Element[]} */
  #kept = [];
  /** The minimum height that a panel has until it is rendered completely. */
  #reservedHeight = "";

  /** @param {ShadowRoot} shadow */
  constructor(shadow) {
    this.shadow = shadow;
    shadow.append(this.#slot);
    const look = () => {
      if (isMisread(shadow.host)) {
        this.#kept = [this.#slot];
        shadow.append(this.#slot);
      }
    };
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", look) : look();
  }

  /** The stylesheet for the panel's current document. Throws if the browser cannot create one. */
  styles() {
    const { ownerDocument } = this.shadow;
    let sheet = sheets.get(ownerDocument);
    if (!sheet) {
      // The name of an image can hide the document's own property.
      const view = Reflect.get(Document.prototype, "defaultView", ownerDocument);
      sheet = /** @type {CSSStyleSheet} */ (new (view ?? window).CSSStyleSheet());
      sheet.replaceSync(css);
      sheets.set(ownerDocument, sheet);
    }
    return sheet;
  }

  /** Adopts the styles. Moving into another document removes them. Sheets of others, such as extensions, stay. */
  adoptStyles() {
    const sheet = this.styles();
    if (!this.shadow.adoptedStyleSheets.includes(sheet)) {
      this.shadow.adoptedStyleSheets.unshift(sheet);
    }
  }

  /** @param {HTMLElement} panel @param {boolean} isUnfinished whether there is more to render */
  showPanel(panel, isUnfinished) {
    this.adoptStyles();
    if (isUnfinished) {
      // The panel keeps the height of what it replaces, so that the content below it does not move twice. The styles make
      // the element a block before it is measured: Safari does not count blocks inside an inline element.
      this.#reservedHeight = panel.style.minHeight = `${/** @type {HTMLElement} */ (this.shadow.host).offsetHeight}px`;
    }
    const wasInside = !this.#kept[0] && this.#slot.isConnected && this.shadow.host.matches(":focus-within");
    const { href } = /** @type {Partial<HTMLAnchorElement>} */ (document.activeElement ?? {});
    this.shadow.replaceChildren(panel, ...this.#kept);
    if (wasInside) {
      // A reader whose focus was in the fallback content continues at the same link in the panel.
      const [same, other] = [...panel.querySelectorAll("a")].filter((link) => link.href === href);
      same && !other ? same.focus({ preventScroll: true }) : focusOn(panel.querySelector("section"));
    }
    if (!this.#isContrastChecked) {
      this.#isContrastChecked = true;
      (globalThis.requestIdleCallback ?? setTimeout)(() => warnLowContrast(panel));
    }
  }

  /** Called when the panel is rendered completely. @param {HTMLElement} panel */
  finish(panel) {
    if (this.#reservedHeight && panel.style.minHeight === this.#reservedHeight) {
      panel.style.minHeight = "";
    }
    this.#reservedHeight = "";
  }

  showFallback() {
    if (this.shadow.firstChild !== this.#slot) {
      this.shadow.replaceChildren(this.#slot);
      const sheet = sheets.get(this.shadow.ownerDocument);
      this.shadow.adoptedStyleSheets = this.shadow.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  }
}
