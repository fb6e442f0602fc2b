/** The stylesheet, which all panels share. */
import css from "panel.css";

/** @type {CSSStyleSheet | undefined} */
let sheet;

export function styles() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
