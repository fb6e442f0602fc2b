/**
 * What stands in the shadow tree: the slot with the article's own content, or the panel in its place.
 * The styles come and go with the panel, so that the content in the slot looks as it does without us.
 */
import { judge } from "./contrast.js";
import css from "./panel.css";
import { focusOn } from "./place.js";

/** Document → the one sheet of all its panels: no document takes another's. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

export class Stage {
  #slot = document.createElement("slot");
  #isJudged = false;
  /** The height that a panel was given until all of it is drawn. */
  #given = "";

  /** @param {ShadowRoot} shadow */
  constructor(shadow) {
    this.shadow = shadow;
    shadow.append(this.#slot);
  }

  /** The stylesheet for the document in which the panel is now; throws where a browser can make none. */
  styles() {
    const { ownerDocument } = this.shadow;
    let sheet = sheets.get(ownerDocument);
    if (!sheet) {
      sheet = new (ownerDocument.defaultView ?? window).CSSStyleSheet();
      sheet.replaceSync(css);
      sheets.set(ownerDocument, sheet);
    }
    return sheet;
  }

  /** Puts the styles on, once again after a move into another document, which takes them off. */
  dress() {
    const sheet = this.styles();
    if (this.shadow.adoptedStyleSheets[0] !== sheet) {
      this.shadow.adoptedStyleSheets = [sheet];
    }
  }

  /** @param {HTMLElement} panel @param {boolean} isUnfinished there is more to draw */
  showPanel(panel, isUnfinished) {
    if (isUnfinished) {
      // Until then the panel is as long as what it replaces, so that nothing below it moves up and down again.
      this.#given = panel.style.minHeight = `${/** @type {HTMLElement} */ (this.shadow.host).offsetHeight}px`;
    }
    this.dress();
    const wasInside = this.#slot.isConnected && this.shadow.host.matches(":focus-within");
    const { href } = /** @type {Partial<HTMLAnchorElement>} */ (document.activeElement ?? {});
    this.shadow.replaceChildren(panel);
    if (wasInside) {
      // Whoever was in the article's own content is where the same is told now.
      const [same, other] = [...panel.querySelectorAll("a")].filter((link) => link.href === href);
      same && !other ? same.focus({ preventScroll: true }) : focusOn(panel.querySelector("section"));
    }
    if (!this.#isJudged) {
      this.#isJudged = true;
      (globalThis.requestIdleCallback ?? setTimeout)(() => judge(panel));
    }
  }

  /** All of the panel is drawn. @param {HTMLElement} panel */
  finish(panel) {
    if (this.#given && panel.style.minHeight === this.#given) {
      panel.style.minHeight = "";
    }
    this.#given = "";
  }

  showFallback() {
    if (!this.#slot.isConnected) {
      this.shadow.replaceChildren(this.#slot);
      this.shadow.adoptedStyleSheets = [];
    }
  }
}
